import Language

/// Cues that a modal verb opens: "shall", "may not", "need not", "will be entitled to".
extension Grammar {
    func modalCue(_ index: Int, _ limit: Int) -> Cue? {
        let modal = word(index)
        if let inverted = invertedCue(index, limit) { return inverted }
        if modal == .may, !isModalMay(index) { return nil }
        if modal == .should, isInvertedBehind(index) { return nil }
        if modal == .will, has(index - 1, .determiner.or(.possessive).or(.preposition)), word(index - 1) != .that, word(index - 1) != .this,
            word(index - 1) != .all
        {
            return nil
        }
        if modal == .can, has(index - 1, .determiner.or(.possessive)) && ![.this, .that, .these, .those, .all].contains(word(index - 1)) {
            return nil
        }
        var at = index + 1
        if modal == .may, reads(index + 1, .or, .may, .not) || reads(index - 2, .may, .or) { return nil }
        // "shall not lend, nor shall in any way pledge".
        var negated = modal == .cannot || word(index - 1) == .nor && !startsNounPhrase(index + 1)
        var end = index + 1
        var isOptional = false
        if modal == .need || modal == .needs { return needCue(index, limit) }
        if reads(index - 3, .in, .no, .event), startsNounPhrase(index + 1) { return nil }
        if modal == .ought { at = word(at) == .to ? at + 1 : at }
        // Adverbs, negation and parentheticals between the modal and its verb.
        while at < limit {
            if word(at) == .comma, let shared = companion(at, modal, limit) {
                var cue = modalNorm(modal, negated, index..<end, action: shared.action, voice: .active)
                cue?.companion = (shared.verb, shared.modality)
                return cue
            }
            if word(at) == .comma {
                guard let close = parenthetical(at, limit) else { return nil }
                if word(at + 1) == .but, modal == .may { isOptional = (at..<close).contains { freesFromDuty($0) } }
                at = close
            } else if word(at) == .not || word(at) == .never || word(at) == .neither {
                negated = true
                at += 1
                end = at
            } else if reads(at, .no, .longer) || reads(at, .in, .no) || reads(at, .under, .no, .circumstances) {
                negated = true
                at += word(at) == .no ? 2 : 3
                end = at
            } else if reads(at, .and, .in) || reads(at, .in), spells(word(at) == .in ? at + 1 : at + 2, "good"),
                spells(word(at) == .in ? at + 2 : at + 3, "faith")
            {
                at += word(at) == .in ? 3 : 4
            } else if reads(at, .and, .hereby) || reads(at, .and, .does) || reads(at, .and, .do) {
                // "shall and hereby does indemnify".
                at += 2
                if word(at) == .does || word(at) == .do { at += 1 }
            } else if has(at, .conjunction), has(at - 1, .adverb), has(at + 1, .adverb), !has(at + 1, .verb.or(.negation)) {
                at += 2
            } else if has(at, .adverb), !has(at, .verb) || has(at + 1, .verb.or(.participle)) {
                at += 1
            } else if word(at) == .first, has(at + 1, .verb) {
                at += 1
            } else if reads(at, .at, .least) || reads(at, .at, .most) {
                at += 2
            } else if [.each, .both, .all, .either, .itself, .themselves].contains(word(at)),
                has(at + 1, .verb.or(.adverb).or(.auxiliary)) || word(at + 1) == .comma || at + 1 >= limit && tokens[at + 1].kind == .label
            {
                // "shall each, by its own means, determine", "shall either (i) invoice".
                at += 1
            } else if word(at) == .open {
                at = afterBracket(at, limit)
            } else if word(at) == .but, word(at + 1) == .not || word(at + 1) == .need || word(at + 1) == .is || word(at + 1) == .shall,
                let verb = (at + 2..<min(limit, at + 8)).first(where: {
                    word($0) == .to || has($0, .verb) && !has($0, .agent.or(.thing)) && word($0) != .need
                })
            {
                // "may but need not", "may but is not obliged to".
                isOptional = modal == .may
                at = word(verb) == .to ? verb + 1 : verb
            } else if word(at) == .by, let verb = behindInstrument(at, limit) {
                at = verb
            } else if has(at, .preposition), has(at + 1, .determiner.or(.adjective)) || word(at + 1) == .such,
                opener(at: at, limit: limit) == nil,
                let verb = verbBehindPhrase(at, min(limit, at + 9))
            {
                // "shall in such report set forth".
                at = verb
            } else if has(at, .preposition), has(at, .opener), word(at) != .including, let opener = opener(at: at, limit: limit) {
                let end = max(at + 1, extent(of: opener, at: at, limit: limit, leading: false))
                at = has(end, .verb.or(.auxiliary)) || isPlainVerb(end) ? end : verbBehindPhrase(at, min(limit, max(end, at + 24))) ?? end
                if at < limit, word(at) == .comma { at += 1 }
            } else {
                break
            }
        }
        if at >= limit {
            guard modal != .would else { return nil }
            return modalNorm(modal, negated, index..<end, action: limit, voice: .active)
        }
        let words = index..<end
        switch word(at) {
        case .be:
            if let special = existentialCue(index, at, limit, negated) { return special }
            if let special = copularCue(index, at, limit, modal: (modal, negated)) { return special }
            var participle = skipAdverbs(reads(at + 1, .in, .advance) ? at + 3 : at + 1, limit)
            if let act = actBehindState(participle) { participle = act }
            // "may be required to" tells a possibility.
            if modal == .may || modal == .can,
                word(participle) == .required || word(participle) == .obliged || word(participle) == .entitled
            {
                return nil
            }
            guard participle < limit, isParticiple(participle), !isStatusParticiple(participle) else { return nil }
            // "shall in no case be relieved from liability": things stay as they are.
            if negated, spells(participle, anyOf: Self.freeings) { return nil }
            return modalNorm(modal, negated, words, action: participle, voice: .passive)
        case .have:
            if let special = possessionCue(index, at, limit, modal: (modal, negated)) { return special }
            if word(at + 1) == .to { return modalNorm(modal, negated, words, action: at + 2, voice: .active) }
            // "shall have, hold and enjoy the Premises".
            if word(at + 1) == .comma || word(at + 1) == .and, has(at + 2, .verb) {
                return modalNorm(modal, negated, words, action: at, voice: .active)
            }
            // "may have the work done by others": sees to it.
            if hasItDone(at, limit) { return modalNorm(modal, negated, words, action: at, voice: .active) }
            guard !negated, !statesMeaning(at, limit) else { return nil }
            if modal == .shall || modal == .will && !isAcknowledged(index), givesAccess(at, limit) {
                return Cue(modality: .right, strength: strength(of: modal), words: words, action: at, confidence: Confidence.named)
            }
            guard modal == .shall || modal == .must else { return nil }
            // "must have their own liability insurance": taken out and kept.
            if keepsInForce(at, limit) { return modalNorm(modal, negated, words, action: at, voice: .active) }
            // "shall have in place": keeping something is an act, having a quality is none.
            return modalNorm(modal, negated, words, action: at, voice: .active).map { weakened($0, 0.5) }
        case .continue where reads(at + 1, .to, .be):
            // "shall continue to be administered by the State".
            var participle = skipAdverbs(at + 3, limit)
            if let act = actBehindState(participle) { participle = act }
            guard participle < limit, isParticiple(participle), !isStatusParticiple(participle) else { return nil }
            return modalNorm(modal, negated, words, action: participle, voice: .passive)
        case .need where negated || word(at + 1) == .not: return nil
        case .refrain where word(at + 1) == .from:
            return Cue(
                modality: negated ? .obligation : .prohibition, strength: strength(of: modal), words: index..<(at + 2), action: at + 2)
        case .undertake where word(at + 1) == .to || reads(at + 1, .not, .to):
            // "shall undertake not to refund": the promise inside the duty says what is owed.
            let refuses = word(at + 1) == .not
            guard let verb = infinitive(at + (refuses ? 3 : 2), limit) else { break }
            return modalNorm(modal, negated != refuses, index..<verb, action: verb, voice: .active)
        case .retain where !negated && reservationCue(at, limit) != nil, .reserve where !negated && reservationCue(at, limit) != nil:
            guard var kept = reservationCue(at, limit) else { break }
            kept.strength = strength(of: modal)
            kept.words = index..<kept.words.upperBound
            return kept
        case .require where !negated && modal == .may && demandsOfSomebody(at + 1, limit):
            return Cue(modality: .right, strength: .binding, words: words, action: at)
        default: break
        }
        return verbCue(modal, negated, words, verb: at, limit, isOptional: isOptional)
    }

