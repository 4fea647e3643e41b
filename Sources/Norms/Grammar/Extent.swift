import Language

/// How far an adverbial reaches.
extension Grammar {
    /// The end of the adverbial that `opener` begins at `start`. `leading`: the main clause comes after it.
    func extent(of opener: Opener, at start: Int, limit: Int, leading: Bool) -> Int {
        if opener.isWhole { return min(limit, start + opener.length) }
        return leading ? leadingExtent(of: opener, at: start, limit: limit) : trailingExtent(of: opener, at: start, limit: limit)
    }

    /// To the comma behind which the main clause, or the next adverbial, begins.
    private func leadingExtent(of opener: Opener, at start: Int, limit: Int) -> Int {
        var firstComma: Int?
        var index = start + opener.length
        while index < limit {
            if word(index) == .open {
                index = afterBracket(index, limit)
                continue
            }
            if word(index) == .comma {
                if firstComma == nil { firstComma = index }
                let next = index + 1
                if word(next) == .then { return index }
                if !has(next, .conjunction) {
                    if !opener.isClause, self.opener(at: next, limit: limit) != nil { return index }
                    if self.opener(at: next, limit: limit) != nil, word(index - 1) != .and, startsOwnAdverbial(next) { return index }
                    if beginsMainClause(next, limit) { return index }
                }
            }
            index += 1
        }
        // No comma: "If X fails Y shall ..." cannot be cut safely; a phrase ends before its first comma.
        return firstComma ?? limit
    }

    private func startsOwnAdverbial(_ index: Int) -> Bool {
        switch word(index) {
        case .unless, .except, .subject, .notwithstanding, .upon: true
        default: false
        }
    }

    /// From `index` on comes a noun phrase and then, before the next comma, a cue or another finite verb of the main clause.
    func beginsMainClause(_ index: Int, _ limit: Int) -> Bool {
        guard index < limit, startsNounPhrase(index) || word(index) == .there || word(index) == .nothing || has(index, .adverb) else {
            return false
        }
        var at = index
        var inRelative = false
        while at < limit, at - index < 60 {
            if word(at) == .open {
                at = afterBracket(at, limit)
                continue
            }
            if word(at) == .comma {
                // A parenthetical between subject and verb: look behind it.
                let next = at + 1
                guard
                    opener(at: next, limit: limit) != nil || has(next, .conjunction) || word(next) == .which || word(next) == .who
                        || startsNounPhrase(next)
                else { return false }
                inRelative = word(next) == .which || word(next) == .who
                at += 1
                continue
            }
            if word(at) == .semicolon || word(at) == .colon { return false }
            if at > index, has(at, .relative), word(at - 1) != .comma { inRelative = true }
            if isFinite(at), at > index {
                if inRelative {
                    inRelative = false
                } else {
                    return true
                }
            }
            at += 1
        }
        return false
    }

    /// A modal or an auxiliary that can carry a clause, or one of the verbs that make norms.
    func isFinite(_ index: Int) -> Bool {
        if has(index, .modal) { return word(index) != .may || isModalMay(index) }
        switch word(index) {
        case .is, .are, .has, .have, .was, .were, .does, .do, .agrees, .agree, .undertakes, .reserves, .intends, .covenants, .grants,
            .expects:
            return !has(index - 1, .preposition)
        default: return false
        }
    }

    /// To the end of the sentence's part, or where something new begins.
    private func trailingExtent(of opener: Opener, at start: Int, limit: Int) -> Int {
        var index = start + opener.length
        // "including, where appropriate, the transfer of credit".
        if word(start) == .including, word(index) == .comma { return limit }
        var holdsClause = opener.isClause
        while index < limit {
            // "The fees under this Agreement shall be paid": a phrase holds no finite verb but in a relative clause.
            if !holdsClause, index > start + opener.length, has(index, .modal), isFinite(index) { return index }
            if has(index, .relative) || [.as, .than, .what, .how, .whether].contains(word(index)) { holdsClause = true }
            // "through an approach which will: ...": what is promised of the phrase's noun is not part of the phrase.
            if !opener.isClause, has(index, .relative), word(index) != .that, has(index + 1, .modal) { return index }
            switch word(index) {
            case .open:
                index = afterBracket(index, limit)
                continue
            case .semicolon, .colon: return index
            case .dash where tokens[index].isSpaced: return index
            case .comma:
                if !opener.isClause, opener.kind == .aside {
                    return isEnumeration(index, limit) ? nextAfterEnumeration(index, limit) : index
                }
                if has(index + 1, .conjunction) || !opener.isClause {
                    if beginsClauseAfterConjunction(index + 1, limit) || !opener.isClause && !has(index + 1, .conjunction) { return index }
                } else if self.opener(at: index + 1, limit: limit) != nil || has(index + 1, .relative) {
                    return index
                }
            case .and, .or, .but:
                if beginsClauseAfterConjunction(index, limit), !opener.isClause || hasVerb(start + opener.length, index) { return index }
                if !opener.isClause, has(index + 1, .verb), !has(index + 1, .thing.or(.agent)), startsNounPhrase(index + 2) { return index }
            default:
                if index > start + opener.length, let next = self.opener(at: index, limit: limit),
                    !(opener.kind == .condition && !opener.isClause && next.kind == .deadline),
                    next.isClause || !opener.isClause || next.kind == .exception,
                    next.kind == .condition || next.kind == .exception || !opener.isClause, !(word(index) == .subject && opener.isClause)
                {
                    return index
                }
            }
            index += 1
        }
        return index
    }

    /// "and the Tenant shall": a conjunction, a short noun phrase and a cue.
    func beginsClauseAfterConjunction(_ index: Int, _ limit: Int) -> Bool {
        guard has(index, .conjunction) else { return false }
        var at = index + 1
        if has(at, .adverb) { at += 1 }
        if word(at) == .comma { at += 1 }
        if has(at, .modal), isFinite(at) { return true }
        guard startsNounPhrase(at) else { return false }
        var steps = 0
        while at < limit, steps < 14 {
            if isFinite(at) { return has(at, .modal) || steps > 0 }
            if tokens[at].kind == .mark || has(at, .relative.or(.subordinator)) && word(at) != .that { return false }
            if has(at, .gerund), steps == 0 { return false }
            at += 1
            steps += 1
        }
        return false
    }

    /// A comma between members of a list of noun phrases: another comma or a conjunction closes it soon.
    func isEnumeration(_ comma: Int, _ limit: Int) -> Bool {
        var at = comma + 1
        if has(at, .conjunction) {
            return !beginsClauseAfterConjunction(at, limit) && !(has(at + 1, .verb) && !has(at + 1, .thing.or(.agent)))
        }
        guard startsNounPhrase(at) || has(at, .participle.or(.gerund)) else { return false }
        var steps = 0
        while at < limit, steps < 12 {
            if word(at) == .comma { return has(at + 1, .conjunction) || isEnumeration(at, limit) }
            if has(at, .conjunction) { return !beginsClauseAfterConjunction(at, limit) }
            if tokens[at].kind == .mark || isFinite(at) || has(at, .relative) && word(at) != .that { return false }
            at += 1
            steps += 1
        }
        return false
    }

    private func nextAfterEnumeration(_ comma: Int, _ limit: Int) -> Int {
        var at = comma
        while at < limit, word(at) == .comma || !(tokens[at].kind == .mark) {
            if word(at) == .comma, !isEnumeration(at, limit) { return at }
            at += 1
        }
        return at
    }
}
