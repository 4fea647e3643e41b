/// Numbers as agreements write them: "thirty (30)", "twenty-four", "12", "third (3rd)".
enum NumberWords {
    private static let units: [UInt32: Int] = table([
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ])
    private static let ordinals: [UInt32: Int] = table([
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first",
    ])
    private static let tens: [UInt32: Int] = [
        WordHash.of("twenty"): 20, WordHash.of("thirty"): 30, WordHash.of("forty"): 40, WordHash.of("fifty"): 50, WordHash.of("sixty"): 60,
        WordHash.of("seventy"): 70, WordHash.of("eighty"): 80, WordHash.of("ninety"): 90,
    ]
    private static let hundred = WordHash.of("hundred")

    private static func table(_ words: [String]) -> [UInt32: Int] {
        Dictionary(uniqueKeysWithValues: words.enumerated().map { (WordHash.of($1), $0 + 1) })
    }

    /// A whole number at token `start`; a figure in brackets after the words is the number.
    static func cardinal(_ text: AgreementText, at start: Int) -> (value: Int, end: Int)? {
        guard let (value, end) = spelled(text, at: start) ?? figure(text, at: start) else { return nil }
        return bracketed(text, at: end).map { ($0.value, $0.end) } ?? (value, end)
    }

    /// "fifth", "5th", "fifteenth (15th)".
    static func ordinal(_ text: AgreementText, at start: Int) -> (value: Int, end: Int)? {
        guard text.tokens.indices.contains(start) else { return nil }
        if let value = ordinals[text.tokens[start].hash] {
            let closing = text.isMark(start + 1, "(") ? (start + 2...start + 5).first { text.isMark($0, ")") } : nil
            return (value, closing.map { $0 + 1 } ?? start + 1)
        }
        if let (value, end) = figure(text, at: start), text.has(end, ordinalEndings), text.touchesPrevious(end) { return (value, end + 1) }
        return nil
    }

    static let ordinalEndings = WordSet("st nd rd th")

    /// A number in figures, below one million.
    static func figure(_ text: AgreementText, at index: Int) -> (value: Int, end: Int)? {
        guard text.tokens.indices.contains(index), text.tokens[index].isNumber else { return nil }
        let token = text.tokens[index]
        guard token.end - token.start <= 6 else { return nil }
        var value = 0
        for byte in text.bytes[Int(token.start)..<Int(token.end)] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return (value, index + 1)
    }

    private static func spelled(_ text: AgreementText, at start: Int) -> (value: Int, end: Int)? {
        guard text.tokens.indices.contains(start) else { return nil }
        let hash = text.tokens[start].hash
        if let unit = units[hash] {
            guard text.isWord(start + 1, hundred) else { return (unit, start + 1) }
            let next = text.isWord(start + 2, WordHash.of("and")) ? start + 3 : start + 2
            if let (rest, end) = spelled(text, at: next), rest < 100 { return (unit * 100 + rest, end) }
            return (unit * 100, start + 2)
        }
        guard let ten = tens[hash] else { return nil }
        let next = text.isMark(start + 1, "-") ? start + 2 : start + 1
        if text.tokens.indices.contains(next), let unit = units[text.tokens[next].hash], unit < 10 { return (ten + unit, next + 1) }
        return (ten, start + 1)
    }

    /// "(30)"; "(I)" and "(l)" are misread ones, as scans have them.
    private static func bracketed(_ text: AgreementText, at open: Int) -> (value: Int, end: Int)? {
        guard text.isMark(open, "("), text.isMark(open + 2, ")"), let (value, _) = figure(text, at: open + 1) else { return nil }
        return (value, open + 3)
    }

    /// The end of any short bracket at `open` ("(I)", "(30)"), or `open`.
    static func afterBracket(_ text: AgreementText, at open: Int) -> Int {
        text.isMark(open, "(") && text.isMark(open + 2, ")") ? open + 3 : open
    }
}