    /// The cue of a modal before a plain verb.
    private func verbCue(_ modal: Word, _ negated: Bool, _ words: Range<Int>, verb at: Int, _ limit: Int, isOptional: Bool) -> Cue? {
        if word(at) == .agree || word(at) == .undertake, word(at + 1) == .that { return nil }
        if modal == .would, word(at) == .expect, word(at + 1) == .to {
            return Cue(
                modality: .obligation, strength: .expectation, words: words.lowerBound..<(at + 2), action: at + 2,
                confidence: Confidence.intention)
        }
        guard isWord(at), !has(at, .preposition.or(.conjunction).or(.determiner).or(.modal)) || has(at, .verb) else { return nil }
        var cue = modalNorm(modal, negated, words, action: at, voice: .active)
        if isOptional { cue?.isOptional = true }
        // "shall entitle the Landlord to terminate": the right is the Landlord's.
        if spells(at, "entitle"), let to = (at + 2..<min(limit, at + 14)).first(where: { word($0) == .to }),
            animacy(of: (at + 1)..<to) == .agent
        {
            cue?.modality = negated ? .noRight : .right
            cue?.bearer = (at + 1)..<to
            cue?.action = to + 1
            cue?.voice = has(to + 1, .verb) && !has(to + 1, .determiner) ? .active : .nominal
            cue?.isWeak = false
        }
        // "shall make no statement": what is refused stands in the object; "shall accept no liability" frees from it.
        if !negated, word(at + 1) == .no, !isNumberSign(at + 1), isWord(at + 2),
            ![.later, .less, .more, .longer].contains(word(at + 2)), !spells(at + 2, anyOf: Self.comparisons)
        {
            let isFreed = (at + 2..<min(limit, at + 6)).contains { [.liability, .responsibility, .obligation].contains(word($0)) }
            cue?.modality = isFreed ? .exemption : .prohibition
            cue?.isWeak = modal == .will
        }
        // "shall not acquire any right in": nothing is forbidden, something is not given.
        if negated,
            spells(at, "acquire") || spells(at, "obtain") || spells(at, "gain") || spells(at, "receive") || spells(at, "derive"),
            (at + 1..<min(limit, at + 6)).contains(where: {
                word($0) == .right || word($0) == .rights || word($0) == .interest || word($0) == .entitlement || spells($0, "title")
            })
        {
            cue?.modality = .noRight
        }
        return cue
    }

