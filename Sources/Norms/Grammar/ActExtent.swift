import Language

/// What stands at the end of an act and is none of it: the purpose, times, loose words.
extension Grammar {
    /// "to" with a verb that no word before it asks for: the purpose, not the act.
    func isPurpose(_ index: Int, verb: Int, limit: Int) -> Bool {
        guard index + 1 < limit, has(index + 1, .verb.or(.auxiliary)) || has(index + 1, .adverb) && has(index + 2, .verb),
            !has(index + 1, .determiner.or(.possessive)) || word(index + 1) == .have
        else {
            return false
        }
        // "determine which of the projects to curtail".
        if [.which, .what, .whether, .how, .where, .when].contains(word(verb + 1)) { return false }
        // "the equipment in which to perform".
        if has(index - 1, .relative), !has(index - 1, .determiner) || word(index - 1) == .which { return false }
        // "claiming to have been employed": what is already so is no purpose.
        if word(index + 1) == .have, has(index + 2, .participle) || word(index + 2) == .been { return false }
        // "adhere to grant requirements": the preposition that the verb takes, before a noun.
        if index == verb + 1, has(index + 1, .thing), spells(verb, anyOf: Self.takingTo) { return false }
        // "engage an adviser to examine the books": what somebody is engaged for.
        if spells(verb, anyOf: Self.hiring), animacy(of: (verb + 1)..<index) == .agent { return false }
        if has(index + 1, .thing.or(.agent)),
            !has(index + 2, .determiner.or(.possessive).or(.pronoun).or(.thing).or(.adjective).or(.gerund)),
            !(index + 2 < limit && (tokens[index + 2].isCapital || isWord(index + 2) && tokens[index + 2].classes.isEmpty))
        {
            return false
        }
        // "designate any member to be the Minister": what the verb makes of its object.
        // "land to be leased": what is to happen to it.
        if word(index + 1) == .be, !isParticiple(index + 2) || has(index - 1, .thing.or(.agent)) || tokens[index - 1].isCapital {
            return false
        }
        // The nearest word that asks for an infinitive, within the same phrase.
        var at = index - 1
        while at >= verb, index - at < 12 {
            // "continue to deepen ties to ensure": the verb has its infinitive already.
            if at > verb, word(at) == .to, has(at + 1, .verb), at + 1 < index - 1 { return true }
            if has(at, .control), index - at < 9 { return false }
            if at < index - 1, has(at, .preposition),
                !(word(at) == .of || word(at) == .with || word(at) == .for || word(at) == .by || word(at) == .in || word(at) == .on)
            {
                break
            }
            at -= 1
        }
        // "work together to", "cause X to", "require X to": the verb itself asks.
        if has(verb, .control) || word(verb) == .work || word(verb + 1) == .for { return false }
        return !(word(index - 1) == .together || word(index - 1) == .how || word(index - 1) == .whether)
    }

    private static let takingTo = TextBytes.hashes(
        "adhere conform respond subscribe object accede contribute consent attend return resort refer react")
    private static let hiring = TextBytes.hashes("engage appoint retain hire employ nominate designate commission")

    /// Without conjunctions, commas and adverbs of time at the end.
    func trimmedAction(_ range: Range<Int>) -> Range<Int> {
        var upper = range.upperBound
        // "workers aged 25 and above".
        if upper - 3 > range.lowerBound, tokens[upper - 3].kind == .number, has(upper - 2, .conjunction), has(upper - 1, .preposition) {
            return range
        }
        while upper > range.lowerBound,
            [.comma, .semicolon, .colon, .fullStop, .dash].contains(word(upper - 1)) || has(upper - 1, .conjunction)
                || word(upper - 1) == .as && upper - 1 > range.lowerBound
                || word(upper - 1) == .in && upper - 1 > range.lowerBound && [.each, .every, .any].contains(word(upper))
                || has(upper - 1, .preposition) && !has(upper - 1, .adverb) && upper - 1 > range.lowerBound
                    && ![.to, .in, .on, .over, .up, .out].contains(word(upper - 1)) && !has(upper - 2, .gerund.or(.participle).or(.verb))
                || isTimeAdverb(upper - 1) && upper - 1 > range.lowerBound || tokens[upper - 1].kind == .label
                || word(upper - 1) == .quote && tokens[upper - 1].isSpaced
        { upper -= 1 }
        return range.lowerBound..<upper
    }

    private func isTimeAdverb(_ index: Int) -> Bool {
        switch word(index) {
        case .promptly, .immediately, .forthwith, .thereafter, .then, .thereby, .accordingly, .also, .only, .regularly, .however: true
        default: spells(index, "solely") || spells(index, "exclusively")
        }
    }
}
