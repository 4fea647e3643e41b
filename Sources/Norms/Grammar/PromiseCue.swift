import Language

/// Cues that are the main verb of their clause: "agrees to", "reserves the right to", "intends to", "grants", "it is anticipated that".
extension Grammar {
    /// The verb stands where a finite verb can: behind a subject, a conjunction or an adverb.
    func isFiniteHere(_ index: Int) -> Bool {
        let before = has(index - 1, .adverb) && !has(index - 1, .negation) ? index - 2 : index - 1
        // "Ukraine's plan to reform": a noun.
        guard before >= 0, tokens[before].kind != .genitive else { return false }
        // "A and B each agree".
        if word(before) == .each || word(before) == .both, has(before - 1, .agent) || tokens[before - 1].isCapital, isWord(before - 1) {
            return true
        }
        if has(before, .preposition.or(.modal).or(.determiner).or(.possessive)) && !has(before, .pronoun) { return false }
        // "the long-term economic plan to": a noun, unless somebody stands before it.
        if [.plan, .aim, .hope, .promise, .pledge].contains(word(index)), !has(before, .agent.or(.pronoun).or(.relative).or(.conjunction)),
            !tokens[before].isCapital, isWord(before), tokens[before].upper > 0, text.bytes[tokens[before].upper - 1] != 0x73
        {
            return false
        }
        // "has a comprehensive plan to": a noun.
        if has(before, .adjective), !has(before, .agent.or(.thing).or(.pronoun).or(.adverb)), !tokens[before].isCapital { return false }
        // "does hereby agree to": the solemn form.
        if [.do, .does].contains(word(before)), word(index - 1) == .hereby { return true }
        if has(before, .auxiliary), word(before) != .have, word(before) != .has { return false }
        if isInSeriesUnderModal(index) { return false }
        return word(before) != .as && word(before) != .to && word(before) != .not && word(before) != .otherwise
    }

    /// "shall not offer, pay, promise to pay": one of several verbs of the modal in front.
    private func isInSeriesUnderModal(_ index: Int) -> Bool {
        guard has(index, .verb), word(index - 1) == .comma || has(index - 1, .conjunction), has(index - 2, .verb) else { return false }
        var at = index - 2
        if word(index - 1) == .comma, !has(at, .thing.or(.agent)), has(at - 1, .verb.or(.conjunction).or(.adverb)) || word(at - 1) == .comma
        {
            return true
        }
        while index - at < 16, at >= 0 {
            if has(at, .modal) { return true }
            guard has(at, .verb.or(.conjunction).or(.adverb).or(.negation)) || word(at) == .comma else { return false }
            at -= 1
        }
        return false
    }

