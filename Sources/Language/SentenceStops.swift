import LegalText

/// Which full stops, question marks and exclamation marks end a sentence.
struct SentenceStops {
    let bytes: [UInt8]

    /// The sentence that begins at `start`: where it ends, and where the next one begins.
    func sentence(from start: Int, in block: TextRange) -> (end: Int, next: Int) {
        if let mark = standaloneMark(at: start, in: block) { return mark }
        var offset = start
        while offset < block.end {
            offset = ByteSearch.first(
                from: offset, to: block.end, in: bytes,
                eight: {
                    ByteSearch.holds($0, 0x2E) || ByteSearch.holds($0, 0x21) || ByteSearch.holds($0, 0x3F) || ByteSearch.holdsWide($0)
                },
                one: { TextBytes.endsSentence($0) || $0 == 0xE2 })
            guard offset < block.end else { break }
            let byte = bytes[offset]
            let isStop = TextBytes.endsSentence(byte)
            guard isStop || (byte == 0xE2 && isEllipsis(offset)) else {
                offset += 1
                continue
            }
            let end = closed(after: offset + (isStop ? 1 : 3), in: block)
            let next = skipSpace(end, in: block)
            if next >= block.end { break }
            if next > end, byte != 0x2E || stopEnds(offset, end, sentence: start, in: block), begins(next, after: end, in: block) {
                return (end, next)
            }
            offset = max(end, offset + 1)
        }
        return (block.end, block.end)
    }

    // MARK: What follows the stop

    /// The end of what belongs to the stop at the offset before `offset`: more stops, closing quotes and brackets, a note's mark.
    private func closed(after offset: Int, in block: TextRange) -> Int {
        var end = offset
        while end < block.end {
            switch bytes[end] {
            case 0x2E, 0x21, 0x3F, 0x22, 0x27, 0x29, 0x5D, 0x7D: end += 1
            case 0xC2 where end + 1 < block.end && bytes[end + 1] == 0xBB: end += 2
            case 0xE2 where isClosingQuote(end) || isEllipsis(end): end += 3
            case 0x5B:
                guard let close = noteEnd(end, in: block) else { return end }
                end = close
            case 0x30...0x39:
                // `fixed."4 The`, `display.3 While`: the number of a note; but "2.5" and "No.5" are none.
                var digits = end
                while digits < block.end, TextBytes.isDigit(bytes[digits]) { digits += 1 }
                let before = end >= 2 ? bytes[end - 2] : 0
                let isNote =
                    digits - end <= 3 && (digits == block.end || TextBytes.isSpace(bytes[digits]))
                    && (bytes[end - 1] != 0x2E || TextBytes.isLower(before) || before == 0x29 || before == 0x22)
                return isNote ? digits : end
            default: return end
            }
        }
        return end
    }

    /// The end of "[12]", "[*]", "[bookmark: r[1]]" at `offset`; nil for brackets that hold words.
    private func noteEnd(_ offset: Int, in block: TextRange) -> Int? {
        var end = offset + 1
        var depth = 1
        while end < block.end, end - offset < 24 {
            let byte = bytes[end]
            end += 1
            if byte == 0x5B { depth += 1 } else if byte == 0x5D { depth -= 1 }
            if depth == 0 { break }
            if TextBytes.isUpper(byte) || (TextBytes.isSpace(byte) && bytes[end - 2] != 0x3A) { return nil }
        }
        let first = bytes[offset + 1 < block.end ? offset + 1 : offset]
        return depth == 0 && (TextBytes.isDigit(first) || first == 0x2A || end - offset > 8 || end - offset == 3) ? end : nil
    }

    private func skipSpace(_ offset: Int, in block: TextRange) -> Int {
        var offset = offset
        while offset < block.end {
            let length = TextBytes.spaceLength(at: offset, in: bytes)
            if length == 0 { break }
            offset += length
        }
        return offset
    }

