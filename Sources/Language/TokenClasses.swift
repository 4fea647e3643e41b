/// What a token is: its word and classes from the lexicon, else what its ending tells; and how it is written.
///
/// Most words are ASCII and short: they are lower-cased, counted for capitals and looked up eight bytes at a time.
extension TokenScanner {
    /// The word of ASCII letters that begins at `start`, which most words are; nil where it goes on with anything else or has more than 24.
    @inline(__always) func plainWord(_ start: Int) -> Token? {
        let eight = EightBytes(bytes, at: start)
        let count = eight.letters
        guard count < 8 else { return longWord(start) }
        guard endsWord(start &+ count) else { return nil }
        var token = Token(start: start, end: start &+ count, kind: .word)
        let word = eight.first(count)
        let capitals = word.capitals
        if capitals != 0 {
            token.look = capitals & 0x80 != 0 ? .capital : Token.Look(rawValue: 0)
            if capitals >> 8 != 0, isAcronym(capitals.nonzeroBitCount, in: token, count) { token.look = token.look.or(.acronym) }
        }
        let lowered = word.raw | capitals >> 2
        if let found = lexicon.find(WordKey(lowered, 0, 0, count: count)) {
            (token.word, token.classes) = found
        } else if count > 3 {
            token.classes = Suffixes.classes(of: lowered &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count), count: count)
        }
        return token
    }

    /// The same for eight letters and more.
    @inline(never) private func longWord(_ start: Int) -> Token? {
        let end = TextBytes.lettersEnd(from: start, in: bytes)
        guard end - start <= WordKey.longest, endsWord(end) else { return nil }
        return classified(Token(start: start, end: end, kind: .word))
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
        if TextBytes.isUpper(first) || first == 0xC3 && start + 1 < bytes.count && bytes[start + 1] < 0x9F && token.kind == .word {
            token.look = token.look.or(.capital)
        }
        let count = min(token.upper - start, Self.longest)
        let one = EightBytes(bytes, at: start, count: count)
        let two = EightBytes(bytes, at: start + 8, count: count - 8)
        let three = EightBytes(bytes, at: start + 16, count: count - 16)
        // A capital behind the first letter; of a word longer than 24 bytes nobody asks whether it is an acronym.
        if one.capitals >> 8 | two.capitals | three.capitals != 0 {
            let capitals = one.capitals.nonzeroBitCount + two.capitals.nonzeroBitCount + three.capitals.nonzeroBitCount
            if isAcronym(capitals, in: token, count) { token.look = token.look.or(.acronym) }
        }
        if (one.raw | two.raw | three.raw) & EightBytes.highBits != 0 {
            classifySlowly(&token, count)
        } else if let found = lexicon.find(WordKey(one.lowered, two.lowered, three.lowered, count: count)) {
            (token.word, token.classes) = found
        } else if token.hasHyphen || count > WordKey.longest || TextBytes.isDigit(first) {
            classifySlowly(&token, count)
        } else if count > 3 {
            token.classes = Suffixes.classes(
                of: count <= 8 ? one.lowered &<< UInt64(64 - 8 * count) : EightBytes(bytes, at: start + count - 8).lowered,
                count: count)
        }
        return token
    }

    /// So many capitals, one of them behind the first letter, in a token of `count` bytes: at most one letter besides is small, and a plural "s".
    @inline(__always) private func isAcronym(_ capitals: Int, in token: Token, _ count: Int) -> Bool {
        capitals >= 2 && capitals + 2 > count - (bytes[token.lower + count - 1] | 0x20 == 0x73 ? 1 : 0)
    }

    /// Of a longer word only the first bytes are looked at.
    private static var longest: Int { 64 }

    /// The same for what is not plain: bytes beyond ASCII, hyphens, digits in front, long words.
    @inline(never) private func classifySlowly(_ token: inout Token, _ count: Int) {
        let word = lowercase(token, count)
        (token.word, token.classes) = lexicon.look(up: word[...], key: WordKey(word[...]))
        if token.kind == .word, TextBytes.isDigit(word[0]),
            word.count > 2 && Self.ordinalEndings.contains(Array(word.suffix(2))) || isPartedOrdinal(token, word)
        {
            token.classes.insert(.ordinal)
        }
    }

    /// "24t h": a superscript that lost its last letter to the next word.
    private func isPartedOrdinal(_ token: Token, _ word: [UInt8]) -> Bool {
        let next = token.upper + 1
        guard word.count > 1, next < bytes.count, bytes[next - 1] == 0x20, next + 1 == bytes.count || !TextBytes.isWord(bytes[next + 1])
        else { return false }
        return TextBytes.isDigit(word[word.count - 2])
            && Self.ordinalEndings.prefix(4).contains([word[word.count - 1], bytes[next] | 0x20])
    }

    private static let ordinalEndings = ["st", "nd", "rd", "th", "er"].map { Array($0.utf8) }

    /// The first `count` bytes of the token in lower case.
    private func lowercase(_ token: Token, _ count: Int) -> [UInt8] {
        var lower = bytes[token.lower..<token.lower + count].map(TextBytes.lowercased)
        if token.isCapital, lower[0] == 0xC3, count > 1 { lower[1] |= 0x20 }
        // The typographic apostrophe of a contraction ("n’t", "’ll") is looked up as the plain one.
        guard token.kind == .word, count > 3, let mark = (0..<(count - 2)).first(where: { lower[$0] == 0xE2 && lower[$0 + 1] == 0x80 })
        else { return lower }
        lower[mark] = 0x27
        lower.removeSubrange(mark + 1..<mark + 3)
        return lower
    }
}
