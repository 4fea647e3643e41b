import KnowledgeBase
import LegalText

/// A clause a line of JSON; for a bulk load each behind its action line.
enum ClauseLinesExport {
    static func write(_ base: KnowledgeBase, _ documents: [Int], bulk: Bool, to sink: Export.Sink) throws {
        var json = JSONText()
        for index in documents {
            let document = base.documents[index].document
            for (number, provision) in document.provisions.enumerated() where provision.isClause {
                let place = ClausePlace(document: index, provision: number)
                let norms = base.norms(of: place).map { base.norm(at: $0) }
                let citation = base.citation(of: place).description
                json.removeAll()
                if bulk { action(citation, to: &json) }
                json.beginObject()
                json.field("bearers", Set(norms.flatMap(\.bearers)).sorted())
                json.field("document", document.id)
                json.field("heading", provision.heading)
                json.field("id", citation)
                json.field("kind", document.kind.rawValue)
                json.field("language", document.language)
                json.field("modalities", Set(norms.map(\.modality.rawValue)).sorted())
                json.field("norms", norms.map(\.id))
                json.field("number", provision.number)
                json.field("text", provision.text)
                json.field("title", document.title)
                json.endObject()
                json.endLine()
                try sink(String(decoding: json.bytes, as: UTF8.self))
            }
        }
    }

    private static func action(_ citation: String, to json: inout JSONText) {
        json.beginObject()
        json.key("index")
        json.beginObject()
        json.field("_id", citation)
        json.field("_index", "clauses")
        json.endObject()
        json.endObject()
        json.endLine()
    }
}
