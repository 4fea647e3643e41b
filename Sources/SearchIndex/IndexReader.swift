public import SearchCore

/// Answers queries from the index in a folder. A reader keeps the index it opened, whatever is published later.
public final class IndexReader: Sendable {
    public let recordCount: Int
    private let records: [(document: String, title: String, record: Record)]

    public init(directory: String) throws(IndexError) {
        let documents = Provisional.load(directory)
        records = documents.keys.sorted().flatMap { id in
            documents[id].map { document in document.records.map { (id, document.title, $0) } } ?? []
        }
        recordCount = records.count
        if records.isEmpty { throw .absent(path: directory) }
    }

    /// Fields that `field:value` may use.
    public var facetFields: [String] {
        var fields: [String] = []
        for entry in records { for facet in entry.record.facets where !fields.contains(facet.field) { fields.append(facet.field) } }
        return fields.sorted()
    }

    /// The record with this citation.
    public func record(_ key: String) -> Hit? {
        records.first { $0.record.key == key }.map { hit($0, 0) }
    }

    /// Any string is a query; see `QueryParser` for the language. Hits are by falling score.
    public func search(_ text: String, options: SearchOptions = SearchOptions()) -> SearchResults {
        let query = QueryParser(facetFields: facetFields.map { Array($0.utf8) }).parse(Array(text.utf8))
        var results = SearchResults()
        results.notes = query.notes
        var found: [(Int, Double)] = []
        for needed in [true, false] {
            for (place, entry) in records.enumerated() {
                let facets = entry.record.facets
                let kept =
                    query.filters.allSatisfy { matches($0, facets) }
                    && !options.filters.contains { filter in !facets.contains { $0 == filter } }
                guard kept else { continue }
                let text = Tokenizer.tokens(of: Array(entry.record.text.utf8)).map(\.term)
                let heading = Tokenizer.tokens(of: Array((entry.title + " " + entry.record.heading).utf8)).map(\.term)
                let scores = query.required.map { score($0, text) + 2 * score($0, heading) }
                let isIn = needed ? scores.allSatisfy { $0 > 0 } : scores.contains { $0 > 0 }
                if isIn, !query.excluded.contains(where: { score($0, text) > 0 }) { found.append((place, scores.reduce(0, +))) }
            }
            if !found.isEmpty || query.required.count < 2 { break }
            if needed { results.notes.append(.relaxedToAnyWord) }
        }
        found.sort { $0.1 > $1.1 || ($0.1 == $1.1 && $0.0 < $1.0) }
        results.total = found.count
        results.hits = found.dropFirst(options.offset).prefix(options.limit).map { hit(records[$0.0], $0.1) }
        return results
    }

    private func hit(_ entry: (document: String, title: String, record: Record), _ score: Double) -> Hit {
        var hit = Hit()
        hit.key = entry.record.key
        hit.document = entry.document
        hit.title = entry.title
        hit.heading = entry.record.heading
        hit.number = entry.record.number
        hit.text = entry.record.text
        hit.facets = entry.record.facets
        hit.stored = entry.record.stored
        hit.score = score
        hit.snippet.text = entry.record.text
        return hit
    }

    private func matches(_ node: QueryNode, _ facets: [Facet]) -> Bool {
        guard case .facet(let field, let value) = node else { return true }
        return facets.contains { Array($0.field.utf8) == field && foldedValue(Array($0.value.utf8)) == value }
    }

    private func score(_ node: QueryNode, _ words: [[UInt8]]) -> Double {
        switch node {
        case .word(let term, _): Double(words.count { $0 == term })
        case .prefix(let term): Double(words.count { $0.starts(with: term) })
        case .fuzzy(let term, _): Double(words.count { $0 == term })
        case .phrase(let terms): Double(words.indices.count { words[$0...].starts(with: terms) })
        case .any(let nodes): nodes.map { score($0, words) }.reduce(0, +)
        case .near(let a, let b, _): min(score(a, words), score(b, words))
        case .inField(_, let node): score(node, words)
        case .facet, .range: 1
        }
    }
}