    /// Verbs whose participle looks like their plain form.
    private static let unchanging = TextBytes.hashes("set cut let put shut run read become spread")

    private static let comparisons = TextBytes.hashes("fewer earlier sooner greater")

    /// "be vested in and administered by the Crown": behind a participle of state, the one that tells an act.
    private func actBehindState(_ participle: Int) -> Int? {
        guard isParticiple(participle), isStatusParticiple(participle) else { return nil }
        let conjunction = has(participle + 1, .preposition) ? participle + 2 : participle + 1
        guard has(conjunction, .conjunction), isParticiple(conjunction + 1), word(conjunction + 2) == .by,
            !isStatusParticiple(conjunction + 1)
        else { return nil }
        return conjunction + 1
    }

    private func modalNorm(_ modal: Word, _ negated: Bool, _ words: Range<Int>, action: Int, voice: Cue.Voice) -> Cue? {
        var cue = Cue(
            modality: negated ? .prohibition : .obligation, strength: strength(of: modal), words: words, action: action, voice: voice)
        switch modal {
        case .may:
            cue.modality = negated ? .prohibition : .permission
            cue.isWeak = !negated
        case .can:
            cue.modality = negated ? .prohibition : .permission
            cue.isWeak = true
            cue.confidence = Confidence.loose
        case .cannot:
            cue.isWeak = true
            cue.confidence = Confidence.intention
        case .will:
            cue.isWeak = true
            cue.confidence = Confidence.will
        case .would:
            // "would normally attend": what is usual; anything else is a supposition.
            guard
                word(words.upperBound) == .normally || word(words.upperBound) == .generally || word(words.upperBound) == .also
                    || word(action - 1) == .normally
            else { return nil }
            cue.confidence = Confidence.loose
        case .should, .ought: cue.confidence = Confidence.intention
        default: break
        }
        return cue
    }

    private func weakened(_ cue: Cue, _ confidence: Double) -> Cue {
        var cue = cue
        cue.isWeak = true
        cue.confidence = confidence
        return cue
    }

    func strength(of modal: Word) -> Strength {
        switch modal {
        case .will: .commitment
        case .should, .would, .ought: .expectation
        default: .binding
        }
    }

    /// "need not", "needs to", "do not need to".
    private func needCue(_ index: Int, _ limit: Int) -> Cue? {
        if word(index + 1) == .not {
            // "may, but need not,": said by the "may" already.
            if word(index - 1) == .but, word(index - 2) == .may || word(index - 2) == .comma && word(index - 3) == .may { return nil }
            return Cue(modality: .exemption, strength: .binding, words: index..<(index + 2), action: index + 2)
        }
        // "You may need to register": what may turn out.
        guard word(index + 1) == .to, !has(index - 1, .determiner.or(.adjective).or(.possessive)), word(index - 1) != .may else {
            return nil
        }
        let negated = word(index - 1) == .not && (word(index - 2) == .do || word(index - 2) == .does || word(index - 2) == .shall)
        guard negated || word(index - 1) != .not else { return nil }
        let words = (negated ? index - 2 : index)..<(index + 2)
        return Cue(
            modality: negated ? .exemption : .obligation, strength: .binding, words: words, action: index + 2, isWeak: !negated,
            confidence: Confidence.loose)
    }

