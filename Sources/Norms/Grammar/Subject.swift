import Language

/// A cue with what stands before it in its clause.
struct Subject {
    var cue: Cue
    /// The subject's tokens; empty where it is left out ("... and shall keep").
    var range: Range<Int>
    /// Where the clause begins, its conjunction included.
    var start: Int
    /// "which shall": a relative clause.
    var isRelative = false
    /// The noun phrase that a relative clause stands behind.
    var described: Range<Int>?
    /// In a clause that serves another ("data that they will need"): no norm of its own.
    var isEmbedded = false
    /// "asked whether ... need", "on how ... can be used".
    var isQuestion = false
}

extension Grammar {
    func subject(of cue: Cue, from start: Int, isFirst: Bool, spans: [Adverbial]) -> Subject {
        let end = min(cue.words.lowerBound, tokens.count)
        var lower = max(start, 0)
        var subject = Subject(cue: cue, range: lower..<lower, start: end)
        if cue.bearer != nil, word(end) == .it || word(end) == .il {
            subject.start = lower
            return subject
        }
        // "shall elect a chairman, shall adopt bylaws": the subject is left out.
        if !isFirst, word(end - 1) == .comma, end - 1 > lower, !closesParenthesis(end - 1, lower) {
            // "and if asked by the Council, shall arrange": the condition is the second's.
            let before = spans.first { $0.tokens.upperBound == end - 1 && has($0.tokens.lowerBound - 1, .conjunction) }
            subject.start = before.map { $0.tokens.lowerBound - 1 } ?? end - 1
            subject.range = end..<end
            return subject
        }
        // Walk left from the cue to where its clause begins.
        var index = end - 1
        var found: Int?
        var sawName = false
        walk: while index >= lower {
            if let span = spans.first(where: { $0.tokens.contains(index) }) {
                index = span.tokens.lowerBound - 1
                continue
            }
            switch word(index) {
            case .close:
                var depth = 0
                while index >= lower {
                    if word(index) == .close { depth += 1 }
                    if word(index) == .open { depth -= 1 }
                    if depth == 0 { break }
                    index -= 1
                }
            case .which, .who, .whom, .that, .qui:
                if word(index) == .that, isFirst, !sawName, index > lower, has(index - 1, .preposition) { break }
                if word(index) == .that, index == lower { break }
                if !sawName {
                    // "which shall ...": the subject is what stands before the relative.
                    subject.isRelative = true
                    // "a person who is not authorised to receive it": which one is meant, not what it must do.
                    let restricts = word(index - 1) != .comma && !has(end, .modal) && has(end, .auxiliary)
                    subject.isEmbedded = cue.isWeak || cue.voice == .nominal || restricts || word(index) == .that && !isStem(cue)
                    if isStem(cue) { subject.isEmbedded = false }
                    let comma = word(index - 1) == .comma ? index - 1 : index
                    subject.start = comma
                    subject.range = antecedent(before: comma, from: lower)..<comma
                    // "the Board, which will advise on": said besides, and so said of its own.
                    if cue.isWeak, cue.modality == .obligation, word(index) != .that, comma < index, animacy(of: subject.range) == .agent {
                        subject.isEmbedded = false
                    }
                    return subject
                }
                // "..., which consent shall not be withheld": a determiner.
                if word(index) == .which, word(index - 1) == .comma, index + 2 == end, has(index + 1, .thing) {
                    found = index + 1
                    break walk
                }
                // "organisations which are members shall": the relative clause has its own verb, the cue is the main clause's.
                if isFirst, word(index) != .that || !isReporting(index - 1), hasVerb(index + 1, end) || isPlainVerb(index + 1) { break }
                // "and the number of Units that vest will": whose subject the pronoun is.
                if !isFirst, word(index) != .that || !isReporting(index - 1), isPredicate(index + 1, end) { break }
                // "that the Buyer may", "which the Seller must"; but "agrees that ... and that it will", "during which the Buyer may".
                let continues = word(index) == .that && has(index - 1, .conjunction)
                let inCase = word(index) == .which && word(index - 1) == .in && (word(index + 1) == .case || word(index + 1) == .event)
                let during =
                    word(index) == .which && (cue.voice != .passive || word(index - 1) == .after)
                    && ([.during, .under, .upon, .for, .after].contains(word(index - 1))
                        || word(index - 1) == .of && spells(index - 2, "default"))
                // "It is the policy of the Board that no trustee shall".
                let isSense = (max(lower, index - 8)..<index).contains {
                    spells($0, "sense") || word(lower) == .it && spells($0, anyOf: Self.rules)
                }
                if word(index) != .that {
                    let noun = has(index - 1, .preposition) ? index - 1 : index
                    subject.described = antecedent(before: noun, from: lower)..<noun
                }
                subject.isEmbedded = !(word(index) == .that && (isAgreement(index - 1) || continues || isSense) || during || inCase)
                found = inCase ? index + 2 : index + 1
                break walk
            case .whether, .how, .why, .what:
                subject.isQuestion = true
                found = index + 1
                break walk
            case .as
            where index > lower
                && ((cue.isWeak || cue.modality == .right && word(end) == .may) && (sawName || index == end - 1)
                    // "such measures as are required to implement it".
                    || has(end, .auxiliary) && index == end - 1):
                subject.isEmbedded = true
                found = index + 1
                break walk
            case .so
            where sawName && index > lower && word(index - 1) != .and && has(index + 1, .determiner.or(.pronoun).or(.agent)):
                // "so all can flourish": what for.
                subject.isEmbedded = true
                found = index + 1
                break walk
            case .as where index > lower && sawName && isChoosing(cue.action):
                // "as soon as the Directors shall see fit".
                subject.isEmbedded = true
                found = index + 1
                break walk
            case .dash where word(index + 1) == .quote && index > lower:
                found = index + 1
                break walk
            case .semicolon, .colon, .although, .though:
                found = index + 1
                break walk
            case .and, .or, .but, .nor:
                // "that is or may be established": still the relative clause.
                if !sawName, has(index - 1, .auxiliary) && has(index - 2, .relative) || isRelativePredicate(before: index, from: lower) {
                    subject.isEmbedded = true
                    subject.start = index
                    return subject
                }
                // "his or her other commitments".
                if has(index - 1, .possessive), has(index + 1, .possessive) { break }
                let isPronoun = index + 2 == end && [.we, .you, .they, .he, .she].contains(word(index + 1)) && hasFinite(lower, index)
                // "neither the Securities nor any interest therein may": one subject.
                if word(index) == .nor, let neither = (max(lower, index - 20)..<index).last(where: { word($0) == .neither }),
                    !(neither + 1..<index).contains(where: { isFinite($0) && word($0 - 1) != .and })
                {
                    break
                }
                if !isFirst || isPronoun || sawName && hasClause(lower, index), closesClause(index, end, lower) {
                    found = index
                    break walk
                }
            case .comma:
                if !isFirst, sawName, !isEnumerated(index, end) {
                    found = index + 1
                    break walk
                }
            default:
                if spells(index, "whereby") {
                    found = index + 1
                    break walk
                }
                if tokens[index].kind == .label {
                    if !isFirst {
                        found = index + 1
                        break walk
                    }
                } else if tokens[index].kind == .word, !has(index, .adverb.or(.negation)) {
                    sawName = true
                }
            }
            index -= 1
        }
        lower = found ?? (isFirst || sawName ? lower : end)
        subject.start = lower
        // What adverbials leave of it.
        var range = trimmed(lower..<end)
        while let span = spans.first(where: {
            $0.tokens.lowerBound > range.lowerBound && $0.tokens.lowerBound < range.upperBound
                && $0.tokens.upperBound >= range.upperBound - 1
        }) {
            range = trimmed(range.lowerBound..<span.tokens.lowerBound)
        }
        while let span = spans.first(where: {
            $0.tokens.lowerBound <= range.lowerBound && $0.tokens.upperBound > range.lowerBound && $0.tokens.upperBound < range.upperBound
        }) {
            range = trimmed(span.tokens.upperBound..<range.upperBound)
        }
        range = withoutClause(range)
        if !isFirst, found == nil, sawName, range.count > 12 || hasFinite(range.lowerBound, range.upperBound) { range = end..<end }
        // "Vendor is engaged in business and will perform": the subject of the first predicate serves the second.
        if isFirst, has(end - 1, .conjunction) || has(end - 1, .adverb) && has(end - 2, .conjunction), let verb = firstPredicate(range) {
            range = trimmed(range.lowerBound..<verb)
            subject.start = end - 1
        }
        // "shall meet and organise within thirty days, shall elect": the verb before is no subject.
        if !isFirst, let first = range.first, has(first, .verb), !has(first, .agent.or(.determiner)), has(first - 1, .modal) {
            range = end..<end
            subject.start = end
        }
        // "classes of information we commit to publish": a relative clause without its pronoun.
        if range.count > 1, let last = range.last, [.we, .you, .they, .i, .it, .he, .she].contains(word(last)),
            has(last - 1, .agent.or(.thing)), last - 1 >= range.lowerBound, !tokens[last].isCapital
        {
            subject.isEmbedded = true
        }
        // "need to ensure teams have the power to": what stands before the noun phrase is a verb that has it as its object.
        if !isFirst, let first = range.first, has(first, .verb) || word(first) == .be, !tokens[first].isCapital,
            !has(first, .agent.or(.thing).or(.adjective).or(.determiner).or(.adverb)), range.count > 1,
            has(first - 1, .adverb) || word(first - 1) == .to
        {
            subject.isEmbedded = true
        }
        if !isFirst, isContactClause(end, from: max(start, 0)) { subject.isEmbedded = true }
        // "We appreciate members may ask": a pronoun with a verb of its own.
        if range.count > 2, has(range.lowerBound, .pronoun), !has(range.lowerBound, .determiner),
            // "Nothing contained in this Agreement", "Anyone convicted of it".
            !(has(range.lowerBound + 1, .participle) && ![.we, .you, .they, .i, .it, .he, .she].contains(word(range.lowerBound))),
            !has(range.lowerBound + 1, .preposition.or(.conjunction).or(.adverb).or(.relative).or(.modal)),
            word(range.lowerBound + 1) != .comma,
            !has(range.lowerBound, .number)
        {
            subject.isEmbedded = true
        }
        subject.range = withoutOpening(range)
        return subject
    }

