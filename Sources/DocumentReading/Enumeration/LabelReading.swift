/// How a label counts: the sequence its value belongs to.
enum Numbering: UInt8 {
    case arabic, lowerAlpha, upperAlpha, lowerRoman, upperRoman, doubleLower, doubleUpper
    /// "8.1", "8.1.2": the last component counts, the ones before it name the parent.
    case decimal
}

/// What surrounds a label's value on the page, or the word before it.
enum LabelShape: UInt8 {
    /// "(a)", "a)", "5." and "5".
    case brackets, closing, dotted, bare
    // Words, outermost first.
    case schedule, title, part, chapter, division, article, section, clause

    /// True for what groups sections and holds no rule of its own.
    var isContainer: Bool { rawValue >= LabelShape.schedule.rawValue && rawValue <= LabelShape.division.rawValue }
    var isWord: Bool { rawValue >= LabelShape.schedule.rawValue }
}

/// One way to read a label: "(i)" is the ninth letter or the first Roman number; only the sequence tells which.
struct LabelReading {
    var shape: LabelShape
    var numbering: Numbering
    var value: Int32
    /// The last value, where the label covers several ("14 to 25").
    var last: Int32
    /// What was inserted behind the value: the A of "10A", the 1 of "(c.1)"; 0 for none.
    var inserted = 0
    /// The components before the last one of a decimal number, 16 bits each.
    var prefix: UInt64 = 0
    /// How many components a decimal number has.
    var depth: UInt8 = 1

    /// Two labels with the same style can follow each other in one list. The full stop behind a number comes and goes.
    var style: UInt16 {
        UInt16(shape == .bare ? LabelShape.dotted.rawValue : shape.rawValue) << 8 | UInt16(numbering.rawValue) << 4 | UInt16(depth & 15)
    }

    /// All components of the number as one word, so that a child's prefix can be compared with its parent.
    var components: UInt64 { prefix << 16 | UInt64(UInt16(truncatingIfNeeded: value)) }

    var isBracketed: Bool { shape == .brackets || shape == .closing }

    var isFirst: Bool { value == 1 && inserted == 0 }
}

extension LabelReading {
    /// The readings of a label's inner part ("10A", "c.1", "iv", "8.1.2"); none when it is no number at all.
    static func readings(of token: ArraySlice<UInt8>, shape: LabelShape) -> [LabelReading] {
        guard let first = token.first, token.count <= 16 else { return [] }
        var readings: [LabelReading] = []
        func add(_ numbering: Numbering, _ value: Int, _ inserted: Int = 0) {
            let value = Int32(clamping: value)
            readings.append(LabelReading(shape: shape, numbering: numbering, value: value, last: value, inserted: inserted))
        }
        if first.isDigit {
            var main = 0
            var rest = token
            while let byte = rest.first, byte.isDigit {
                main = main &* 10 &+ Int(byte - 0x30)
                rest = rest.dropFirst()
                if main > 99_999 { return [] }
            }
            if rest.isEmpty {
                add(.arabic, main)
            } else if let inserted = insertion(rest) {
                add(.arabic, main, inserted)
                if shape != .brackets, let decimal = decimal(token, shape: shape) { readings.append(decimal) }
            } else if let decimal = decimal(token, shape: shape) {
                readings.append(decimal)
            }
            return readings
        }
        // Letters: everything up to a hyphen, a full stop or a digit is the value, the rest an insertion.
        let letters = token.prefix { $0.isLetter }
        let rest = token.dropFirst(letters.count)
        guard !letters.isEmpty, letters.count <= 8 else { return [] }
        var inserted = 0
        if !rest.isEmpty {
            guard let value = insertion(rest) else { return [] }
            inserted = value
        }
        let upper = first.isUpper
        guard letters.allSatisfy({ $0.isUpper == upper }) else { return [] }
        if letters.count == 1 { add(upper ? .upperAlpha : .lowerAlpha, first.alphabetIndex, inserted) }
        if letters.count == 2, letters.first == letters.last {
            add(upper ? .doubleUpper : .doubleLower, first.alphabetIndex, inserted)
        }
        if let roman = RomanNumber.value(letters), roman < 400 { add(upper ? .upperRoman : .lowerRoman, roman, inserted) }
        return readings
    }

    private static func decimal(_ token: ArraySlice<UInt8>, shape: LabelShape) -> LabelReading? {
        var prefix: UInt64 = 0
        var depth: UInt8 = 1
        var current = 0
        var digits = 0
        for byte in token {
            if byte.isDigit {
                current = current &* 10 &+ Int(byte - 0x30)
                digits += 1
                if current > 9999 { return nil }
            } else if byte == 0x2E, digits > 0, depth < 5 {
                prefix = prefix << 16 | UInt64(UInt16(truncatingIfNeeded: current))
                depth += 1
                current = 0
                digits = 0
            } else {
                return nil
            }
        }
        guard digits > 0, depth > 1 else { return nil }
        let value = Int32(current)
        return LabelReading(shape: .dotted, numbering: .decimal, value: value, last: value, prefix: prefix, depth: depth)
    }

    /// "A.1": A is the first component, counted in the alphabet.
    static func lettered(_ token: ArraySlice<UInt8>) -> LabelReading? {
        guard let first = token.first, first.isLetter else { return nil }
        return decimal(ArraySlice(Array(String(first.alphabetIndex).utf8) + token.dropFirst()), shape: .dotted)
    }

    /// ".1", "-1", "A", "bis", "A-i": a number that grows in the order in which insertions stand.
    private static func insertion(_ rest: ArraySlice<UInt8>) -> Int? {
        var value = 0
        var parts = 0
        var index = rest.startIndex
        while index < rest.endIndex {
            let point = rest[index] == 0x2E
            if point || rest[index] == 0x2D { index += 1 }
            guard index < rest.endIndex, parts < 2 else { return nil }
            var part = 0
            let start = index
            if rest[index].isDigit {
                while index < rest.endIndex, rest[index].isDigit, index - start < 3 {
                    part = part * 10 + Int(rest[index] - 0x30)
                    index += 1
                }
                // "38.031", "38.04" and "38.1" stand in this order: a decimal fraction.
                if point { part *= index - start == 1 ? 100 : index - start == 2 ? 10 : 1 }
            } else if rest[index].isLetter {
                while index < rest.endIndex, rest[index].isLetter { index += 1 }
                let word = rest[start..<index]
                if let latin = latinOrdinals.firstIndex(where: { word.elementsEqual($0.utf8) }) {
                    part = latin + 2
                } else if word.count > 1, let roman = RomanNumber.value(word) {
                    part = roman
                } else if word.count <= 2 {
                    part = word.reduce(0) { $0 * 26 + $1.alphabetIndex }
                } else {
                    return nil
                }
            } else {
                return nil
            }
            value = value * 100_000 + part
            parts += 1
        }
        return parts == 1 ? value * 100_000 : value
    }

    private static let latinOrdinals = ["bis", "ter", "quater", "quinquies", "sexies", "septies"]
}