    /// "agrees to pay", "undertakes not to disclose", "covenants and agrees that it will".
    func promiseCue(_ index: Int, _ limit: Int) -> Cue? {
        guard isFiniteHere(index) || has(index - 1, .conjunction) && !isInSeriesUnderModal(index) else { return nil }
        let promise = index
        // "does hereby agree".
        let index = word(promise - 1) == .hereby && [.do, .does].contains(word(promise - 2)) ? promise - 2 : promise
        var at = promise + 1
        var isHereby = word(promise - 1) == .hereby
        if has(at, .conjunction), has(at + 1, .cue) { at += 2 }
        while has(at, .adverb), !has(at, .negation) {
            if word(at) == .hereby { isHereby = true }
            at += 1
        }
        if word(at) == .itself || word(at) == .themselves { at += 1 }
        if word(at) == .comma,
            let close = (at + 1..<min(limit, at + 14)).first(where: { word($0) == .comma }),
            word(close + 1) == .to || reads(close + 1, .not, .to)
        {
            at = close + 1
        }
        if word(at) == .with || word(at) == .for || word(at) == .during,
            let to = (at + 1..<min(limit, at + (word(at) == .with ? 8 : 14))).first(where: { word($0) == .to || word($0) == .that })
        {
            // "agree during the term not to compete".
            at = word(to - 1) == .not ? to - 1 : to
        }
        var negated = false
        if word(at) == .not, word(at + 1) == .to {
            negated = true
            at += 1
        }
        // "in a contract's operative promise": the formula "hereby".
        let strength: Strength = isHereby ? .binding : .commitment
        if word(at) == .that {
            return Cue(
                modality: .obligation, strength: strength, words: index..<(at + 1), action: at + 1, isOuter: true,
                confidence: Confidence.promise)
        }
        // "The Buyer agrees to:" with items below.
        if word(at) == .to, isStemEnd(at + 1, limit), negated == false {
            return Cue(
                modality: .obligation, strength: strength, words: index..<(at + 1), action: limit, confidence: Confidence.promise)
        }
        // "commit to continuing the talks".
        if word(at) == .to, !negated, [.commit, .commits].contains(word(promise)), has(at + 1, .gerund) {
            return Cue(
                modality: .obligation, strength: strength, words: index..<(at + 1), action: at + 1, confidence: Confidence.promise)
        }
        // "agrees (a) to pay the rent and (b) to": the items hold the infinitives.
        if at >= limit, tokens[limit].kind == .label, word(limit + 1) == .to || reads(limit + 1, .not, .to) {
            return Cue(modality: .obligation, strength: strength, words: index..<at, action: limit, confidence: Confidence.promise)
        }
        guard word(at) == .to, at + 1 < limit, has(at + 1, .verb.or(.auxiliary).or(.adverb)) || !startsNounPhrase(at + 1) else {
            return nil
        }
        if [.agree, .agrees].contains(word(promise)), !has(at + 1, .verb.or(.auxiliary).or(.adverb)) { return nil }
        var action = skipAdverbs(at + 1, limit)
        if word(action) == .refrain, word(action + 1) == .from {
            negated = true
            action += 2
        }
        if word(action) == .be, word(action + 1) == .bound || word(action + 1) == .governed { return nil }
        return Cue(
            modality: negated ? .prohibition : .obligation, strength: strength, words: index..<(at + 1), action: action,
            confidence: Confidence.promise)
    }

    /// "reserves the right to change".
    func reservationCue(_ index: Int, _ limit: Int) -> Cue? {
        var at = index + 1
        while at < limit, at - index < 6, has(at, .determiner.or(.adjective)), word(at) != .right { at += 1 }
        guard word(at) == .right || word(at) == .rights else { return nil }
        let link = infinitiveLink(at + 1, limit) ?? at + 1
        guard word(link) == .to || word(link) == .of else { return nil }
        return Cue(modality: .right, strength: .binding, words: index..<(at + 1), action: skipAdverbs(link + 1, limit))
    }

    /// "intends to", "seeks to": what is hoped for.
    func intentionCue(_ index: Int, _ limit: Int) -> Cue? {
        // "Ukraine intends, with the support of others, to continue".
        if isFiniteHere(index), word(index + 1) == .comma, has(index + 2, .preposition),
            let close = (index + 3..<min(limit, index + 14)).first(where: { word($0) == .comma }), word(close + 1) == .to,
            let verb = infinitive(close + 2, limit)
        {
            return Cue(
                modality: .obligation, strength: .expectation, words: index..<(index + 1), action: verb, confidence: Confidence.intention)
        }
        if isFiniteHere(index), word(index + 1) == .to, isStemEnd(index + 2, limit), index + 2 >= limit {
            return Cue(
                modality: .obligation, strength: .expectation, words: index..<(index + 2), action: limit, confidence: Confidence.intention)
        }
        guard isFiniteHere(index), word(index + 1) == .to, infinitive(index + 2, limit) != nil else {
            if isFiniteHere(index), word(index + 1) == .that, [.expect, .expects, .anticipates, .intend, .intends].contains(word(index)) {
                return Cue(
                    modality: .obligation, strength: .expectation, words: index..<(index + 2), action: index + 2, isOuter: true,
                    confidence: Confidence.intention)
            }
            return nil
        }
        return Cue(
            modality: .obligation, strength: .expectation, words: index..<(index + 2), action: skipAdverbs(index + 2, limit),
            confidence: Confidence.intention)
    }

