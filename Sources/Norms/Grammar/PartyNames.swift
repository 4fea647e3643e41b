import Language

/// Whom a noun phrase names: where a coordination of parties falls apart, and what of each is its name.
extension Grammar {
    /// The parties that a subject or a by-phrase names, as printed, without article: "A and B" are two.
    func parties(in range: Range<Int>) -> [Range<Int>] {
        var rest = trimmed(range)
        // "both A and B", "either A or B".
        if [.both, .either, .neither].contains(word(rest.lowerBound)), word(rest.lowerBound + 1) != .party,
            rest.contains(where: { has($0, .conjunction) }),
            splitPoint(rest) != nil
        {
            rest = (rest.lowerBound + 1)..<rest.upperBound
        }
        // "Tenant, on paying the Rent,", "its board, chosen by the members,": what commas set off names nobody.
        if let comma = rest.first(where: { word($0) == .comma }), comma > rest.lowerBound,
            has(comma + 1, .preposition.or(.participle).or(.adverb)) && !has(comma + 1, .agent.or(.thing).or(.determiner))
                || word(comma + 1) == .each && has(comma + 2, .preposition),
            !tokens[comma + 1].isCapital
        {
            rest = rest.lowerBound..<comma
        }
        // "With regard to indicators for which data is missing, Member States": who acts stands behind the last comma.
        if has(rest.lowerBound, .preposition), !has(rest.lowerBound, .french),
            let comma = rest.last(where: { word($0) == .comma }), startsNounPhrase(comma + 1), comma + 1 < rest.upperBound
        {
            rest = (comma + 1)..<rest.upperBound
        }
        // "a member having an actual or potential interest".
        if let having = rest.first(where: { word($0) == .having }), having > rest.lowerBound { rest = rest.lowerBound..<having }
        var found: [Range<Int>] = []
        while !rest.isEmpty, found.count < 12 {
            guard let split = splitPoint(rest, isFirst: found.isEmpty) else {
                found.append(rest)
                break
            }
            found.append(rest.lowerBound..<split.end)
            rest = split.next..<rest.upperBound
        }
        let reduced = reducedRelative(in: range)
        let names: [Range<Int>] = found.compactMap { party in
            let core = core(of: trimmed(party))
            // "an employee elected to conventions, seminars or sessions": what the participle takes.
            if let reduced, party.lowerBound > reduced, animacy(of: core) != .agent { return nil }
            // "a Party adopting or maintaining restrictions", "that collects or retains": what one does names nobody else.
            if found.count > 1, party.lowerBound > found[0].lowerBound, beginsWithVerb(core.lowerBound) { return nil }
            // "on behalf of his State", "if any": circumstances.
            if has(core.lowerBound, .preposition.or(.subordinator)), !has(core.lowerBound, .agent.or(.french)),
                !tokens[core.lowerBound].isCapital || isSentenceStart(core.lowerBound)
            {
                return nil
            }
            let named = withoutPredicate(core)
            // "the Bank's lending": what is somebody's.
            if let last = named.last, tokens[last].kind == .genitive, range.contains(last + 1) { return nil }
            return named.isEmpty ? nil : named
        }
        return withoutThings(names)
    }

    private func beginsWithVerb(_ index: Int) -> Bool {
        word(index) == .to || has(index, .gerund.or(.presentVerb)) && !has(index, .agent.or(.thing)) && !tokens[index].isCapital
    }

    /// "the Organisation, its property and its staff": beside somebody who acts, things are no party, nor is a bare word that no list knows.
    private func withoutThings(_ names: [Range<Int>]) -> [Range<Int>] {
        guard names.count > 1, names.contains(where: { animacy(of: $0) == .agent }) else { return names }
        return names.filter { name in
            switch animacy(of: name) {
            case .agent: true
            case .thing: false
            case .unknown:
                tokens[name.lowerBound].isCapital || has(name.lowerBound - 1, .determiner) || has(name.lowerBound, .possessive)
                    || name.last.map { ends($0, in: "s") } ?? false
            }
        }
    }

    /// The participle right behind a noun for somebody that a preposition follows.
    private func reducedRelative(in range: Range<Int>) -> Int? {
        range.dropFirst().first {
            has($0, .participle) && !has($0, .agent.or(.thing).or(.adjective)) && !tokens[$0].isCapital && has($0 - 1, .agent)
                && has($0 + 1, .preposition)
        }
    }

    /// A name holds no finite verb, and is no mere participle: what a misread clause leaves behind names nobody.
    private func withoutPredicate(_ name: Range<Int>) -> Range<Int> {
        guard let first = name.first else { return name }
        if has(first, .relative), !has(first, .determiner) || name.count == 1 || has(first + 1, .auxiliary) { return first..<first }
        if name.count == 1, !tokens[first].isCapital, has(first, .participle.or(.adjective).or(.auxiliary)),
            !has(first, .agent.or(.thing).or(.pronoun).or(.determiner)), word(first - 1) != .the
        {
            return first..<first
        }
        let verb = name.first { has($0, .modal.or(.auxiliary)) && isFinite($0) && !tokens[$0].isCapital }
        if let verb { return first..<verb }
        guard let last = name.last, name.count > 1, has(last, .presentVerb), !has(last, .agent.or(.thing)), !tokens[last].isCapital else {
            return name
        }
        return first..<last
    }

