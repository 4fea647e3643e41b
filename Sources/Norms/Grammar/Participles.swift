import Language

/// Which participles behind "be" tell an act, and which only a state or a legal effect.
extension Grammar {
    /// A participle that tells an act done: "paid", "notified"; tokens that no list knows but that end like one.
    func isParticiple(_ index: Int) -> Bool { has(index, .participle) && !has(index, .modal) }

    /// Participles of state, of meaning and of legal effect: nobody acts. Some become acts when an agent is named.
    func isStatusParticiple(_ index: Int) -> Bool {
        switch word(index) {
        case .deemed, .construed, .interpreted, .governed, .defined, .bound, .affected, .renewed, .based, .composed, .comprised, .entitled,
            .committed,
            .expected, .intended:
            return true
        case .required: return word(index + 1) != .by
        case .made: return word(index + 1) == .up
        // "shall be held invalid".
        case .unlisted where spells(index, "held"): return spells(index + 1, anyOf: Self.verdicts) || word(index + 1) == .to
        default: break
        }
        if spells(index, "taken") {
            return word(index + 1) == .as || has(index + 1, .adverb) && word(index + 2) == .as || word(index + 1) == .not
                || word(index + 1) == .to && has(index + 2, .auxiliary)
        }
        if spells(index, anyOf: Self.states) { return true }
        return spells(index, anyOf: Self.statesUnlessDone) && !isDone(index)
    }

    /// "by X" comes before the next mark.
    private func isDone(_ index: Int) -> Bool {
        var at = index + 1
        while at - index < 10, isWord(at) {
            if word(at) == .by { return true }
            at += 1
        }
        return false
    }

    /// Giving and creating: with "no right" as its subject, nothing is forbidden, something is not given.
    func isGiving(_ index: Int) -> Bool { spells(index, anyOf: Self.givings) }

    private static let givings = TextBytes.hashes(
        "granted conferred given transferred conveyed created licensed vested acquired implied passed provided")

    private static let states = TextBytes.hashes(
        """
        seen noted regarded superseded reformed severed enforced impaired located concerned incorporated situated vested prejudiced understood known thought forfeited
        cited disregarded inferred implied referred dated followed presumed satisfied met discharged cumulative excused tolled born owned
        """)
    private static let verdicts = TextBytes.hashes(
        "invalid unenforceable void illegal unlawful unconstitutional inapplicable liable responsible")
    private static let statesUnlessDone = TextBytes.hashes(
        """
        calculated computed designed determined increased reduced extended terminated executed limited considered treated called
        """)
}
