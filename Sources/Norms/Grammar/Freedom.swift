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
        if spells(verb, anyOf: Self.obliging),
            let to = rest.first(where: { word($0) == .to && (has($0 + 1, .verb.or(.auxiliary)) || isPlainVerb($0 + 1)) }), to > verb + 1
        {
            return (.exemption, (verb + 1)..<to, to + 1)
        }
        return nil
    }

    private static let preventing = TextBytes.hashes(
        "prevent prevents preventing preclude precludes precluding prohibit prohibits prohibiting restrict restricts restricting limit limits limiting bar bars barring"
    )
    private static let obliging = TextBytes.hashes(
        "require requires requiring oblige obliges obliging obligate obligates obligating compel compels compelling")
}
