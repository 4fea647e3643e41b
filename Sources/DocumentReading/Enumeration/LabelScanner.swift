import Language

/// Finds every place where a label may stand, in one pass over the bytes.
///
/// With `linesOnly` a label stands at the start of a line or right behind such a label; otherwise anywhere.
struct LabelScanner {
    let bytes: [UInt8]
    private(set) var candidates: [LabelCandidate] = []
    var atLineStart = true
    /// Look no further in a line once a word stands in it that is no label.
    private var linesOnly = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// All candidates of `bytes`, in order.
    static func scan(_ bytes: [UInt8], linesOnly: Bool = false) -> [LabelCandidate] {
        var scanner = LabelScanner(bytes)
        scanner.linesOnly = linesOnly
        scanner.run()
        return scanner.candidates
    }

    private mutating func run() {
        var index = 0
        while index < bytes.count {
            if !atLineStart, !linesOnly {
                index = readLine(from: index)
                continue
            }
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D {
                atLineStart = true
                index += 1
                continue
            }
            if byte.isSpace || isNoBreakSpace(index) {
                index += byte.isSpace ? 1 : 2
                continue
            }
            let next = label(at: index)
            if let next {
                index = next
            } else if linesOnly {
                index = ByteSearch.first(
                    from: index, to: bytes.count, in: bytes, eight: { ByteSearch.holds($0, below: 0x0E) }, one: { $0 == 0x0A || $0 == 0x0D }
                )
            } else if byte.isWord || byte == 0x2E {
                // The rest of the word: no label begins inside one.
                index += 1
                while index < bytes.count, bytes[index].isWord, !isNoBreakSpace(index) { index += 1 }
            } else {
                index += 1
            }
            atLineStart = false
        }
    }

    /// Reads the labels within a line from `start` on; returns the start of the next line.
    ///
    /// They begin with a bracket; behind white space with a digit, a capital or a section sign; or they are small letters before a closing
    /// bracket. All else is passed over eight bytes at a time.
    private mutating func readLine(from start: Int) -> Int {
        var index = start
        /// What stands before is part of a label.
        var floor = start
        while true {
            let eight = EightBytes(bytes, at: index)
            let signs = eight.capitals | eight.digits | eight.wide | eight.brackets | eight.below(0x0E)
            if signs == 0 {
                index += 8
                continue
            }
            index += signs.trailingZeroBitCount / 8
            guard index < bytes.count else { return index }
            var next: Int?
            switch bytes[index] {
            case 0x0A, 0x0D:
                atLineStart = true
                return index + 1
            case 0x28: next = brackets(at: index)
            case 0x29:
                var first = index
                while first > floor, index - first < 8, bytes[first - 1].isLetter { first -= 1 }
                if first < index, bytes[first].isLower { next = label(at: first) }
            case let byte where byte.isUpper:
                // "SCHEDULE A", "A)".
                let end = TextBytes.lettersEnd(from: index, in: bytes)
                if bytes[end - 1].isUpper || self.byte(end) == 0x29 { next = label(at: index) }
                if next == nil {
                    index = end
                    continue
                }
            case let byte where byte.isDigit || byte == 0xC2: next = label(at: index)
            default: break
            }
            if let next { floor = next }
            index = next ?? index + 1
        }
    }

    /// Appends the label that begins at `index`, if one may, and returns where it ends.
    mutating func label(at index: Int) -> Int? {
        let byte = bytes[index]
        if byte == 0x28 { return brackets(at: index) }
        guard atLineStart || index == 0 || bytes[index - 1].isSpace || endsNoBreakSpace(index) else { return nil }
        if byte.isDigit { return number(at: index) }
        if byte.isUpper || byte == 0xC2, let end = wordLabel(at: index) { return end }
        return byte.isLetter ? letters(at: index) : nil
    }

    /// "(a)", "(10A)", "(c.1)".
    private mutating func brackets(at index: Int) -> Int? {
        var end = index + 1
        while end < bytes.count, end - index <= 12, bytes[end].isLetter || bytes[end].isDigit || bytes[end] == 0x2E || bytes[end] == 0x2D {
            end += 1
        }
        guard end < bytes.count, bytes[end] == 0x29, end > index + 1 else { return nil }
        return add(from: index, to: end + 1, inner: index + 1..<end, shape: .brackets)
    }

