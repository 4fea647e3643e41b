import Language

/// The words that stand before a number in a label, and numbers in words.
enum LabelWord {
    struct Match {
        var shape: LabelShape
        var end: Int
        /// The section sign, which needs no space behind it.
        var isSign = false
        /// In capitals.
        var isShouted = false
    }

    /// The label word that begins at `index`, in any case.
    static func match(_ bytes: [UInt8], at index: Int) -> Match? {
        if bytes[index] == 0xC2 {
            return index + 1 < bytes.count && bytes[index + 1] == 0xA7
                ? Match(shape: .section, end: index + 2, isSign: true, isShouted: true) : nil
        }
        var end = index
        while end < bytes.count, bytes[end].isLetter, end - index < 12 { end += 1 }
        let length = end - index
        guard length >= 4, length < 12, bytes[index].isUpper, let shape = words[TextBytes.hash(index, end, in: bytes)] else { return nil }
        return Match(shape: shape, end: end, isShouted: bytes[end - 1].isUpper)
    }

    /// The value of "one" ... "twenty" or "first" ... "tenth", in any case.
    static func ordinal(_ letters: ArraySlice<UInt8>) -> Int? {
        guard (3...11).contains(letters.count) else { return nil }
        for (list) in [cardinals, ordinals] {
            for (index, word) in list.enumerated()
            where word.count == letters.count && zip(word, letters).allSatisfy({ $0 == $1 | 0x20 }) {
                return index + 1
            }
        }
        return nil
    }

    private static let words: WordMap<LabelShape> = {
        let named: [(String, LabelShape)] = [
            ("article", .article), ("artikel", .article), ("section", .section), ("clause", .clause), ("part", .part), ("partie", .part),
            ("chapter", .chapter), ("chapitre", .chapter), ("title", .title), ("titre", .title), ("division", .division),
            ("subpart", .division), ("schedule", .schedule), ("annex", .schedule), ("annexe", .schedule), ("appendix", .schedule),
            ("exhibit", .schedule), ("attachment", .schedule),
        ]
        return WordMap(named.map { (TextBytes.hash($0.0), $0.1) })
    }()

    private static let cardinals = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ].map { Array($0.utf8) }

    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ].map { Array($0.utf8) }
}

extension LabelReading {
    /// "42-3141.05": a code's section number; only its last group counts, what stands before it is kept as a hash.
    static func codeSection(_ token: ArraySlice<UInt8>) -> LabelReading? {
        guard let first = token.first, first.isDigit else { return nil }
        let cut = token.lastIndex { !$0.isDigit && !$0.isLetter } ?? token.startIndex
        var value = 0
        for byte in token[cut...] where byte.isDigit { value = min(value &* 10 &+ Int(byte - 0x30), 99_999) }
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in token[..<cut] { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        return LabelReading(shape: .section, numbering: .arabic, value: Int32(value), last: Int32(value), prefix: hash)
    }
}
