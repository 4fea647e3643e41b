/// One term of the index that a part of the query came to, and what its occurrences are worth.
package struct Leaf: Sendable {
    /// With its kind.
    package var term: [UInt8]
    package var field: TextField
    package var inverseDocumentFrequency: Double
    package var boost: Float

    package var weight: Float { Float(inverseDocumentFrequency) * (Scoring.k1 + 1) * boost * Scoring.unit }
    package var word: [UInt8] { Array(term.dropFirst()) }
}

/// Says which terms of the index a part of a query stands for. Weights are the product's judgement; they are all here.
package struct LeafFinder {
    /// A word in the heading says what the clause is about.
    static let headingBoost: Float = 0.7
    /// Another form of the word ("shares" for "share").
    static let stemBoost: Float = 0.5
    /// An acronym asked for in capitals and written so.
    static let acronymBoost: Float = 1.0
    static let prefixBoost: Float = 0.6
    static let fuzzyBoost: Float = 0.5
    static let mostExpansions = 256

    let statistics: IndexStatistics
    let segments: [Segment]
    let stems: Bool

    private func kind(_ field: TextField) -> UInt8 { field == .text ? TermKind.text : TermKind.heading }

    private func boost(_ field: TextField) -> Float { field == .text ? 1 : Self.headingBoost }

    /// The word itself, its other forms, and the acronym.
    package func word(_ word: [UInt8], isAcronym: Bool, fields: [TextField]) -> [Leaf] {
        var leaves: [Leaf] = []
        let forms = stems && !isAcronym ? otherForms(word) : []
        for field in fields {
            let kind = kind(field)
            let exact = statistics.found([kind] + word)
            let others = forms.filter { statistics.found([kind] + $0) > 0 }
            // All forms are as rare as they are together: a rare form must not outdo the word that was asked for.
            let rarity = statistics.inverseDocumentFrequency(others.reduce(exact) { $0 + statistics.found([kind] + $1) })
            if exact > 0 { leaves.append(Leaf(term: [kind] + word, field: field, inverseDocumentFrequency: rarity, boost: boost(field))) }
            for other in others {
                leaves.append(
                    Leaf(term: [kind] + other, field: field, inverseDocumentFrequency: rarity, boost: boost(field) * Self.stemBoost))
            }
        }
        if isAcronym, fields.contains(.text) {
            let base = word.count > 2 && word.last == 0x73 ? Array(word.dropLast()) : word
            for form in word == base ? [word] : [word, base] {
                let found = statistics.found([TermKind.acronym] + form)
                guard found > 0 else { continue }
                leaves.append(
                    Leaf(
                        term: [TermKind.acronym] + form, field: .text, inverseDocumentFrequency: statistics.inverseDocumentFrequency(found),
                        boost: Self.acronymBoost))
            }
        }
        return leaves
    }

    /// Words that would have the same stem, without the word itself, sorted.
    private func otherForms(_ word: [UInt8]) -> [[UInt8]] {
        let stem = inflectionStem(word)
        guard stem.count >= 3 else { return [] }
        return inflections(of: stem).filter { $0 != word }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// The words that a prefix or a misspelling stands for, the commonest first where there are too many.
    package func expansions(_ node: QueryNode, fields: [TextField]) -> (leaves: [Leaf], isCut: Bool) {
        var leaves: [Leaf] = []
        var isCut = false
        for field in fields {
            let kind = kind(field)
            var found: [(term: [UInt8], distance: Int)] = []
            for segment in segments {
                let terms: [ExpandedTerm]
                switch node {
                case .prefix(let prefix): terms = Expansion.prefix(prefix, kind: kind, segment.dictionary, limit: 4096)
                case .fuzzy(let term, let distance):
                    terms = Expansion.fuzzy(term, distance: distance, kind: kind, segment.spelling, segment.termFilter)
                default: terms = []
                }
                for term in terms where !found.contains(where: { $0.term == term.term }) { found.append((term.term, term.distance)) }
            }
            var counted = found.map { (term: [kind] + $0.term, distance: $0.distance, found: statistics.found([kind] + $0.term)) }
            counted.sort {
                ($0.distance, -$0.found) != ($1.distance, -$1.found)
                    ? ($0.distance, -$0.found) < ($1.distance, -$1.found) : $0.term.lexicographicallyPrecedes($1.term)
            }
            if counted.count > Self.mostExpansions {
                isCut = true
                counted.removeLast(counted.count - Self.mostExpansions)
            }
            let rarity = statistics.inverseDocumentFrequency(counted.reduce(0) { $0 + $1.found })
            for (term, distance, _) in counted {
                var share = Self.prefixBoost
                if case .fuzzy = node { share = distance == 0 ? 1 : Self.fuzzyBoost / Float(distance) }
                leaves.append(Leaf(term: term, field: field, inverseDocumentFrequency: rarity, boost: boost(field) * share))
            }
        }
        return (leaves, isCut)
    }

    /// The words of a phrase in one field, with the rarity of all of them together; nil where one is missing everywhere.
    package func phrase(_ words: [[UInt8]], field: TextField) -> [Leaf]? {
        let terms = words.map { [kind(field)] + $0 }
        // All are asked for before one is missed: a browser then brings them together.
        let found = terms.map { statistics.found($0) }
        if found.contains(0) { return nil }
        let rarity = found.reduce(0.0) { $0 + statistics.inverseDocumentFrequency($1) }
        return terms.map { Leaf(term: $0, field: field, inverseDocumentFrequency: rarity, boost: boost(field)) }
    }
}
