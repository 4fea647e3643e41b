/// What a token is: its word and classes from the lexicon, else what its ending tells; and how it is written.
///
/// Most words are ASCII and short: they are lower-cased, counted for capitals and looked up eight bytes at a time.
extension TokenScanner {
    /// The word of ASCII letters that begins at `start`, which most words are; nil where it is longer than 24 or goes on with anything else.
    @inline(__always) func plainWord(_ start: Int) -> Token? {
        var one = EightBytes(bytes, at: start)
        var two = EightBytes(raw: 0)
        var three = EightBytes(raw: 0)
        var count = one.letters
        if count == 8 {
            two = EightBytes(bytes, at: start + 8)
            count += two.letters
            if count == 16 {
                three = EightBytes(bytes, at: start + 16)
                count += three.letters
            }
        }
        (one, two, three) = (one.first(min(count, 8)), two.first(min(count - 8, 8)), three.first(count - 16))
        guard endsWord(start + count) else { return nil }
        var token = Token(start: start, end: start + count, kind: .word)
        token.isCapital = TextBytes.isUpper(bytes[start])
        classify(&token, one, two, three, count)
        return token
    }

    /// No word goes on at `offset`, whatever follows.
    @inline(__always) private func endsWord(_ offset: Int) -> Bool {
        guard offset < bytes.count else { return true }
        switch bytes[offset] {
        case 0x20, 0x2C, 0x2E, 0x3B, 0x3A, 0x29, 0x0A: return true
        default: return false
        }
    }

    /// The token with its word, its classes and its capitals.
    func classified(_ token: Token) -> Token {
        guard token.kind == .word || token.kind == .mark else { return token }
        var token = token
        let start = token.lower
        let first = bytes[start]
        token.isCapital =
            TextBytes.isUpper(first) || first == 0xC3 && start + 1 < bytes.count && bytes[start + 1] < 0x9F && token.kind == .word
        let count = min(token.upper - start, Self.longest)
        classify(
            &token, EightBytes(bytes, at: start, count: min(count, 8)), EightBytes(bytes, at: start + 8, count: min(count - 8, 8)),
            EightBytes(bytes, at: start + 16, count: min(count - 16, 8)), count)
        return token
    }

    /// - Parameter one: the first eight of the token's `count` bytes; `two` and `three` the next.
    @inline(__always) private func classify(
        _ token: inout Token, _ one: EightBytes, _ two: EightBytes, _ three: EightBytes, _ count: Int
    ) {
        let start = token.lower
        // A capital behind the first letter; of a word longer than 24 bytes nobody asks whether it is an acronym.
        if one.capitals >> 8 | two.capitals | three.capitals != 0 {
            let capitals = one.capitals.nonzeroBitCount + two.capitals.nonzeroBitCount + three.capitals.nonzeroBitCount
            token.isAcronym = capitals >= 2 && capitals + 2 > count - (bytes[start + count - 1] | 0x20 == 0x73 ? 1 : 0)
        }
        guard (one.raw | two.raw | three.raw) & EightBytes.highBits == 0 else { return classifySlowly(&token, count) }
        if let found = lexicon.find(WordKey(one.lowered, two.lowered, three.lowered, count: count)) {
            (token.word, token.classes) = found
        } else if token.hasHyphen || count > WordKey.longest || TextBytes.isDigit(bytes[start]) {
            classifySlowly(&token, count)
        } else if count > 3 {
            token.classes = Suffixes.classes(
                of: count <= 8 ? one.lowered &<< UInt64(64 - 8 * count) : EightBytes(bytes, at: start + count - 8).lowered,
                count: count)
        }
    }

    /// Of a longer word only the first bytes are looked at.
    private static var longest: Int { 64 }

    /// The same for what is not plain: bytes beyond ASCII, hyphens, digits in front, long words.
    @inline(never) private func classifySlowly(_ token: inout Token, _ count: Int) {
        let word = lowercase(token, count)
        (token.word, token.classes) = lexicon.look(up: word[...], key: WordKey(word[...]))
        if token.kind == .word, TextBytes.isDigit(word[0]), word.count > 2, Self.ordinalEndings.contains(Array(word.suffix(2))) {
            token.classes.insert(.ordinal)
        }
    }

    private static let ordinalEndings = ["st", "nd", "rd", "th", "er"].map { Array($0.utf8) }

    /// The first `count` bytes of the token in lower case.
    private func lowercase(_ token: Token, _ count: Int) -> [UInt8] {
        var lower = bytes[token.lower..<token.lower + count].map(TextBytes.lowercased)
        if token.isCapital, lower[0] == 0xC3, count > 1 { lower[1] |= 0x20 }
        // A typographic apostrophe inside ("can’t") is looked up as the plain one.
        guard token.kind == .word, count > 4, let mark = (0..<(count - 2)).first(where: { lower[$0] == 0xE2 && lower[$0 + 1] == 0x80 })
        else { return lower }
        lower[mark] = 0x27
        lower.removeSubrange(mark + 1..<mark + 3)
        return lower
    }
}
