import Language

/// Cues around "be" and "have": "is required to", "shall be entitled to", "has the right to".
extension Grammar {
    /// - Parameters:
    ///   - start: where the cue's words begin (the modal, or the form of be).
    ///   - be: the form of be.
    func copularCue(_ start: Int, _ be: Int, _ limit: Int, modal: (word: Word, negated: Bool)?) -> Cue? {
        var at = be + 1
        var negated = modal?.negated ?? false
        let base = modal.map { strength(of: $0.word) } ?? .binding
        while at < limit,
            word(at) == .not || word(at) == .never || has(at, .adverb) || word(at) == .also || word(at) == .under || word(at) == .comma
                || reads(at, .no, .longer)
        {
            if word(at) == .not || word(at) == .never { negated = true }
            if word(at) == .no {
                negated = true
                at += 1
            }
            if word(at) == .under {
                // "is under no obligation to", "is under a duty to".
                // "under a strict obligation to".
                var noun = at + 2
                while noun < at + 4, has(noun, .adjective) || tokens[noun].classes.isEmpty, isWord(noun) { noun += 1 }
                guard [.obligation, .duty].contains(word(noun)), word(noun + 1) == .to else { return nil }
                return Cue(
                    modality: word(at + 1) == .no || negated ? .exemption : .obligation, strength: base, words: start..<(noun + 2),
                    action: noun + 2)
            }
            if word(at) == .comma { return nil }
            at += 1
        }
        guard at < limit else { return nil }
        // "shall not be held responsible for".
        if spells(at, "held"), word(at + 1) == .responsible || word(at + 1) == .liable { at += 1 }
        // "may be required to" tells a possibility, not a duty.
        let possible = modal.map { [.may, .can, .would].contains($0.word) } ?? false
        func cue(
            _ positive: Modality, _ negative: Modality, _ action: Int, _ voice: Cue.Voice = .active, _ confidence: Double = Confidence.plain
        ) -> Cue {
            var cue = Cue(
                modality: negated ? negative : positive, strength: base, words: start..<action, action: action, voice: voice,
                confidence: confidence)
            cue.denied = negative
            if voice == .active, word(action) == .be, isParticiple(skipAdverbs(action + 1, limit)) {
                cue.voice = .passive
                cue.action = skipAdverbs(action + 1, limit)
            }
            return cue
        }
        // "is authorised and empowered to acquire".
        if has(at, .participle), has(at + 1, .conjunction), has(at + 2, .participle), word(at + 3) == .to,
            [.authorized, .authorised, .required, .obliged, .entitled, .permitted].contains(word(at)), let verb = infinitive(at + 4, limit)
        {
            switch word(at) {
            case .entitled: return cue(.right, .noRight, verb)
            case .required, .obliged: return possible ? nil : cue(.obligation, .exemption, verb)
            default: return cue(.permission, .prohibition, verb)
            }
        }
        // "is authorised (1) to conduct surveys": the label of the first of several.
        let to = word(at + 1) == .to ? at + 2 : tokens[at + 1].kind == .label && word(at + 2) == .to ? at + 3 : nil
        // "is authorised:", "is required to:" with items below.
        if at + 1 >= limit, word(limit) == .colon || word(limit) == .dash || tokens[limit].kind == .label {
            switch word(at) {
            case .entitled: return cue(.right, .noRight, limit)
            case .required, .obliged, .obligated: return possible ? nil : cue(.obligation, .exemption, limit)
            case .permitted, .allowed, .authorized, .authorised: return cue(.permission, .prohibition, limit)
            default: break
            }
        }
        switch word(at) {
        case .entitled:
            // "is not entitled under any circumstances to", "is entitled, on notice, to".
            if to == nil, word(at + 1) == .comma || has(at + 1, .preposition) && !has(at + 2, .conjunction) && word(at + 2) != .comma,
                let link = infinitiveLink(at + 1, limit), let verb = infinitive(link + 1, limit)
            {
                var entitled = cue(.right, .noRight, verb)
                entitled.words = start..<(at + 1)
                entitled.isOptional = (at..<link).contains { freesFromDuty($0) }
                return entitled
            }
            guard let to else { return nil }
            let verb = infinitive(to, limit)
            return cue(
                .right, .noRight, verb ?? to,
                verb != nil && !has(to, .thing) ? .active : has(to, .verb) && !startsDetermined(to) ? .active : .nominal)
        case .required where reads(at + 1, .not, .to) && !negated && !possible:
            guard let verb = infinitive(at + 3, limit) else { return nil }
            return cue(.prohibition, .prohibition, verb)
        case .obliged where owed(to: at + 1, limit) != nil, .obligated where owed(to: at + 1, limit) != nil:
            // "be obliged to the Tenant for any loss".
            guard !possible, let owed = owed(to: at + 1, limit) else { return nil }
            var obliged = cue(.obligation, .exemption, owed.about, .nominal)
            obliged.words = start..<(at + 2)
            obliged.counterparty = owed.party
            return obliged
        case .required, .obliged, .obligated, .bound:
            guard let to, let verb = infinitive(to, limit), !possible else { return nil }
            // "is to be treated as": what counts, nobody's act.
            if word(verb) == .be, isStatusParticiple(skipAdverbs(verb + 1, limit)) { return nil }
            return cue(.obligation, .exemption, verb)
        case .granted where !possible: return noGrantCue(start, at) ?? grantedCue(start, at, limit)
        case .responsible:
            let link = word(at + 1) == .open ? afterBracket(at + 1, limit) : at + 1
            guard !possible else { return nil }
            if let owed = owed(to: link, limit) {
                var responsible = cue(.obligation, .exemption, owed.about, .nominal)
                responsible.words = start..<link
                responsible.counterparty = owed.party
                return responsible
            }
            // "is responsible to declare".
            if word(link) == .to, let verb = infinitive(link + 1, limit) { return cue(.obligation, .exemption, verb) }
            guard word(link) == .for || word(link) == .of && has(link + 1, .gerund) else { return nil }
            return cue(.obligation, .exemption, link + 1, .nominal)
        case .liable:
            if negated, word(at + 1) != .for, word(at + 1) != .to, let about = behindManner(at + 1, limit) {
                return cue(.obligation, .exemption, about + 1, .nominal, Confidence.will)
            }
            guard word(at + 1) == .for || word(at + 1) == .to, !possible else { return nil }
            if !negated,
                (at + 1..<min(limit, at + 8)).contains(where: {
                    spells($0, "imprisonment") || word($0) == .fine || word($0) == .penalty || spells($0, "conviction")
                })
            {
                return nil
            }
            if let owed = owed(to: at + 1, limit) {
                var liable = cue(.obligation, .exemption, owed.about, .nominal, negated ? Confidence.will : Confidence.loose)
                liable.words = start..<(at + 2)
                liable.counterparty = owed.party
                return liable
            }
            return cue(
                .obligation, .exemption, at + 2,
                has(at + 2, .verb) && word(at + 1) == .to && !has(at + 2, .agent.or(.determiner)) ? .active : .nominal,
                negated ? Confidence.will : Confidence.loose
            )
        case .subject where negated && word(at + 1) == .to && !possible:
            // "shall not be subject to any liability therefor".
            let noun = has(at + 2, .determiner) ? at + 3 : at + 2
            guard [.liability, .obligation, .duty, .penalty].contains(word(noun)) else { return nil }
            return cue(.obligation, .exemption, at + 2, .nominal, Confidence.named)
        case .given:
            // "shall be given the option of paying".
            let noun = has(at + 1, .determiner) ? at + 2 : at + 1
            guard modal != nil, !possible, [.option, .right].contains(word(noun)) || spells(noun, "opportunity"),
                word(noun + 1) == .to || word(noun + 1) == .of
            else { return nil }
            return cue(.right, .noRight, noun + 2, .active, Confidence.will)
        case .free where word(at + 1) == .of || word(at + 1) == .from:
            return modal == nil ? nil : cue(.exemption, .obligation, at + 2, .nominal, Confidence.loose)
        case .unlisted where word(at + 1) == .comma && spells(at, anyOf: Self.freeings):
            // "shall be relieved, so far as practicable, from its obligations".
            guard modal != nil, !possible,
                let close = (at + 2..<min(limit, at + 12)).first(where: { word($0) == .comma }),
                word(close + 1) == .of || word(close + 1) == .from
            else { return nil }
            var freed = cue(.exemption, .obligation, close + 2, .nominal, Confidence.named)
            freed.words = start..<(at + 1)
            return freed
        case .unlisted where spells(at, "empowered"):
            guard let to, let verb = infinitive(to, limit) else { return nil }
            return cue(.permission, .prohibition, verb)
        case .unlisted where word(at + 1) == .of || word(at + 1) == .from:
            // "shall be relieved of all obligations", "is hereby released from its obligation to".
            // Not to be released leaves things as they are.
            guard !possible, !negated, spells(at, anyOf: Self.freeings),
                modal != nil || (at + 2..<min(limit, at + 5)).contains(where: { spells($0, anyOf: Self.duties) })
            else { return nil }
            return cue(.exemption, .obligation, at + 2, .nominal, Confidence.named)
        case .permitted where to == nil && !possible, .allowed where to == nil && !possible:
            return cue(.permission, .prohibition, at + 1, .subject, Confidence.value)
        case .permitted, .allowed, .authorized, .authorised, .free:
            // "is authorised, at any time, to set off".
            if to == nil, word(at + 1) == .comma, let link = infinitiveLink(at + 1, limit), let verb = infinitive(link + 1, limit) {
                var permitted = cue(.permission, .prohibition, verb)
                permitted.words = start..<(at + 1)
                return permitted
            }
            guard let to, let verb = infinitive(to, limit) else { return nil }
            return cue(.permission, .prohibition, verb)
        case .at where word(at + 1) == .liberty && word(at + 2) == .to: return cue(.permission, .prohibition, at + 3)
        case .eligible, .ineligible:
            if word(at) == .ineligible { negated.toggle() }
            guard word(at + 1) == .to || word(at + 1) == .for, !possible else { return nil }
            return cue(.right, .noRight, at + 2, has(at + 2, .verb) && word(at + 1) == .to ? .active : .nominal, Confidence.loose)
        case .prohibited, .forbidden, .precluded, .barred, .restricted:
            // "may be barred from": what may be done to somebody.
            if possible { return nil }
            if word(at + 1) == .from || word(at + 1) == .to, word(at) != .restricted || word(at + 1) == .from,
                has(at + 2, .gerund.or(.verb))
            {
                return cue(.prohibition, .permission, at + 2)
            }
            guard word(at) == .prohibited || word(at) == .forbidden, !possible, !negated else { return nil }
            return cue(.prohibition, .permission, at + 1, .subject)
        case .unlawful, .illegal:
            return cue(.prohibition, .permission, at + 1, .subject)
        case .mandatory, .compulsory:
            return cue(.obligation, .exemption, at + 1, .subject, Confidence.loose)
        case .committed:
            guard let to else { return nil }
            return commitmentCue(start, to, limit, negated)
        case .asked where modal == nil, .expected, .anticipated, .envisaged, .intended, .encouraged, .requested, .advised, .planned:
            // "are asked not to park", "are asked to refrain from smoking".
            let refuses = reads(at + 1, .not, .to)
            guard let to = refuses ? at + 3 : to, var verb = word(to) == .be ? to : infinitive(to, limit) else { return nil }
            let refrains = reads(verb, .refrain, .from)
            if refrains { verb += 2 }
            var expected = cue(refuses != refrains ? .prohibition : .obligation, .exemption, verb, .active, Confidence.intention)
            expected.strength = .expectation
            return negated ? nil : expected
        case .to:
            // "The parties are to meet"; but "the objective is to promote" tells what something is.
            guard modal == nil, has(at + 1, .verb) || word(at + 1) == .be || word(at + 1) == .have else { return nil }
            if word(at + 1) == .be, isStatusParticiple(skipAdverbs(at + 2, limit)) { return nil }
            var plan = cue(.obligation, .prohibition, at + 1, .active, Confidence.intention)
            plan.isWeak = true
            return plan
        case .not: return nil
        default: return nil
        }
    }

