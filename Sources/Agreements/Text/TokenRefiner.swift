import Language

/// Makes the tokens of `Language` into `FineToken`s.
struct TokenRefiner {
    private let text: TokenizedText
    private var fine: [FineToken] = []
    private static let not = TextBytes.hash("not")
    private static let cannot = TextBytes.hash("cannot")

    static func refine(_ text: TokenizedText) -> [FineToken] {
        var refiner = TokenRefiner(text: text)
        for (source, token) in text.tokens.enumerated() { refiner.add(token, UInt32(truncatingIfNeeded: source)) }
        return refiner.fine
    }

    private init(text: TokenizedText) {
        self.text = text
        fine.reserveCapacity(text.tokens.count + text.tokens.count / 16)
    }

    private mutating func add(_ token: Token, _ source: UInt32) {
        let first = fine.count
        switch token.kind {
        case .number: append(token.lower, token.upper, .number, source)
        case .mark:
            if TextBytes.spaceLength(at: token.lower, in: text.bytes) == 0 { append(token.lower, token.upper, .mark, source) }
        case .genitive:
            if !extend(to: token) { append(token.lower, token.upper, .mark, source) }
        case .label:
            append(token.lower, token.lower + 1, .mark, source)
            append(token.lower + 1, token.upper - 1, TextBytes.isDigit(text.bytes[token.lower + 1]) ? .number : .word, source)
            append(token.upper - 1, token.upper, .mark, source)
        case .word: addWord(token, source)
        }
        if fine.count > first { fine[first].opensLine = token.startsLine }
    }

    private mutating func addWord(_ token: Token, _ source: UInt32) {
        if !token.hasHyphen, token.upper - token.lower > 1, text.bytes[token.lower..<token.upper].allSatisfy(TextBytes.isLetter) {
            append(token.lower, token.upper, .word, source)
            return join()
        }
        // "'ll" goes with the word before; "n't" and "can't" are words of their own.
        let first = text.bytes[token.lower]
        if first == 0x27 || first == 0xE2, extend(to: token) { return }
        if token.word == .not || token.word == .cannot {
            append(token.lower, token.upper, .word, source)
            fine[fine.count - 1].hash = token.word == .not ? Self.not : Self.cannot
            return
        }
        var at = token.lower
        while at < token.upper {
            let start = at
            let byte = text.bytes[at]
            if TextBytes.isDigit(byte) {
                while at < token.upper, TextBytes.isDigit(text.bytes[at]) || text.bytes[at] == 0x2C || text.bytes[at] == 0x2E { at += 1 }
                append(start, at, .number, source)
            } else if TextBytes.isWord(byte) {
                while at < token.upper, TextBytes.isWord(text.bytes[at]) { at += 1 }
                append(start, at, .word, source)
                if start == token.lower { join() }
            } else {
                at += 1
                append(start, at, .mark, source)
            }
        }
    }

    /// Joins the last word to the one before it: "U" "." "S" is an initialism, "O" "'" "Brien" one name.
    private mutating func join() {
        let count = fine.count
        guard count > 2, fine[count - 3].kind == .word, fine[count - 2].kind == .mark, fine[count - 3].end == fine[count - 2].start,
            fine[count - 2].end == fine[count - 1].start
        else { return }
        let start = Int(fine[count - 3].start)
        let mark = Int(fine[count - 2].start)
        if text.bytes[mark] == 0x2E {
            guard mark - start == 1 || mark - start > 2 && text.bytes[mark - 2] == 0x2E else { return }
            fine[count - 3].hash = TextBytes.hash(text.bytes[start..<Int(fine[count - 1].end)].filter { $0 != 0x2E }[...])
        } else if apostrophe(mark) == 0 {
            return
        }
        fine[count - 3].end = fine[count - 1].end
        fine.removeLast(2)
    }

    /// Lets the last word reach to the end of `token`, which touches it.
    private mutating func extend(to token: Token) -> Bool {
        guard let last = fine.last, last.kind != .mark, Int(last.end) == token.lower else { return false }
        fine[fine.count - 1].end = UInt32(token.upper)
        return true
    }

    private mutating func append(_ start: Int, _ end: Int, _ kind: FineToken.Kind, _ source: UInt32) {
        let first = text.bytes[start]
        fine.append(
            FineToken(
                start: UInt32(start), end: UInt32(end), hash: TextBytes.hash(start, end, in: text.bytes), source: source, kind: kind,
                isCapitalised: kind == .word && (TextBytes.isUpper(first) || first >= 0x80), opensLine: false))
    }

    /// The width of an apostrophe, plain or typographic, at `at`; 0 where there is none.
    private func apostrophe(_ at: Int) -> Int {
        if text.bytes[at] == 0x27 { return 1 }
        return at + 2 < text.bytes.count && text.bytes[at] == 0xE2 && text.bytes[at + 1] == 0x80 && text.bytes[at + 2] == 0x99 ? 3 : 0
    }
}
