import Language

/// Noun phrases: where they begin, what stands at their head, whether that can act.
extension Grammar {
    enum Animacy { case agent, thing, unknown }

    func startsNounPhrase(_ index: Int) -> Bool {
        guard index >= 0, index < tokens.count else { return false }
        let token = tokens[index]
        if token.kind == .number { return true }
        guard token.kind == .word else { return token.word == .quote && index + 1 < tokens.count && tokens[index + 1].isCapital }
        if token.is(.determiner.or(.pronoun).or(.possessive).or(.agent).or(.thing).or(.adjective).or(.number).or(.ordinal)) { return true }
        if token.is(.preposition.or(.conjunction).or(.modal).or(.auxiliary).or(.subordinator).or(.negation)) { return false }
        if token.isCapital { return true }
        return !token.is(.adverb.or(.verb).or(.presentVerb))
    }

    /// The head noun of the first noun phrase in `range`: the last word before a preposition, a relative, a participle behind the
    /// noun, a comma or a bracket.
    func head(of range: Range<Int>) -> Int? {
        var head: Int?
        var index = range.lowerBound
        while index < range.upperBound {
            let token = tokens[index]
            if token.kind == .mark {
                if token.word == .quote || token.word == .slash {
                    index += 1
                    continue
                }
                // "agricultural, animal and industrial products": the noun is yet to come.
                if token.word == .comma, let last = head, last == index - 1, has(last, .adjective.or(.gerund)),
                    !has(last, .agent.or(.thing)),
                    has(index + 1, .adjective.or(.thing).or(.participle)), !has(index + 1, .determiner)
                {
                    index += 1
                    continue
                }
                if token.word == .open, head == nil {
                    index = afterBracket(index, range.upperBound)
                    continue
                }
                break
            }
            if token.kind == .genitive {
                index += 1
                continue
            }
            // "each of the bodies": the noun behind.
            if token.word == .of, head == nil, index > range.lowerBound {
                index += 1
                continue
            }
            // "the party not so affected".
            if head != nil, token.word == .so || token.word == .not {
                index += 1
                continue
            }
            // "any party subject to an order".
            if head != nil, token.word == .subject, word(index + 1) == .to { break }
            if token.is(.preposition.or(.subordinator)) && !token.is(.determiner) && head != nil { break }
            if token.is(.relative), !token.is(.determiner) || head != nil { break }
            if token.is(.conjunction) {
                // "any current or former appointee".
                if let last = head {
                    guard last == index - 1, has(last, .adjective.or(.participle)), !has(last, .agent.or(.thing)),
                        has(index + 1, .adjective.or(.participle)), !has(index + 1, .agent.or(.thing))
                    else { break }
                }
            } else if token.is(.participle), !token.is(.agent.or(.thing)), head != nil, !token.isCapital, !has(index + 1, .agent.or(.thing))
            {
                break
            } else if head != nil, token.word == .having || token.is(.gerund) && has(index - 1, .agent) && has(index + 1, .preposition) {
                break
            } else if token.is(.gerund), !token.is(.agent.or(.thing)), head != nil, !token.isCapital, !has(index + 1, .agent) {
                break
            } else if !token.is(.determiner.or(.adverb)) || token.is(.pronoun) || token.is(.thing.or(.agent)) {
                head = index
            } else if token.is(.determiner) {
                if head != nil { break }
                if token.word == .each || token.word == .either || token.word == .neither || token.word == .both || token.word == .all
                    || token.word == .any
                {
                    head = nil
                }
            }
            index += 1
        }
        return head
    }

