import Language

/// "In no event shall either party be liable": the subject stands behind the modal.
extension Grammar {
    func invertedCue(_ index: Int, _ limit: Int) -> Cue? {
        let start: Int
        if reads(index - 3, .in, .no, .event) || reads(index - 3, .under, .no, .circumstances) || reads(index - 3, .at, .no, .time) {
            start = index - 3
        } else if word(index - 1) == .nor || word(index - 1) == .neither {
            start = index - 1
        } else {
            return nil
        }
        guard startsNounPhrase(index + 1),
            let verb = (index + 2..<min(limit, index + 24)).first(where: {
                word($0) == .be || word($0) == .have || has($0, .verb) && !has($0, .agent.or(.thing).or(.determiner))
                    || $0 > index + 1 && has($0 - 1, .agent) && has($0 + 1, .determiner.or(.possessive))
                        && (isPlainVerb($0) || has($0, .verb) || isWord($0) && tokens[$0].classes.isEmpty && !tokens[$0].isCapital)
            })
        else { return nil }
        let subject = (index + 1)..<verb
        let words = start..<(index + 1)
        let modal = word(index)
        if word(verb) == .be {
            if var special = copularCue(index, verb, limit, modal: (modal, true)) {
                special.bearer = subject
                special.words = words
                return special
            }
            guard isParticiple(verb + 1), !isStatusParticiple(verb + 1) else { return nil }
            return Cue(modality: .prohibition, strength: strength(of: modal), words: words, action: verb + 1, voice: .passive)
        }
        if word(verb) == .have, var special = possessionCue(index, verb, limit, modal: (modal, true)) {
            special.bearer = subject
            special.words = words
            return special
        }
        return Cue(modality: .prohibition, strength: strength(of: modal), words: words, action: verb, bearer: subject)
    }
}