    private static let duties = TextBytes.hashes(
        "obligation obligations duty duties liability liabilities responsibility responsibilities requirement requirements")

    static let freeings = TextBytes.hashes("relieved released exempt excused")

    /// "liable, directly or indirectly, for", "liable in any manner for": the "for".
    private func behindManner(_ start: Int, _ limit: Int) -> Int? {
        guard word(start) == .comma || has(start, .preposition.or(.adverb)) else { return nil }
        var at = start + 1
        while at < min(limit, start + 30) {
            if word(at) == .for { return at }
            if has(at, .modal.or(.auxiliary).or(.relative)) { return nil }
            at += 1
        }
        return nil
    }

    private func startsDetermined(_ index: Int) -> Bool { has(index, .determiner.or(.possessive)) }

    /// "are committed to sharing data" is an act; "to the principle of openness" is a value.
    func commitmentCue(_ start: Int, _ to: Int, _ limit: Int, _ negated: Bool) -> Cue? {
        guard !negated else { return nil }
        var cue = Cue(modality: .obligation, strength: .commitment, words: start..<to, action: to, confidence: Confidence.promise)
        if has(to, .gerund) || has(to, .verb) && !has(to, .determiner) && !(has(to, .thing) && !has(to + 1, .determiner.or(.verb))) {
            return cue
        }
        cue.voice = .nominal
        cue.confidence = Confidence.value
        let end = (to..<limit).first { word($0) == .comma } ?? limit
        let abstract = (to..<min(end, to + 6)).contains {
            spells($0, "principle") || spells($0, "principles") || spells($0, "values") || spells($0, "excellence")
                || spells($0, "equality")
                || spells($0, "diversity") || spells($0, "transparency") || spells($0, "openness") || spells($0, "quality")
                || spells($0, "sustainability") || spells($0, "integrity") || spells($0, "fairness")
        }
        if abstract { cue.strength = .principle }
        return cue
    }

