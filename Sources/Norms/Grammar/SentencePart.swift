import Language

/// Cuts a sentence at its colons, semicolons and inline labels into parts that are read one after the other.
struct SentencePart {
    var tokens: Range<Int>
    /// It follows a label, so it is an item of an inline list.
    var isItem: Bool
    /// What stands behind it opens a list: a colon, or a label behind words that leave the sentence open.
    var opensList: Bool
}

extension Grammar {
    func parts(of sentence: Range<Int>) -> [SentencePart] {
        var parts: [SentencePart] = []
        var lower = sentence.lowerBound
        var index = lower
        var isItem = false
        let splitsAtLabels = labelsAreItems(sentence)
        func close(_ end: Int, opensList: Bool) {
            if end > lower { parts.append(SentencePart(tokens: lower..<end, isItem: isItem, opensList: opensList)) }
        }
        while index < sentence.upperBound {
            switch word(index) {
            case .open:
                index = afterBracket(index, sentence.upperBound)
                continue
            case .semicolon:
                close(index, opensList: false)
                lower = index + 1
            case .colon where word(index + 1) == .slash: break
            // "3:00 p.m.".
            case .colon where tokens[index - 1].kind == .number && !tokens[index + 1].isSpaced && scanner.clockTime(at: index - 1) != nil:
                break
            case .colon:
                close(index, opensList: true)
                lower = index + 1
                isItem = false
            default:
                if tokens[index].kind == .label, splitsAtLabels || index == lower {
                    if index > lower { close(index, opensList: !isItem && word(index - 1) != .comma && !has(index - 1, .conjunction)) }
                    lower = index + 1
                    isItem = true
                }
            }
            index += 1
        }
        close(sentence.upperBound, opensList: false)
        return parts
    }

    /// "Article 16 If the spouse ...", "3.3 Distributor will": a number glued to the front is no part of the sentence.
    func withoutHeading(_ range: Range<Int>) -> Range<Int> {
        if let start = behindTitle(range) ?? behindLabel(range) { return start..<range.upperBound }
        var index = range.lowerBound
        if tokens[index + 1].word == .close, !tokens[index + 1].isSpaced, tokens[index].upper - tokens[index].lower <= 3 {
            // "b) The Buyer shall": a label without its opening bracket.
            return min(index + 2, range.upperBound)..<range.upperBound
        }
        if let behind = behindNumber(index, range.upperBound) { return behind..<range.upperBound }
        if tokens[index].kind == .number {
            index += 1
        } else {
            guard has(index, .citationUnit), tokens[index].isCapital, tokens[index + 1].kind == .number else { return range }
            index += 2
        }
        while index < range.upperBound, tokens[index].kind == .label || word(index) == .fullStop { index += 1 }
        return index < range.upperBound && tokens[index].isCapital ? index..<range.upperBound : range
    }

    /// "I.2.a. Each party may", "B.3 Customer will": an outline number of several steps, one of them a figure.
    private func behindNumber(_ start: Int, _ limit: Int) -> Int? {
        var index = start
        var sawFigure = false
        while index + 1 < limit, index - start < 10, tokens[index].upper - tokens[index].lower <= 3, word(index + 1) == .fullStop,
            !tokens[index + 1].isSpaced
        {
            sawFigure = sawFigure || tokens[index].kind == .number
            index += 2
            if index < limit, tokens[index].isSpaced { break }
        }
        // "2.1 Each", "I.2.a Each": the last step without its stop.
        if index > start, index < limit, !tokens[index].isSpaced,
            tokens[index].kind == .number || tokens[index].upper - tokens[index].lower == 1
        {
            sawFigure = sawFigure || tokens[index].kind == .number
            index += 1
        }
        return index > start && sawFigure && index < limit && tokens[index].isCapital && tokens[index].isSpaced ? index : nil
    }

    /// "CONFIDENTIALITY The Recipient shall", "Removal of Logos, Marks & Notices Unless the Buyer", "Return of the Stock 6.1 Within ten
    /// days": where the sentence begins behind the words of a title, by the capital of a word that opens sentences.
    private func behindTitle(_ range: Range<Int>) -> Int? {
        guard tokens[range.lowerBound].isCapital, tokens[range.lowerBound].kind == .word else { return nil }
        var index = range.lowerBound + 1
        // A long title has all its words in capitals, but for the small ones.
        var isTitle = true
        while index < min(range.upperBound, range.lowerBound + 16) {
            let token = tokens[index]
            guard token.kind == .word else {
                let hasSteps = token.lower >= 0 && text.bytes[token.lower..<token.upper].contains(0x2E)
                if isTitle || hasSteps, let behind = behindTitleNumber(index, range.upperBound) { return behind }
                let isAmpersand = token.lower < text.bytes.count && text.bytes[token.lower] == 0x26
                guard isTitle, word(index) == .comma || word(index) == .slash || isAmpersand else { return nil }
                index += 1
                continue
            }
            let isJoined = has(index - 1, .conjunction.or(.preposition).or(.determiner)) || tokens[index - 1].kind == .mark
            if token.isCapital, !token.isAcronym, !isJoined, tokens[index - 1].isCapital {
                if opensSentence(index) { return index }
                // "Approval of Uses Galaxy shall": a party's name behind the noun that ends the title.
                if isTitle, has(index + 1, .modal), isFinite(index + 1), has(index - 1, .thing.or(.presentVerb).or(.gerund)),
                    !has(index - 1, .agent), !has(range.lowerBound, .determiner),
                    has(index, .contract) && has(index, .agent) || token.classes.isEmpty && isNamed(index)
                {
                    return index
                }
            }
            if has(index, .modal.or(.auxiliary)) { return nil }
            if !token.isCapital, !token.is(.conjunction.or(.preposition).or(.determiner)) {
                isTitle = false
                if index > range.lowerBound + 8 { return nil }
            }
            index += 1
        }
        return nil
    }

