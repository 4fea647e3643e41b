/// Cuts bytes into words, numbers and marks.
enum Tokenizer {
    private enum Class { case space, letter, digit, mark }

    /// Appends the tokens of `bytes[start...]`. An apostrophe or full stop between letters ("party's", "U.S.") belongs to the word;
    /// a possessive ending is not hashed, so "Agreement's" is known as "agreement".
    static func append(_ bytes: [UInt8], from start: Int, to tokens: inout [Token]) {
        var at = start
        let count = bytes.count
        var opensLine = true
        while at < count {
            let (kind, width) = classify(bytes, at)
            switch kind {
            case .space:
                at += width
                continue
            case .letter:
                tokens.append(word(bytes, &at, opensLine))
            case .digit:
                tokens.append(number(bytes, &at, opensLine))
            case .mark:
                var hash = WordHash()
                for byte in bytes[at..<at + width] { hash.add(byte) }
                tokens.append(
                    Token(
                        start: UInt32(at), end: UInt32(at + width), hash: hash.value, kind: .mark, isCapitalised: false,
                        opensLine: opensLine))
                at += width
            }
            opensLine = false
        }
    }

    private static func word(_ bytes: [UInt8], _ at: inout Int, _ opensLine: Bool) -> Token {
        let start = at
        var hash = WordHash()
        var hashing = true
        while at < bytes.count {
            let (kind, width) = classify(bytes, at)
            if kind == .letter || kind == .digit {
                if hashing { for byte in bytes[at..<at + width] { hash.add(byte) } }
                at += width
            } else if let joint = apostrophe(bytes, at), at + joint < bytes.count, classify(bytes, at + joint).0 == .letter {
                hashing = false
                at += joint
            } else if bytes[at] == 0x2E, at + 1 < bytes.count, isInitial(bytes, start, at), classify(bytes, at + 1).0 == .letter {
                at += 1  // "U.S", hashed as "us"
            } else {
                break
            }
        }
        let first = bytes[start]
        return Token(
            start: UInt32(start), end: UInt32(at), hash: hash.value, kind: .word,
            isCapitalised: (first >= 0x41 && first <= 0x5A) || first >= 0x80, opensLine: opensLine)
    }

    /// Digits with inner commas and points: "1,000", "10.31".
    private static func number(_ bytes: [UInt8], _ at: inout Int, _ opensLine: Bool) -> Token {
        let start = at
        var hash = WordHash()
        while at < bytes.count {
            let byte = bytes[at]
            let inner = (byte == 0x2C || byte == 0x2E) && at + 1 < bytes.count && bytes[at + 1] >= 0x30 && bytes[at + 1] <= 0x39
            guard (byte >= 0x30 && byte <= 0x39) || inner else { break }
            hash.add(byte)
            at += 1
        }
        return Token(start: UInt32(start), end: UInt32(at), hash: hash.value, kind: .number, isCapitalised: false, opensLine: opensLine)
    }

    private static func isInitial(_ bytes: [UInt8], _ start: Int, _ at: Int) -> Bool {
        at - start == 1 || (at - start >= 3 && bytes[at - 2] == 0x2E)
    }

    /// The width of an apostrophe at `at`, plain or curly.
    private static func apostrophe(_ bytes: [UInt8], _ at: Int) -> Int? {
        if bytes[at] == 0x27 { return 1 }
        return bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x99 ? 3 : nil
    }

    private static func classify(_ bytes: [UInt8], _ at: Int) -> (Class, Int) {
        let byte = bytes[at]
        switch byte {
        case 0x61...0x7A, 0x41...0x5A: return (.letter, 1)
        case 0x30...0x39: return (.digit, 1)
        case 0x00...0x20, 0x7F: return (.space, 1)
        case 0x21...0x7E: return (.mark, 1)
        case 0xC2: return at + 1 < bytes.count ? (bytes[at + 1] == 0xA0 ? .space : .mark, 2) : (.mark, 1)
        case 0xE2:
            // General punctuation: spaces, dashes, quotes, signs.
            guard at + 2 < bytes.count else { return (.mark, 1) }
            let isSpace = bytes[at + 1] == 0x80 && (bytes[at + 2] <= 0x8F || bytes[at + 2] == 0xAF)
            return (isSpace ? .space : .mark, 3)
        case 0xE3: return (bytes.count > at + 2 && bytes[at + 1] == 0x80 ? .mark : .letter, min(3, bytes.count - at))
        case 0xF0...: return (.letter, min(4, bytes.count - at))
        case 0xE0...: return (.letter, min(3, bytes.count - at))
        case 0xC3...: return (.letter, min(2, bytes.count - at))
        default: return (.mark, 1)
        }
    }
}