    /// True where a sentence can begin at `offset`.
    private func begins(_ offset: Int, after end: Int, in block: TextRange) -> Bool {
        let first = skipOpeners(offset, in: block)
        guard first < block.end else { return false }
        let byte = bytes[first]
        if TextBytes.isLower(byte), first == offset + 1, bytes[offset] == 0x28 {
            return SentenceLexicon.asides.contains(TextBytes.packed(first, wordEnd(first), in: bytes))
        }
        if TextBytes.isUpper(byte) || TextBytes.isDigit(byte) { return true }
        switch byte {
        case 0x2A: return first + 1 < block.end && TextBytes.isDigit(bytes[first + 1])
        // "§", "¶", "¿", "¡", and capitals such as "É"
        case 0xC2: return first + 1 < block.end && [0xA7, 0xB6, 0xBF, 0xA1].contains(bytes[first + 1])
        case 0xC3: return first + 1 < block.end && bytes[first + 1] < 0x9F
        case 0xC5: return first + 1 < block.end && bytes[first + 1] == 0x92
        default: return byte > 0xC5 && byte != 0xE2
        }
    }

    /// Past the quotes and brackets that open at `offset`.
    private func skipOpeners(_ offset: Int, in block: TextRange) -> Int {
        var offset = offset
        while offset < block.end {
            switch bytes[offset] {
            case 0x22, 0x27, 0x28, 0x5B, 0x60: offset += 1
            case 0xC2 where offset + 1 < block.end && bytes[offset + 1] == 0xAB: offset += 2
            case 0xE2 where isOpeningQuote(offset): offset += 3
            default: return offset
            }
        }
        return offset
    }

    // MARK: What stands before the stop

    /// True where the full stop at `stop` can end the sentence that began at `start`, by the words around it; `end` is where
    /// what belongs to the stop ends.
    private func stopEnds(_ stop: Int, _ end: Int, sentence start: Int, in block: TextRange) -> Bool {
        let word = lastWord(before: stop, sentence: start)
        if word.isEmpty { return true }
        let next = skipOpeners(skipSpace(end, in: block), in: block)
        let first = bytes[word.start]
        if TextBytes.isDigit(first) { return !isGermanDate(word, next) }
        if word.start == block.start, isEnumerator(word) { return true }
        let key = TextBytes.packed(word.start, word.end, in: bytes)
        if SentenceLexicon.neverLast.contains(key) { return false }
        if end == stop + 1, SentenceLexicon.beforeNumber.contains(key), opensNumber(next, orLetter: TextBytes.isUpper(first)) {
            return false
        }
        if isDotted(word, start) {
            return word.count == 1 && TextBytes.isLower(first) ? endsTime(word) && startsPlainly(next) : startsPlainly(next)
        }
        if word.count == 1 { return !TextBytes.isUpper(first) || startsPlainly(next) && !isInitial(word, start) }
        if SentenceLexicon.oftenLast.contains(key) { return startsPlainly(next) || startsClause(next) }
        guard TextBytes.isUpper(first) else { return true }
        if SentenceLexicon.capitalised.contains(key) || isContraction(word) || lacksVowels(word) { return startsPlainly(next) }
        return true
    }

    /// The letters and digits before `stop`, back to a space, a dot or a mark (an apostrophe is part of the word).
    private func lastWord(before stop: Int, sentence start: Int) -> TextRange {
        var begin = stop
        while begin > start, stop - begin < 40 {
            let byte = bytes[begin - 1]
            if TextBytes.isWord(byte) {
                // A dash or a quote is no letter, but a typographic apostrophe within the word is.
                if byte == 0x94 || byte == 0x9D || byte == 0x9C || byte == 0x93, begin >= 3, bytes[begin - 3] == 0xE2 { break }
                begin -= 1
            } else if byte == 0x27, begin < stop {
                begin -= 1
            } else {
                break
            }
        }
        // A closing quote that was not a letter.
        if begin < stop, bytes[begin] == 0xE2 || bytes[begin] == 0x27 { return TextRange(stop, stop) }
        if stop - begin >= 3, isClosingQuote(stop - 3) { return TextRange(stop, stop) }
        // "l'art": the elided article is no part of the word.
        if stop - begin > 4, bytes[begin + 1] == 0x27 { begin += 2 } else if stop - begin > 6, isClosingQuote(begin + 1) { begin += 4 }
        return TextRange(begin, stop)
    }

