/// "won't", "we'll", "it's": two words written as one. Each is a token of its own, and is looked up as the word that it stands for; "can't" is
/// one, as "cannot" is.
///
/// Plain language is full of them: "you don't have to pay", "we won't share your data".
extension TokenScanner {
    /// What the lexicon knows under the short form, with the plain apostrophe.
    static let longForms = [
        ("n't", "not"), ("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'d", "would"), ("'m", "am"), ("'s", "is"),
    ]

    /// The part of a contraction that begins at `start`: "n't", or the verb before it; "can't" whole. Nil for every other word.
    @inline(never) func negated(_ start: Int) -> Token? {
        if start > 0, TextBytes.isLetter(bytes[start - 1]), let end = negationEnd(start) {
            return classified(Token(start: start, end: end, kind: .word))
        }
        let end = TextBytes.lettersEnd(from: start, in: bytes) - 1
        guard end > start, let whole = negationEnd(end) else { return nil }
        switch String(decoding: bytes[start..<end].map(TextBytes.lowercased), as: UTF8.self) {
        case "ca": return token(start..<whole, as: "cannot")
        // "sha" and "wo" are words of this place only.
        case "sha": return token(start..<end, as: "shall")
        case "wo": return token(start..<end, as: "will")
        default: return classified(Token(start: start, end: end, kind: .word))
        }
    }

    private func token(_ range: Range<Int>, as long: String) -> Token {
        var token = classified(Token(start: range.lowerBound, end: range.upperBound, kind: .word))
        if let found = lexicon.find(WordKey(Array(long.utf8)[...])) { (token.word, token.classes) = found }
        return token
    }

    /// Behind "n't" at `start`; nil where that does not stand there.
    private func negationEnd(_ start: Int) -> Int? {
        guard start + 1 < bytes.count, bytes[start] | 0x20 == 0x6E, let letters = behindApostrophe(start + 1),
            bytes[letters] | 0x20 == 0x74, TextBytes.lettersEnd(from: letters, in: bytes) == letters + 1
        else { return nil }
        return letters + 1
    }

    /// "'ll", "'re", "'ve", "'d", "'m" behind a word: the end of the token that the apostrophe at `start` begins; nil for any other mark.
    func clippedVerbEnd(_ start: Int) -> Int? {
        guard start > 0, TextBytes.isLetter(bytes[start - 1]), let letters = behindApostrophe(start) else { return nil }
        let end = TextBytes.lettersEnd(from: letters, in: bytes)
        switch bytes[letters..<min(end, letters + 3)].map(TextBytes.lowercased) {
        case [0x6C, 0x6C], [0x72, 0x65], [0x76, 0x65], [0x64], [0x6D]: return end
        default: return nil
        }
    }

    /// "it's", "that's", "there's": a verb; behind a name it is the name's genitive.
    func isClippedVerb(_ genitive: Token, after word: Token) -> Bool {
        guard genitive.kind == .genitive, word.upper == genitive.lower, bytes[genitive.upper - 1] | 0x20 == 0x73 else { return false }
        return switch word.word {
        case .it, .that, .there, .he, .she, .who, .what: genitive.upper > genitive.lower + 1
        default: false
        }
    }

    /// Where the letters behind an apostrophe, plain or typographic, begin.
    private func behindApostrophe(_ at: Int) -> Int? {
        let next = bytes[at] == 0x27 ? at + 1 : isRightQuote(at) ? at + 3 : bytes.count
        return next < bytes.count ? next : nil
    }
}
