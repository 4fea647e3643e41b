import Language

/// Cues of French: "doit", "ne peut", "est tenu de", "il est interdit de", "s'engage à".
extension Grammar {
    func frenchCue(_ index: Int, _ limit: Int) -> Cue? {
        // "s'engage", "n'est": the mark stands between.
        let before = word(index - 1) == .quote || tokens[index - 1].kind == .genitive ? index - 2 : index - 1
        let negatedBefore = word(before) == .ne || word(before) == .n
        let start = negatedBefore ? before : index
        switch word(index) {
        case .doit, .doivent, .devra, .devront, .peut, .peuvent, .pourra, .pourront:
            var at = index + 1
            while word(at) == .pas || word(at) == .plus || has(at, .adverb) || spells(at, "que") || spells(at, "toutefois")
                || spells(at, "également") || spells(at, "aussi") || spells(at, "jamais")
            { at += 1 }
            // "peut par décret nommer": by what act.
            if word(at) == .par, !has(at + 1, .determiner) { at += 2 }
            if word(at) == .comma {
                at = (at + 1..<min(limit, at + 25)).first { word($0) == .comma }.map { $0 + 1 } ?? limit
            }
            let permits = [.peut, .peuvent, .pourra, .pourront].contains(word(index))
            let modality: Modality = negatedBefore ? .prohibition : permits ? .permission : .obligation
            var cue = Cue(
                modality: modality, strength: .binding, words: start..<at, action: at, isWeak: permits && !negatedBefore,
                confidence: Confidence.will)
            if spells(at, "être") {
                guard isFrenchParticiple(at + 1) else { return nil }
                cue.voice = .passive
                cue.action = at + 1
            }
            return cue
        case .tenu, .tenue, .tenus, .tenues:
            guard [.de, .d, .à].contains(word(index + 1)), has(index - 1, .auxiliary) || word(index - 1) == .pas else { return nil }
            let negation = word(index - 1) == .pas ? frenchNegation(before: index) ?? index - 1 : nil
            return Cue(
                modality: negation == nil ? .obligation : .exemption, strength: .binding, words: (negation ?? index - 1)..<(index + 1),
                action: frenchVerb(index + 2), confidence: Confidence.promise)
        case .interdit, .interdite:
            guard word(index - 1) == .est else { return nil }
            // "il est interdit à quiconque de divulguer".
            if word(index - 2) == .il, word(index + 1) == .à,
                let de = (index + 2..<min(limit, index + 14)).first(where: { word($0) == .de || word($0) == .d }),
                isFrenchInfinitive(frenchVerb(de + 1))
            {
                return Cue(
                    modality: .prohibition, strength: .binding, words: (index - 2)..<(index + 1), action: frenchVerb(de + 1),
                    bearer: (index + 2)..<de, confidence: Confidence.promise)
            }
            if word(index - 2) == .il, word(index + 1) == .de || word(index + 1) == .d || word(index + 1) == .à {
                return Cue(
                    modality: .prohibition, strength: .binding, words: (index - 2)..<(index + 1), action: index + 2, bearer: 0..<0,
                    confidence: Confidence.promise)
            }
            return Cue(
                modality: .prohibition, strength: .binding, words: (index - 1)..<(index + 1), action: index + 1, voice: .subject,
                confidence: Confidence.will)
        case .engage, .engagent:
            guard word(before) == .s, word(index + 1) == .à else { return nil }
            let action = word(index + 2) == .ne && word(index + 3) == .pas ? index + 4 : index + 2
            return Cue(
                modality: action > index + 2 ? .prohibition : .obligation, strength: .commitment, words: before..<action, action: action,
                confidence: Confidence.promise)
        case .droit where [.a, .ont].contains(word(index - 1)) && [.à, .au, .aux].contains(word(index + 1)):
            // "a droit à un congé".
            return Cue(
                modality: .right, strength: .binding, words: (index - 1)..<(index + 1), action: index + 2, voice: .nominal,
                confidence: Confidence.will)
        case .droit where word(index - 1) == .le && word(index - 2) == .pas && (word(index + 1) == .de || word(index + 1) == .d):
            let start = frenchNegation(before: index) ?? index - 2
            return Cue(
                modality: .noRight, strength: .binding, words: start..<(index + 1), action: frenchVerb(index + 2),
                confidence: Confidence.will)
        case .droit:
            guard has(index - 1, .determiner) || word(index - 1) == .le, [.de, .d].contains(word(index + 1)),
                word(index - 2) == .a || word(index - 2) == .ont
            else { return nil }
            return Cue(
                modality: .right, strength: .binding, words: (index - 2)..<(index + 1), action: index + 2, confidence: Confidence.will)
        case .incombe:
            guard word(index - 1) == .il, let de = (index + 1..<min(limit, index + 20)).first(where: { word($0) == .de || word($0) == .d })
            else { return nil }
            return Cue(
                modality: .obligation, strength: .binding, words: (index - 1)..<(index + 1), action: de + 1, bearer: (index + 2)..<de,
                confidence: Confidence.will)
        default: return frenchOfficeCue(index)
        }
    }

    /// "est autorisé à", "est habilitée à", "est chargé de": what an office may or has to do.
    private func frenchOfficeCue(_ index: Int) -> Cue? {
        let negation = word(index - 1) == .pas ? frenchNegation(before: index) : nil
        guard negation != nil || [.est, .sont, .sera, .seront].contains(word(index - 1)) else { return nil }
        let words = (negation ?? index - 1)..<(index + 1)
        if text.bytes[tokens[index].lower] | 0x20 == 0x63 {
            guard [.de, .du, .d, .des].contains(word(index + 1)), negation == nil else { return nil }
            let verb = frenchVerb(index + 2)
            let isAct = isFrenchInfinitive(verb)
            return Cue(
                modality: .obligation, strength: .binding, words: words, action: isAct ? verb : index + 2,
                voice: isAct ? .active : .nominal, confidence: Confidence.will)
        }
        guard word(index + 1) == .à else { return nil }
        return Cue(
            modality: negation == nil ? .permission : .prohibition, strength: .binding, words: words, action: frenchVerb(index + 2),
            confidence: Confidence.will)
    }

    /// Past the mark of "d'", "l'".
    private func frenchVerb(_ index: Int) -> Int { isWord(index) ? index : index + 1 }

    /// "suspendre", "nommer", "établir": as items hang on "peut:".
    func isFrenchInfinitive(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, token.upper - token.lower > 3, !token.isCapital else { return false }
        let (before, last) = (text.bytes[token.upper - 2], text.bytes[token.upper - 1])
        return last == 0x72 && (before == 0x65 || before == 0x69) || last == 0x65 && before == 0x72
    }

    /// "nommé", "pris", "rendue"; not "libre": a state.
    private func isFrenchParticiple(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, token.upper - token.lower > 2 else { return false }
        var end = token.upper
        if text.bytes[end - 1] | 0x20 == 0x73 { end -= 1 }
        if text.bytes[end - 1] | 0x20 == 0x65 { end -= 1 }
        // é, i, u, t, and "pris", "mis" with their own s
        switch text.bytes[end - 1] {
        case 0xA9, 0x69, 0x75, 0x74: return true
        case 0x73: return end - token.lower > 2 && text.bytes[end - 2] == 0x69
        default: return false
        }
    }
}
