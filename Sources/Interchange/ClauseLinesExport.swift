import Foundation
import KnowledgeBase
import LegalText

/// A clause a line of JSON; for a bulk load each behind its action line.
enum ClauseLinesExport {
    private struct Line: Encodable {
        var id: String
        var document: String
        var title: String
        var kind: String
        var language: String
        var number: String
        var heading: String
        var text: String
        var norms: [String]
        var modalities: [String]
        var bearers: [String]
    }

    private struct Action: Encodable {
        struct Target: Encodable {
            var id: String
            var index = "clauses"

            enum CodingKeys: String, CodingKey {
                case id = "_id"
                case index = "_index"
            }
        }

        var index: Target
    }

    static func write(_ base: KnowledgeBase, _ documents: [Int], bulk: Bool, to sink: Export.Sink) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        func line(_ value: some Encodable) throws -> String { String(decoding: try encoder.encode(value), as: UTF8.self) + "\n" }
        for index in documents {
            let document = base.documents[index].document
            for (number, provision) in document.provisions.enumerated() where provision.isClause {
                let norms = base.norms(of: ClausePlace(document: index, provision: number)).map { base.norm(at: $0) }
                let citation = base.citation(of: ClausePlace(document: index, provision: number)).description
                let clause = Line(
                    id: citation, document: document.id, title: document.title, kind: document.kind.rawValue, language: document.language,
                    number: provision.number, heading: provision.heading, text: provision.text, norms: norms.map(\.id),
                    modalities: Array(Set(norms.map(\.modality.rawValue))).sorted(), bearers: Array(Set(norms.flatMap(\.bearers))).sorted())
                try sink((bulk ? try line(Action(index: .init(id: citation))) : "") + line(clause))
            }
        }
    }
}
