/// A label at the beginning of a line: "1.", "(a)", "iv)", and what it may count as.
struct Enumerator {
    struct Style: Hashable {
        enum Numerals { case arabic, lower, upper, lowerRoman, upperRoman }
        var numerals: Numerals
        /// The bytes before and behind; 0 for none.
        var opening: UInt8
        var closing: UInt8
    }

    /// Where the words behind it begin.
    var end: Int
    private var opening: UInt8
    private var closing: UInt8
    /// "i" is the first Roman number or the ninth letter: the more usual reading comes first.
    private var usual: (numerals: Style.Numerals, ordinal: Int)
    private var other: (numerals: Style.Numerals, ordinal: Int)?

    /// Its number in a list of this style; nil when it cannot stand in one.
    func ordinal(in style: Style) -> Int? {
        guard style.opening == opening, style.closing == closing else { return nil }
        if usual.numerals == style.numerals { return usual.ordinal }
        return other?.numerals == style.numerals ? other?.ordinal : nil
    }

    /// The style of the list that it begins; nil when it is not the first of any.
    var beginning: Style? {
        if usual.ordinal == 1 { return Style(numerals: usual.numerals, opening: opening, closing: closing) }
        guard let other, other.ordinal == 1 else { return nil }
        return Style(numerals: other.numerals, opening: opening, closing: closing)
    }

    /// nil when the range does not begin with one.
    static func read(_ bytes: [UInt8], _ range: Range<Int>) -> Enumerator? {
        var index = range.lowerBound
        guard index < range.upperBound else { return nil }
        let opening: UInt8 = bytes[index] == UInt8(ascii: "(") ? bytes[index] : 0
        if opening != 0 { index += 1 }
        let start = index
        while index < range.upperBound, index - start < 7, LabelCore.isWord(bytes[index]) { index += 1 }
        guard index > start, index < range.upperBound else { return nil }
        let closing = bytes[index]
        guard closing == UInt8(ascii: ")") || opening == 0 && closing == UInt8(ascii: ".") else { return nil }
        let end = index + 1
        guard end >= range.upperBound || bytes[end] <= 0x20 || bytes[end] >= 0x80 || bytes[end] == UInt8(ascii: "(") else { return nil }
        return Enumerator(end: end, opening: opening, closing: closing, word: bytes[start..<index])
    }

    private init?(end: Int, opening: UInt8, closing: UInt8, word: ArraySlice<UInt8>) {
        guard let first = word.first else { return nil }
        (self.end, self.opening, self.closing) = (end, opening, closing)
        if first.isDigit {
            guard word.count <= 3, word.allSatisfy(\.isDigit) else { return nil }
            usual = (.arabic, word.reduce(0) { $0 * 10 + Int($1 - 0x30) })
            return
        }
        let isUpper = first.isUpper
        guard word.allSatisfy({ $0.isLetter && $0.isUpper == isUpper }) else { return nil }
        var letter: (numerals: Style.Numerals, ordinal: Int)?
        // aa, bb: after z.
        if word.count == 1 || word.count == 2 && word.allSatisfy({ $0 == first }) {
            letter = (isUpper ? .upper : .lower, Int((first | 0x20) - 0x60) + (word.count - 1) * 26)
        }
        if let roman = RomanNumber.value(word), roman < 400 {
            usual = (isUpper ? .upperRoman : .lowerRoman, roman)
            other = letter
        } else if let letter {
            usual = letter
        } else {
            return nil
        }
    }
}
