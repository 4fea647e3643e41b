import Language

/// "Provided, That the State may use its own funds": a rule of its own behind words that otherwise open a condition.
extension Grammar {
    /// Where the rule begins that a proviso introduces at the start of `range`; nil where there is none, or where a main clause
    /// follows, so that the proviso is its condition.
    func behindProviso(_ range: Range<Int>) -> Int? {
        var at = range.lowerBound
        while at < range.upperBound, has(at, .conjunction) { at += 1 }
        guard word(at) == .provided else { return nil }
        at += 1
        while at < range.upperBound, word(at) == .comma || has(at, .adverb.or(.conjunction)) { at += 1 }
        guard word(at) == .that, isRule(at + 1) else { return nil }
        let isOpening = isSentenceStart(range.lowerBound) && ![.colon, .semicolon].contains(word(range.lowerBound - 1))
        if isOpening,
            let modal = (at + 1..<range.upperBound).first(where: { isFinite($0) }),
            (modal..<range.upperBound).contains(where: { word($0) == .comma && beginsMainClause($0 + 1, range.upperBound) })
        {
            return nil
        }
        return at + 1
    }

    /// The clause that begins at `start` says what somebody shall or may do, not what must be the case: "provided that notice shall be
    /// given", but "provided that the Tenant shall not then be in default", "provided that the Buyer has paid".
    func isRule(_ start: Int) -> Bool {
        var at = start
        // A condition in front has a verb of its own.
        while at < start + 40, tokens.holds(at), ![.semicolon, .colon, .fullStop].contains(word(at)) {
            if isFinite(at), !has(at - 1, .relative) {
                guard [.shall, .must, .may, .will].contains(word(at)) else { return false }
                var verb = at + 1
                while has(verb, .adverb.or(.negation)), verb < at + 5 { verb += 1 }
                switch word(verb) {
                case .have: return !has(verb + 1, .participle) || has(verb + 1, .thing)
                case .be:
                    let participle = skipAdverbs(verb + 1, verb + 5)
                    return isParticiple(participle) && !isStatusParticiple(participle)
                default: return !has(verb, .stative) && !isState(verb)
                }
            }
            at += 1
        }
        return false
    }
}
