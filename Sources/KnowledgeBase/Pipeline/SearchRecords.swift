import Language
import LegalText
import SearchCore
package import SearchIndex

/// What the index keeps of a clause, and gives back with a hit.
package struct StoredHit: Sendable {
    package var title: String
    /// Of the provision: `paragraph`, `section` ...
    package var type: String
    package var norms: [NormSummary]

    package struct NormSummary: Sendable {
        package var id: String
        package var modality: String
        package var strength: String
        package var bearers: [String]
    }

    package init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let title = try? reader.get(String.self), let type = try? reader.get(String.self),
            let norms = try? reader.get([NormSummary].self)
        else {
            return nil
        }
        self.title = title
        self.type = type
        self.norms = norms
    }

    fileprivate init(title: String, type: String, norms: [NormSummary]) {
        self.title = title
        self.type = type
        self.norms = norms
    }

    fileprivate var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.put(title)
        writer.put(type)
        writer.put(norms)
        return writer.bytes
    }
}

extension StoredHit.NormSummary: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(id)
        writer.put(modality)
        writer.put(strength)
        writer.put(bearers)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(id: try reader.get(), modality: try reader.get(), strength: try reader.get(), bearers: try reader.get())
    }
}

extension KnowledgeBase {
    /// One record a clause (and a heading without text of its own), in the order of the text.
    package func searchRecords(of document: Int) -> [Record] {
        let analyzed = documents[document]
        var headings: [String] = []
        var records: [Record] = []
        let dates = dueDates(of: document)
        let title = title(of: document)
        let directory = directory
        let normsByClause = Groups(analyzed.norms.lazy.map(\.clause), count: analyzed.document.provisions.count)
        for (index, provision) in analyzed.document.provisions.enumerated() {
            headings.removeLast(max(0, headings.count - max(0, provision.depth)))
            while headings.count < provision.depth { headings.append("") }
            headings.append(provision.heading)
            if provision.text.isEmpty && provision.heading.isEmpty { continue }
            let place = ClausePlace(document: document, provision: index)
            let norms = normsByClause[index].filter { analyzed.norms[$0].status != .rejected }
            let stored = StoredHit(
                title: title, type: provision.type.rawValue,
                norms: norms.map { number in
                    let norm = analyzed.norms[number]
                    return StoredHit.NormSummary(
                        id: norm.id, modality: norm.modality.rawValue, strength: norm.strength.rawValue, bearers: norm.bearers)
                })
            records.append(
                Record(
                    key: citation(of: place).description, heading: headings.filter { !$0.isEmpty }.joined(separator: " › "),
                    text: provision.text,
                    sentences: provision.text.isEmpty ? [] : Sentences.split(provision.text).map(\.start), number: provision.number,
                    facets: facets(of: place, norms: norms, in: analyzed, directory)
                        + (dates[index] ?? []).map { Facet("due", $0.description) },
                    stored: stored.bytes))
        }
        return records
    }

    private func facets(
        of place: ClausePlace, norms: [Int], in analyzed: AnalyzedDocument, _ directory: PartyDirectory
    ) -> [Facet] {
        var facets = [Facet("document", analyzed.document.id), Facet("kind", analyzed.document.kind.rawValue)]
        if !analyzed.document.language.isEmpty { facets.append(Facet("language", analyzed.document.language)) }
        func add(_ facet: Facet) { if !facets.contains(facet) { facets.append(facet) } }
        func add(party: Int) {
            add(Facet("party", directory.records[party].name))
            for name in directory.records[party].aliases { add(Facet("party", name)) }
        }
        for party in directory.members[place.document] { add(party: party) }
        for number in norms {
            let norm = analyzed.norms[number]
            add(Facet("modality", norm.modality.rawValue))
            add(Facet("strength", norm.strength.rawValue))
            for party in directory.resolve(norm.bearers, in: place.document) { add(party: party) }
            for party in directory.resolve(norm.counterparties, in: place.document) { add(party: party) }
        }
        return facets
    }
}
