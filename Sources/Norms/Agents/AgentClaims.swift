import Language

/// What a text says of a party's position beside its norms: whose consent is needed, at whose cost, whose property, who waives what.
///
/// None of this makes a norm of its own (`README.md`); but asked what the text means for one party, it belongs to the answer.
struct AgentClaims {
    let grammar: Grammar
    let mentions: PartyMentions
    /// A norm of the text binds or frees the party itself.
    let isBound: Bool
    let isLabelled: Bool
    /// A norm of the text forbids something.
    let isForbidding: Bool
    /// A norm of the text says what somebody need not do.
    let isFreeing: Bool

    func modalities() -> [Modality] {
        guard mentions.isNamed else { return [] }
        var found: [Modality] = []
        var isCondition = false
        for index in 0..<grammar.tokens.count {
            let token = grammar.tokens[index]
            guard token.kind == .word else {
                if token.word == .comma || token.word == .semicolon || token.word == .fullStop { isCondition = false }
                continue
            }
            if token.word == .if || token.word == .unless || token.word == .whether { isCondition = true }
            if let modality = modality(at: index, isCondition), !found.contains(modality) { found.append(modality) }
        }
        return found
    }

    private func modality(at index: Int, _ isCondition: Bool) -> Modality? {
        switch grammar.word(index) {
        case .consent, .approval, .permission: return consent(index)
        case .expense, .cost: return expense(index)
        case .request, .option, .discretion: return choice(index)
        case .obligation, .obligations, .duty, .responsibility:
            guard !isCondition, !isLabelled, owner(of: index) == .same, grammar.word(index + 1) == .to else { return nil }
            return isLifted(index) ? .exemption : .obligation
        case .right, .rights:
            return !isCondition && !isBound && owner(of: index) == .same && grammar.word(index + 1) == .to ? .right : nil
        default: break
        }
        if isCondition { return nil }
        return reservation(index) ?? belonging(index) ?? waiver(index) ?? payment(index) ?? gift(index) ?? refusal(index)
            ?? inspection(index)
    }

    /// "Tenant's obligation to pay Rent shall abate": the duty ends, or rests.
    private func isLifted(_ index: Int) -> Bool {
        guard let modal = (index..<min(grammar.tokens.count, index + 20)).first(where: { grammar.has($0, .modal) }) else { return false }
        let verb = grammar.word(modal + 1) == .be ? modal + 2 : modal + 1
        return grammar.spells(verb, anyOf: Self.lifting)
    }

    private static let lifting = TextBytes.hashes(
        "abate cease terminate end lapse expire abated suspended excused waived discharged released tolled")

    /// "reserves all rights not granted".
    private func reservation(_ index: Int) -> Modality? {
        guard grammar.word(index) == .reserves || grammar.word(index) == .retains || grammar.word(index) == .reserve,
            (index + 1..<index + 4).contains(where: { grammar.isRight($0) })
        else { return nil }
        return subject(before: index) == .same ? .right : nil
    }

    // MARK: Whose

    /// "Landlord's prior written consent", "the consent of the Landlord".
    private func owner(of index: Int) -> PartyRole.Match {
        var at = index - 1
        while at >= 0, index - at < 8 {
            let token = grammar.tokens[at]
            if token.kind == .genitive { return mentions.side(at - 1) }
            if token.word == .your || token.word == .our { return mentions.side(at) }
            guard
                token.is(.adjective.or(.participle).or(.adverb).or(.conjunction)) || token.word == .comma || token.word == .prior
                    || token.word == .cost
            else { break }
            at -= 1
        }
        return [.of, .from, .by].contains(grammar.word(index + 1)) ? named(index + 2) : .unknown
    }

    /// The party that the noun phrase at `index` names.
    private func named(_ index: Int) -> PartyRole.Match {
        for at in index..<(index + 4) {
            let side = mentions.side(at)
            if side == .same || side == .opposite { return grammar.tokens[at + 1].kind == .genitive ? .unknown : side }
            if !grammar.has(at, .determiner.or(.adjective)) { return .unknown }
        }
        return .unknown
    }

    /// The party before `index` that is the subject there: behind it stand only adverbs, and verbs that it shares.
    private func subject(before index: Int) -> PartyRole.Match {
        var at = index - 1
        while at >= 0, index - at < 12 {
            let side = mentions.side(at)
            // "Landlord and Tenant each waive": both of them.
            if side != .unknown, [.each, .both].contains(grammar.word(at + 1)), at > 1, grammar.has(at - 1, .conjunction),
                mentions.side(at - 2) != .unknown
            {
                return .shared
            }
            if side != .unknown { return grammar.tokens[at + 1].kind == .genitive ? .unknown : side }
            guard
                grammar.has(at, .adverb.or(.conjunction).or(.verb).or(.presentVerb).or(.auxiliary).or(.modal).or(.participle))
                    || grammar.word(at) == .comma || grammar.word(at) == .to
                    || [.hereby, .each, .both].contains(grammar.word(at))
            else { return isJoined(at + 1, index) ? firstSubject(before: at) : .unknown }
            at -= 1
        }
        return .unknown
    }

