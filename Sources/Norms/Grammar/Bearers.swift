import Language

/// Who is bound, and to whom.
extension Grammar {
    func name(_ range: Range<Int>) -> String {
        // "U.S.": the last stop of an abbreviation stands apart.
        guard let last = range.last, last > range.lowerBound, tokens[last].isCapital, tokens[last].upper - tokens[last].lower == 1,
            word(last - 1) == .fullStop, word(last + 1) == .fullStop, !tokens[last].isSpaced, !tokens[last + 1].isSpaced
        else { return text.string(range) }
        return text.string(range.lowerBound..<(last + 2))
    }

    /// The agents that an act goes to or is exercised against.
    func counterparties(of act: Range<Int>, notIn bearers: [String], voice: Cue.Voice) -> [String] {
        var found: [String] = []
        var index = act.lowerBound + 1
        func add(_ range: Range<Int>) {
            // "such individual, team or corporate targets": what they are targets of.
            if let last = range.last, has(last, .thing), !has(last, .agent), !tokens[last].isCapital,
                range.contains(where: { has($0, .conjunction) }),
                !has(last - 1, .conjunction), !range.dropFirst().contains(where: { has($0, .determiner.or(.preposition)) })
            {
                return
            }
            for party in parties(in: range) where animacy(of: party) == .agent {
                // "shall notify the other": of two parties, the one that is not bound.
                let name = party.count == 1 && word(party.lowerBound) == .other ? "other party" : name(party)
                if !bearers.contains(name), !found.contains(name) { found.append(name) }
            }
        }
        if voice == .active {
            // The object of the verb, or of the last of several verbs that share it.
            for verb in act
            where verb + 1 < act.upperBound
                && (verb == act.lowerBound || has(verb - 1, .conjunction) || word(verb - 1) == .to || word(verb) == .harmless)
            {
                guard
                    has(verb, .personal) && has(verb, .verb.or(.gerund)) || word(verb) == .harmless || word(verb) == .meet
                        || spells(verb, "hold") && (verb + 2..<min(act.upperBound, verb + 14)).contains(where: { word($0) == .harmless })
                else {
                    continue
                }
                if has(verb + 1, .conjunction) { continue }
                let tells = ["notify", "inform", "advise", "remind", "relieve", "release", "warn", "deprive"] as [StaticString]
                // "hold harmless, the Owner": a comma too many.
                var first = word(verb) == .harmless && word(verb + 1) == .comma ? verb + 2 : verb + 1
                // "notify promptly the other".
                while first < act.upperBound, has(first, .adverb), !has(first, .negation.or(.agent).or(.determiner)) { first += 1 }
                let object = objectRange(first, act.upperBound, of: !tells.contains { spells(verb, $0) })
                // "notify ENVISION": only somebody is told, whatever the name looks like.
                if object.count == 1, tells.contains(where: { spells(verb, $0) }), tokens[first].isAcronym, animacy(of: object) == .thing {
                    found.append(name(object))
                }
                if !object.isEmpty, animacy(of: object) == .agent, !isGenitive(object), !fillsOffice(verb, object) { add(object) }
            }
        }
        while index < act.upperBound {
            // "the budget that the President submits to the Congress": another's act.
            if index > act.lowerBound + 1, [.that, .which, .who].contains(word(index)), has(index - 1, .thing.or(.agent)),
                !has(index - 1, .verb), has(index + 1, .determiner.or(.agent).or(.presentVerb)) || tokens[index + 1].isCapital
            {
                break
            }
            if reads(index, .each, .other), has(index - 1, .personal) || [.to, .with, .from, .against].contains(word(index - 1)),
                !found.contains("each other")
            {
                found.append("each other")
            }
            switch word(index) {
            case .to where [.respect, .regard].contains(word(index - 1)) || spells(index - 1, "relation") || spells(index - 1, "addition"):
                break
            case .to where spells(index - 1, "due") || word(index - 1) == .up: break
            // "against all liability to any broker": to somebody else.
            case .to
            where ([.liability, .obligation, .obligations].contains(word(index - 1)) || spells(index - 1, anyOf: Self.harms))
                && !spells(act.lowerBound, anyOf: Self.telling):
                break
            // "appear before the Committee".
            case .before where index == act.lowerBound + 1 && spells(act.lowerBound, anyOf: Self.appearing):
                let object = objectRange(index + 1, act.upperBound, isDouble: false)
                if !object.isEmpty, animacy(of: object) == .agent, !isGenitive(object) { add(object) }
            case .with where word(index + 1) == .respect || word(index + 1) == .regard: break
            // "removed from Canada", "introduced in trade between A and B": where, not to whom.
            case .from where spells(act.lowerBound, anyOf: Self.movements) && tokens[index + 1].isCapital: break
            case .between where spells(index - 1, "trade") || spells(index - 1, "commerce") || spells(index - 1, "border"): break
            case .to, .with, .from, .against, .toward, .towards, .upon, .between:
                // "give notice to the Seller of any claim": what the notice is about.
                let tells = word(index - 1) == .notice || spells(index - 1, "copy") || spells(index - 1, "notification")
                let object = objectRange(index + 1, act.upperBound, of: !tells, isDouble: false)
                if word(index) == .with && isCourt(object) || isPlace(object) { break }
                if !object.isEmpty,
                    !(word(index) == .to && has(index + 1, .verb.or(.auxiliary)) && !has(index + 1, .agent.or(.determiner))),
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

    /// "appoint a nominee", "hire staff": whoever is meant is not there yet.
    private func fillsOffice(_ verb: Int, _ object: Range<Int>) -> Bool {
        guard spells(verb, anyOf: Self.appointing), let first = object.first else { return false }
        return [.a, .an, .one].contains(word(first)) || has(first, .number) || tokens[first].kind == .number
            || word(first) == .any && word(first + 1) == .of
            || object.count == 1 && !tokens[first].isCapital && !has(first, .pronoun)
    }

    private static let appointing = TextBytes.hashes("appoint employ engage hire designate nominate elect recruit select")

    private static let harms = TextBytes.hashes("damage damages injury loss prejudice harm")

    private static let movements = TextBytes.hashes("remove removed import imported export exported depart expel expelled deport deported")

    /// "settled with the district court": where, not to whom.
    private func isCourt(_ range: Range<Int>) -> Bool { head(of: range).map { spells($0, "court") || spells($0, "courts") } ?? false }

    /// "bring phones to school": without an article, where and not whom.
    private func isPlace(_ range: Range<Int>) -> Bool {
        guard range.count == 1, let first = range.first, !tokens[first].isCapital else { return false }
        return spells(first, anyOf: Self.places)
    }

    private static let appearing = TextBytes.hashes("appear appearing plead testify")
    private static let telling = TextBytes.hashes("report reporting disclose disclosing notify describe explain")

    private static let places = TextBytes.hashes("school college university hospital court market prison parliament congress")

    /// "the Tenant's deposit": what is owned, not who owns it.
    private func isGenitive(_ range: Range<Int>) -> Bool { range.upperBound < tokens.count && tokens[range.upperBound].kind == .genitive }

    /// The noun phrase that begins at `index`, coordinated ones included.
    /// - Parameter isDouble: it may be the first of two objects: "give the Buyer notice".
    private func objectRange(_ index: Int, _ limit: Int, of: Bool = true, isDouble: Bool = true) -> Range<Int> {
        var at = index
        while at < limit {
            let token = tokens[at]
            if token.kind == .genitive { return index..<index }
            if token.word == .harmless, at > index { break }
            if token.word == .comma, at > index, isEnumeration(at, limit),
                has(at + 1, .agent.or(.possessive)) || tokens[at + 1].isCapital || has(at + 1, .conjunction)
                    || has(at + 1, .adjective) && has(at + 2, .agent)
            {
                at += 1
                continue
            }
            // "Airon.ai": a stop inside a name.
            if token.word == .fullStop, !token.isSpaced, isWord(at + 1), !tokens[at + 1].isSpaced {
                at += 2
                continue
            }
            // "his/her supervisor".
            if token.word == .slash, !token.isSpaced, isWord(at + 1), at > index {
                at += 2
                continue
            }
            if token.kind == .mark || token.kind == .label { break }
            if at > index {
                if token.is(.preposition.or(.subordinator)), !of || token.word != .of || has(at + 1, .gerund.or(.possessive)) { break }
                if token.is(.pronoun), !token.is(.determiner) { break }
                // "keep them informed": nothing of a name follows a pronoun.
                if at == index + 1, has(index, .pronoun), !has(index, .determiner.or(.agent)), token.is(.participle.or(.adjective)) {
                    break
                }
                if token.is(.determiner), !has(at - 1, .preposition.or(.determiner).or(.conjunction)) { break }
                // "to the Licensee free of charge": more of how.
                if token.is(.adjective), !token.isCapital, !token.is(.agent), has(at - 1, .agent), has(at + 1, .preposition) { break }
                if isDouble, token.is(.thing.or(.adjective)), token.kind == .word, has(at - 1, .agent), !token.is(.agent), !token.isCapital,
                    tokens[at - 1].isCapital || has(at - 1, .pronoun) || has(at - 2, .determiner)
                        || has(at - 2, .adjective.or(.participle)) && has(at - 3, .determiner)
                {
                    break
                }
                // "to the Attorney General of Canada information about": the object stands behind.
                if !isDouble, token.is(.thing), !token.is(.agent), !token.isCapital, tokens[at - 1].isCapital, !has(at - 1, .adjective),
                    has(at + 1, .preposition.or(.gerund).or(.relative))
                {
                    break
                }
                if token.is(.verb), !token.is(.agent.or(.thing)), has(at - 1, .conjunction) { break }
            } else if token.is(.preposition.or(.gerund).or(.verb)) && !token.is(.agent.or(.thing)) && !token.isCapital {
                return index..<index
            }
            at += 1
        }
        return index..<at
    }

    /// "shall be paid by the Seller to the Buyer": whom the phrases behind the act's own words name.
    func receivers(of act: Act, notIn bearers: [String], outside: (Int) -> Bool) -> [String] {
        guard let by = (act.tokens.upperBound..<act.reach.upperBound).first(where: { word($0) == .by && !outside($0) }),
            let to = (by + 2..<min(act.reach.upperBound, by + 12)).first(where: { word($0) == .to && !outside($0) }),
            startsNounPhrase(to + 1), !has(to - 1, .participle.or(.adjective))
        else { return [] }
        let object = objectRange(to + 1, act.reach.upperBound, isDouble: false)
        guard !object.isEmpty, animacy(of: object) == .agent, !isGenitive(object) else { return [] }
        return parties(in: object).filter { animacy(of: $0) == .agent }.map(name).filter { !bearers.contains($0) }
    }

    /// "give notice in writing to the Buyer": the receiver stands behind the manner, which is no part of the act.
    func afterReceiver(_ act: Act) -> Int {
        var at = act.tokens.upperBound
        while at < act.reach.upperBound, has(at, .adverb) || reads(at, .in) && spells(at + 1, "writing") || spells(at, "writing") {
            at += 1
        }
        guard at > act.tokens.upperBound, word(at) == .to, startsNounPhrase(at + 1),
            !has(at + 1, .verb) || has(at + 1, .agent.or(.determiner))
        else {
            return act.tokens.upperBound
        }
        let end = objectRange(at + 1, act.reach.upperBound).upperBound
        return max(act.tokens.upperBound, end)
    }
}