    /// "Licensor grants to Licensee a non-exclusive licence to use": the licensee's permission.
    func grantCue(_ index: Int, _ limit: Int) -> Cue? {
        if word(index - 1) == .not, has(index - 2, .auxiliary) { return refusedGrantCue(index, limit) }
        // "grants (i) to X the right to ...": each is found where its right is named.
        guard isFiniteHere(index), tokens[index + 1].kind != .label else { return nil }
        let start = word(index + 1) == .to ? index + 2 : index + 1
        guard
            let noun = (index + 1..<min(limit, index + 40)).first(where: {
                [.right, .rights, .license, .licence, .permission, .option, .authority].contains(word($0))
            })
        else { return nil }
        guard
            let link = (noun + 1..<min(limit, noun + 30)).first(where: {
                word($0) == .to && has($0 + 1, .verb) && !has($0 + 1, .determiner) || word($0) == .of && has($0 + 1, .gerund)
            })
        else { return nil }
        var end = start
        while end < noun,
            !(end > start && has(end, .determiner) && !has(end - 1, .preposition.or(.conjunction))
                && [.a, .an, .the, .no].contains(word(end))), word(end) != .comma
        { end += 1 }
        var receiver = start..<end
        if animacy(of: receiver) != .agent {
            // "grants a licence to the Licensee to use".
            guard let to = (noun + 1..<link).first(where: { word($0) == .to }) else { return nil }
            receiver = (to + 1)..<link
            guard animacy(of: receiver) == .agent else { return nil }
        }
        let right = [.right, .rights, .option].contains(word(noun))
        let none = (start..<noun).contains { word($0) == .no }
        return Cue(
            modality: none ? .noRight : right ? .right : .permission, strength: .binding, words: index..<(index + 1), action: link + 1,
            bearer: receiver, confidence: Confidence.will)
    }

    /// "grants (i) to the Distributor the right to sell and (ii) to the Agent the right to solicit": a receiver behind each label.
    func listedGrantCue(_ index: Int, _ limit: Int) -> Cue? {
        var article = index
        while index - article < 5, has(article, .adjective) || article == index { article -= 1 }
        guard has(article, .determiner),
            let to = (max(0, article - 12)..<article).last(where: { word($0) == .to && tokens[$0 - 1].kind == .label }),
            animacy(of: (to + 1)..<article) == .agent,
            (max(0, to - 80)..<to).contains(where: { (word($0) == .grant || word($0) == .grants) && !has($0 - 1, .determiner) }),
            let link = infinitiveLink(index + 1, limit)
        else { return nil }
        let isLicence = [.license, .licence, .permission].contains(word(index))
        return Cue(
            modality: isLicence ? .permission : .right, strength: .binding, words: index..<(index + 1),
            action: skipAdverbs(link + 1, limit),
            bearer: (to + 1)..<article, confidence: Confidence.will)
    }

    /// "Borrower hereby authorises Lender to debit the account": the lender's permission.
    func authorisingCue(_ index: Int, _ limit: Int) -> Cue? {
        guard spells(index, anyOf: Self.authorising), isFiniteHere(index), startsNounPhrase(index + 1),
            has(index - 1, .adverb) || has(index - 1, .agent.or(.pronoun)) || tokens[index - 1].isCapital,
            let to = (index + 2..<min(limit, index + 16)).first(where: { word($0) == .to && infinitive($0 + 1, limit) != nil }),
            let verb = infinitive(to + 1, limit), animacy(of: (index + 1)..<to) == .agent
        else { return nil }
        return Cue(
            modality: .permission, strength: .binding, words: index..<(index + 1), action: verb, bearer: (index + 1)..<to,
            confidence: Confidence.will)
    }

