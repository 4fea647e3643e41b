import Language

/// Cues that say what somebody will have, or that something will be: "shall have access to", "there will be meetings between".
extension Grammar {
    /// "shall have access to", "shall have thirty days to": what is had is a chance, and so a right.
    func givesAccess(_ have: Int, _ limit: Int) -> Bool {
        var at = have + 1
        if word(at) == .not || word(at) == .no, word(at + 2) == .than { at += 3 }
        while at < min(limit, have + 9) {
            switch word(at) {
            case .days, .months, .weeks, .hours:
                return (at + 1..<min(limit, at + 9)).contains { word($0) == .to || word($0) == .within } || word(at + 1) == .in
            default: break
            }
            if spells(at, "access") || spells(at, "opportunity") || spells(at, "discretion") || spells(at, "use") || spells(at, "priority")
                || spells(at, "privilege") || spells(at, "benefit") || spells(at, "choice") || spells(at, "vote") || spells(at, "votes")
            {
                return true
            }
            guard
                has(
                    at,
                    .determiner.or(.adjective).or(.adverb).or(.number).or(.ordinal).or(.conjunction).or(.preposition).or(.timeUnit).or(
                        .participle))
                    || tokens[at].kind != .word || tokens[at].classes.isEmpty || word(at) == .business || word(at) == .calendar
                    || word(at) == .period || has(at, .gerund) && spells(at + 1, "vote")
            else { return false }
            at += 1
        }
        return false
    }

    /// What one has only by doing something for it: insurance, a procedure, a thing in place.
    func keepsInForce(_ have: Int, _ limit: Int) -> Bool {
        (have + 1..<max(have + 1, min(limit, have + 8))).contains { spells($0, anyOf: Self.kept) } || word(have + 1) == .in
    }

    private static let kept = TextBytes.hashes("insurance coverage procedures policies safeguards arrangements")

    /// "acknowledges that it will have access to": known, and not given.
    func isAcknowledged(_ index: Int) -> Bool {
        (max(0, index - 40)..<index).contains { [.acknowledge, .acknowledges, .recognise, .recognises].contains(word($0)) }
    }

    /// "have the work done", "have its accounts audited": a determined noun, and behind it what others do to it.
    func hasItDone(_ have: Int, _ limit: Int) -> Bool {
        guard has(have + 1, .determiner.or(.possessive)), !has(have + 2, .participle) || has(have + 3, .participle) else { return false }
        guard
            let participle = (have + 3..<max(have + 3, min(limit, have + 8))).first(where: {
                isParticiple($0) && !has($0, .thing.or(.adjective))
            }),
            !(have + 2..<participle).contains(where: {
                // "have the meaning ascribed to it".
                has($0, .preposition.or(.conjunction)) || tokens[$0].kind != .word || word($0) == .meaning
            })
        else { return false }
        return participle + 1 >= limit || tokens[participle + 1].kind == .mark || word(participle + 1) == .by || word(participle + 1) == .to
    }

    /// "shall have the same meaning", "shall have violated": what words mean, or what will be done by then.
    func statesMeaning(_ have: Int, _ limit: Int) -> Bool {
        let verb = skipAdverbs(have + 1, limit)
        if has(verb, .participle), !has(verb, .thing.or(.adjective).or(.agent)) { return true }
        return (have + 1..<min(limit, have + 6)).contains {
            word($0) == .meaning || spells($0, "meanings") || spells($0, "definition") || spells($0, "definitions")
        }
    }

    /// "There will be regular dialogue between A and B": what they will do is named, not told by a verb.
    func existentialCue(_ modal: Int, _ be: Int, _ limit: Int, _ negated: Bool) -> Cue? {
        let there = has(modal - 1, .adverb) && word(modal - 1) != .there ? modal - 2 : modal - 1
        guard word(there) == .there, !negated, startsNounPhrase(be + 1), word(be + 1) != .no,
            let between = (be + 2..<min(limit, be + 10)).first(where: { word($0) == .between || word($0) == .among }),
            let head = head(of: (be + 1)..<between), has(head, .thing) || isEvent((be + 1)..<between)
        else { return nil }
        var end = between + 1
        while end < limit, tokens[end].kind != .mark, !(word(end) == .to && has(end + 1, .verb)), !has(end, .modal.or(.relative)),
            opener(at: end, limit: limit) == nil
        {
            end += 1
        }
        guard animacy(of: (between + 1)..<end) == .agent else { return nil }
        return Cue(
            modality: .obligation, strength: strength(of: word(modal)), words: modal..<(be + 1), action: be + 1, voice: .nominal,
            bearer: (between + 1)..<end, confidence: Confidence.named)
    }

