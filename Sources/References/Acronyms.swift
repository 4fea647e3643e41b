import Language
import LegalText

/// Short forms and what they stand for: "Department of Health (DH)", "Access and Participation Plans (APPs)", "DH (Department of Health)".
enum Acronyms {
    static func find(in bytes: [UInt8]) -> [FoundTerm] {
        var found: [FoundTerm] = []
        var offset = 0
        while true {
            offset = ByteSearch.first(
                from: offset + 1, to: bytes.count, in: bytes, eight: { ByteSearch.holds($0, 0x28) }, one: { $0 == 0x28 })
            guard offset < bytes.count else { break }
            guard let close = close(of: offset, in: bytes) else { continue }
            let inside = TextRange(offset + 1, close)
            if isAcronym(inside, in: bytes), let expansion = expansion(of: inside, before: offset, in: bytes) {
                found.append(FoundTerm(range: inside, meaning: expansion, kind: .acronym))
            } else if let acronym = word(before: offset, in: bytes), isAcronym(acronym, in: bytes), spells(inside, acronym, in: bytes) {
                found.append(FoundTerm(range: acronym, meaning: inside, kind: .acronym))
            }
        }
        return found
    }

    /// Two to ten letters, most of them capitals, maybe with a plural "s": "DH", "OfS", "APPs", "JIG-2".
    static func isAcronym(_ range: TextRange, in bytes: [UInt8]) -> Bool {
        guard range.count >= 2, range.count <= 11, TextBytes.isUpper(bytes[range.start]) else { return false }
        var capitals = 0
        var others = 0
        for offset in range.start..<range.end {
            let byte = bytes[offset]
            if TextBytes.isUpper(byte) {
                capitals += 1
            } else if TextBytes.isLower(byte) || TextBytes.isDigit(byte) || byte == 0x26 || byte == 0x2D || byte == 0x2E {
                others += 1
            } else {
                return false
            }
        }
        return capitals >= 2 && capitals > others
    }

    private static func close(of bracket: Int, in bytes: [UInt8]) -> Int? {
        var end = bracket + 1
        while end < bytes.count, end - bracket < 90 {
            if bytes[end] == 0x29 { return end > bracket + 2 ? end : nil }
            if bytes[end] == 0x28 || bytes[end] == 0x0A { return nil }
            end += 1
        }
        return nil
    }

    /// The bracket that opens before a quoted term, past "the " and quotes.
    static func bracket(before offset: Int, in bytes: [UInt8]) -> Int? {
        var offset = offset
        let floor = max(0, offset - 12)
        while offset > floor {
            offset -= 1
            if bytes[offset] == 0x28 { return offset }
        }
        return nil
    }

    private static func word(before offset: Int, in bytes: [UInt8]) -> TextRange? {
        guard offset > 1, bytes[offset - 1] == 0x20 else { return nil }
        var start = offset - 1
        while start > 0, TextBytes.isWord(bytes[start - 1]) || bytes[start - 1] == 0x26 || bytes[start - 1] == 0x2D, offset - start < 14 {
            start -= 1
        }
        return start < offset - 1 ? TextRange(start, offset - 1) : nil
    }

    // MARK: Initials

    /// The words before `end` whose initials the acronym gives: "Higher Education Funding Council for England" for HEFCE.
    static func expansion(of acronym: TextRange, before end: Int, in bytes: [UInt8]) -> TextRange? {
        guard isAcronym(acronym, in: bytes) else { return nil }
        let letters = self.letters(of: acronym, in: bytes)
        let words = words(before: end, limit: letters.count * 2 + 4, in: bytes)
        // A noun after the name, as in "the Training levy (MPET)", has no letter of its own.
        for skipped in 0...min(1, max(0, words.count - 1)) {
            if skipped == 1, let last = words.first, TextBytes.isUpper(bytes[last.start]) { break }
            let rest = words.dropFirst(skipped)
            guard let first = match(letters, rest, smallCount: false, in: bytes) ?? match(letters, rest, smallCount: true, in: bytes),
                let last = words.first
            else { continue }
            // "Higher Education Providers’ (HEP)"
            let end = last.count > 3 && bytes[last.end - 3] == 0xE2 && bytes[last.end - 2] == 0x80 ? last.end - 3 : last.end
            return TextRange(first, end)
        }
        return nil
    }

    private static func letters(of acronym: TextRange, in bytes: [UInt8]) -> [UInt8] {
        var letters = bytes[acronym.start..<acronym.end].filter { TextBytes.isLetter($0) }
        if letters.count > 2, letters.last == UInt8(ascii: "s"), letters.dropLast().allSatisfy({ TextBytes.isUpper($0) }) {
            letters.removeLast()
        }
        return letters.map(TextBytes.lowercased)
    }

    /// The words right before `end`, last first, within one sentence.
    private static func words(before end: Int, limit: Int, in bytes: [UInt8]) -> [TextRange] {
        var words: [TextRange] = []
        var close = end
        while words.count < limit {
            while close > 0,
                bytes[close - 1] == 0x20 || bytes[close - 1] == 0x2D || bytes[close - 1] == 0x2C || bytes[close - 1] == 0x26
                    || bytes[close - 1] == 0x2F
            { close -= 1 }
            var start = close
            while start > 0, TextBytes.isWord(bytes[start - 1]) || bytes[start - 1] == 0x27 { start -= 1 }
            guard start < close else { break }
            words.append(TextRange(start, close))
            close = start
        }
        return words
    }

    /// Where the words that the letters begin start; `words` come last first.
    /// - Parameter smallCount: whether "of" and "and" may give a letter.
    private static func match(_ letters: [UInt8], _ words: ArraySlice<TextRange>, smallCount: Bool, in bytes: [UInt8]) -> Int? {
        var letter = letters.count - 1
        var first: Int?
        for word in words {
            if letter < 0 { break }
            let initial = TextBytes.lowercased(bytes[word.start])
            let isSmall = isSmall(word, in: bytes)
            if initial == letters[letter], smallCount || !isSmall {
                letter -= 1
                first = word.start
            } else if !isSmall {
                return nil
            }
        }
        guard letter < 0, let first, letters.count >= 2 else { return nil }
        return first
    }

    /// "of", "for", "and": may or may not count.
    private static func isSmall(_ word: TextRange, in bytes: [UInt8]) -> Bool {
        small.contains(TextBytes.packed(word.start, word.end, in: bytes))
    }

    private static let small = TextBytes.words("of for and the in on to a an at by with de du des la le les et")

    /// True where the words of `expansion` begin with the letters of `acronym`.
    private static func spells(_ expansion: TextRange, _ acronym: TextRange, in bytes: [UInt8]) -> Bool {
        guard expansion.count > acronym.count + 2 else { return false }
        let letters = self.letters(of: acronym, in: bytes)
        let words = words(before: expansion.end, limit: letters.count * 2 + 4, in: bytes).filter { $0.start >= expansion.start }
        return [false, true].contains { match(letters, words[...], smallCount: $0, in: bytes) == expansion.start }
    }
}