    /// "The club expects all members to attend", "The Board requires each trustee to", "does not allow pupils to leave": whoever is named
    /// behind the verb is bound. What a text requires is told elsewhere, so the subject must be somebody.
    func demandCue(_ index: Int, _ limit: Int) -> Cue? {
        if let demanded = subjunctiveCue(index, limit) { return demanded }
        let expects = word(index) == .expects || word(index) == .expect
        let negated = word(index - 1) == .not && [.do, .does].contains(word(index - 2))
        let allows = [.allow, .allows, .permit, .permits].contains(word(index))
        guard expects || word(index) == .requires || word(index) == .require || allows, allows == negated, negated || isFiniteHere(index),
            startsNounPhrase(index + 1), !has(index + 1, .verb) || has(index + 1, .agent.or(.determiner)),
            let to = (index + 2..<min(limit, index + 16)).first(where: { word($0) == .to }), let verb = infinitive(to + 1, limit),
            animacy(of: (index + 1)..<to) == .agent
        else { return nil }
        var before = negated ? index - 3 : index - 1
        while has(before, .adverb) { before -= 1 }
        guard has(before, .agent.or(.pronoun)) || tokens[before].isCapital && isWord(before) && !has(before, .thing), word(before) != .it,
            !has(before, .relative)
        else { return nil }
        return Cue(
            modality: negated ? .prohibition : .obligation, strength: expects ? .expectation : .binding,
            words: (negated ? index - 2 : index)..<(index + 1), action: verb, bearer: (index + 1)..<to,
            confidence: expects ? Confidence.intention : Confidence.will)
    }

    /// "The Board requires that each trustee review the policy": the verb has its plain form, and no modal.
    private func subjunctiveCue(_ index: Int, _ limit: Int) -> Cue? {
        guard word(index) == .requires || word(index) == .require, word(index + 1) == .that, isFiniteHere(index),
            startsNounPhrase(index + 2),
            has(index - 1, .agent.or(.pronoun)) || tokens[index - 1].isCapital && !has(index - 1, .thing)
        else { return nil }
        var verb = index + 3
        while verb < min(limit, index + 14),
            !has(verb, .verb) || has(verb, .agent.or(.thing).or(.adjective)) && !has(verb + 1, .determiner.or(.possessive))
                || has(verb, .determiner)
        {
            if isFinite(verb) || has(verb, .relative) || tokens[verb].kind != .word { return nil }
            verb += 1
        }
        var end = verb
        while end > index + 3, has(end - 1, .adverb) { end -= 1 }
        guard verb < min(limit, index + 14), animacy(of: (index + 2)..<end) == .agent else { return nil }
        return Cue(
            modality: .obligation, strength: .binding, words: index..<(index + 1), action: verb, bearer: (index + 2)..<end,
            confidence: Confidence.will)
    }

    private static let authorising = TextBytes.hashes("authorise authorises authorize authorizes empower empowers")

    /// "does not grant you any rights in the Marks": the receiver has none.
    private func refusedGrantCue(_ index: Int, _ limit: Int) -> Cue? {
        guard let noun = (index + 1..<min(limit, index + 16)).first(where: { isRight($0) }) else { return nil }
        guard let object = (index + 1..<noun).last(where: { has($0, .determiner) }) else { return nil }
        let receiver = (word(index + 1) == .to ? index + 2 : index + 1)..<object
        return Cue(
            modality: .noRight, strength: .binding, words: (index - 2)..<(index + 1), action: object, voice: .nominal,
            bearer: animacy(of: receiver) == .agent ? receiver : 0..<0, confidence: Confidence.named)
    }

    /// "recognise the importance of", "acknowledges the value of".
    func principleCue(_ index: Int, _ limit: Int) -> Cue? {
        guard isFiniteHere(index) else { return nil }
        if word(index + 1) == .that {
            return Cue(
                modality: .obligation, strength: .binding, words: index..<(index + 2), action: index + 2, isOuter: true,
                confidence: Confidence.value)
        }
        guard word(index + 1) == .the, word(index + 2) == .importance || word(index + 2) == .value || spells(index + 2, "need"),
            word(index + 3) == .of || word(index + 3) == .for
        else { return nil }
        return Cue(
            modality: .obligation, strength: .principle, words: index..<(index + 4), action: index + 4, voice: .nominal,
            confidence: Confidence.value)
    }

