import Language

/// How far an adverbial reaches.
extension Grammar {
    /// "may do any of the following:", "shall have the following powers:": the acts themselves are the items below; true for powers.
    func announcesItems(_ action: Int, _ limit: Int) -> Bool? {
        guard action < limit, word(limit) == .colon || word(limit) == .dash || word(limit - 1) == .dash else { return nil }
        let range = trimmed(action..<limit)
        guard let last = range.last, range.count < 12 else { return nil }
        let isBare = word(last) == .following
        guard isBare || word(last - 1) == .following else { return nil }
        switch word(action) {
        case .do: return false
        case .take, .carry: return spells(last, "actions") || spells(last, "steps") || spells(last, "measures") ? false : nil
        case .have:
            if spells(last, "powers") || spells(last, "rights") { return true }
            return spells(last, "functions") || spells(last, "duties") || spells(last, "responsibilities") || spells(last, "obligations")
                || spells(last, "tasks") ? false : nil
        default: return nil
        }
    }

    /// The end of the adverbial that `opener` begins at `start`. `leading`: the main clause comes after it.
    func extent(of opener: Opener, at start: Int, limit: Int, leading: Bool) -> Int {
        if opener.isWhole {
            let end = min(limit, start + opener.length)
            // "Within ten days after the contract is amended so that its value falls, the clerk shall": the anchor goes on.
            guard leading, opener.kind == .deadline, end < limit,
                [.so, .that].contains(word(end)) || has(end, .relative) || has(end, .conjunction) && scanner.recurrence(at: end + 1) == nil
            else { return end }
            return (end + 1..<limit).first { word($0) == .comma && beginsMainClause($0 + 1, limit) } ?? end
        }
        return leading ? leadingExtent(of: opener, at: start, limit: limit) : trailingExtent(of: opener, at: start, limit: limit)
    }

    /// To the comma behind which the main clause, or the next adverbial, begins.
    private func leadingExtent(of opener: Opener, at start: Int, limit: Int) -> Int {
        var firstComma: Int?
        var index = start + opener.length
        // "If, after three weeks, nothing is heard": set off behind the opening word.
        if opener.isClause, word(index) == .comma, let close = (index + 1..<limit).first(where: { word($0) == .comma }) {
            index = close + 1
        }
        while index < limit {
            if word(index) == .open {
                index = afterBracket(index, limit)
                continue
            }
            if word(index) == .comma {
                // "the Amount or, after the set-off, any part of it": a parenthesis behind a conjunction.
                if opener.isClause, has(index - 1, .conjunction),
                    let close = (index + 1..<min(limit, index + 20)).first(where: { word($0) == .comma })
                {
                    index = close + 1
                    continue
                }
                if tokens[index + 1].kind == .label || has(index - 1, .determiner) {
                    index += 1
                    continue
                }
                // "Subject to this Act the Minister shall": no comma parts the phrase from its clause.
                if !opener.isClause, firstComma == nil, let subject = subjectBehindPhrase(start + opener.length, index) { return subject }
                // "in the event a party is required to disclose it will, except where unlawful, give notice".
                if opener.isClause, firstComma == nil, has(index - 1, .modal), let subject = pronounSubject(start + 2, index),
                    subject == index - 2
                {
                    return subject
                }
                if firstComma == nil { firstComma = index }
                let next = index + 1
                if word(next) == .then { return index }
                // "If it is unfair, and if it does harm, the Party may": two conditions.
                if opener.isClause, has(next, .conjunction), next + 1 < limit, let second = self.opener(at: next + 1, limit: limit),
                    second.isClause, second.kind == .condition || second.kind == .exception
                {
                    return index
                }
                // "Subject to this Agreement, and in reliance upon the warranties, the Buyer shall".
                if !opener.isClause, has(next, .conjunction), has(next + 1, .preposition), word(index - 1) != .of { return index }
                if !has(next, .conjunction) {
                    if !opener.isClause, self.opener(at: next, limit: limit) != nil { return index }
                    if self.opener(at: next, limit: limit) != nil, word(index - 1) != .and,
                        startsOwnAdverbial(next) || isReduced(start + opener.length, index)
                    {
                        return index
                    }
                    if tokens[next].kind != .number, beginsMainClause(next, limit),
                        !isEnumeration(index, limit) || !opener.isClause && isLastBeforeVerb(index, limit)
                    {
                        return index
                    }
                }
            }
            index += 1
        }
        // No comma: "If X fails Y shall ..." cannot be cut safely; a phrase ends before its first comma, or before the subject of the modal.
        return firstComma
            ?? (opener.isClause
                ? pronounSubject(start + 2, limit) ?? subjectBehindClause(start + opener.length, limit)
                : subjectBehindPhrase(start + opener.length, limit))
            ?? limit
    }

