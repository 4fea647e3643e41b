import Language

/// What the words around a candidate say: an item, or a mention of one ("paragraph (2) of this subsection").
///
/// Points are tenths of a log-odds step, set from the habits of drafting, not fitted.
struct LabelContext {
    let bytes: [UInt8]
    /// Line breaks tell where items begin; elsewhere only punctuation does.
    let linesOnly: Bool

    /// A mention: so far below zero that no sequence lifts it.
    static let mention = -100

    /// Judges all candidates and drops those that are surely mentions.
    func judged(_ found: [LabelCandidate]) -> [LabelCandidate] {
        var kept: [LabelCandidate] = []
        kept.reserveCapacity(found.count)
        var previousEnd = -1
        var previousShape = LabelShape.bare
        var keptEnd = -1
        var skipTo = 0
        for (index, var candidate) in found.enumerated() {
            guard candidate.start >= skipTo else { continue }
            let chained = previousEnd >= 0 && onlySpace(previousEnd, candidate.start)
            let follows = previousEnd == candidate.start
            let behindMention = chained && previousShape == .brackets
            previousEnd = candidate.end
            previousShape = candidate.shape
            if follows, keptEnd != candidate.start || !linesOnly { continue }
            candidate.chained = chained && keptEnd >= 0 && onlySpace(keptEnd, candidate.start)
            if linesOnly, !candidate.startsLine, !candidate.chained { continue }
            if candidate.shape == .bare, candidate.chained { continue }
            if index + 1 < found.count { extend(&candidate, over: found[index + 1], skipTo: &skipTo) }
            judge(&candidate)
            if behindMention, !candidate.chained, !candidate.startsLine {
                candidate.opening -= 12
                candidate.following -= 20
            }
            if max(candidate.opening, candidate.following) <= -60 { continue }
            keptEnd = candidate.end
            previousEnd = candidate.end
            kept.append(candidate)
        }
        return kept
    }

    /// "14 to 25 [Repealed]": one item for a range of numbers.
    private func extend(_ candidate: inout LabelCandidate, over next: LabelCandidate, skipTo: inout Int) {
        guard next.start > candidate.end, next.start - candidate.end <= 5 else { return }
        let between = bytes[candidate.end..<next.start]
        guard
            between.elementsEqual(" to ".utf8) || between.elementsEqual(" and ".utf8) || between.elementsEqual("-".utf8)
                || between.elementsEqual(" or ".utf8),
            byte(next.end) == 0x5B || (byte(next.end) == 0x20 && byte(next.end + 1) == 0x5B)
        else { return }
        for reading in candidate.readings.indices {
            if let match = next.readings.first(where: { $0.style == candidate.readings[reading].style }) {
                candidate.readings[reading].last = max(match.value, candidate.readings[reading].value)
            }
        }
        candidate.end = next.end
        skipTo = next.end
    }

    private func judge(_ candidate: inout LabelCandidate) {
        let after = pointsAfter(candidate)
        var before = pointsBefore(candidate)
        if candidate.startsLine, linesOnly {
            // A wrapped line may begin with a mention; everything else at a line's start is an item.
            before = endsInSmallWord(candidate.start) && before.opening == Self.mention ? (-50, -50) : (0, 0)
        } else if candidate.chained {
            before = (25, -20)
        }
        candidate.opening = before.opening + after
        candidate.following = before.following + after
    }

    // MARK: Behind the label

    private func pointsAfter(_ candidate: LabelCandidate) -> Int {
        var index = candidate.end
        switch byte(index) {
        case 0x2C, 0x3B, 0x29, 0x2E: return Self.mention
        // "(a)-(e) [Omitted]".
        case 0x2D where byte(index + 1) == 0x28: return Self.mention
        default: break
        }
        while index < bytes.count, bytes[index].isSpace { index += 1 }
        guard index < bytes.count else { return 0 }
        if candidate.shape == .bare, Self.isMonth(word(at: index)) { return Self.mention }
        if linesOnly, candidate.startsLine { return startsWord("of", at: index) && candidate.shape == .brackets ? -20 : 0 }
        if startsWord("of", at: index) || startsWord("above", at: index) || startsWord("below", at: index) { return -40 }
        if startsWord("and", at: index) || startsWord("or", at: index) || startsWord("to", at: index) {
            var next = index
            while next < bytes.count, bytes[next].isLetter { next += 1 }
            while next < bytes.count, bytes[next].isSpace { next += 1 }
            return byte(next) == 0x28 || byte(next).isDigit ? -60 : 0
        }
        if candidate.shape == .brackets, candidate.readings[0].numbering == .arabic { return bytes[index].isLower ? -12 : 6 }
        return 0
    }

