import Language

/// Who acts where the subject does not say: "by X" behind a passive, whoever is not prevented, whose consent it is.
extension SentenceReader {
    /// "Nothing in ... shall prevent the Buyer from seeking", "shall be construed as obliging the Buyer to pay": whom it leaves free, and to what.
    func freedom(_ cue: Cue, _ limit: Int) -> Cue? {
        if cue.bearer != nil { return cue }
        let grammar = grammar
        guard let freed = (cue.action..<min(limit, cue.action + 5)).lazy.compactMap({ grammar.freedom(at: $0, limit) }).first else {
            return nil
        }
        var made = cue
        made.modality = freed.modality
        // "Nothing is intended to prevent": no hope, but leave.
        made.strength = .binding
        made.voice = .active
        made.bearer = freed.bearer
        made.action = freed.action
        made.isWeak = false
        return made
    }

    /// "Nothing in ... shall give the Buyer any right to", "shall confer rights on third parties": what nobody gets.
    func denial(_ cue: Cue, _ limit: Int) -> Cue? {
        guard let denied = grammar.denied(at: cue.action, limit) else { return nil }
        var made = cue
        made.modality = .noRight
        made.voice = .nominal
        made.bearer = denied.receiver
        made.action = denied.object
        return made
    }

    func agentPhrase(_ action: Int, _ limit: Int, _ adverbials: [Adverbial]) -> Range<Int>? {
        var index = action + 1
        while index < limit {
            if let span = adverbials.first(where: { $0.tokens.contains(index) }) {
                index = span.tokens.upperBound
                continue
            }
            if grammar.word(index) == .par, let party = grammar.frenchParty(behind: index, limit) { return party }
            // "for goods kept in a place operated by X": X operates, nothing more.
            if grammar.word(index) == .by, index > action + 1, grammar.has(index - 1, .participle),
                !grammar.has(index - 1, .agent.or(.thing)),
                !grammar.has(index - 2, .conjunction), grammar.word(index - 2) != .comma
            {
                index += 1
                continue
            }
            if grammar.word(index) == .by, grammar.startsNounPhrase(index + 1), !grammar.has(index + 1, .gerund),
                grammar.tokens[index + 1].kind != .number
            {
                var end = index + 1
                while end < limit, !adverbials.contains(where: { $0.tokens.contains(end) }) {
                    let token = grammar.tokens[end]
                    // "the U.S. and Ukraine".
                    if token.word == .fullStop, !token.isSpaced, grammar.tokens[end - 1].upper - grammar.tokens[end - 1].lower == 1,
                        grammar.tokens[end - 1].isCapital
                    {
                        end += 1
                        continue
                    }
                    if token.kind == .mark, token.word != .comma || !grammar.isEnumeration(end, limit) { break }
                    // "pledged by the Seller, or be taken by process".
                    if grammar.word(end + 1) == .be || token.word == .comma && grammar.word(end + 2) == .be { break }
                    if token.is(.adjective), end > index + 1, !token.isCapital,
                        grammar.has(end - 1, .agent) || grammar.tokens[end - 1].isCapital
                    {
                        break
                    }
                    if token.is(.preposition.or(.relative)), token.word != .of, !(token.word == .for && grammar.tokens[end + 1].isCapital) {
                        break
                    }
                    // "paid by the Commission their expenses": a second object.
                    if token.is(.determiner.or(.possessive)), end > index + 1,
                        !grammar.has(end - 1, .preposition.or(.conjunction).or(.determiner)), grammar.word(end - 1) != .comma
                    {
                        break
                    }
                    if token.is(.participle), !token.is(.agent.or(.thing)), end > index + 1, !token.isCapital,
                        !grammar.has(end - 1, .determiner)
                    {
                        break
                    }
                    if grammar.has(end, .conjunction),
                        grammar.has(end + 1, .participle.or(.verb).or(.modal)) && !grammar.has(end + 1, .agent.or(.thing))
                    {
                        break
                    }
                    end += 1
                }
                let range = (index + 1)..<end
                if grammar.animacy(of: range) == .agent || grammar.isOffice(range) { return range }
                // "terminated by notice in writing by either State": by what, then by whom.
                index = max(index, end - 1)
            }
            index += 1
        }
        return nil
    }

    /// "Landlord's consent shall not be withheld": nobody but the one whose consent it is can withhold it.
    func consentHolder(_ subject: Range<Int>) -> [String]? {
        guard let head = subject.first(where: { grammar.isConsent($0) }) else { return nil }
        if let owner = grammar.owner(of: head, within: sentence) { return [grammar.name(owner)] }
        // "the consent of the Landlord, which consent shall not ...": named before.
        var index = head - 1
        while index >= sentence.lowerBound {
            if grammar.isConsent(index), let owner = grammar.owner(of: index, within: sentence) { return [grammar.name(owner)] }
            index -= 1
        }
        return nil
    }
}

extension Grammar {
    func isConsent(_ index: Int) -> Bool {
        word(index) == .consent || word(index) == .approval || word(index) == .permission || spells(index, "authorization")
            || spells(index, "authorisation") || spells(index, "acceptance")
    }

    /// Whose thing the noun at `index` is: "the Landlord's prior written consent", "the consent of the Landlord".
    func owner(of index: Int, within sentence: Range<Int>) -> Range<Int>? {
        var at = index - 1
        while at > sentence.lowerBound, index - at < 8 {
            if tokens[at].kind == .genitive {
                var lower = at - 1
                while lower > sentence.lowerBound,
                    tokens[lower - 1].isCapital && tokens[lower - 1].kind == .word
                        && !has(lower - 1, .determiner.or(.preposition).or(.conjunction))
                { lower -= 1 }
                return animacy(of: lower..<at) == .agent ? lower..<at : nil
            }
            guard
                has(at, .adjective.or(.participle).or(.adverb).or(.conjunction).or(.thing).or(.determiner)) || word(at) == .comma
                    || word(at) == .prior || word(at) == .express
            else { break }
            if has(at, .determiner) { break }
            at -= 1
        }
        guard word(index + 1) == .of || word(index + 1) == .from || word(index + 1) == .by else { return nil }
        var end = index + 2
        while end < sentence.upperBound, end - index < 7, isWord(end),
            end == index + 2 || !has(end, .preposition.or(.conjunction).or(.modal).or(.auxiliary).or(.relative))
        { end += 1 }
        let range = (index + 2)..<end
        return animacy(of: range) == .agent ? parties(in: range).first : nil
    }
}
