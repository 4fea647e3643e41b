import Language

/// Left of a cue: whether a conjunction or a comma ends the clause before, or joins the names of one subject.
extension Grammar {
    /// The conjunction ends the clause before: what follows it up to the cue is a subject, or nothing.
    func closesClause(_ index: Int, _ end: Int, _ lower: Int) -> Bool {
        let rest = trimmed((index + 1)..<end)
        if rest.isEmpty { return true }
        guard startsNounPhrase(rest.lowerBound) else { return false }
        // ", and the proration of units and the rights shall cease": the clause begins at the first of them.
        var before = index - 1
        while before > lower, index - before < 14, isWord(before), !isFinite(before) { before -= 1 }
        if before > lower, word(before) == .comma, has(before + 1, .conjunction), has(before + 2, .determiner), before + 1 < index {
            return false
        }
        // "... and Landlord and Tenant shall": look one step further left.
        if word(index) == .and || word(index) == .or, index - 1 > lower,
            has(index - 1, .agent) || tokens[index - 1].isAcronym || [.you, .we].contains(word(index - 1))
                || isNameOfBody(index - 1, lower),
            animacy(of: rest) == .agent
        {
            var left = index - 1
            while left > lower,
                has(left, .agent.or(.determiner).or(.adjective)) || [.you, .we].contains(word(left)) || tokens[left].isCapital
            { left -= 1 }
            if has(left, .conjunction) || word(left) == .comma || word(left) == .that { return false }
        }
        return true
    }

    /// "the Home Office and the College shall": a name in capitals behind an article.
    private func isNameOfBody(_ index: Int, _ lower: Int) -> Bool {
        guard tokens[index].isCapital, tokens[index - 1].isCapital, !has(index, .verb.or(.timeUnit).or(.month)) else { return false }
        var left = index
        while left > lower, tokens[left].isCapital, tokens[left].kind == .word { left -= 1 }
        return word(left) == .the && (left == lower || tokens[left - 1].kind == .mark || has(left - 1, .conjunction.or(.subordinator)))
    }

    func isEnumerated(_ comma: Int, _ end: Int) -> Bool {
        guard has(comma - 1, .agent) || tokens[max(0, comma - 1)].isAcronym || tokens[max(0, comma - 1)].isCapital else { return false }
        return (comma + 1..<end).contains { has($0, .conjunction) }
    }
}
