import Language

/// Where the next act of a coordination begins.
extension Grammar {
    /// An act of its own begins here: a verb with an object that follows it.
    func startsAct(_ index: Int, gerund: Bool, voice: Cue.Voice, limit: Int) -> Bool {
        guard index < limit, isWord(index) else { return false }
        if voice == .subject || voice == .nominal && !gerund { return false }
        if gerund {
            return has(index, .gerund) && !tokens[index].isCapital && !has(index, .preposition) && startsNounPhrase(index + 1)
                && !has(index + 1, .preposition)
        }
        if voice == .passive {
            // "must be given and be notified to the applicant".
            if word(index) == .be, isParticiple(index + 1), has(index - 1, .conjunction) { return true }
            // "signed by A and delivered to B".
            return has(index, .participle) && !has(index, .verb) && index + 1 < limit
                && (has(index + 1, .preposition) || has(index - 1, .conjunction) && opener(at: index + 1, limit: limit) != nil)
                && !has(index - 1, .determiner)
        }
        if word(index) == .be { return isParticiple(index + 1) }
        // "except in writing": an adverbial that looks like a verb.
        if has(index, .opener), let opener = opener(at: index, limit: limit), opener.kind != .aside { return false }
        // "its management and control", "all collection and use that": nouns.
        if index + 1 >= limit || tokens[index + 1].kind == .mark, has(index - 1, .conjunction), has(index - 3, .possessive.or(.determiner))
        {
            return false
        }
        if word(index + 1) == .that, has(index + 2, .auxiliary.or(.modal)) { return false }
        // "our robust training and exercise programme": a gerund that a determiner or an adjective makes a noun.
        if has(index - 1, .conjunction), has(index - 2, .gerund),
            has(index - 3, .adjective.or(.determiner).or(.possessive)) || tokens[index - 3].classes.isEmpty && isWord(index - 3),
            has(index + 1, .thing)
        {
            return false
        }
        // "the development, use and transfer of": nouns in a row.
        if word(index + 1) == .comma || has(index + 1, .conjunction), word(skipConjunctions(index + 1, limit) + 1) == .of { return false }
        // "a free and open region": the noun phrase is not yet at its noun.
        if has(index, .adjective), has(index - 1, .conjunction), has(index - 2, .adjective), !has(index - 2, .thing.or(.agent)) {
            return false
        }
        guard has(index, .verb), !has(index, .modal.or(.auxiliary)) || word(index) == .have || word(index) == .do else { return false }
        if tokens[index].isCapital { return false }
        let next = index + 1
        guard next < limit else { return !has(index, .thing.or(.agent)) }
        if word(index - 1) == .to, has(index - 2, .conjunction) || word(index - 2) == .comma { return true }
        if has(index, .thing.or(.agent).or(.adjective)) {
            // "report", "use", "open": a verb only where an object is plainly marked.
            return has(next, .determiner.or(.possessive).or(.pronoun)) && !has(next, .preposition)
                || tokens[next].isCapital && !has(next, .preposition)
        }
        if has(
            next,
            .determiner.or(.possessive).or(.pronoun).or(.adjective).or(.agent).or(.thing).or(.number).or(.adverb).or(.preposition).or(
                .gerund
            ).or(.participle))
        {
            return true
        }
        return tokens[next].kind != .mark || word(next) == .comma
    }

    func skipConjunctions(_ index: Int, _ limit: Int) -> Int {
        var at = index
        while at < limit,
            has(at, .conjunction.or(.negation)) || tokens[at].kind == .label || word(at) == .comma || has(at, .adverb) && !has(at, .verb)
        { at += 1 }
        // "and to notify", where the coordination repeats the "to".
        if word(at) == .to, has(at + 1, .verb) { at += 1 }
        if word(at) == .for || word(at) == .of, has(at + 1, .gerund), has(at - 1, .conjunction) { at += 1 }
        return at
    }
}
