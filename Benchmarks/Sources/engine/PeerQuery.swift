import SearchCore

/// A line of queries.tsv, read as the peers read it.
struct PeerQuery {
    let type: String
    let text: String
    let query: RankedQuery
    let isTermsOnly: Bool

    init(type: String, text: String) {
        self.type = type
        self.text = text
        var query = RankedQuery()
        let base = type.hasPrefix("hf-") ? String(type.dropFirst(3)) : type
        let words = text.split(separator: " ").map { Array($0.utf8) }
        switch base {
        case "and": query.allOf = words.map { (.text, $0) }
        case "phrase": query.phrase = words
        case "prefix":
            query.allOf = words.dropLast().map { (.text, $0) }
            query.prefix = words.last
        case "fuzzy": query.fuzzy = words.first
        case "not":
            query.allOf = words.filter { $0.first != 0x2D }.map { (.text, $0) }
            query.noneOf = words.filter { $0.first == 0x2D }.map { Array($0.dropFirst()) }
        case "field":
            let sides = text.split(separator: "|")
            query.allOf = sides[0].split(separator: " ").map { (.heading, Array($0.utf8)) }
            if sides.count > 1 { query.allOf += sides[1].split(separator: " ").map { (.text, Array($0.utf8)) } }
        default: query.anyOf = words
        }
        if query.phrase.count == 1 {
            query.anyOf = query.phrase
            query.phrase = []
        }
        self.query = query
        isTermsOnly = query.prefix == nil && query.fuzzy == nil
    }

    static func read(_ path: String) -> [PeerQuery] {
        guard let text = slurp(path) else { return [] }
        return text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", maxSplits: 1)
            return parts.count == 2 ? PeerQuery(type: String(parts[0]), text: String(parts[1])) : nil
        }
    }

    /// The words that a snippet marks.
    var wanted: [SnippetMaker.Wanted] {
        var wanted = (query.anyOf + query.phrase + query.allOf.filter { $0.field == .text }.map(\.term)).map {
            SnippetMaker.Wanted(term: $0)
        }
        if let prefix = query.prefix { wanted.append(.init(term: prefix, isPrefix: true)) }
        if let fuzzy = query.fuzzy { wanted.append(.init(term: fuzzy)) }
        return wanted
    }
}