    /// "5", "5.", "5)", "8.1", "10A."; a bare number only before a capital, a bracket or the line's end.
    private mutating func number(at index: Int) -> Int? {
        var end = index
        while end < bytes.count, end - index < 16 {
            if bytes[end].isDigit {
                end += 1
            } else if bytes[end] == 0x2E, byte(end + 1).isDigit {
                end += 1
            } else {
                break
            }
        }
        if byte(end).isLetter {
            let start = end
            while byte(end).isLetter, end - start < 10 { end += 1 }
            let upper = byte(start).isUpper
            guard end - start <= 2 ? (upper || end - start == 1) : !upper else { return nil }
        }
        let inner = index..<end
        switch byte(end) {
        case 0x2E:
            guard endsLabel(end + 1) || (atLineStart && (byte(end + 1).isUpper || byte(end + 1) >= 0x80)) else { return nil }
            return add(from: index, to: end + 1, inner: inner, shape: .dotted)
        case 0x29:
            guard endsLabel(end + 1) else { return nil }
            return add(from: index, to: end + 1, inner: inner, shape: .closing)
        default:
            guard endsLabel(end) || byte(end) == 0x5B, beginsSentence(after: end) || beginsRange(after: end) else { return nil }
            return add(from: index, to: end, inner: inner, shape: .bare)
        }
    }

    /// "a)", "a.", "IV." and, at the start of a line, "IV Heading".
    private mutating func letters(at index: Int) -> Int? {
        var end = index
        while end - index < 8, end < bytes.count, bytes[end].isLetter { end += 1 }
        guard atLineStart || byte(end) == 0x29 else { return nil }
        if atLineStart, end == index + 1, byte(end) == 0x2E, byte(end + 1).isDigit { return lettered(at: index) }
        switch byte(end) {
        case 0x2E where atLineStart && endsLabel(end + 1):
            return add(from: index, to: end + 1, inner: index..<end, shape: .dotted)
        case 0x29 where endsLabel(end + 1):
            return add(from: index, to: end + 1, inner: index..<end, shape: .closing)
        default:
            guard atLineStart, endsLabel(end), bytes[index].isUpper, beginsSentence(after: end),
                RomanNumber.value(bytes[index..<end]) != nil
            else { return nil }
            return add(from: index, to: end, inner: index..<end, shape: .bare)
        }
    }

    /// "A.1.", "I.2.3": a decimal number whose first component is a letter.
    private mutating func lettered(at index: Int) -> Int? {
        var end = index + 1
        while end - index < 16, byte(end).isDigit || (byte(end) == 0x2E && byte(end + 1).isDigit) { end += 1 }
        guard let reading = LabelReading.lettered(bytes[index..<end]) else { return nil }
        let after = byte(end) == 0x2E ? end + 1 : end
        guard endsLabel(after), beginsSentence(after: after) else { return nil }
        return add(from: index, to: after, readings: [reading])
    }

