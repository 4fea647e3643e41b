import Language

/// What stands beside a French verb: "sous réserve de l'article 5", "à moins que", "par le ministre", "à l'acheteur".
extension Grammar {
    /// The adverbial that a French word opens; `Adverbial` has the English ones, and times are `Calendar`'s.
    func frenchOpener(_ at: Int) -> Opener? {
        func opens(_ kind: Adverbial.Kind, _ length: Int, clause: Bool = false) -> Opener {
            Opener(kind: kind, isClause: clause, length: length)
        }
        if spells(at, "sous"), spells(at + 1, "réserve") {
            let names = (at + 3..<at + 9).contains { spells($0, anyOf: Self.frenchProvisions) }
            return opens(names ? .exception : .condition, 3)
        }
        if spells(at, "sans") {
            let asks = (at + 1..<at + 6).contains { spells($0, anyOf: Self.frenchConsents) }
            return asks ? opens(.exception, 1) : nil
        }
        if spells(at, "en"), spells(at + 1, "cas") { return opens(.condition, 3) }
        if spells(at, "afin") || spells(at, "pendant") || spells(at, "conformément") { return opens(.aside, 1) }
        if spells(at, "pourvu"), word(at + 1) == .que { return opens(.condition, 2, clause: true) }
        if word(at) == .pour, isFrenchInfinitive(at + 1) { return opens(.aside, 1) }
        guard word(at) == .à else { return nil }
        if spells(at + 1, "moins") { return opens(.exception, 3, clause: word(at + 2) == .que) }
        if spells(at + 1, "condition") { return opens(.condition, 3, clause: word(at + 2) == .que) }
        if word(at + 1) == .la, spells(at + 2, "demande") { return opens(.condition, 4) }
        return nil
    }

    private static let frenchProvisions = TextBytes.hashes(
        "article articles paragraphe paragraphes alinéa alinéas loi règlement disposition dispositions convention contrat chapitre partie")
    private static let frenchConsents = TextBytes.hashes("consentement autorisation accord approbation permission")

    /// Where the negation of a French verb begins: the "ne" or "n'" in front of it.
    func frenchNegation(before index: Int) -> Int? {
        (max(0, index - 5)..<index).last { word($0) == .ne || word($0) == .n }
    }

    /// "par le ministre", "au public", "à l'acheteur": the noun phrase behind the preposition, where it names somebody.
    func frenchParty(behind preposition: Int, _ limit: Int) -> Range<Int>? {
        var end = preposition + 1
        while end < limit, end - preposition < 10,
            isWord(end) || word(end) == .quote || tokens[end].kind == .genitive,
            ![.à, .au, .aux, .par, .dans, .pour, .avant, .avec, .et, .ou, .que, .qui, .sauf].contains(word(end)),
            end == preposition + 1 || ![.le, .la, .les].contains(word(end)) || [.de, .l].contains(word(end - 1)),
            !has(end, .modal), frenchOpener(end) == nil
        { end += 1 }
        let range = (preposition + 1)..<end
        let party = withoutArticle(range)
        return animacy(of: party) == .agent || party.count == 1 && spells(party.lowerBound, "public") ? party : nil
    }

    private func withoutArticle(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        while lower < range.upperBound, [.le, .la, .les, .l].contains(word(lower)) || !isWord(lower) { lower += 1 }
        return lower..<range.upperBound
    }

    /// Whom a French act goes to: "aviser le ministre", "livrer les machines à l'acheteur", and behind "par X" of a passive.
    func frenchCounterparties(of act: Act, limit: Int) -> [String] {
        var found: [Range<Int>] = []
        if spells(act.tokens.lowerBound, anyOf: Self.frenchPersonal),
            let object = frenchParty(behind: act.tokens.lowerBound, upToOf: act.tokens.upperBound)
        {
            found.append(object)
        }
        for index in act.tokens.lowerBound..<max(act.tokens.lowerBound, min(limit, act.reach.upperBound))
        where [.à, .au, .aux].contains(word(index)) {
            if let party = frenchParty(behind: index, limit) { found.append(party) }
        }
        return found.flatMap { range in
            let names = parties(in: range).map(name)
            return names.isEmpty ? [name(range)] : names
        }
    }

    private func frenchParty(behind verb: Int, upToOf limit: Int) -> Range<Int>? {
        let of = (verb + 1..<max(verb + 1, limit)).first { [.de, .du, .des, .d].contains(word($0)) } ?? limit
        return frenchParty(behind: verb, of)
    }

    private static let frenchPersonal = TextBytes.hashes("aviser informer notifier prévenir consulter indemniser rembourser")
}
