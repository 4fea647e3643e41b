import Language

/// What kind of statement a sentence is.
enum StatementKinds {
    static func kind(of tokens: Range<Int>, in grammar: Grammar, norms: [Norm], sawState: Bool) -> Statement.Kind {
        // By index: a loop over the norms copies each.
        if norms.indices.contains(where: { norms[$0].strength != .principle }) { return .norm }
        if !norms.isEmpty { return .principle }
        if isDefinition(tokens, grammar) { return .definition }
        if sawState || isConstitutive(tokens, grammar) { return .constitutive }
        return tokens.contains(where: { isVerb($0, grammar) }) ? .fact : .unread
    }

    private static func isDefinition(_ tokens: Range<Int>, _ grammar: Grammar) -> Bool {
        for index in tokens.prefix(40) {
            switch grammar.word(index) {
            case .means,
                .mean where !grammar.has(index - 1, .determiner):
                return true
            case .meaning where grammar.has(index - 1, .determiner) && grammar.has(index - 2, .auxiliary): return true
            case .defined where grammar.has(index - 1, .auxiliary): return true
            case .refers where grammar.word(index + 1) == .to: return true
            default: break
            }
        }
        return false
    }

    /// The law speaks and thereby makes it so: "This Act applies", "is established", "takes effect".
    private static func isConstitutive(_ tokens: Range<Int>, _ grammar: Grammar) -> Bool {
        for index in tokens {
            switch grammar.word(index) {
            case .shall, .deemed, .applies: return true
            case .apply where !grammar.has(index - 1, .preposition): return true
            case .hereby: return true
            case .take, .takes: if grammar.word(index + 1) == .effect { return true }
            default: break
            }
        }
        return false
    }

    private static func isVerb(_ index: Int, _ grammar: Grammar) -> Bool {
        grammar.has(index, .auxiliary.or(.modal).or(.presentVerb)) || grammar.has(index, .verb) && !grammar.has(index, .thing.or(.agent))
    }
}
