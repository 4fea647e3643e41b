/// Reads numbers written in words or digits, or both: "thirty", "thirty (30)", "30", "one hundred and twenty", "vingt".
package enum NumberWords {
    /// The number that begins at token `index` and the token after it; nil where none begins.
    package static func read(_ text: TokenizedText, at index: Int, limit: Int) -> (value: Int, next: Int)? {
        guard index < limit, mayBegin(text.tokens[index]),
            let (value, next) = words(text, at: index, limit: limit) ?? digits(text, at: index)
        else { return nil }
        // "thirty (30)": the digits repeat the words.
        if next + 2 < limit, text.tokens[next].word == .open, text.tokens[next + 1].kind == .number, text.tokens[next + 2].word == .close {
            return (text.value(text.tokens[next + 1]) ?? value, next + 3)
        }
        // "forty-five (45)": digits in brackets look like a label.
        if next < limit, text.tokens[next].kind == .label, text.tokens[next].upper - text.tokens[next].lower > 2,
            text.bytes[(text.tokens[next].lower + 1)..<(text.tokens[next].upper - 1)].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        {
            return (value, next + 1)
        }
        // "30 (thirty)".
        if next + 2 < limit, text.tokens[next].word == .open, let inner = words(text, at: next + 1, limit: limit), inner.next < limit,
            text.tokens[inner.next].word == .close
        {
            return (value, inner.next + 1)
        }
        return (value, next)
    }

    /// Most tokens are no numeral, which one look tells.
    @inline(__always) private static func mayBegin(_ token: Token) -> Bool {
        token.kind == .number || token.kind == .word && (token.is(.number) || token.hasHyphen)
    }

    private static func digits(_ text: TokenizedText, at index: Int) -> (value: Int, next: Int)? {
        text.value(text.tokens[index]).map { ($0, index + 1) }
    }

    private static func words(_ text: TokenizedText, at start: Int, limit: Int) -> (value: Int, next: Int)? {
        var total = 0
        var group = 0
        var index = start
        while index < limit {
            let token = text.tokens[index]
            if index > start, token.word == .and, index + 1 < limit, group % 100 == 0, simple(text, text.tokens[index + 1]) != nil {
                index += 1
                continue
            }
            guard token.kind == .word, let value = simple(text, token) else { break }
            if value == 100 {
                group = max(1, group) * 100
            } else if value >= 1000 {
                total += max(1, group) * value
                group = 0
            } else if group != 0, !(group % 100 == 0 || group % 10 == 0 && group % 100 >= 20 && value < 10) {
                break
            } else {
                group += value
            }
            index += 1
            if total > 100_000_000 { break }
        }
        return index > start ? (total + group, index) : nil
    }

    /// One word's number: "thirty", "twenty-one", "hundred"; nil for others. "a" and "one" as pronoun are the caller's business.
    package static func simple(_ text: TokenizedText, _ token: Token) -> Int? {
        guard token.kind == .word, token.is(.number) || token.hasHyphen, token.upper - token.lower <= 20 else { return nil }
        if token.is(.number) { return values[TextBytes.hash(token.lower, token.upper, in: text.bytes)] }
        guard let hyphen = text.bytes[token.lower..<token.upper].firstIndex(of: 0x2D),
            let tens = values[TextBytes.hash(token.lower, hyphen, in: text.bytes)], tens >= 20, tens < 100,
            let ones = values[TextBytes.hash(hyphen + 1, token.upper, in: text.bytes)], ones < 10
        else { return nil }
        return tens + ones
    }

    /// "first" is 1, "21st" is 21, "thirty-first" is 31.
    package static func ordinal(_ text: TokenizedText, _ token: Token) -> Int? {
        guard token.is(.ordinal) else { return nil }
        let bytes = text.bytes[token.lower..<token.upper]
        if let first = bytes.first, first >= 0x30, first <= 0x39 {
            var value = 0
            for byte in bytes { if byte >= 0x30, byte <= 0x39, value < 10_000 { value = value * 10 + Int(byte - 0x30) } }
            return value
        }
        return ordinals[TextBytes.hash(token.lower, token.upper, in: text.bytes)]
    }

    private static let ordinals: WordMap<Int> = {
        let list = TextBytes.hashList(
            """
            first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
            seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth
            twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first
            """)
        return WordMap(list.enumerated().map { ($1, $0 + 1) } + [(TextBytes.hash("premier"), 1)])
    }()

    /// By `TextBytes.hash`.
    private static let values: WordMap<Int> = {
        var values: [String: Int] = [
            "hundred": 100, "thousand": 1000, "million": 1_000_000, "cent": 100, "mille": 1000, "soixante": 60, "un": 1, "une": 1,
        ]
        let small =
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
        for (index, word) in small.split(separator: " ").enumerated() { values[String(word)] = index + 1 }
        for (index, word) in "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ").enumerated() {
            values[String(word)] = 20 + 10 * index
        }
        for (index, word) in "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(separator: " ")
            .enumerated()
        {
            values[String(word)] = index + 2
        }
        for (index, word) in "vingt trente quarante cinquante".split(separator: " ").enumerated() { values[String(word)] = 20 + 10 * index }
        return WordMap(values.map { (TextBytes.hash($0.key), $0.value) })
    }()
}