    /// "6.1 Within", "7. Payment": the number of the clause between its title and its text.
    private func behindTitleNumber(_ number: Int, _ limit: Int) -> Int? {
        guard tokens[number].kind == .number || tokens[number].kind == .label, isWord(number - 1),
            !has(number - 1, .month.or(.citationUnit).or(.preposition))
        else {
            return nil
        }
        var index = number + 1
        while index < limit, index - number < 6, word(index) == .fullStop || tokens[index].kind == .number && !tokens[index].isSpaced {
            index += 1
        }
        return index < limit && tokens[index].isCapital && opensSentence(index) ? index : nil
    }

    /// A word that begins sentences, and has its capital for that alone: "The", "Unless"; "In" and its kin where what follows has none.
    private func opensSentence(_ index: Int) -> Bool {
        switch word(index) {
        case .the, .each, .either, .neither, .any, .all, .no, .if, .upon, .such, .you, .we, .except, .unless, .notwithstanding, .where,
            .when, .while, .subject, .should, .once, .nothing, .both, .save:
            true
        case .within, .during, .in, .on, .after, .before, .as, .it, .they, .this, .these, .there, .following, .at, .for, .a, .an, .by:
            !tokens[index + 1].isCapital || has(index + 1, .contract) && [.a, .an, .this].contains(word(index))
        default: false
        }
    }

    /// "Sec. 4. Administration. (a) The head of the agency shall": the sentence begins behind the first label.
    private func behindLabel(_ range: Range<Int>) -> Int? {
        for index in range.prefix(16) {
            if tokens[index].kind == .label, index > range.lowerBound + 1, word(index - 1) == .fullStop, tokens[index + 1].isCapital {
                return index + 1
            }
            if isFinite(index) { return nil }
        }
        return nil
    }

    /// "Each party represents and warrants that": what follows states facts.
    func endsInWarranty(_ range: Range<Int>) -> Bool {
        guard let last = range.last, word(last) == .that || spells(last, "follows"), range.count < 60 else { return false }
        return range.contains { spells($0, "represents") || spells($0, "warrants") || spells($0, "represent") || spells($0, "warrant") }
    }

    /// "... may refuse it if", "... if the applicant": the condition has no verb yet, so the items below hold its verbs.
    func endsInCondition(_ sentence: Range<Int>) -> Bool {
        let range = trimmed(sentence)
        // "in situations in which".
        if let last = range.last, word(last) == .which, has(last - 1, .preposition) { return true }
        guard let open = range.suffix(10).last(where: { [.if, .where, .when, .unless, .until].contains(word($0)) }) else { return false }
        // A sentence that ends in a full stop is complete: "where applicable", "if any".
        guard range.upperBound >= sentence.upperBound || word(sentence.upperBound - 1) != .fullStop else { return false }
        return !(open + 1..<max(open + 1, range.upperBound)).contains {
            isFinite($0) || has($0, .auxiliary) || has($0, .adjective.or(.participle).or(.presentVerb)) && !has($0, .thing.or(.agent))
        }
    }

    /// "... unless (a) the notice has been given or (b)": the labels number the parts of a condition.
    private func isInCondition(_ label: Int, _ sentence: Range<Int>) -> Bool {
        var at = label - 1
        while at > sentence.lowerBound, !isFinite(at), word(at) != .colon, word(at) != .semicolon {
            switch word(at) {
            case .if, .unless, .except, .when, .where, .whenever, .provided, .until,
                .that where word(at - 1) == .event:
                return true
            default: at -= 1
            }
        }
        return false
    }

    /// Inline labels divide the sentence only where they list acts, not where they list parts of a condition or of an object.
    private func labelsAreItems(_ sentence: Range<Int>) -> Bool {
        guard let first = sentence.first(where: { tokens[$0].kind == .label && $0 > sentence.lowerBound }) else { return false }
        var sawCue = false
        for index in sentence.lowerBound..<first where isFinite(index) { sawCue = true }
        guard sawCue, !isInCondition(first, sentence) else { return false }
        // "any action that would (i) make it a sale": the labels number what the relative clause says.
        if has(first - 1, .modal), has(first - 2, .relative) { return false }
        let next = has(first + 1, .adverb) && !has(first + 1, .verb) ? first + 2 : first + 1
        return has(next, .verb) && !has(next, .determiner) || has(next, .modal) || beginsMainClause(next, sentence.upperBound)
            || word(next) == .to && has(next + 1, .verb) && !has(next + 1, .determiner)
    }
}