    /// "Within a month of the day on which it is tabled, the head shall", "Once these are met, we will": of the range, what follows the
    /// clause in front.
    private func withoutClause(_ range: Range<Int>) -> Range<Int> {
        guard let verb = range.first(where: { isFinite($0) && !has($0, .agent.or(.thing).or(.adjective)) }),
            !(range.lowerBound..<verb).contains(where: { has($0, .relative) })
        else { return range }
        for comma in range where comma > verb && word(comma) == .comma {
            let next = has(comma + 1, .conjunction) ? comma + 2 : comma + 1
            if next < range.upperBound, startsNounPhrase(next), opener(at: next, limit: range.upperBound) == nil,
                !hasFinite(next, range.upperBound)
            {
                return trimmed(next..<range.upperBound)
            }
        }
        return range
    }

    /// "anything which the Buyer is using or may use": before the conjunction stands the predicate of a relative clause.
    func isRelativePredicate(before conjunction: Int, from lower: Int) -> Bool {
        var at = conjunction - 1
        guard has(at, .gerund.or(.participle)), !has(at, .thing.or(.agent)) else { return false }
        while at > lower, has(at, .gerund.or(.participle).or(.adverb)) { at -= 1 }
        guard has(at, .auxiliary) else { return false }
        return (max(lower, at - 6)..<at).contains { has($0, .relative) && !has($0, .determiner) && !isReporting($0 - 1) }
    }