    /// "Subject to subsection (3), no vessel or other thing may": the last comma before the verb of the main clause ends what is in front.
    private func isLastBeforeVerb(_ comma: Int, _ limit: Int) -> Bool {
        var at = comma + 1
        while at < limit, !isFinite(at) {
            if word(at) == .comma || has(at, .relative) { return false }
            at = word(at) == .open ? afterBracket(at, limit) : at + 1
        }
        return at < limit && has(at, .modal)
    }

    /// "If you hear of a claim you shall tell us": a pronoun with a modal, behind a clause that has its verb.
    private func pronounSubject(_ start: Int, _ limit: Int) -> Int? {
        (start + 2..<limit).first {
            [.you, .we, .they, .he, .she, .it].contains(word($0))
                && (has($0 + 1, .modal) && isFinite($0 + 1) || reads($0 + 1, .do, .not) || reads($0 + 1, .does, .not))
                && !has($0 - 1, .preposition.or(.conjunction).or(.relative).or(.subordinator).or(.determiner)) && hasVerb(start, $0)
        }
    }

    /// "unless otherwise provided by law": a participle in place of the whole verb, so nothing more belongs to it.
    private func isReduced(_ start: Int, _ end: Int) -> Bool {
        let verb = skipAdverbs(start, end)
        return verb < end && has(verb, .participle) && !has(verb, .thing.or(.agent).or(.determiner))
            && !(verb..<end).contains { isFinite($0) }
    }

    /// "Pursuant to Article 3 the Agency shall": where the noun phrase in front of the first modal begins.
    private func subjectBehindPhrase(_ start: Int, _ limit: Int) -> Int? {
        guard let modal = (start..<limit).first(where: { has($0, .modal) && isFinite($0) }),
            !(start..<modal).contains(where: { has($0, .relative.or(.subordinator)) || word($0) == .as })
        else { return nil }
        let article = (start + 1..<max(start + 1, modal)).last {
            has($0, .determiner) && !has($0 - 1, .preposition.or(.determiner).or(.conjunction).or(.participle).or(.gerund))
        }
        // "During the Restricted Period Employee shall": a party of the contract, which takes no article.
        if article == nil, modal - 2 > start, tokens[modal - 1].isCapital, has(modal - 1, .agent) || tokens[modal - 1].isAcronym,
            has(modal - 2, .thing.or(.timeUnit)), !has(modal - 2, .agent)
        {
            return modal - 1
        }
        return article
    }