    /// "Article III", "Section 5.", "§ 301.", "SCHEDULE A".
    private mutating func wordLabel(at index: Int) -> Int? {
        guard let word = LabelWord.match(bytes, at: index) else { return nil }
        guard atLineStart || word.isShouted else { return nil }
        var start = word.end
        while start < bytes.count, bytes[start] == 0x20 || isNoBreakSpace(start) { start += bytes[start] == 0x20 ? 1 : 2 }
        guard start > word.end || word.isSign else { return nil }
        var end = start
        while end < bytes.count, end - start < 16 {
            if bytes[end].isLetter || bytes[end].isDigit || bytes[end] == 0x2D || (bytes[end] == 0x2E && byte(end + 1).isDigit) {
                end += 1
            } else if end > start, isEnDash(end), byte(end + 3).isDigit {
                end += 3
            } else {
                break
            }
        }
        guard end > start, !byte(end).isWord || isNoBreakSpace(end) else { return nil }
        var readings = LabelReading.readings(of: bytes[start..<end], shape: word.shape)
        if readings.isEmpty, let value = LabelWord.ordinal(bytes[start..<end]) {
            readings = [LabelReading(shape: word.shape, numbering: .arabic, value: Int32(value), last: Int32(value))]
        }
        if readings.isEmpty, word.isSign || word.shape == .section, let reading = LabelReading.codeSection(bytes[start..<end]) {
            readings = [reading]
        }
        readings.removeAll { $0.numbering == .lowerAlpha || $0.numbering == .doubleLower || $0.numbering == .doubleUpper }
        guard !readings.isEmpty else { return nil }
        var after = end
        let stopped = byte(end) == 0x2E || byte(end) == 0x3A
        if stopped { after += 1 }
        guard stopped ? endsLabel(after) : (endsLine(end) || headingFollows(end)) else { return nil }
        return add(from: index, to: byte(end) == 0x2E ? after : end, readings: readings)
    }

    private mutating func add(from start: Int, to end: Int, inner: Range<Int>, shape: LabelShape) -> Int? {
        let readings = LabelReading.readings(of: bytes[inner], shape: shape)
        return readings.isEmpty ? nil : add(from: start, to: end, readings: readings)
    }

    private mutating func add(from start: Int, to end: Int, readings: [LabelReading]) -> Int {
        candidates.append(LabelCandidate(start: start, end: end, startsLine: atLineStart, readings: readings))
        return end
    }

    // MARK: Looking around

    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0x0A }

    private func isEnDash(_ index: Int) -> Bool { byte(index) == 0xE2 && byte(index + 1) == 0x80 && byte(index + 2) == 0x93 }
    private func isNoBreakSpace(_ index: Int) -> Bool { bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0 }
    private func endsNoBreakSpace(_ index: Int) -> Bool { index >= 2 && bytes[index - 1] == 0xA0 && bytes[index - 2] == 0xC2 }

    /// White space, the end of the text or an opening bracket stands at `index`.
    private func endsLabel(_ index: Int) -> Bool {
        index >= bytes.count || bytes[index].isSpace || isNoBreakSpace(index) || bytes[index] == 0x28
    }

    private func endsLine(_ index: Int) -> Bool {
        var index = index
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        return index >= bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
    }

    /// A capital, a bracket, a quotation mark or the line's end follows the white space.
    private func beginsSentence(after index: Int) -> Bool {
        var index = index
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || isNoBreakSpace(index) {
            index += bytes[index] == 0xC2 ? 2 : 1
        }
        guard index < bytes.count else { return true }
        let byte = bytes[index]
        return byte.isUpper || byte == 0x0A || byte == 0x0D || byte == 0x5B || byte == 0x28 || byte == 0x22
            || (byte >= 0xC3 && byte != 0xE2)
            || isOpeningQuote(index)
    }

    /// " to 25", " and 25": the number begins a range.
    private func beginsRange(after index: Int) -> Bool {
        byte(index) == 0x20
            && ((byte(index + 1) == 0x74 && byte(index + 2) == 0x6F && byte(index + 3) == 0x20 && byte(index + 4).isDigit)
                || (byte(index + 1) == 0x61 && byte(index + 2) == 0x6E && byte(index + 3) == 0x64 && byte(index + 4) == 0x20
                    && byte(index + 5).isDigit))
    }

    private func isOpeningQuote(_ index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
            && (bytes[index + 2] == 0x9C || bytes[index + 2] == 0x98)
    }

    /// A dash or a capital follows: "Article 5 - Term", "PART II General".
    private func headingFollows(_ index: Int) -> Bool {
        var index = index
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || isNoBreakSpace(index) {
            index += bytes[index] == 0xC2 ? 2 : 1
        }
        guard index < bytes.count else { return true }
        return bytes[index].isUpper || bytes[index] == 0x2D
            || (bytes[index] == 0xE2 && byte(index + 1) == 0x80 && (byte(index + 2) & 0xF0) == 0x90)
    }
}