    /// "any changes the Supplier intends to make", "costs it may incur": a relative clause without its pronoun.
    private func isContactClause(_ end: Int, from start: Int) -> Bool {
        var at = end - 1
        if has(at, .adverb) { at -= 1 }
        guard has(at, .agent.or(.pronoun)) || tokens[at].isCapital && isWord(at), !has(at, .conjunction) else { return false }
        while at > start, tokens[at].isCapital || has(at, .adjective), isWord(at), !has(at, .determiner) { at -= 1 }
        if has(at, .agent.or(.pronoun)), !has(at, .determiner) { at -= 1 }
        if has(at, .determiner), !tokens[at].isCapital { at -= 1 }
        return at > start + 1 && has(at, .thing) && !has(at, .verb.or(.pronoun).or(.agent)) && !tokens[at].isCapital
            && has(at - 1, .determiner.or(.adjective).or(.thing)) && !has(at - 1, .preposition)
    }

    /// "the Tenant, on demand, shall": the comma at `index` ends what another comma opened.
    private func closesParenthesis(_ index: Int, _ lower: Int) -> Bool {
        guard let open = (lower..<index).last(where: { word($0) == .comma }) else { return false }
        return has(open + 1, .preposition.or(.participle).or(.adverb).or(.subordinator).or(.gerund).or(.relative))
            || opener(at: open + 1, limit: index) != nil
    }