    /// Where a coordination of parties falls apart: the end of the first, the start of the rest.
    /// - Parameter isFirst: nobody was found before these; behind somebody who acts, things are told apart by their articles too.
    private func splitPoint(_ range: Range<Int>, isFirst: Bool = true) -> (end: Int, next: Int)? {
        var index = range.lowerBound + 1
        while index < range.upperBound - 1 {
            if word(index) == .open {
                index = afterBracket(index, range.upperBound)
                continue
            }
            if has(index, .relative), !has(index, .determiner) { return nil }
            // "his or her delegate".
            if has(index, .conjunction), has(index - 1, .possessive), has(index + 1, .possessive) {
                index += 1
                continue
            }
            // "any and all claims", "each and every member".
            if has(index, .conjunction), [.any, .all, .each, .every].contains(word(index - 1)),
                [.any, .all, .each, .every].contains(word(index + 1))
            {
                index += 1
                continue
            }
            if has(index, .conjunction) || word(index) == .comma {
                var next = index + 1
                while next < range.upperBound,
                    has(next, .conjunction) || word(next) == .comma || has(next, .adverb) && word(next - 1) != .the
                { next += 1 }
                // "the Trustees and, where applicable, their advisers".
                if has(next, .subordinator), word(next - 1) == .comma,
                    let close = (next..<range.upperBound).first(where: { word($0) == .comma })
                {
                    next = close + 1
                }
                let left = range.lowerBound..<index
                guard next < range.upperBound else { return nil }
                let determined = has(next, .determiner.or(.possessive)) || isPersonal(next)
                let nested = left.contains { [.of, .for, .in].contains(word($0)) }
                let leftActs = animacy(of: left) == .agent && !sharesNoun(left, next, range)
                // "members of management, auditors and": another kind of people behind the first's own complement.
                let isPeople = has(next, .agent) && !tokens[next].isCapital && word(index) == .comma
                if !isFirst, determined { return (index, next) }
                if leftActs, determined || !nested || isPeople, !(word(index) == .and && isAdjectiveOfStaff(left, next, range)) {
                    return (index, next)
                }
            }
            index += 1
        }
        return nil
    }

    /// "senior HEFCE and DH staff": acronyms that share one noun.
    private func isAdjectiveOfStaff(_ left: Range<Int>, _ next: Int, _ range: Range<Int>) -> Bool {
        guard let last = left.last, tokens[last].isAcronym, tokens[next].isAcronym, left.count > 1, next + 1 < range.upperBound else {
            return false
        }
        return has(next + 1, .agent) && !tokens[next + 1].isCapital && has(left.lowerBound, .adjective) || has(left.lowerBound, .possessive)
    }

    /// "Regional and local authorities", "Agricultural, animal and industrial products": an adjective whose noun is yet to come.
    private func sharesNoun(_ left: Range<Int>, _ next: Int, _ range: Range<Int>) -> Bool {
        guard left.count == 1, let only = left.first, next + 1 < range.upperBound, !tokens[next].isCapital,
            !has(only, .agent.or(.thing)), !has(next, .determiner.or(.possessive).or(.pronoun))
        else { return false }
        return Self.adjectiveEndings.contains { ends(only, in: $0) }
    }

    private static let adjectiveEndings: [StaticString] = ["al", "ic", "ive", "ary", "ory", "ous", "able", "ible"]

    private func isPersonal(_ index: Int) -> Bool { has(index, .pronoun) }