    /// "your responsibility": who is meant by a possessive pronoun.
    func holder(_ range: Range<Int>) -> String? {
        guard range.count == 1 else { return nil }
        switch word(range.lowerBound) {
        case .your: return "you"
        case .our: return "we"
        case .my: return "I"
        case .their: return "they"
        case .his: return "he"
        case .her: return "she"
        default: return nil
        }
    }

    /// "it is Customer's responsibility to evaluate", "it is your duty to".
    private func responsibilityCue(_ index: Int, _ owner: Int, _ limit: Int) -> Cue? {
        guard
            let noun = (owner + 1..<min(limit, owner + 8)).first(where: {
                [.duty, .responsibility, .obligation].contains(word($0))
            }), word(noun + 1) == .to, let verb = infinitive(noun + 2, limit), has(owner, .possessive) || tokens[noun - 1].kind == .genitive
        else { return nil }
        let holder = has(owner, .possessive) ? owner..<(owner + 1) : owner..<(noun - 1)
        return Cue(modality: .obligation, strength: .binding, words: index..<(noun + 1), action: verb, bearer: holder)
    }

    /// "it is anticipated that", "it is prohibited to", "it shall be the duty of X to", "it is Customer's responsibility to".
    func impersonalCue(_ index: Int, _ limit: Int) -> Cue? {
        var be = index + 1
        if has(be, .modal) { be += 1 }
        guard [.is, .be, .was].contains(word(be)) else { return nil }
        var at = be + 1
        var negated = false
        while has(at, .adverb) {
            if word(at) == .not { negated = true }
            at += 1
        }
        let words = index..<(at + 1)
        switch word(at) {
        case .anticipated, .expected, .envisaged, .intended, .planned, .hoped:
            guard word(at + 1) == .that || isStemEnd(at + 1, limit) else { return nil }
            return Cue(
                modality: .obligation, strength: .expectation, words: index..<min(limit, at + 2), action: min(limit, at + 2), isOuter: true,
                confidence: Confidence.intention)
        case .agreed:
            guard word(at + 1) == .that else { return nil }
            return Cue(
                modality: .obligation, strength: .commitment, words: index..<(at + 2), action: at + 2, isOuter: true,
                confidence: Confidence.value)
        case .prohibited, .forbidden, .unlawful, .illegal, .permitted, .lawful, .mandatory, .necessary, .incumbent:
            let permits = word(at) == .permitted || word(at) == .lawful
            let demands = word(at) == .mandatory || word(at) == .incumbent
            guard word(at) != .necessary else { return nil }
            let modality: Modality = demands ? .obligation : permits != negated ? .permission : .prohibition
            if word(at + 1) == .to { return Cue(modality: modality, strength: .binding, words: words, action: at + 2, bearer: 0..<0) }
            guard word(at + 1) == .for || word(at + 1) == .on || word(at + 1) == .upon,
                let to = (at + 2..<min(limit, at + 30)).first(where: { word($0) == .to && has($0 + 1, .verb.or(.auxiliary)) })
            else { return nil }
            return Cue(modality: modality, strength: .binding, words: words, action: to + 1, bearer: (at + 2)..<to)
        case .the where [.duty, .responsibility, .obligation].contains(word(at + 1)):
            guard word(at + 2) == .of,
                let to = (at + 3..<min(limit, at + 30)).first(where: { word($0) == .to && infinitive($0 + 1, limit) != nil }),
                let verb = infinitive(to + 1, limit)
            else { return nil }
            return Cue(modality: .obligation, strength: .binding, words: index..<(at + 2), action: verb, bearer: (at + 3)..<to)
        default: return negated ? nil : responsibilityCue(index, at, limit)
        }
    }

    func isStemEnd(_ index: Int, _ limit: Int) -> Bool { index >= limit || word(index) == .colon || word(index) == .dash }
}
