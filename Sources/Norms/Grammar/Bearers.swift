import Language

/// Who is bound, and to whom.
extension Grammar {
    func name(_ range: Range<Int>) -> String {
        let name = text.string(range)
        // A genitive at the end belongs to what followed.
        return name
    }

    /// The agents that an act goes to or is exercised against.
    func counterparties(of act: Range<Int>, notIn bearers: [String], voice: Cue.Voice) -> [String] {
        var found: [String] = []
        var index = act.lowerBound + 1
        func add(_ range: Range<Int>) {
            for party in parties(in: range) where animacy(of: party) == .agent {
                let name = name(party)
                if !bearers.contains(name), !found.contains(name) { found.append(name) }
            }
        }
        if voice == .active {
            // The object of the verb, or of the last of several verbs that share it.
            for verb in act
            where verb + 1 < act.upperBound && (verb == act.lowerBound || has(verb - 1, .conjunction) || word(verb) == .harmless) {
                guard has(verb, .personal) && has(verb, [.verb, .gerund]) || word(verb) == .harmless else { continue }
                let object = objectRange(verb + 1, act.upperBound)
                if !object.isEmpty, animacy(of: object) == .agent, !isGenitive(object) { add(object) }
            }
        }
        while index < act.upperBound {
            switch word(index) {
            case .to, .with, .from, .against, .toward, .towards, .upon, .between:
                let object = objectRange(index + 1, act.upperBound)
                if !object.isEmpty, !(word(index) == .to && has(index + 1, .verb) && !has(index + 1, [.agent, .determiner])),
                    animacy(of: object) == .agent, !isGenitive(object)
                {
                    add(object)
                }
            default: break
            }
            index += 1
        }
        return found
    }

    /// "the Tenant's deposit": what is owned, not who owns it.
    private func isGenitive(_ range: Range<Int>) -> Bool { range.upperBound < tokens.count && tokens[range.upperBound].kind == .genitive }

    /// The noun phrase that begins at `index`, coordinated ones included.
    private func objectRange(_ index: Int, _ limit: Int) -> Range<Int> {
        var at = index
        while at < limit {
            let token = tokens[at]
            if token.kind == .genitive { return index..<index }
            if token.kind == .mark || token.kind == .label { break }
            if at > index {
                if token.is([.preposition, .subordinator]),
                    ![.of, .for].contains(token.word) || token.word == .for && !tokens[at - 1].isCapital
                {
                    break
                }
                if token.is(.relative) { break }
                if token.is(.determiner), !has(at - 1, [.preposition, .determiner, .conjunction]) { break }
                if token.is(.thing), token.kind == .word, has(at - 1, .agent), !token.is(.agent), !token.isCapital { break }
                if token.is(.verb), !token.is([.agent, .thing]), has(at - 1, .conjunction) { break }
            } else if token.is([.preposition, .gerund]) && !token.is([.agent]) {
                return index..<index
            }
            at += 1
        }
        return index..<at
    }
}
