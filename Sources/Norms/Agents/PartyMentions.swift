import Language

/// Where a text names the party asked about, and where the one across the table.
struct PartyMentions {
    let role: PartyRole
    /// A token each: the side of the party whose name ends with it; `unknown` for every other word.
    let sides: [PartyRole.Match]
    /// The role or its opposite is named; otherwise a proper name that no list knows is taken for the party.
    let isNamed: Bool

    init(of role: PartyRole, in text: TokenizedText) {
        let isOwn = text.tokens.enumerated().contains { index, token in
            token.kind == .word && token.is(.agent) && !Self.isCompound(index, in: text)
                && role.isOwnName(String(decoding: text.bytes[token.lower..<token.upper], as: UTF8.self))
        }
        let role = isOwn ? role.alone() : role
        var sides = [PartyRole.Match](repeating: .unknown, count: text.tokens.count)
        for (index, token) in text.tokens.enumerated() where token.kind == .word {
            if token.is(.preposition.or(.conjunction).or(.modal).or(.auxiliary)), !token.is(.pronoun.or(.agent)) { continue }
            if role.isCompound, index > 0, text.tokens[index - 1].kind == .word, !text.tokens[index - 1].is(.determiner) {
                let pair = role.match(text.string((index - 1)..<(index + 1)))
                if pair == .same || pair == .opposite {
                    sides[index] = pair
                    continue
                }
            }
            let match = role.match(String(decoding: text.bytes[token.lower..<token.upper], as: UTF8.self))
            if match == .shared, !token.is(.agent) { continue }
            sides[index] = match
        }
        self.role = role
        self.sides = sides
        isNamed = sides.contains { $0 == .same || $0 == .opposite }
    }

    /// "Master Landlord", asked about the landlord of a sublease: somebody else.
    private static func isCompound(_ index: Int, in text: TokenizedText) -> Bool {
        guard index > 1 else { return false }
        let before = text.tokens[index - 1]
        return before.kind == .word && before.isCapital && !before.isAcronym
            && !before.is(.determiner.or(.preposition).or(.conjunction).or(.subordinator).or(.modal))
    }

    func side(_ index: Int) -> PartyRole.Match { sides.indices.contains(index) ? sides[index] : .unknown }

    /// How a party as printed in a norm stands to the role.
    func side(of party: String) -> PartyRole.Match {
        let match = role.match(party)
        guard match == .unknown, !isNamed else { return match }
        return Self.isCommonNoun(party) ? .unknown : .same
    }

    /// "Trustee", "the agents": a class of people, not a name.
    private static func isCommonNoun(_ party: String) -> Bool {
        guard let last = TokenizedText(party).tokens.last(where: { $0.kind == .word }) else { return true }
        return last.is(.agent.or(.pronoun).or(.thing))
    }
}