    /// "may by order appoint", "shall by notice in writing require": the verb behind the instrument.
    private func behindInstrument(_ by: Int, _ limit: Int) -> Int? {
        guard isWord(by + 1), !has(by + 1, .determiner.or(.gerund).or(.agent)), !tokens[by + 1].isCapital else { return nil }
        return (by + 2..<max(by + 2, min(limit, by + 7))).first {
            (has($0, .verb.or(.auxiliary)) || tokens[$0].classes.isEmpty && has($0 + 1, .determiner))
                && !has($0 - 1, .preposition) && (!has($0, .thing) || has($0 + 1, .determiner))
        }
    }

    /// "may require the Tenant to", "may require any records to be kept"; but "may require consular fees" demands a thing.
    private func demandsOfSomebody(_ index: Int, _ limit: Int) -> Bool {
        let end = (index..<min(limit, index + 14)).first { tokens[$0].kind == .mark || word($0) == .to } ?? min(limit, index + 14)
        return word(end) == .to || word(index) == .that || animacy(of: index..<end) == .agent
    }

    /// ", and shall not permit its staff to, copy": the second verb, what its modal says, and where the shared act begins.
    private func companion(_ comma: Int, _ modal: Word, _ limit: Int) -> (verb: Int, modality: Modality, action: Int)? {
        guard has(comma + 1, .conjunction), word(comma + 2) == modal || [.shall, .must, .will].contains(word(comma + 2)) else { return nil }
        let negated = word(comma + 3) == .not
        let verb = negated ? comma + 4 : comma + 3
        guard has(verb, .control.or(.personal)),
            let to = (verb + 1..<min(limit, verb + 20)).first(where: { word($0) == .to && word($0 + 1) == .comma })
        else { return nil }
        return (verb, negated ? .prohibition : .obligation, to + 2)
    }

    /// "may not for two years after the end of the service lobby any official": the verb that no comma parts from the phrase.
    func verbBehindPhrase(_ start: Int, _ end: Int) -> Int? {
        (start + 2..<end).first {
            has($0, .verb)
                && !has($0, .agent.or(.thing).or(.adjective).or(.adverb).or(.determiner).or(.preposition).or(.auxiliary).or(.modal))
                && !has($0 - 1, .preposition.or(.determiner).or(.conjunction).or(.possessive).or(.modal).or(.relative).or(.adjective))
                && word($0 - 1) != .to && word($0 - 1) != .not && tokens[$0 - 1].kind != .genitive
                && (!has($0, .participle) || spells($0, anyOf: Self.unchanging))
        }
    }

    /// From a comma to behind the comma that closes the parenthetical: "shall, upon request, ..."; nil where there is none.
    private func parenthetical(_ comma: Int, _ limit: Int) -> Int? {
        var at = comma + 1
        // "may, at its sole discretion accept": the second comma is left out.
        if let whole = opener(at: at, limit: limit), whole.isWhole, has(at + whole.length, .verb) { return at + whole.length }
        guard at < limit,
            opener(at: at, limit: limit) != nil || has(at, .preposition.or(.adverb).or(.subordinator).or(.gerund).or(.participle))
                || word(at) == .to
                || word(at) == .as || word(at) == .not || word(at) == .but
        else { return nil }
        while at < limit, at - comma < 40 {
            if word(at) == .open { at = afterBracket(at, limit) - 1 }
            if word(at) == .comma, !has(at + 1, .conjunction), at + 1 < limit,
                has(at + 1, .verb.or(.adverb).or(.negation).or(.auxiliary)) || isPlainVerb(at + 1)
                    || [.either, .both, .each].contains(word(at + 1)) && has(at + 2, .verb)
                    || opener(at: at + 1, limit: limit) != nil
            {
                return at + 1
            }
            if word(at) == .semicolon { return nil }
            at += 1
        }
        // "must, if so directed by the Assembly—": items follow.
        let mark = skipAdverbs(limit, limit + 2)
        return at >= limit
            && (word(mark) == .colon || word(mark) == .dash || word(limit - 1) == .dash || tokens[mark].kind == .label) ? limit : nil
    }

    /// "will be credited should the Distributor pay": a condition behind its main clause.
    func isInvertedBehind(_ index: Int) -> Bool {
        guard word(index) == .should, has(index - 1, .participle) || word(index - 1) == .comma, !has(index - 1, .agent) else {
            return false
        }
        return has(index + 1, .determiner.or(.pronoun).or(.agent)) || tokens[index + 1].isCapital
    }

    /// A word that no list knows, with an object behind it.
    func isPlainVerb(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.kind == .word && token.classes.isEmpty && !token.isCapital
            && (has(index + 1, .determiner.or(.possessive)) || [.them, .him, .it].contains(word(index + 1)))
    }
}