    // MARK: Before the label

    private func pointsBefore(_ candidate: LabelCandidate) -> (opening: Int, following: Int) {
        var index = candidate.start
        while index > 0, bytes[index - 1].isSpace { index -= 1 }
        guard index > 0 else { return (20, 20) }
        let previous = bytes[index - 1]
        if candidate.shape == .bare || candidate.shape.isWord || candidate.readings[0].numbering == .decimal { return numberBefore(index) }
        switch previous {
        case 0x3B: return (25, 28)
        case 0x3A: return (25, 10)
        case 0x2C: return (3, 6)
        case 0x2E: return endsAbbreviation(index - 1) ? (Self.mention, Self.mention) : (15, 15)
        case 0x5D, 0x29, 0x22: return (8, 10)
        case 0x80...: return bytes[max(0, index - 3)..<index].elementsEqual("—".utf8) ? (22, 10) : (5, 5)
        default: break
        }
        guard previous.isLetter || previous.isDigit else { return (0, 0) }
        var start = index
        while start > 0, bytes[start - 1].isLetter, index - start < 16 { start -= 1 }
        let word = bytes[start..<index]
        if Self.isReferenceWord(word) { return (Self.mention, Self.mention) }
        if Self.isConjunction(word) {
            var end = start
            while end > 0, bytes[end - 1].isSpace { end -= 1 }
            guard end > 0 else { return (0, 0) }
            switch bytes[end - 1] {
            case 0x3B: return (20, 32)
            case 0x2C: return (0, 22)
            case 0x29: return endsLabel(end) ? (Self.mention, Self.mention) : (-5, 8)
            case let byte where byte.isDigit: return (Self.mention, Self.mention)
            default: return (-3, 6)
            }
        }
        return (0, -10)
    }

    /// A number of a section: behind a sentence's end, or behind a heading that follows one.
    private func numberBefore(_ end: Int) -> (opening: Int, following: Int) {
        let previous = bytes[end - 1]
        if previous == 0x2E { return endsAbbreviation(end - 1) ? (Self.mention, Self.mention) : (20, 20) }
        if previous == 0x5D || previous == 0x29 || previous == 0x3B { return (14, 14) }
        if previous == 0x2C || previous == 0x28 || previous == 0x2D { return (Self.mention, Self.mention) }
        var start = end
        while start > 0, bytes[start - 1].isLetter, end - start < 16 { start -= 1 }
        if start < end, Self.isReferenceWord(bytes[start..<end]), bytes[start].isUpper,
            Self.headingWords.contains(where: { bytes[start..<end].elementsEqual($0) })
        {
            return headingStart(before: end) == nil ? (-30, -30) : (0, 0)
        }
        let word = bytes[start..<end]
        if start < end,
            Self.isReferenceWord(word) || Self.isConjunction(word) || Self.isMonth(word)
                || ((word.count > 1 || bytes[start].isLower) && Self.contains(Self.wordsNoHeadingEndsWith, word))
        {
            return (Self.mention, Self.mention)
        }
        guard let heading = headingStart(before: end) else { return (-30, -30) }
        return Self.contains(Self.namesWithNumbers, word) || saysDuty(heading..<end) ? (-10, 10) : (10, 10)
    }

    /// "... shall provide 1 Vehicle": a sentence; no list of sections begins behind it, though one may go on.
    private func saysDuty(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while start < range.upperBound {
            let word = word(at: start)
            if word.elementsEqual("shall".utf8) || word.elementsEqual("must".utf8) || word.elementsEqual("will".utf8) { return true }
            start = max(word.endIndex, start + 1)
            while start < range.upperBound, !bytes[start - 1].isSpace { start += 1 }
        }
        return false
    }

    /// Where the heading begins that stands between the last sentence's end and `end`; nil when those words are no heading.
    func headingStart(before end: Int) -> Int? {
        var index = end
        let floor = max(0, end - 200)
        var words = 0
        while index > floor {
            let byte = bytes[index - 1]
            if byte == 0x3A || byte == 0x3B { return nil }
            if byte == 0x2E || byte == 0x5D || byte == 0x29, index < end, bytes[index].isSpace {
                if byte == 0x2E, endsAbbreviation(index - 1) { return nil }
                break
            }
            if byte.isSpace { words += 1 }
            index -= 1
        }
        guard index > floor || floor == 0 else { return nil }
        while index < end, bytes[index].isSpace { index += 1 }
        guard index < end, bytes[index].isUpper || bytes[index] >= 0xC3 || bytes[index].isDigit, words <= 24 else { return nil }
        return index
    }

