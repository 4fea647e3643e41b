/// A label at the beginning of a line: "1.", "(a)", "iv)", and what it may count as.
struct Enumerator {
    struct Style: Hashable {
        enum Numerals { case arabic, lower, upper, lowerRoman, upperRoman }
        var numerals: Numerals
        /// The bytes before and behind; 0 for none.
        var opening: UInt8
        var closing: UInt8
    }

    struct Candidate {
        var style: Style
        var ordinal: Int
    }

    /// Where the words behind it begin.
    var end: Int
    /// "i" is the ninth letter or the first Roman number: the more usual reading comes first.
    var candidates: [Candidate]

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
        let candidates = numbers(bytes[start..<index]).map {
            Candidate(style: Style(numerals: $0.0, opening: opening, closing: closing), ordinal: $0.1)
        }
        return candidates.isEmpty ? nil : Enumerator(end: end, candidates: candidates)
    }

    private static func numbers(_ word: ArraySlice<UInt8>) -> [(Style.Numerals, Int)] {
        guard let first = word.first else { return [] }
        if (0x30...0x39).contains(first) {
            guard word.count <= 3, word.allSatisfy({ (0x30...0x39).contains($0) }) else { return [] }
            return [(.arabic, word.reduce(0) { $0 * 10 + Int($1 - 0x30) })]
        }
        let isUpper = first < 0x61
        guard word.allSatisfy({ (0x41...0x5A).contains($0) == isUpper && !(0x30...0x39).contains($0) }) else { return [] }
        var result: [(Style.Numerals, Int)] = []
        if let roman = roman(word) { result.append((isUpper ? .upperRoman : .lowerRoman, roman)) }
        if word.count == 1 { result.append((isUpper ? .upper : .lower, Int((first | 0x20) - 0x60))) }
        // aa, bb: after z.
        if word.count == 2, word.allSatisfy({ $0 == first }) { result.append((isUpper ? .upper : .lower, Int((first | 0x20) - 0x60) + 26)) }
        return result
    }

    private static func roman(_ word: ArraySlice<UInt8>) -> Int? {
        var total = 0
        var before = 0
        for byte in word.reversed() {
            let value: Int
            switch byte | 0x20 {
            case UInt8(ascii: "i"): value = 1
            case UInt8(ascii: "v"): value = 5
            case UInt8(ascii: "x"): value = 10
            case UInt8(ascii: "l"): value = 50
            case UInt8(ascii: "c"): value = 100
            default: return nil
            }
            total += value < before ? -value : value
            before = max(before, value)
        }
        // Only what a Roman would write.
        return total > 0 && ListNumbering.numeral(total, "roman") == String(decoding: word.map { $0 | 0x20 }, as: UTF8.self) ? total : nil
    }
}