    /// "These include a commitment to": what is valued, in a list of principles.
    func includedCommitmentCue(_ index: Int, _ limit: Int) -> Cue? {
        guard word(index + 1) == .to else { return nil }
        var at = index - 1
        while index - at < 4, has(at, .determiner.or(.adjective)) { at -= 1 }
        guard word(at) == .include || word(at) == .includes else { return nil }
        return Cue(
            modality: .obligation, strength: .principle, words: at..<(index + 2), action: index + 2, voice: .nominal, bearer: 0..<0,
            confidence: Confidence.value)
    }

    /// "but need not", "but is not obliged to", "but shall have no obligation to".
    func freesFromDuty(_ index: Int) -> Bool {
        switch word(index) {
        case .obliged, .obligated, .required, .obligation, .bound: true
        case .need: word(index + 1) == .not
        default: false
        }
    }

    /// From behind "right" or "entitled" to the "to" of the infinitive: past "at any time", "from time to time", and what commas set off.
    func infinitiveLink(_ start: Int, _ limit: Int) -> Int? {
        var at = start
        while at < min(limit, start + 40) {
            switch word(at) {
            case .to where word(at + 1) == .time || word(at + 1) == .the: break
            // "exercisable by notice to the Landlord": to whom, inside the commas or behind the preposition.
            case .to where at > start && infinitive(at + 1, limit) == nil: break
            case .to: return infinitive(at + 1, limit) == nil ? nil : at
            case .of where has(at + 1, .gerund) && at == start: return at
            case .semicolon, .colon, .fullStop: return nil
            case .comma: break
            case .open:
                // "the right (though not the obligation) to".
                at = afterBracket(at, limit)
                continue
            default:
                // A noun phrase of its own is only stepped over inside commas or behind a preposition.
                if at == start || word(at - 1) == .close, word(start) != .comma, !has(at, .preposition.or(.adverb)) { return nil }
                if has(at, .modal), word(start) != .comma { return nil }
                if has(at, .relative) { return nil }
            }
            at += 1
        }
        return nil
    }

    /// "[liable] to the Buyer for defects": to whom, and where begins for what.
    func owed(to link: Int, _ limit: Int) -> (party: Range<Int>, about: Int)? {
        guard word(link) == .to, startsNounPhrase(link + 1), !has(link + 1, .verb) || has(link + 1, .agent.or(.determiner)),
            let about = (link + 2..<min(limit, link + 15)).first(where: {
                word($0) == .for && !tokens[$0 + 1].isCapital || word($0) == .semicolon
            }),
            word(about) == .for, animacy(of: (link + 1)..<about) == .agent
        else { return nil }
        return ((link + 1)..<about, about + 1)
    }

    /// "Neither party", "no member": a negation opens the clause that ends before `index`.
    func opensDenied(before index: Int) -> Bool {
        var at = index - 1
        while at >= 0, index - at < 24, ![.comma, .semicolon, .colon, .fullStop].contains(word(at)), tokens[at].kind != .label {
            if word(at) == .neither || word(at) == .nor || word(at) == .no && !isNumberSign(at) { return true }
            if has(at, .relative.or(.modal)) { return false }
            at -= 1
        }
        return false
    }

    func isRight(_ index: Int) -> Bool { [.right, .rights, .license, .licence, .entitlement].contains(word(index)) }

    /// "No rights are granted by this licence": what nobody gets.
    func noGrantCue(_ start: Int, _ granted: Int) -> Cue? {
        guard opensDenied(before: start), (max(0, start - 16)..<start).contains(where: { isRight($0) }) else { return nil }
        return Cue(
            modality: .noRight, strength: .binding, words: start..<granted, action: granted, voice: .passive, confidence: Confidence.named)
    }

    /// "is hereby granted the right to use": whose right it is then.
    func grantedCue(_ start: Int, _ granted: Int, _ limit: Int) -> Cue? {
        guard
            let noun = (granted + 1..<min(limit, granted + 7)).first(where: {
                isRight($0) || word($0) == .option || word($0) == .permission
            }),
            has(granted + 1, .determiner), let link = infinitiveLink(noun + 1, limit)
        else { return nil }
        let isLicence = [.license, .licence, .permission].contains(word(noun))
        return Cue(
            modality: isLicence ? .permission : .right, strength: .binding, words: start..<(noun + 1), action: skipAdverbs(link + 1, limit),
            confidence: Confidence.will)
    }

    /// The verb of an infinitive behind "to"; a word that no list knows can be one.
    func infinitive(_ at: Int, _ limit: Int) -> Int? {
        let verb = skipAdverbs(at, limit)
        guard verb < limit else { return nil }
        if has(verb, .verb.or(.auxiliary)) && !has(verb, .determiner.or(.possessive)) || word(verb) == .have { return verb }
        if has(verb, .thing), has(verb + 1, .determiner.or(.possessive)) { return verb }
        return isWord(verb) && tokens[verb].classes.isEmpty && !tokens[verb].isCapital && word(verb) == .unlisted ? verb : nil
    }
}
