import Language

/// Whom a sentence that begins with "nothing" leaves free.
extension Grammar {
    /// "Nothing in this section prevents a party from seeking relief": the same without a modal.
    func nothingCue(_ index: Int, _ limit: Int) -> Cue? {
        let verbs = (index + 1)..<max(index + 1, min(limit, index + 30))
        let isModal = verbs.contains { has($0, .modal) }
        let verb = verbs.first {
            // With a modal, the modal is the cue; but not of "shall be construed as obliging", which states what counts.
            let mayBe =
                has($0, .gerund)
                ? word($0 - 1) == .as || word($0 - 1) == .to
                : word($0 - 1) == .to && has($0, .verb) && has($0 - 2, .participle)
                    || !isModal && has($0, .presentVerb) && !has($0 - 1, .determiner.or(.adjective))
            return mayBe && freedom(at: $0, limit) != nil
        }
        // "shall be construed or deemed to confer any right upon a third party".
        if verb == nil,
            let giving = verbs.first(where: { word($0 - 1) == .to && has($0 - 2, .participle) && denied(at: $0, limit) != nil }),
            let denied = denied(at: giving, limit)
        {
            return Cue(
                modality: .noRight, strength: .binding, words: index..<(giving + 1), action: denied.object, voice: .nominal,
                bearer: denied.receiver, confidence: Confidence.will)
        }
        guard let verb, let freed = freedom(at: verb, limit) else { return nil }
        return Cue(
            modality: freed.modality, strength: .binding, words: index..<(verb + 1), action: freed.action, bearer: freed.bearer,
            confidence: Confidence.will)
    }

    /// "prevent the Buyer from seeking": the Buyer is free to; "require the Buyer to pay": it is free not to.
    func freedom(at verb: Int, _ limit: Int) -> (modality: Modality, bearer: Range<Int>, action: Int)? {
        let rest = (verb + 1)..<max(verb + 1, limit)
        if spells(verb, anyOf: Self.preventing), let from = rest.first(where: { word($0) == .from && has($0 + 1, .gerund) }) {
            return (.permission, (verb + 1)..<from, from + 1)
        }
        // "limit the right of the Company to terminate".
        if spells(verb, anyOf: Self.preventing),
            let noun = (verb + 1..<min(limit, verb + 6)).first(where: { isRight($0) || word($0) == .power }),
            let to = (noun + 1..<min(limit, noun + 16)).first(where: { word($0) == .to && infinitive($0 + 1, limit) != nil }),
            let action = infinitive(to + 1, limit), let owner = owner(of: noun, within: max(0, verb - 1)..<limit)
        {
            return (.right, owner, action)
        }
        if spells(verb, anyOf: Self.obliging),
            let to = rest.first(where: { word($0) == .to && (has($0 + 1, .verb.or(.auxiliary)) || isPlainVerb($0 + 1)) }), to > verb + 1
        {
            return (.exemption, (verb + 1)..<to, to + 1)
        }
        return nil
    }

    /// "confer any right upon a third party", "give the Buyer a claim": who gets it, and where what is not given begins.
    func denied(at verb: Int, _ limit: Int) -> (receiver: Range<Int>, object: Int)? {
        guard spells(verb, anyOf: Self.givings),
            let noun = (verb + 1..<max(verb + 1, min(limit, verb + 16))).first(where: { isRight($0) || spells($0, "benefit") })
        else { return nil }
        let opensReceiver = { (at: Int) in [.to, .on, .upon].contains(word(at)) }
        let object = (verb + 1...noun).last { has($0, .determiner) } ?? noun
        let receiver = (opensReceiver(verb + 1) ? verb + 2 : verb + 1)..<max(object, opensReceiver(verb + 1) ? verb + 2 : verb + 1)
        if animacy(of: receiver) == .agent { return (receiver, object) }
        guard let link = (noun + 1..<max(noun + 1, min(limit, noun + 8))).first(where: opensReceiver) else { return nil }
        var end = link + 1
        while end < limit, isWord(end), !has(end, .preposition.or(.relative).or(.modal)) || word(end) == .of { end += 1 }
        return animacy(of: (link + 1)..<end) == .agent ? ((link + 1)..<end, object) : nil
    }

    private static let givings = TextBytes.hashes("give grant confer create vest entitle provide")

    private static let preventing = TextBytes.hashes(
        "prevent prevents preventing preclude precludes precluding prohibit prohibits prohibiting restrict restricts restricting limit limits limiting bar bars barring"
    )
    private static let obliging = TextBytes.hashes(
        "require requires requiring oblige obliges obliging obligate obligates obligating compel compels compelling")
}