    /// "has the right to", "shall have no obligation to", "has responsibility for".
    func possessionCue(_ start: Int, _ have: Int, _ limit: Int, modal: (word: Word, negated: Bool)?) -> Cue? {
        // "have got to".
        let first = modal == nil && spells(have + 1, "got") ? have + 2 : have + 1
        var at = first
        var negated = modal?.negated ?? false
        // "does not have the right to", "do not have any obligation to".
        let isDenied = modal == nil && word(have - 1) == .not && has(have - 2, .auxiliary)
        if isDenied { negated = true }
        let start = isDenied ? have - 2 : start
        // "has assigned responsibility for": the perfect of another verb.
        if modal == nil, has(at, .participle), !has(at, .adjective.or(.thing).or(.determiner)) { return nil }
        while at < limit, at - have < 8 {
            let token = tokens[at]
            if token.word == .no || token.word == .not || token.word == .neither {
                negated = true
                at += 1
            } else if token.word == .comma, let close = (at + 1..<min(limit, at + 12)).first(where: { word($0) == .comma }) {
                at = close + 1
            } else if negated, spells(at, anyOf: Self.claims), word(at + 1) == .against || word(at + 1) == .for || word(at + 1) == .to {
                // "shall have no claim against the Employer": what cannot be asked for.
                return Cue(
                    modality: .noRight, strength: modal.map { strength(of: $0.word) } ?? .binding, words: start..<at, action: at,
                    voice: .nominal, confidence: Confidence.named)
            } else if isPossessed(token.word) || token.word == .to {
                break
            } else if token.is(.determiner.or(.adjective).or(.adverb).or(.participle)) || token.word == .further || token.word == .following
                || token.classes.isEmpty
                || token.word == .and || token.word == .or
            {
                at += 1
            } else if token.is(.thing), has(at + 1, .conjunction) || word(at + 1) == .comma {
                at += 1  // "the authority and the duty", "no liability or obligation"
            } else {
                return nil
            }
        }
        guard at < limit else { return nil }
        if word(at) == .to, at == first, modal == nil {
            // "has to", "does not have to".
            let denied = isDenied
            guard word(have - 1) != .to, has(at + 1, .verb.or(.auxiliary)) else { return nil }
            return Cue(
                modality: denied ? .exemption : .obligation, strength: .binding, words: start..<(at + 1),
                action: at + 1, confidence: Confidence.intention)
        }
        let force: Strength = modal.map { strength(of: $0.word) } ?? .binding
        // "Neither party shall have any liability": the subject denies.
        if !negated, modal != nil, [.liability, .obligation, .responsibility].contains(word(at)) || isRight(at), has(have + 1, .determiner),
            opensDenied(before: start)
        {
            negated = true
        }
        // "we have the following rights:".
        if isRight(at), word(at - 1) == .following, at + 1 >= limit, word(limit) == .colon {
            return Cue(modality: negated ? .noRight : .right, strength: force, words: start..<(at + 1), action: limit)
        }
        // "shall have the right at any time (a) to change": the items hold the infinitives.
        if [.right, .rights, .option, .power, .powers, .authority].contains(word(at)), opensItems(at + 1, limit) {
            let isPower = word(at) == .authority
            return Cue(
                modality: negated ? .noRight : isPower ? .permission : .right, strength: force, words: start..<(at + 1), action: limit)
        }
        var link = infinitiveLink(at + 1, limit) ?? at + 1
        if word(link) == .and || word(link) == .or {
            link = (link..<min(limit, link + 5)).first { word($0) == .to || word($0) == .of } ?? link
        }
        if ![.to, .of, .for, .in, .whatsoever].contains(word(link)) {
            // "shall have no rights as a holder", "shall have no liability therefor": what is not had is named, nothing more.
            guard negated, link >= limit || tokens[link].kind != .word || has(link, .preposition.or(.adverb)) else { return nil }
            link = at - 1
        }
        func made(_ positive: Modality, _ negative: Modality) -> Cue {
            let action = link + 1
            var cue = Cue(
                modality: negated ? negative : positive, strength: force, words: start..<max(at, min(at + 1, action)), action: action)
            cue.denied = negative
            cue.isOptional = !negated && link > at + 1 && (at..<link).contains { freesFromDuty($0) }
            cue.voice = word(link) == .to && has(action, .verb.or(.auxiliary)) || has(action, .gerund) ? .active : .nominal
            if cue.voice == .nominal, let owed = owed(to: link, limit) {
                cue.counterparty = owed.party
                cue.action = owed.about
            }
            if word(action) == .be, isParticiple(action + 1) {
                cue.voice = .passive
                cue.action = action + 1
            }
            return cue
        }
        if modal.map({ [.may, .can, .would].contains($0.word) }) ?? false { return nil }
        switch word(at) {
        case .right, .rights, .option, .entitlement, .power, .powers: return made(.right, .noRight)
        case .authority: return made(.permission, .noRight)
        case .permission: return made(.permission, .prohibition)
        case .obligation, .obligations, .duty, .responsibility: return made(.obligation, .exemption)
        case .liability:
            guard negated else { return nil }
            return made(.obligation, .exemption)
        case .intention:
            guard negated == false else { return nil }
            var cue = made(.obligation, .exemption)
            cue.strength = .expectation
            return cue
        default: return nil
        }
    }

    /// Nothing but a phrase of time or manner stands up to the label of the first item, which holds an infinitive.
    private func opensItems(_ start: Int, _ limit: Int) -> Bool {
        // "the right at any time to: (i) inspect".
        if start < limit, word(limit - 1) == .to, limit - start < 30,
            limit - 1 == start || word(start) != .of && has(start, .preposition.or(.adverb)) || word(start) == .comma
        {
            return true
        }
        var label = limit
        while word(label) == .comma { label += 1 }
        guard start <= limit, tokens[label].kind == .label, word(label + 1) == .to, limit - start < 30 else { return false }
        guard start < limit else { return true }
        return word(start) != .of && has(start, .preposition.or(.adverb)) || word(start) == .comma
    }

    private static let claims = TextBytes.hashes("claim claims recourse remedy")

    private func isPossessed(_ word: Word) -> Bool {
        switch word {
        case .right, .rights, .option, .entitlement, .power, .powers, .authority, .obligation, .obligations, .duty, .responsibility,
            .liability, .intention, .permission:
            true
        default: false
        }
    }
}