    /// The noun phrase without its article, its brackets behind, its relative clause and what commas set off.
    private func core(of range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        // "the Chair, or in her absence the Vice-Chair".
        if word(lower) == .in, has(lower + 1, .possessive), word(lower + 2) == .absence, lower + 3 < range.upperBound { lower += 3 }
        // "No one" is a word in two.
        while lower < range.upperBound, !(word(lower) == .no && word(lower + 1) == .one),
            [.the, .a, .an, .le, .la, .les, .l, .such, .no, .aucun, .aucune].contains(word(lower))
                || has(lower, .adverb) && !tokens[lower].isCapital || word(lower) == .comma
                || lower > range.lowerBound && word(lower - 1) == .l && tokens[lower].kind != .word
        {
            lower += 1
        }
        // "those who bring a phone": the relative clause alone tells who they are.
        if word(lower) == .those, word(lower + 1) == .who { return lower..<range.upperBound }
        var upper = lower
        while upper < range.upperBound {
            let token = tokens[upper]
            if upper > lower {
                // "Representative(s)".
                if token.word == .open, !token.isSpaced, spells(upper + 1, "s") || spells(upper + 1, "es"), word(upper + 2) == .close {
                    upper += 3
                    continue
                }
                if token.is(.relative), !(token.word == .that && has(upper - 1, .preposition)) { break }
                if token.word == .comma && !isInnerComma(upper, range) && !partsAdjectives(upper) || token.word == .open
                    || token.is(.subordinator) && token.word != .provided
                {
                    break
                }
                if token.kind == .mark, token.word == .dash { break }
                // "a State not only has", "persons not residing here"; but "the Party not in default".
                if token.word == .having || token.word == .not && !has(upper + 1, .preposition) { break }
                // "Years 7 to 11".
                if token.word == .to, tokens[upper - 1].kind == .number, tokens[upper + 1].kind == .number {
                    upper += 1
                    continue
                }
                // "the Community on the one hand".
                if token.word == .on, word(upper + 1) == .the, word(upper + 2) == .one || word(upper + 2) == .other { break }
                // "an officer so required".
                if token.word == .so, has(upper + 1, .participle) { break }
                if token.is(.gerund), !token.isCapital, has(upper - 1, .agent), has(upper + 1, .preposition) { break }
                if token.is(.gerund), !token.isCapital, !token.is(.agent.or(.thing)), !has(upper + 1, .agent),
                    !has(upper - 1, .preposition.or(.determiner).or(.adjective))
                {
                    break
                }
                if token.is(.participle.or(.adjective)), !token.isCapital,
                    !has(upper + 1, .agent.or(.thing)) && !(upper + 1 < range.upperBound && tokens[upper + 1].isCapital),
                    has(upper - 1, .agent.or(.thing)) || tokens[upper - 1].isCapital && !has(upper - 1, .determiner),
                    !token.is(.agent.or(.thing))
                {
                    break
                }
                // "Counsel to the President": an office named by whom it serves.
                if token.word == .to, tokens[upper - 1].isCapital, spells(upper - 1, anyOf: Self.servants),
                    tokens[upper + 1].isCapital || tokens[upper + 2].isCapital
                {
                    upper += 1
                    continue
                }
                if token.is(.preposition), ![.of, .for, .in, .de, .du, .des, .at, .on].contains(token.word) { break }
            }
            upper += 1
        }
        while upper > lower, !(word(upper - 1) == .close && spells(upper - 2, "s") && word(upper - 3) == .open),
            tokens[upper - 1].kind == .mark || has(upper - 1, .conjunction.or(.preposition))
                || upper - 1 > lower && [.any, .each, .every, .the].contains(word(upper - 1))
                || has(upper - 1, .adverb) && !has(upper - 1, .agent.or(.thing).or(.negation))
        { upper -= 1 }
        return withoutTitle(lower..<upper, of: range)
    }

    private static let servants = TextBytes.hashes("counsel adviser advisor assistant ambassador secretary envoy delegate representative")

    /// "Rent Payment Tenant shall": a heading that ran into the sentence is no part of the party's name.
    private func withoutTitle(_ name: Range<Int>, of range: Range<Int>) -> Range<Int> {
        // "CLEAN UP Subcontractor shall": words of a title in capitals, which are no acronyms.
        if name.count > 2, name.lowerBound == range.lowerBound, let last = name.last, has(last, .agent), tokens[last].isCapital,
            !tokens[last].isAcronym, name.dropLast().allSatisfy({ isAllCapitals($0) }),
            name.dropLast().contains(where: { !tokens[$0].classes.isEmpty })
        {
            return last..<name.upperBound
        }
        guard name.count > 1, name.lowerBound == range.lowerBound, let last = name.last, has(last, .contract), has(last, .agent),
            tokens[last].isCapital,
            name.dropLast().allSatisfy({ tokens[$0].isCapital && has($0, .thing) && !has($0, .agent) })
        else { return name }
        return last..<name.upperBound
    }

    private func isAllCapitals(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.kind == .word && text.bytes[token.lower..<token.upper].allSatisfy { $0 &- 0x41 < 26 }
    }

    /// "Director of Research, Analysis and Information": a comma inside the name.
    private func isInnerComma(_ comma: Int, _ range: Range<Int>) -> Bool {
        (range.lowerBound..<comma).contains { word($0) == .of } && (comma + 1..<range.upperBound).contains { has($0, .conjunction) }
            && !has(comma + 1, .determiner.or(.possessive).or(.relative).or(.conjunction).or(.preposition).or(.adverb))
    }

    /// "competent, independent and certified auditor": the noun is yet to come.
    private func partsAdjectives(_ comma: Int) -> Bool {
        has(comma - 1, .adjective.or(.participle).or(.gerund)) && !has(comma - 1, .agent.or(.thing))
            && has(comma + 1, .adjective.or(.participle))
            && !has(comma + 1, .preposition) && !has(comma + 2, .preposition)
    }
}