    /// The last word before `end` begins with a small letter: the sentence goes on ("under paragraph"), it is no heading ("Short Title").
    private func endsInSmallWord(_ end: Int) -> Bool {
        var index = end
        while index > 0, bytes[index - 1].isSpace { index -= 1 }
        while index > 0, bytes[index - 1].isWord { index -= 1 }
        return bytes[index].isLower
    }

    // MARK: Words

    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    private func onlySpace(_ from: Int, _ to: Int) -> Bool {
        guard from <= to, to - from <= 8 else { return false }
        for index in from..<to where !bytes[index].isSpace && bytes[index] != 0xC2 && bytes[index] != 0xA0 { return false }
        return true
    }

    private func startsWord(_ word: StaticString, at index: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard index + length < bytes.count, !bytes[index + length].isLetter else { return false }
        return bytes[index..<index + length].elementsEqual(word.description.utf8)
    }

    /// The full stop at `index` ends "No.", "s." or another short form, not a sentence.
    private func endsAbbreviation(_ index: Int) -> Bool {
        var start = index
        while start > 0, bytes[start - 1].isLetter, index - start < 6 { start -= 1 }
        let word = bytes[start..<index]
        if word.count == 1 { return bytes[start].isLower }
        return Self.contains(Self.abbreviations, word) || (start > 0 && bytes[start - 1] == 0x2E)
    }

    /// The bracket that ends at `end` is itself a label, so that this is a list of mentions.
    private func endsLabel(_ end: Int) -> Bool {
        var index = end - 1
        while index > 0, end - index <= 8, bytes[index] != 0x28 {
            if bytes[index].isSpace { return false }
            index -= 1
        }
        return bytes[index] == 0x28
    }

    private func word(at start: Int) -> ArraySlice<UInt8> {
        var end = start
        while end < bytes.count, bytes[end].isLetter || bytes[end] >= 0x80, end - start < 12 { end += 1 }
        return bytes[start..<end]
    }

    private static func isReferenceWord(_ word: ArraySlice<UInt8>) -> Bool { contains(referenceWords, word) }
    private static func isConjunction(_ word: ArraySlice<UInt8>) -> Bool { contains(conjunctions, word) }
    private static func isMonth(_ word: ArraySlice<UInt8>) -> Bool { contains(months, word) }

    private static func contains(_ words: WordSet, _ word: ArraySlice<UInt8>) -> Bool { words.contains(TextBytes.hash(word)) }

    private static let referenceWords = TextBytes.hashes(
        """
        section sections subsection subsections paragraph paragraphs subparagraph subparagraphs article articles clause clauses subclause
        subclauses item items rule rules schedule schedules part parts chapter division annex appendix exhibit form point points number no
        nos s ss para paras art arts sec secs cl reg regs alinéa paragraphe partie sous class type table figure volume page title
        """)

    /// Words for provisions that are headings as often as they name one.
    private static let headingWords = ["Title", "Rules", "Items", "Forms", "Points", "Articles"].map { Array($0.utf8) }

    private static let abbreviations = TextBytes.hashes("no nos ss para paras art arts sec secs cl reg regs ch vol pt fig mr mrs dr")

    private static let conjunctions = TextBytes.hashes("and or to through et ou à")

    /// "by 1 June", "at least 1 Director": the sentence goes on with the number.
    private static let wordsNoHeadingEndsWith = TextBytes.hashes(
        """
        by of on in at from for with within until till before after since than least most about over under between a an the every each
        any only exceed exceeding approximately per is are was be shall must will de du des le la les au aux en par pour dans sur
        avant
        """)

    /// "Tier 1 Support", "Phase 1 Report"; a heading may end so, "Fiscal Year", but no first one.
    private static let namesWithNumbers = TextBytes.hashes(
        """
        phase tier level category stage step version option lot group grade band zone priority severity day year week month quarter
        annexe protocol attachment
        """)

    private static let months = TextBytes.hashes(
        """
        january february march april may june july august september october november december janvier février mars avril mai juin
        juillet août septembre octobre novembre décembre
        """)
}
