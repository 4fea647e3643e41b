import Language

/// Whom the subject of a clause names: pronouns and an elided subject are resolved inside the clause.
extension SentenceReader {
    /// The bearers that a clause's subject names; pronouns and an elided subject are resolved inside the clause.
    func names(of clause: Subject, previous: [String]) -> (names: [String], animacy: Grammar.Animacy, implied: Bool) {
        guard !clause.range.isEmpty else {
            if !previous.isEmpty { return (previous, .agent, false) }
            // "Commissioners shall be chosen by law and shall serve without pay".
            if !lastSubject.isEmpty { return (lastSubject, .agent, false) }
            return (antecedentsIfItem, antecedentsIfItem.isEmpty ? .unknown : .agent, false)
        }
        let range = grammar.trimmed(clause.range)
        if range.count == 1 {
            switch grammar.word(range.lowerBound) {
            case .it, .they, .he, .she:
                let known =
                    previous.isEmpty
                    ? agentsBefore(range.lowerBound) ?? speaker(before: range.lowerBound)
                        ?? (antecedents.isEmpty ? grammar.topic(of: sentence.lowerBound..<range.lowerBound) ?? [] : antecedents) : previous
                let agentive = !known.isEmpty
                if agentive, grammar.word(range.lowerBound) != .it || known.count == 1 { return (known, .agent, false) }
                return ([grammar.name(range)], grammar.word(range.lowerBound) == .it ? .unknown : .agent, false)
            default: break
            }
        }
        // "agrees that it and its staff shall".
        if range.count > 2, grammar.word(range.lowerBound) == .it || grammar.word(range.lowerBound) == .they,
            grammar.has(range.lowerBound + 1, .conjunction)
        {
            let others = (range.lowerBound + 2)..<range.upperBound
            let known = previous.isEmpty ? (speaker(before: range.lowerBound) ?? antecedents) : previous
            if grammar.animacy(of: others) == .agent {
                return (known + grammar.parties(in: others).map(grammar.name).filter { !known.contains($0) }, .agent, false)
            }
        }
        let parties = grammar.parties(in: range)
        var animacy = grammar.animacy(of: range)
        // "their skills and expertise, the Board, a forum of members,": who acts stands behind the things.
        if animacy != .agent, !parties.isEmpty, parties.allSatisfy({ grammar.animacy(of: $0) == .agent }) { animacy = .agent }
        return (parties.map(grammar.name), animacy, false)
    }

    /// "The leaders affirm that they will": who speaks.
    private func speaker(before index: Int) -> [String]? {
        guard index > sentence.lowerBound + 2, grammar.word(index - 1) == .that else { return nil }
        return grammar.topic(of: sentence.lowerBound..<index)
    }

    /// The last subject before `index` in this sentence that can act: "Where the body fails, it shall".
    private func agentsBefore(_ index: Int) -> [String]? {
        var found: Range<Int>?
        var at = sentence.lowerBound
        while at < index {
            if grammar.has(at, .subordinator) || grammar.reads(at, .the, .event)
                || [.that, .before, .after, .until].contains(grammar.word(at))
            {
                var end = at + 1
                while end < index, end - at < 16,
                    !grammar.has(end, .auxiliary.or(.modal).or(.presentVerb)) || grammar.has(end, .agent.or(.thing)),
                    !grammar.isFinite(end), !(grammar.has(end, .cue) && grammar.word(end + 1) == .to),
                    !grammar.has(end, .verb) || grammar.has(end, .agent.or(.thing).or(.determiner))
                        || grammar.tokens[end].isCapital && grammar.tokens[end - 1].isCapital,
                    // "Before the Registrar records a transfer": a verb by what follows it.
                    !(grammar.has(end, .presentVerb) && grammar.has(end - 1, .agent) && grammar.has(end + 1, .determiner)),
                    grammar.word(end) != .comma
                { end += 1 }
                let range = grammar.trimmed((at + 1)..<end)
                if grammar.startsNounPhrase(range.lowerBound), isSomebody(range),
                    !grammar.has(range.lowerBound, .pronoun) || range.count > 1
                {
                    found = range
                }
            }
            at += 1
        }
        // "that Party or injury to its industry": who can act, where one of them can.
        return found.map { range in
            let parties = grammar.parties(in: range)
            let agents = parties.filter { grammar.animacy(of: $0) == .agent }
            return (agents.isEmpty ? parties : agents).map(grammar.name)
        }
    }

    /// An agent, or a name with a capital that no list knows for a thing: "If the Fund receives a claim, it shall".
    private func isSomebody(_ range: Range<Int>) -> Bool {
        switch grammar.animacy(of: range) {
        case .agent: true
        case .unknown: grammar.head(of: range).map { grammar.tokens[$0].isCapital } ?? false
        case .thing: false
        }
    }

    /// "them" in a counterparty's place: who was named before and is not bound.
    func resolved(_ party: String, before index: Int, notIn bearers: [String]) -> [String] {
        guard ["them", "him", "her", "it"].contains(party.lowercased()) else { return [party] }
        let named = (agentsBefore(index) ?? []).filter { !bearers.contains($0) }
        if named.isEmpty, party.lowercased() == "it" || party.lowercased() == "them" { return [] }
        return named.isEmpty ? [party] : named
    }

    private var antecedentsIfItem: [String] { frame?.bearers ?? [] }
}

extension Grammar {
    /// Whom a sentence begins with, if somebody who can act: what "they" in the next one stands for.
    func topic(of sentence: Range<Int>) -> [String]? {
        let start = sentence.first { tokens[$0].kind != .label } ?? sentence.upperBound
        guard startsNounPhrase(start), !has(start, .pronoun) else { return nil }
        var end = start + 1
        while end < sentence.upperBound, end - start < 12, tokens[end].kind == .word,
            !has(end, .relative.or(.auxiliary).or(.modal).or(.subordinator)), !has(end, .presentVerb) || has(end, .agent.or(.thing)),
            !has(end, .verb) || has(end, .agent.or(.thing).or(.adjective).or(.determiner))
        { end += 1 }
        let range = start..<end
        guard animacy(of: range) == .agent else { return nil }
        return parties(in: range).map(name)
    }
}