    /// "In such cases the staff member shall": what stands before the subject without a comma.
    private func withoutOpening(_ range: Range<Int>) -> Range<Int> {
        // "JOB TITLE 2.1 You shall": a heading and its number ran into the sentence.
        if let number = range.first(where: { tokens[$0].kind == .number && text.bytes[tokens[$0].lower..<tokens[$0].upper].contains(0x2E) }
        ),
            number + 1 < range.upperBound, number > range.lowerBound, tokens[number + 1].isCapital,
            (range.lowerBound..<number).allSatisfy({ tokens[$0].isCapital || has($0, .preposition.or(.determiner).or(.conjunction)) })
        {
            return (number + 1)..<range.upperBound
        }
        guard has(range.lowerBound, .preposition), !has(range.lowerBound, .determiner.or(.agent)) else { return range }
        var index = range.lowerBound + 2
        while index < range.upperBound {
            if has(index, .determiner), !has(index - 1, .preposition.or(.determiner).or(.conjunction)) { return index..<range.upperBound }
            index += 1
        }
        return range
    }

    private func isStem(_ cue: Cue) -> Bool {
        cue.action >= tokens.count || word(cue.action) == .colon || tokens[cue.action].kind == .label
    }

    /// The head noun phrase before a relative.
    private func antecedent(before end: Int, from lower: Int) -> Int {
        var index = end - 1
        while index > lower, !has(index, .modal.or(.verb)) || has(index, .agent.or(.thing)), word(index) != .comma,
            !has(index, .conjunction) || has(index - 1, .agent),
            !has(index, .preposition) || word(index) == .of, !has(index, .determiner) || word(index - 1) == .of
        { index -= 1 }
        if has(index, .preposition) || word(index) == .comma || has(index, .conjunction) || has(index, .verb) { index += 1 }
        return min(index, end)
    }

    /// A clause of its own, no relative one, stands in front: "There shall be no abatement, and ...".
    private func hasClause(_ lower: Int, _ upper: Int) -> Bool {
        guard lower < upper,
            let verb = (lower + 1..<max(lower + 1, upper)).first(where: {
                // "The Director opens the day, and a guest may attend": a plain present with its object.
                isFinite($0) || has($0, .modal) || has($0, .presentVerb) && !has($0, .thing.or(.agent)) && has($0 + 1, .determiner)
            })
        else {
            return false
        }
        return !(lower..<verb).contains { has($0, .relative) || has($0, .subordinator) }
    }

    private func hasFinite(_ lower: Int, _ upper: Int) -> Bool {
        guard lower < upper else { return false }
        return (lower..<upper).contains { isFinite($0) }
    }

    func hasVerb(_ lower: Int, _ upper: Int) -> Bool {
        guard lower < upper else { return false }
        return (lower..<upper).contains {
            has($0, .presentVerb.or(.auxiliary).or(.verb).or(.participle)) && !has($0, .agent.or(.determiner))
        }
    }

    /// The verb of the predicate that stands before a coordinated one: an auxiliary, or the plain present behind a noun that can act.
    private func firstPredicate(_ range: Range<Int>) -> Int? {
        var index = range.lowerBound + 1
        while index < range.upperBound {
            if has(index, .relative) { return nil }
            if isFinite(index) { return index }
            if has(index, .verb.or(.presentVerb)), !tokens[index].isCapital, !has(index, .determiner.or(.preposition).or(.conjunction)),
                !has(index, .agent.or(.thing)) || has(index - 1, .adverb), animacy(of: range.lowerBound..<index) == .agent
            {
                return index
            }
            index += 1
        }
        return nil
    }

    /// A verb right behind a relative pronoun, no modal.
    private func isPredicate(_ index: Int, _ end: Int) -> Bool {
        let verb = has(index, .adverb) ? index + 1 : index
        return verb < end && has(verb, .verb.or(.presentVerb).or(.auxiliary)) && !has(verb, .modal.or(.agent).or(.thing).or(.determiner))
    }

    private func isReporting(_ index: Int) -> Bool { has(index, .verb.or(.presentVerb).or(.participle)) && !has(index, .thing.or(.agent)) }

    private func isAgreement(_ index: Int) -> Bool {
        switch word(index) {
        case .provide, .agree, .agrees, .agreed, .acknowledge, .acknowledges, .provided, .undertakes, .however: true
        default:
            spells(index, anyOf: Self.declarations) || spells(index, "understood") || spells(index, "stipulates")
                || spells(index, "specifies") || spells(index, "provides") || word(index) == .comma
        }
    }

    /// "affirm that they will": said, and so promised.
    private static let declarations = TextBytes.hashes(
        "understand understands affirm affirms reaffirm reaffirms confirm confirms declare declares pledge pledges decide decides resolve resolves"
    )

    private static let rules = TextBytes.hashes("policy rule condition requirement term")

    private func isChoosing(_ verb: Int) -> Bool { spells(verb, anyOf: Self.choices) }

    private static let choices = TextBytes.hashes("see deem think consider determine direct require specify request designate prescribe")
}
