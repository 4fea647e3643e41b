extension QueryParser {
    /// Words that announce a number: they tell neither document nor subject.
    private static let units: [StaticString] = [
        "section", "sections", "s", "ss", "sec", "article", "art", "clause", "cl", "paragraph", "para", "regulation", "reg", "rule",
        "point", "item", "subsection", "subparagraph", "schedule", "part", "chapter", "title", "annex", "of", "the",
    ]

    /// The provision that the query names: a number with brackets, a number after a unit ("section 12"), or a number alone.
    func citation(in items: [QueryItem]) -> CitedNumber? {
        var number: [UInt8]?
        var words: [[UInt8]] = []
        var afterUnit = false
        var isCertain = false
        for item in items {
            guard case .part(let part) = item, !part.isExcluded, !part.isQuoted, part.field == nil, part.ending == .none else { return nil }
            let tokens = Tokenizer.tokens(of: part.text, folding: folding)
            if number == nil || isBracketed(part.text), let found = normalNumber(part.text) {
                // "12 (3) (a)": brackets that stand apart belong to the number before them.
                number = (number ?? []) + found
                isCertain = isCertain || isBracketed(part.text) || afterUnit || items.count == 1
                continue
            }
            afterUnit = false
            for token in tokens {
                if Self.units.contains(where: { equal($0, token.term) }) { afterUnit = true } else { words.append(token.term) }
            }
            if tokens.isEmpty, part.text == [0xC2, 0xA7] { afterUnit = true }
        }
        guard isCertain, let number else { return nil }
        return CitedNumber(number: number, words: words)
    }

    private func isBracketed(_ text: [UInt8]) -> Bool { text.contains(0x28) && text.contains(0x29) }

    private func equal(_ word: StaticString, _ bytes: [UInt8]) -> Bool {
        guard word.utf8CodeUnitCount == bytes.count else { return false }
        // SAFETY: the string's bytes are static, and the counts are equal.
        for at in 0..<bytes.count where unsafe word.utf8Start[at] != bytes[at] { return false }
        return true
    }
}

/// A provision's number as the index holds it ("12(3)(a)", "3.2", "42-3141.02(b)(1)"), nil where the text is no number:
/// small letters, no spaces, no full stop at the end, no section sign.
package func normalNumber(_ text: [UInt8]) -> [UInt8]? {
    var number: [UInt8] = []
    var digits = 0
    for byte in text {
        switch byte {
        case 0x30...0x39:
            digits += 1
            number.append(byte)
        case 0x41...0x5A: number.append(byte + 32)
        case 0x61...0x7A, 0x28, 0x29, 0x2D, 0x2E, 0x2F: number.append(byte)
        case 0x20, 0xC2, 0xA7, 0xA0, 0x2C, 0x3A, 0x3B: continue
        default: return nil
        }
    }
    while let last = number.last, last == 0x2E || last == 0x2D { number.removeLast() }
    let isBracket = number.first == 0x28 && number.last == 0x29 && number.count > 2
    guard number.count <= 40, isBracket || digits > 0 && isNumberStart(number) else { return nil }
    return number
}

/// A number starts with a digit, or with one or two letters before a digit ("A12", "s12" no longer).
private func isNumberStart(_ number: [UInt8]) -> Bool {
    for (place, byte) in number.enumerated() {
        if (0x30...0x39).contains(byte) { return true }
        if place >= 2 || byte == 0x2D || byte == 0x2E { return false }
    }
    return false
}