    /// "assumes all risk and releases": a conjunction right behind what the walk stopped at.
    private func isJoined(_ lower: Int, _ upper: Int) -> Bool {
        (lower..<min(upper, lower + 2)).contains { grammar.word($0) == .and }
    }

    /// The party with which the sentence begins.
    private func firstSubject(before index: Int) -> PartyRole.Match {
        var start = index
        while start > 0, ![.fullStop, .semicolon, .colon].contains(grammar.word(start - 1)), index - start < 40 { start -= 1 }
        while start < index, grammar.has(start, .determiner) { start += 1 }
        return grammar.tokens[start + 1].kind == .genitive ? .unknown : mentions.side(start)
    }

    // MARK: What

    /// Whose consent is needed decides; not so where the consent is itself what is owed ("shall not withhold its consent").
    private func consent(_ index: Int) -> Modality? {
        guard owner(of: index) == .same else { return nil }
        // "without Landlord's prior written consent": it is asked for, whatever else binds whoever gives it.
        let isAsked = (max(0, index - 6)..<index).contains { grammar.word($0) == .without }
        // "may, without Landlord's consent, assign": nobody is asked.
        if isAsked { return isForbidding ? .right : nil }
        guard !isBound, !isFreeing else { return nil }
        var at = index + 1
        while at < grammar.tokens.count, at - index < 12, grammar.tokens[at].kind == .word {
            // "Landlord's consent shall be required for any sublease": it is asked for.
            if grammar.has(at, .modal), grammar.word(at + 1) == .be, grammar.word(at + 2) == .required { return .right }
            if grammar.has(at, .modal) || grammar.has(at, .auxiliary) { return nil }
            at += 1
        }
        return .right
    }

    /// "at Tenant's sole expense": who pays.
    private func expense(_ index: Int) -> Modality? {
        guard owner(of: index) == .same, !isBound else { return nil }
        for at in stride(from: index - 1, to: max(-1, index - 9), by: -1) where grammar.word(at) == .at { return .obligation }
        return nil
    }

    /// "at Buyer's option", "upon the request of the Discloser".
    private func choice(_ index: Int) -> Modality? {
        guard owner(of: index) == .same, !isBound else { return nil }
        for at in stride(from: index - 1, to: max(-1, index - 8), by: -1)
        where grammar.word(at) == .at || grammar.word(at) == .upon || grammar.word(at) == .on || grammar.word(at) == .after {
            return .right
        }
        return nil
    }

    /// "shall be the property of X", "shall vest in X", "inures to the benefit of X", "satisfactory to X".
    private func belonging(_ index: Int) -> Modality? {
        func isTo(_ at: Int) -> Modality? { named(at) == .same ? .right : nil }
        if grammar.spells(index, "property"), grammar.word(index + 1) == .of {
            var at = index - 1
            while at >= 0, grammar.has(at, .determiner.or(.adjective).or(.conjunction)) { at -= 1 }
            return grammar.has(at, .auxiliary) || grammar.spells(at, "become") || grammar.spells(at, "remain")
                || grammar.spells(at, "remains") || grammar.spells(at, "becomes")
                ? isTo(index + 2) : nil
        }
        if grammar.spells(index, "vest") || grammar.spells(index, "vests"), grammar.word(index + 1) == .in { return isTo(index + 2) }
        if grammar.spells(index, "vest") || grammar.spells(index, "vests") || grammar.spells(index, "accelerate") {
            return held(before: index)
        }
        if grammar.spells(index, "inure") || grammar.spells(index, "inures") || grammar.spells(index, "enure"),
            let of = (index + 1..<index + 8).first(where: { grammar.word($0) == .of })
        {
            return isTo(of + 1)
        }
        if grammar.spells(index, "belong") || grammar.spells(index, "belongs"), grammar.word(index + 1) == .to { return isTo(index + 2) }
        if grammar.spells(index, "satisfactory") || grammar.spells(index, "acceptable"), grammar.word(index + 1) == .to, !isBound {
            return isTo(index + 2)
        }
        return nil
    }

