/// Text cut into tokens, each looked up. One pass over bytes; nothing is copied but the bytes themselves.
package struct TokenizedText: Sendable {
    package let bytes: [UInt8]
    package let tokens: [Token]

    package init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    package init(bytes: [UInt8]) {
        self.bytes = bytes
        tokens = TokenScanner(bytes).tokens()
    }

    /// The text of a range of tokens; empty for an empty range.
    package func string(_ range: Range<Int>) -> String {
        guard let bounds = bounds(range) else { return "" }
        return String(decoding: bytes[bounds], as: UTF8.self)
    }

    package func bounds(_ range: Range<Int>) -> Range<Int>? {
        guard range.lowerBound >= 0, range.upperBound <= tokens.count, !range.isEmpty else { return nil }
        return tokens[range.lowerBound].lower..<tokens[range.upperBound - 1].upper
    }

    /// The number a token of digits stands for; nil for others and for what does not fit.
    package func value(_ token: Token) -> Int? {
        guard token.kind == .number else { return nil }
        var value = 0
        for byte in bytes[token.lower..<token.upper] where byte != 0x2C {
            guard byte >= 0x30, byte <= 0x39, value < 100_000_000 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}

/// Finds where tokens begin and end; `TokenClasses` says what they are.
struct TokenScanner {
    let bytes: [UInt8]
    let lexicon = Lexicon.shared

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func tokens() -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count / 4 + 4)
        var at = 0
        /// What stands before the next token.
        var before = Token.Look.spaced.or(.line)
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
                before = before.or(byte == 0x0A ? .spaced.or(.line) : .spaced)
                at += 1
                continue
            }
            if byte == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0xA0 {
                before = before.or(.spaced)
                at += 2
                continue
            }
            if byte == 0x5B || byte == 0x5D, isBlank(at) {
                at += 1
                continue
            }
            var token: Token
            if TextBytes.isLetter(byte) {
                token = plainWord(at) ?? negated(at) ?? classified(word(at))
            } else {
                token = scan(at)
                if token.kind == .mark, byte < 0x80 {
                    if let found = lexicon.find(WordKey(UInt64(byte), 0, 0, count: 1)) { (token.word, token.classes) = found }
                } else if let last = tokens.last, isClippedVerb(token, after: last) {
                    token = classified(Token(start: token.lower, end: token.upper, kind: .word))
                } else {
                    token = classified(token)
                }
                if token.word == .open, before.has(.spaced), let label = label(at: at, after: tokens) { token = label }
            }
            token.look = token.look.or(before)
            before = Token.Look(rawValue: 0)
            at = max(token.upper, at + 1)
            tokens.append(token)
        }
        return tokens
    }

    /// "[Tenant]", "[NAME OF LANDLORD]": the brackets of a form's blank, which are no marks of the sentence.
    private func isBlank(_ at: Int) -> Bool {
        let opens = bytes[at] == 0x5B
        let step = opens ? 1 : -1
        var index = at + step
        while index >= 0, index < bytes.count, abs(index - at) <= 32 {
            let byte = bytes[index]
            if byte == (opens ? 0x5D : 0x5B) {
                let first = bytes[opens ? at + 1 : index + 1]
                return abs(index - at) > 3 && first >= 0x41 && first <= 0x5A
            }
            guard byte == 0x20 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A else { return false }
            index += step
        }
        return false
    }

    // MARK: Scanning

    private func scan(_ start: Int) -> Token {
        let byte = bytes[start]
        if isDigit(byte) { return number(start) }
        if isLetter(at: start) { return word(start) }
        if byte == 0x27 || isRightQuote(start) {
            let width = byte == 0x27 ? 1 : 3
            if let end = clippedVerbEnd(start) { return Token(start: start, end: end, kind: .word) }
            // "'s", or the bare mark behind a plural.
            if start > 0, isLetter(at: start - 1) || isDigit(bytes[start - 1]) {
                if start + width < bytes.count, bytes[start + width] | 0x20 == 0x73,
                    !(start + width + 1 < bytes.count && isLetter(at: start + width + 1))
                {
                    return Token(start: start, end: start + width + 1, kind: .genitive)
                }
                if bytes[start - 1] | 0x20 == 0x73 { return Token(start: start, end: start + width, kind: .genitive) }
            }
            return Token(start: start, end: start + width, kind: .mark)
        }
        return Token(start: start, end: min(bytes.count, start + width(of: byte)), kind: .mark)
    }

    private func number(_ start: Int) -> Token {
        var at = start
        while at < bytes.count {
            if isDigit(bytes[at]) {
                at += 1
            } else if (bytes[at] == 0x2C || bytes[at] == 0x2E), at + 1 < bytes.count, isDigit(bytes[at + 1]) {
                at += 2
            } else {
                break
            }
        }
        let digits = at
        while at < bytes.count, isLetter(at: at), at - digits < 3 { at += width(of: bytes[at]) }
        // "21st" and "13A" are words that begin with digits.
        return Token(start: start, end: min(at, bytes.count), kind: at > digits ? .word : .number)
    }

    /// The word that begins at `start`.
    @inline(__always) private func word(_ start: Int) -> Token {
        var at = start
        var hasHyphen = false
        while at < bytes.count {
            let byte = bytes[at]
            if TextBytes.isLetter(byte) {
                at += 1
            } else if byte == 0x20 {
                break
            } else if isLetter(at: at) {
                at += width(of: byte)
            } else if isDigit(byte) || byte == 0x5F {
                at += 1
            } else if byte == 0x2D || byte == 0x26, at + 1 < bytes.count, isLetter(at: at + 1) || isDigit(bytes[at + 1]) {
                if byte == 0x2D { hasHyphen = true }
                at += 1
            } else if byte == 0x2F, at - start == 3, at + 2 < bytes.count, bytes[start] | 0x20 == 0x61, bytes[at + 1] | 0x20 == 0x6F {
                at += 1  // "and/or"
            } else {
                // Apostrophes too: "l'accord" and "qu'il" are cut at theirs.
                break
            }
        }
        var token = Token(start: start, end: min(at, bytes.count), kind: .word)
        if hasHyphen { token.look = .hyphen }
        return token
    }

    /// "(a)", "(iv)", "(12)" behind white space: the label of an item, unless a number or its unit stands before.
    private func label(at start: Int, after tokens: [Token]) -> Token? {
        var at = start + 1
        while at < bytes.count, at - start <= 5, isDigit(bytes[at]) || isLetter(at: at) && bytes[at] < 0x80 { at += 1 }
        guard at > start + 1, at < bytes.count, bytes[at] == 0x29 else { return nil }
        let inner = bytes[(start + 1)..<at]
        let roman = inner.allSatisfy { [0x69, 0x76, 0x78].contains($0 | 0x20) }
        let digits = inner.allSatisfy { isDigit($0) } && inner.count <= 2
        let letters = inner.count == 1 || inner.count == 2 && inner.first == inner.last && !isDigit(inner.first!)
        guard roman || digits || letters else { return nil }
        if let before = tokens.last {
            if digits, before.is(.number.or(.timeUnit)) || before.kind == .number { return nil }
            if before.is(.citationUnit) { return nil }
            if tokens.count > 1, before.is(.conjunction) || before.word == .comma || before.word == .to,
                tokens[tokens.count - 2].word == .close, tokens.count > 4,
                tokens[max(0, tokens.count - 6)..<(tokens.count - 2)].contains(where: { $0.is(.citationUnit) })
            {
                return nil
            }
        }
        return Token(start: start, end: at + 1, kind: .label)
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// A letter of any script; of the multi-byte characters, marks of punctuation (U+00A0-00BF, U+2000-206F, U+20xx) are none.
    private func isLetter(at index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 { return byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
        if byte == 0xC2 { return false }
        if byte == 0xE2 { return false }
        return true
    }

    func isRightQuote(_ index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
    }

    private func width(of byte: UInt8) -> Int { byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1 }
}