    /// "1.", "a.", "IV." as the first word of a sentence.
    private func isEnumerator(_ word: TextRange) -> Bool {
        if word.count == 1 { return bytes[word.start] | 0x20 != UInt8(ascii: "v") || TextBytes.isUpper(bytes[word.start]) }
        return word.count <= 6 && (word.start..<word.end).allSatisfy { TextBytes.isRomanDigit(bytes[$0]) && TextBytes.isUpper(bytes[$0]) }
    }

    /// "John A. Smith": a single capital after a capitalised word that is no noun of a part ("Part A.").
    private func isInitial(_ word: TextRange, _ start: Int) -> Bool {
        guard TextBytes.isUpper(bytes[word.start]) else { return false }
        // "NHS-U", but not "J.-P.": the end of a hyphenated name.
        if word.start > start + 2, bytes[word.start - 1] == 0x2D, TextBytes.isWord(bytes[word.start - 2]) { return false }
        var end = word.start
        while end > start, TextBytes.isSpace(bytes[end - 1]) { end -= 1 }
        var begin = end
        while begin > start, TextBytes.isWord(bytes[begin - 1]) { begin -= 1 }
        guard begin < end else { return word.start == start || bytes[word.start - 1] != 0x2E }
        return TextBytes.isUpper(bytes[begin]) && !SentenceLexicon.lettered.contains(TextBytes.packed(begin, end, in: bytes))
    }

    /// The last part of an abbreviation with dots inside ("U.S", "e.g", "Pub.L"), but not of "example.com".
    private func isDotted(_ word: TextRange, _ start: Int) -> Bool {
        guard word.count <= 4, word.start > start + 1, bytes[word.start - 1] == 0x2E else { return false }
        var begin = word.start - 1
        while begin > start, TextBytes.isWord(bytes[begin - 1]), word.start - begin < 6 { begin -= 1 }
        return word.start - 1 - begin <= 3 && begin < word.start - 1
    }

    /// "p.m", "a.m"
    private func endsTime(_ word: TextRange) -> Bool { bytes[word.start] == UInt8(ascii: "m") }

    /// "Int'l", "Ass'n", "Dep't", but not "don't" or "plaintiff's".
    private func isContraction(_ word: TextRange) -> Bool {
        guard word.count > 3, bytes[word.end - 2] == 0x27 else { return false }
        switch bytes[word.end - 1] {
        case UInt8(ascii: "l"), UInt8(ascii: "g"), UInt8(ascii: "r"), UInt8(ascii: "y"): return true
        case UInt8(ascii: "n"): return true
        case UInt8(ascii: "t"): return bytes[word.end - 3] != UInt8(ascii: "n")
        default: return false
        }
    }

    /// "Cnty", "Bldg", but not "DMX".
    private func lacksVowels(_ word: TextRange) -> Bool {
        guard word.count <= 5, word.count > 1, TextBytes.isLower(bytes[word.start + 1]) else { return false }
        return (word.start..<word.end).allSatisfy { offset in
            guard TextBytes.isLetter(bytes[offset]) else { return false }
            switch bytes[offset] | 0x20 {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return false
            default: return true
            }
        }
    }

    private func isGermanDate(_ word: TextRange, _ next: Int) -> Bool {
        guard word.count <= 2 else { return false }
        return SentenceLexicon.germanMonths.contains(TextBytes.packed(next, wordEnd(next), in: bytes))
    }

    // MARK: The word after the stop

    private func wordEnd(_ offset: Int) -> Int {
        var end = offset
        while end < bytes.count, TextBytes.isWord(bytes[end]), end - offset < 40 { end += 1 }
        return end
    }