    /// Whether the noun phrase in `range` names somebody who can act.
    func animacy(of range: Range<Int>) -> Animacy {
        guard let head = head(of: range) else {
            // "each", "either", "neither", "both" alone.
            if range.contains(where: { [.each, .either, .neither, .both, .all, .none].contains(word($0)) }) {
                return range.contains { has($0, .agent) || tokens[$0].isAcronym } ? .agent : .unknown
            }
            return .unknown
        }
        let token = tokens[head]
        // "Annex I and II": a number, not who speaks.
        if token.word == .i, has(head - 1, .citationUnit), tokens[head - 1].isCapital { return .thing }
        switch token.word {
        case .they, .he, .she, .we, .you, .i, .us, .them, .him, .who, .anyone, .everyone, .nobody, .whoever: return .agent
        case .those where [.who, .whom, .whose].contains(word(head + 1)): return .agent
        case .it, .this, .that, .these, .those, .nothing, .there, .which: return .thing
        case .none, .one, .each, .either, .both:
            if word(head + 1) == .or, spells(head + 2, "more"), head + 3 < range.upperBound {
                return animacy(of: (head + 3)..<range.upperBound)
            }
            // "one of the parties", "none of the funds".
            guard word(head + 1) == .of, head + 2 < range.upperBound else { return .unknown }
            return animacy(of: (head + 2)..<range.upperBound) == .agent ? .agent : .unknown
        default: break
        }
        // "with authority to act": a power, not a body.
        if token.word == .authority, !token.isCapital, word(head + 1) == .to, !has(head - 1, .determiner) || head == range.lowerBound {
            return .thing
        }
        // "in accordance with Article VIII of the GATT": a place in a text.
        if has(range.lowerBound, .citationUnit), tokens[range.lowerBound].isCapital, !tokens[range.lowerBound + 1].is(.agent),
            word(range.lowerBound) != .no || isNumberSign(range.lowerBound)
        {
            return .thing
        }
        // "Commissions will be paid": what brokers get.
        if spells(head, "commissions") { return .thing }
        // "pay the principal of the notes": a sum, not who is represented.
        if spells(head, "principal"), !token.isCapital,
            word(head + 1) == .of || spells(head + 1, "amount") || spells(head - 2, "pay") || spells(head - 2, "repay")
        {
            return .thing
        }
        // "shall not be liable to the other".
        if token.word == .other, word(head - 1) == .the, head + 1 == range.upperBound { return .agent }
        // "each side", "the two sides": of an agreement; "both sides of the sheet" are not.
        if spells(head, "side") || spells(head, "sides"), word(head + 1) != .of,
            [.each, .both, .either, .neither, .other].contains(word(head - 1)) || spells(head - 1, "two")
        {
            return .agent
        }
        if token.is(.agent) { return .agent }
        // "COVID-19", "GPL-2", "Annex VI", a text in capitals: no body.
        if token.isAcronym, isNumeral(head) || isAmongCapitals(head) { return .unknown }
        if token.isAcronym, text.bytes[token.upper - 1] &- 0x30 < 10 { return .unknown }
        if token.isAcronym, !token.is(.thing) { return word(head - 1) == .this && head > range.lowerBound ? .thing : .agent }
        if spells(head, "ltd") || spells(head, "inc") || spells(head, "llc") || spells(head, "plc") || spells(head, "gmbh")
            || spells(head, "corp") || spells(head, "limited")
        {
            return .agent
        }
        // "Northern Communications": a firm that calls itself by what it deals in.
        if token.is(.thing), token.isCapital, head > range.lowerBound, tokens[head - 1].isCapital, tokens[head - 1].classes.isEmpty,
            tokens[head - 1].kind == .word, !tokens[head - 1].isAcronym, word(head + 1) != .of, !spells(head, anyOf: Self.holdings),
            text.bytes[token.upper - 1] == 0x73,
            text.bytes[tokens[head - 1].upper - 1] != 0x63
        {
            return .agent
        }
        // "the Office shall examine", "the Home Office": where people work, and they themselves.
        if token.isCapital, !token.is(.agent), spells(head, anyOf: Self.bodies), word(head - 1) == .the || tokens[head - 1].isCapital {
            return .agent
        }
        // "Its membership will meet": a body's own people.
        if has(head - 1, .possessive), head > range.lowerBound,
            spells(head, "membership") || spells(head, "leadership") || spells(head, "management")
        {
            return .agent
        }
        if token.is(.thing), token.isCapital, range.count == 1, isNamed(head) { return .agent }
        if token.is(.thing) { return isQuantity(head, range) ? animacy(of: (head + 2)..<range.upperBound) : .thing }
        if token.is(.timeUnit) || token.kind == .number { return .thing }
        if token.is(.gerund) { return .thing }
        // "a Platform Tip": names take no such article.
        if token.isCapital, range.contains(where: { $0 < head && [.a, .an].contains(word($0)) }) { return .unknown }
        // "the Platform Tip", "Military Pay": behind a thing's word no name begins.
        if token.isCapital, head > range.lowerBound, tokens[head - 1].isCapital, has(head - 1, .thing) { return .unknown }
        if token.isCapital, token.upper - token.lower == 1, word(head + 1) != .fullStop, word(head - 1) != .fullStop { return .unknown }
        // A name: capitals that no list knows; as the first word of the sentence only without the look of a plural.
        if token.isCapital,
            head > range.lowerBound || !isSentenceStart(head) || token.classes.isEmpty && text.bytes[token.upper - 1] != 0x73
        {
            return .agent
        }
        return .unknown
    }

    /// One word with a capital, no article and no plural, before a verb that things are no subject of.
    func isActor(_ range: Range<Int>, of verb: Int) -> Bool {
        let name = trimmed(range)
        guard name.count == 1, let only = name.first, tokens[only].isCapital, tokens[only].kind == .word, !has(only, .gerund.or(.pronoun)),
            text.bytes[tokens[only].upper - 1] != 0x73
        else { return false }
        // "Surgical shall": an adjective is no subject, so it is a name.
        if has(only, .adjective), !has(only, .thing.or(.determiner)) { return true }
        return spells(verb, anyOf: Self.dealings)
    }