    /// "all options held by X shall vest".
    private func held(before index: Int) -> Modality? {
        for at in stride(from: index - 1, to: max(-1, index - 10), by: -1) where mentions.side(at) == .same {
            return grammar.tokens[at + 1].kind == .genitive || (max(0, at - 3)..<at).contains { grammar.word($0) == .by } ? .right : nil
        }
        return nil
    }

    /// "X waives any claim against Y": X cannot claim, Y need not answer.
    private func waiver(_ index: Int) -> Modality? {
        let waives =
            grammar.spells(index, "waives") || grammar.spells(index, "waive")
            || grammar.spells(index, "waived") && grammar.has(index - 1, .auxiliary.or(.adverb))
            || grammar.spells(index, "relinquishes") || grammar.spells(index, "disclaims") || grammar.spells(index, "forfeits")
            || grammar.spells(index, "forfeit")
        let releases = grammar.spells(index, "releases") || grammar.spells(index, "release") && grammar.word(index - 1) == .hereby
        guard waives || releases, !(max(0, index - 3)..<index).contains(where: { grammar.has($0, .negation) }) else { return nil }
        let side = subject(before: index)
        if side == .same || side == .shared { return .noRight }
        guard side == .opposite else { return nil }
        if releases, named(index + 1) == .same { return .exemption }
        for at in index..<(index + 20) where grammar.word(at) == .against || grammar.word(at) == .from {
            if named(at + 1) == .same { return .exemption }
        }
        return nil
    }

    /// "X acquires no right in the Marks", "shall not entitle X to a bonus": what X does not get.
    private func refusal(_ index: Int) -> Modality? {
        if grammar.spells(index, "entitle"), grammar.word(index - 1) == .not { return named(index + 1) == .same ? .noRight : nil }
        guard grammar.spells(index, "acquires") || grammar.spells(index, "acquire") || grammar.spells(index, "obtains"),
            grammar.word(index + 1) == .no, grammar.isRight(index + 2) || grammar.spells(index + 2, "title")
        else { return nil }
        let before = grammar.word(index - 1)
        // "Provider acknowledges that it acquires no right": the speaker.
        if before == .it || before == .they {
            for at in stride(from: index - 2, to: max(-1, index - 10), by: -1) where mentions.side(at) != .unknown {
                return mentions.side(at) == .same ? .noRight : nil
            }
            return nil
        }
        return subject(before: index) == .same ? .noRight : nil
    }

    /// "available for inspection by X".
    private func inspection(_ index: Int) -> Modality? {
        guard !isBound, grammar.word(index + 1) == .by, grammar.word(index - 1) == .for,
            grammar.spells(index, "inspection") || grammar.spells(index, "review") || grammar.spells(index, "audit")
                || grammar.spells(index, "examination")
        else { return nil }
        return named(index + 2) == .same ? .right : nil
    }

    /// "is payable by X to Y".
    private func payment(_ index: Int) -> Modality? {
        guard
            grammar.spells(index, "payable") || grammar.word(index) != .unlisted && grammar.spells(index, "due")
                || grammar.spells(index, "due")
        else { return nil }
        var be = index - 1
        while be >= 0, index - be < 5, grammar.has(be, .adverb.or(.conjunction).or(.adjective)) { be -= 1 }
        guard grammar.has(be, .auxiliary) else { return nil }
        for at in (index + 1)..<(index + 10) {
            if grammar.tokens[at].kind == .mark { break }
            if grammar.word(at) == .by, named(at + 1) == .same { return .obligation }
            if grammar.word(at) == .to, named(at + 1) == .same { return .right }
        }
        return nil
    }

    /// "hereby grants to X a security interest", "assigns to X all right", "appoints X as its agent".
    private func gift(_ index: Int) -> Modality? {
        guard !isLabelled, grammar.has(index, .presentVerb) || grammar.word(index - 1) == .hereby, subject(before: index) == .opposite
        else { return nil }
        let gives: [StaticString] = [
            "grants", "grant", "assigns", "assign", "transfers", "transfer", "conveys", "convey", "sells", "sell", "pledges", "pledge",
            "leases", "lease", "licenses",
            "license", "demises", "delivers", "lets",
        ]
        if grammar.spells(index, "appoints") || grammar.spells(index, "appoint") { return named(index + 1) == .same ? .right : nil }
        guard gives.contains(where: { grammar.spells(index, $0) }) else { return nil }
        if named(index + 1) == .same { return .right }
        for at in (index + 1)..<(index + 14) {
            if grammar.tokens[at].kind == .mark, grammar.word(at) != .comma { break }
            if grammar.word(at) == .to, named(at + 1) == .same { return .right }
        }
        return nil
    }
}