    /// True where the word at `offset` begins sentences rather than names.
    private func startsPlainly(_ offset: Int) -> Bool {
        let end = wordEnd(offset)
        guard end > offset, TextBytes.isUpper(bytes[offset]) else { return false }
        // "No. 5", "Rep. 12": an abbreviation leads on.
        if end < bytes.count, bytes[end] == 0x2E, end - offset == 2, bytes[offset] == UInt8(ascii: "N") { return false }
        if end - offset == 1 {
            return (bytes[offset] == UInt8(ascii: "A") || bytes[offset] == UInt8(ascii: "I")) && end < bytes.count && bytes[end] == 0x20
        }
        return SentenceLexicon.starters.contains(TextBytes.packed(offset, end, in: bytes))
            || SentenceLexicon.isLongStarter(offset, end, in: bytes)
    }

    /// "Konami submitted": a capitalised word and then a lower-case one that no name contains.
    private func startsClause(_ offset: Int) -> Bool {
        let end = wordEnd(offset)
        guard end > offset + 1, TextBytes.isUpper(bytes[offset]), TextBytes.isLower(bytes[offset + 1]), end + 1 < bytes.count,
            bytes[end] == 0x20
        else { return false }
        let second = wordEnd(end + 1)
        return second > end + 3 && TextBytes.isLower(bytes[end + 1])
            && !Self.joiningWords.contains(TextBytes.packed(end + 1, second, in: bytes))
    }

    private static let joiningWords = TextBytes.words("and the for del von van der und des")

    /// A number, a Roman number, a section sign or a single letter stands at `offset`.
    private func opensNumber(_ offset: Int, orLetter: Bool) -> Bool {
        guard offset < bytes.count else { return false }
        if TextBytes.isDigit(bytes[offset]) || bytes[offset] == 0xC2 || bytes[offset] == 0x23 { return true }
        let end = wordEnd(offset)
        guard end > offset, TextBytes.isUpper(bytes[offset]) else { return false }
        return (orLetter && end == offset + 1)
            || (offset..<end).allSatisfy { TextBytes.isRomanDigit(bytes[$0]) && TextBytes.isUpper(bytes[$0]) }
    }

    // MARK: Marks that are sentences of their own

    /// "[3]", "(b)", "*748" or "1180*1180" before a sentence: a note's or an item's number, the page of a reporter.
    private func standaloneMark(at start: Int, in block: TextRange) -> (end: Int, next: Int)? {
        var end = start
        switch bytes[start] {
        case 0x5B:
            while end < block.end, bytes[end] == 0x5B, let close = noteEnd(end, in: block) { end = close }
            guard end > start, end - start != 3 || TextBytes.isDigit(bytes[start + 1]) else { return nil }
        case 0x28 where start == block.start:
            end += 1
            while end < block.end, end - start < 5, TextBytes.isLetter(bytes[end]) || TextBytes.isDigit(bytes[end]) { end += 1 }
            guard end > start + 1, end < block.end, bytes[end] == 0x29 else { return nil }
            end += 1
        case 0x2A, 0x30...0x39:
            while end < block.end, TextBytes.isDigit(bytes[end]) { end += 1 }
            guard end < block.end, bytes[end] == 0x2A, end - start <= 5 else { return nil }
            end += 1
            let digits = end
            while end < block.end, TextBytes.isDigit(bytes[end]) { end += 1 }
            guard end > digits else { return nil }
        default: return nil
        }
        let next = skipSpace(end, in: block)
        return next > end && next < block.end && begins(next, after: end, in: block) ? (end, next) : nil
    }

    // MARK: Typography

    /// "’", "”", "›"
    private func isClosingQuote(_ offset: Int) -> Bool {
        offset + 2 < bytes.count && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80 && [0x99, 0x9D, 0xBA].contains(bytes[offset + 2])
    }

    /// "‘", "“", "„", "‹"
    private func isOpeningQuote(_ offset: Int) -> Bool {
        offset + 2 < bytes.count && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
            && [0x98, 0x9C, 0x9E, 0xB9].contains(bytes[offset + 2])
    }

    private func isEllipsis(_ offset: Int) -> Bool {
        offset + 2 < bytes.count && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0xA6
    }
}