    /// What a firm owns, though its name stands before it.
    private static let holdings = TextBytes.hashes("trademarks copyrights patents marks rights assets shares notes logos")

    private static let dealings = TextBytes.hashes(
        """
        purchase buy sell pay repay invoice ship hire employ sign reimburse indemnify notify inform defend obtain procure negotiate consult
        manufacture cooperate appoint designate submit
        """)

    /// "kept by the school office": behind "by" it is those who work there.
    func isOffice(_ range: Range<Int>) -> Bool {
        // "detailed by office": in what order.
        guard let head = head(of: range), has(range.lowerBound, .determiner.or(.possessive)) || tokens[head].isCapital else { return false }
        return spells(head, anyOf: Self.bodies)
    }

    /// "VI": a number, as annexes have.
    private func isNumeral(_ index: Int) -> Bool {
        text.bytes[tokens[index].lower..<tokens[index].upper].allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
    }

    /// "TO THE EXTENT NECESSARY TO": among words in capitals, capitals tell nothing.
    private func isAmongCapitals(_ index: Int) -> Bool {
        (tokens[index - 1].isAcronym && isWord(index - 1) || tokens[index - 2].isAcronym && isWord(index - 2))
            && [index - 3, index - 2, index - 1, index + 1, index + 2].contains {
                tokens[$0].isAcronym && has($0, .determiner.or(.preposition).or(.modal).or(.conjunction))
            }
    }

    private static let bodies = TextBytes.hashes(
        """
        office centre center registry mission community delegation township conference administration management force
        establishment house chamber
        """)

    /// "Perplexity shall notify the Customer": the text elsewhere uses the word as a name, with a capital and without an article in mid-sentence.
    func isNamed(_ index: Int) -> Bool {
        let own = tokens[index]
        let spelling = text.bytes[own.lower..<own.upper]
        for at in max(1, index - 200)..<max(1, min(tokens.count, index + 200)) where at != index {
            let token = tokens[at]
            guard token.isCapital, token.upper - token.lower == spelling.count,
                text.bytes[token.lower..<token.upper].elementsEqual(spelling)
            else { continue }
            if tokens[at + 1].kind == .genitive { return true }
            let isParty =
                [.to, .by, .with, .between, .from, .if].contains(word(at - 1)) && word(at - 2) != .prior && word(at - 2) != .subject
            if isParty, !tokens[at + 1].isCapital { return true }
        }
        return false
    }

    /// "a number of parties", "the majority of members": the noun behind "of" counts.
    private func isQuantity(_ head: Int, _ range: Range<Int>) -> Bool {
        guard word(head + 1) == .of, head + 2 < range.upperBound else { return false }
        return spells(head, "number") || spells(head, "majority") || spells(head, "range") || spells(head, "set") || spells(head, "rest")
            || spells(head, "part")
    }

    func isSentenceStart(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        let before = tokens[index - 1]
        return before.kind == .label
            || [.fullStop, .colon, .semicolon, .bullet, .dash, .quote, .exclamation, .question].contains(before.word)
    }

    private static let particles = TextBytes.hashes("up down out off away back")

    /// As `trimmed`, but with an "annually" at the end: it is an adverb, and says how often.
    func trimmedKeepingTime(_ range: Range<Int>) -> Range<Int> {
        let trimmed = trimmed(range)
        guard trimmed.upperBound < range.upperBound, has(trimmed.upperBound, .opener),
            let found = scanner.recurrence(at: trimmed.upperBound), found.next <= range.upperBound
        else { return trimmed }
        return trimmed.lowerBound..<found.next
    }

    /// Without commas, conjunctions and adverbs at either end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper,
            tokens[lower].kind == .label || [.comma, .semicolon, .colon, .dash, .bullet, .close].contains(word(lower))
                || has(lower, .conjunction)
                // "Once it is built, ..." opens a condition.
                || word(lower) == .then || has(lower, .adverb) && !has(lower, .agent.or(.thing).or(.negation)) && word(lower) != .once
        { lower += 1 }
        while upper > lower,
            [.comma, .semicolon, .colon, .dash, .fullStop, .open].contains(word(upper - 1)) || has(upper - 1, .conjunction)
                || tokens[upper - 1].kind == .label
                || has(upper - 1, .adverb) && !has(upper - 1, .agent.or(.thing).or(.negation))
                    && !(has(upper - 2, .participle.or(.verb)) && spells(upper - 1, anyOf: Self.particles))
                    && !spells(upper - 1, "else")
        { upper -= 1 }
        return lower..<upper
    }
}