    /// "If the Tenant fails to pay the rent the Landlord may": where the noun phrase before the modal of the main clause begins, which no
    /// comma parts from a clause that has its verb.
    private func subjectBehindClause(_ start: Int, _ limit: Int) -> Int? {
        guard let modal = (start..<limit).last(where: { has($0, .modal) && isFinite($0) }), modal > start + 4,
            let subject = (start + 3..<modal).last(where: { has($0, .determiner) }),
            !has(subject - 1, .preposition.or(.determiner).or(.conjunction).or(.relative).or(.subordinator).or(.adverb)),
            !has(subject - 1, .verb.or(.presentVerb).or(.gerund).or(.auxiliary).or(.modal)) || has(subject - 1, .thing.or(.agent)),
            !(subject..<modal).contains(where: { has($0, .relative.or(.subordinator).or(.conjunction)) || word($0) == .as }),
            animacy(of: subject..<modal) == .agent
        else { return nil }
        let hasItsVerb = (start..<subject).contains {
            isFinite($0) || has($0, .presentVerb.or(.participle)) && !has($0, .thing.or(.agent).or(.adjective))
        }
        return hasItsVerb ? subject : nil
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
                // "the director, on request, may": it closes before the verb.
                if !inRelative, at > index, has(next, .modal), isFinite(next) { return true }
                guard
                    opener(at: next, limit: limit) != nil || word(next) == .which || word(next) == .who
                        || has(next, .conjunction.or(.preposition).or(.participle)) || startsNounPhrase(next)
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
        case .est, .sont: return !tokens[index].isCapital
        case .is, .are, .has, .have, .was, .were, .does, .do, .agrees, .agree, .undertakes, .reserves, .intends, .covenants, .grants,
            .expects:
            return !has(index - 1, .preposition)
        case .reserve, .promise, .undertake: return has(index - 1, .pronoun.or(.agent))
        case .plans, .plan, .intend, .seek, .seeks: return word(index + 1) == .to && !has(index - 1, .preposition.or(.modal))
        default: return false
        }
    }

    /// To the end of the sentence's part, or where something new begins.
    private func trailingExtent(of opener: Opener, at start: Int, limit: Int) -> Int {
        var index = start + opener.length
        // "unless, prior to the sale, the Buyer": set off behind the opening word.
        if opener.isClause, word(index) == .comma { index += 1 }
        // "including, where appropriate, the transfer of credit".
        if word(start) == .including, word(index) == .comma { return limit }
        // "not accept, including after entering office, any gift".
        if word(start) == .including, [.after, .before, .upon, .when, .during].contains(word(index)) {
            return (index..<limit).first { word($0) == .comma } ?? limit
        }
        var holdsClause = opener.isClause
        while index < limit {
            // "The fees under this Agreement shall be paid": a phrase holds no finite verb but in a relative clause.
            if !holdsClause || opener.isClause && isReducedThrough(start + opener.length, index), index > start + opener.length,
                has(index, .modal),
                isFinite(index)
            {
                return index
            }
            // "throughout the term all necessary rights": another noun phrase, which is no part of the first.
            if opener.kind == .aside, !opener.isClause, index > start + opener.length + 1, has(index, .determiner),
                has(index - 1, .timeUnit) || spells(index - 1, "term") || spells(start - 1, "available") && has(index - 1, .thing)
            {
                return index
            }
            if has(index, .relative) || [.as, .than, .what, .how, .whether].contains(word(index)) { holdsClause = true }
            // "through an approach which will: ...": what is promised of the phrase's noun is not part of the phrase.
            if !opener.isClause, has(index, .relative), word(index) != .that, has(index + 1, .modal) { return index }
            switch word(index) {
            case .open:
                index = afterBracket(index, limit)
                continue
            case .semicolon, .colon: return index
            // "on the request of a Party to consider the matter": what for.
            case .to
            where !opener.isClause && opener.kind == .condition && has(index - 1, .agent) && has(index + 1, .verb)
                && !has(index + 1, .thing.or(.agent)):
                return index
            case .by where opener.kind == .aside && !opener.isClause && index > start + opener.length && !has(index - 1, .participle):
                // "settled during her lifetime only by the guardian": who acts stands outside the phrase.
                if startsNounPhrase(index + 1), !has(index + 1, .gerund), tokens[index + 1].kind != .number { return index }
            case .dash where tokens[index].isSpaced: return index
            case .comma where tokens[index + 1].kind == .number && text.value(tokens[index + 1]).map { $0 > 1000 } ?? false: break
            case .comma where opensPredicate(start) && isPlainPredicate(index + 1) && hasVerb(start + opener.length, index): return index
            // "when entering its territory, the same treatment": a clause without a subject ends at its comma.
            case .comma where opener.isClause && has(start + opener.length, .gerund) && has(index + 1, .determiner): return index
            // "the director, if he so wishes, may"; "and if asked by the Council, shall arrange".
            case .comma where (has(start - 1, .conjunction) || word(start - 1) == .comma) && has(index + 1, .modal) && isFinite(index + 1):
                return index
            // "other than the Chief Justice, and is entitled to": the main predicate goes on.
            case .comma where !opener.isClause && has(index + 1, .conjunction) && has(index + 2, .auxiliary) && isFinite(index + 2):
                return index
            case .comma:
                if !opener.isClause, opener.kind == .aside {
                    return isEnumeration(index, limit) ? nextAfterEnumeration(index, limit) : index
                }
                if !opener.isClause, opener.kind == .exception || opener.kind == .condition,
                    !has(index + 1, .determiner) || has(index + 1, .conjunction), isEnumeration(index, limit)
                {
                    index = max(index + 1, nextAfterEnumeration(index, limit))
                    continue
                }
                // "so long as it lasts, and provided the party acts": two conditions.
                if opener.isClause, has(index + 1, .conjunction), let next = self.opener(at: index + 2, limit: limit), next.isClause,
                    next.kind == .condition || next.kind == .exception
                {
                    return index
                }
                if has(index + 1, .conjunction) || !opener.isClause {
                    if beginsClauseAfterConjunction(index + 1, limit) || !opener.isClause && !has(index + 1, .conjunction) { return index }
                } else if self.opener(at: index + 1, limit: limit) != nil || has(index + 1, .relative) {
                    return index
                }
            case .and, .or, .but:
                if goesOn(opener, start, index, limit) { break }
                if beginsClauseAfterConjunction(index, limit), !opener.isClause || hasVerb(start + opener.length, index) { return index }
                if !opener.isClause, has(index + 1, .verb), !has(index + 1, .thing.or(.agent)), startsNounPhrase(index + 2) { return index }
                // "solely for the purpose and to return it": the duty's next infinitive.
                if !opener.isClause, opener.kind == .aside, word(index + 1) == .to, has(index + 2, .verb), !has(index + 2, .determiner),
                    !(start..<index).contains(where: { word($0) == .to })
                {
                    return index
                }
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

    /// "any member when directed by the Council shall": no subject stands behind the opening word, so the modal is the main verb's.
    private func isReducedThrough(_ start: Int, _ index: Int) -> Bool {
        has(start, .participle) && !has(start, .thing.or(.agent).or(.determiner))
            && !(start..<index).contains { isFinite($0) || has($0, .relative.or(.subordinator)) }
    }

    /// "unless the fee has been paid and the matter has not been settled": what is so, and no rule, is more of the condition.
    private func goesOn(_ opener: Opener, _ start: Int, _ conjunction: Int, _ limit: Int) -> Bool {
        guard opener.isClause, opener.kind == .condition || opener.kind == .exception, word(conjunction) != .but,
            hasVerb(start + opener.length, conjunction), startsNounPhrase(conjunction + 1)
        else { return false }
        var at = conjunction + 1
        while at < limit, at - conjunction < 14, isWord(at), !has(at, .relative.or(.subordinator)) {
            if isFinite(at) { return has(at, .auxiliary) && !has(at, .modal) && cue(at: at, limit: limit) == nil }
            at += 1
        }
        return false
    }

    /// "may suspend the service and, if the breach lasts, ...": a clause in front of the next verb of the same predicate.
    func opensPredicate(_ start: Int) -> Bool { word(start - 1) == .comma && has(start - 2, .conjunction) }

    /// A verb in its plain form with an object behind it.
    func isPlainPredicate(_ index: Int) -> Bool {
        has(index, .verb) && !has(index, .agent.or(.thing).or(.adjective).or(.determiner).or(.auxiliary)) && startsNounPhrase(index + 1)
    }

    /// "and the Tenant shall": a conjunction, a short noun phrase and a cue.
    func beginsClauseAfterConjunction(_ index: Int, _ limit: Int) -> Bool {
        guard has(index, .conjunction) else { return false }
        // "he or she", "it or they": one subject.
        if has(index - 1, .pronoun), has(index + 1, .pronoun), isFinite(index + 2) { return false }
        if isRelativePredicate(before: index, from: max(0, index - 12)) { return false }
        var at = index + 1
        if has(at, .adverb) { at += 1 }
        if word(at) == .comma { at += 1 }
        if has(at, .modal), isFinite(at) { return true }
        guard startsNounPhrase(at) else { return false }
        var steps = 0
        while at < limit, steps < 14 {
            if isFinite(at) { return has(at, .modal) || steps > 0 }
            if word(at) == .so || word(at) == .that && steps > 0 && isNoun(at - 1) { return false }
            // "such help and advice as the Buyer may need": the clause tells which.
            if steps > 0, word(at) == .as || word(at) == .than { return false }
            if tokens[at].kind == .mark || has(at, .relative.or(.subordinator)) && word(at) != .that { return false }
            if has(at, .gerund), steps == 0 { return false }
            at += 1
            steps += 1
        }
        return false
    }

    private func isNoun(_ index: Int) -> Bool {
        has(index, .thing.or(.agent)) || tokens[index].kind == .word && tokens[index].classes.isEmpty
    }

    /// A comma between members of a list of noun phrases: another comma or a conjunction closes it soon.
    func isEnumeration(_ comma: Int, _ limit: Int) -> Bool {
        var at = comma + 1
        if has(at, .conjunction) {
            return !beginsClauseAfterConjunction(at, limit) && !(has(at + 1, .verb) && !has(at + 1, .thing.or(.agent)))
        }
        guard startsNounPhrase(at) || has(at, .participle.or(.gerund)) else { return false }
        if word(at) != .other, let opener = opener(at: at, limit: limit), opener.kind != .aside { return false }
        var steps = 0
        while at < limit, steps < 12 {
            if word(at) == .comma { return has(at + 1, .conjunction) || isEnumeration(at, limit) }
            if has(at, .conjunction) {
                return !beginsClauseAfterConjunction(at, limit) && !isFinite(at + 1)
                    && !(has(at + 1, .presentVerb) && !has(at + 1, .thing.or(.agent)) && [.that, .the, .to].contains(word(at + 2)))
            }
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
