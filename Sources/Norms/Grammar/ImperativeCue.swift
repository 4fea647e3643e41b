import Language

/// Rules that name nobody: "Do not feed the animals", "Please remove your shoes", "No pets allowed". Whoever reads them is meant, so they
/// have no bearer. A bare imperative ("Keep the door closed") has no word of duty and makes no norm.
extension Grammar {
    /// "Do not", "Never", "Refrain from", "Please" in front of a verb that has no subject.
    func imperativeCue(_ index: Int, _ limit: Int) -> Cue? {
        guard standsAlone(index) else { return nil }
        var at = index
        let asks = word(at) == .please
        if asks { at += 1 }
        var negated = true
        if reads(at, .do, .not) {
            at += 2
        } else if word(at) == .never {
            at += 1
        } else if reads(at, .refrain, .from) {
            at += 2
        } else {
            negated = false
        }
        guard asks || negated, at < limit else { return nil }
        let action: Int
        if word(at - 1) == .from {
            action = at
        } else {
            guard let verb = infinitive(at, limit), verb + 1 < limit, !asks || negated || !spells(verb, anyOf: Self.invitations),
                !spells(verb, anyOf: Self.qualities)
            else { return nil }
            action = verb
        }
        return Cue(
            modality: negated ? .prohibition : .obligation, strength: asks ? .expectation : .binding, words: index..<action, action: action,
            bearer: 0..<0, confidence: asks ? Confidence.intention : Confidence.will)
    }

    /// "charges that: (a) are limited in amount; (b) do not represent a tax": an item that says what something is like.
    private static let qualities = TextBytes.hashes(
        "apply belong comprise concern consist constitute contain correspond depend differ exist form have include involve mean pertain relate represent result"
    )

    /// "please contact us", "please see section 4", "please continue to support us": where to turn, and what is hoped for; no rule.
    private static let invitations = TextBytes.hashes(
        """
        accept ask be bear call check click consider contact continue email enjoy feel find go join let note read refer remember review see
        support visit write
        """)

    /// No subject stands before `index`: it opens its sentence, or follows a phrase in front or another imperative.
    func standsAlone(_ index: Int, depth: Int = 0) -> Bool {
        if opensLine(index) || index > 0 && word(index - 1) == .please && opensLine(index - 1) { return true }
        guard index > 1, word(index - 1) == .comma || has(index - 1, .conjunction) || word(index - 1) == .please else { return false }
        var start = index - 1
        while start > 0, index - start < 60, !opensLine(start) { start -= 1 }
        if let other = (start..<(index - 1)).last(where: { word($0) == .please || reads($0, .do, .not) }), depth < 3,
            standsAlone(other, depth: depth + 1)
        {
            return true
        }
        let before = word(index - 1) == .please ? index - 2 : index - 1
        guard word(before) == .comma, let opener = opener(at: start, limit: index) else { return false }
        return extent(of: opener, at: start, limit: before, leading: true) >= before
    }

    /// The start of a sentence, or of a line.
    private func opensLine(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count else { return true }
        return isSentenceStart(index) || text.bytes[tokens[index - 1].upper..<tokens[index].lower].contains(0x0A)
    }

    /// "No pets allowed", "Ball games not permitted", "Smoking strictly prohibited": the verb is left out.
    func fragmentCue(_ index: Int, _ limit: Int) -> Cue? {
        let forbids = word(index) == .prohibited || word(index) == .forbidden
        guard forbids || word(index) == .permitted || word(index) == .allowed else { return nil }
        var before = index - 1
        while has(before, .adverb), !has(before, .negation) { before -= 1 }
        let negated = word(before) == .not
        if negated { before -= 1 }
        guard before >= 0, !has(before, .auxiliary.or(.modal).or(.determiner).or(.preposition).or(.conjunction).or(.relative)),
            index + 1 >= limit || tokens[index + 1].kind == .mark || has(index + 1, .preposition.or(.subordinator)),
            !(index..<limit).contains(where: { $0 > index && isFinite($0) })
        else { return nil }
        var start = before
        while !opensLine(start) {
            if index - start > 12 || isFinite(start) || has(start, .relative.or(.subordinator).or(.pronoun)) || word(start) == .comma {
                return nil
            }
            start -= 1
        }
        guard forbids ? !negated : negated || word(start) == .no, startsNounPhrase(start) || has(start, .gerund) else { return nil }
        return Cue(
            modality: .prohibition, strength: .binding, words: (before + 1)..<(index + 1), action: index + 1, voice: .subject,
            confidence: Confidence.value)
    }

    /// "No pets are allowed": pets are what is forbidden.
    func withoutNegation(_ subject: Range<Int>) -> Range<Int> {
        word(subject.lowerBound) == .no && subject.count > 1 ? (subject.lowerBound + 1)..<subject.upperBound : subject
    }

    /// "does not accept liability for", "assumes no responsibility for": nothing is forbidden, somebody is free of it.
    func refusedLiabilityCue(_ index: Int, _ limit: Int) -> Cue? {
        let disclaims = spells(index, "disclaim") || spells(index, "disclaims")
        guard disclaims || spells(index, anyOf: Self.acceptances) else { return nil }
        let negated = word(index - 1) == .not && has(index - 2, .auxiliary)
        guard negated != (disclaims || word(index + 1) == .no), negated || isFiniteHere(index) else { return nil }
        var noun = index + 1
        while noun < min(limit, index + 5), has(noun, .determiner.or(.adjective)) { noun += 1 }
        guard [.liability, .responsibility].contains(word(noun)) || spells(noun, "liabilities") else { return nil }
        return Cue(
            modality: .exemption, strength: .binding, words: (negated ? index - 2 : index)..<(index + 1), action: index,
            confidence: Confidence.will)
    }

    private static let acceptances = TextBytes.hashes("accept accepts assume assumes")
}
