import Language
package import LegalText

/// Dates in running text, at the precision the text has.
extension TimeScanner {
    /// "1 April 2002", "April 2002", "the first day of April, 2002", "2002-04-01", "by 2010" (the year only).
    package func date(at index: Int) -> (date: PartialDate, next: Int)? {
        guard let first = token(index) else { return nil }
        if first.kind == .number || first.is(.ordinal) || first.is(.number), let found = numeric(index) ?? dayFirst(index) { return found }
        if first.word == .the || first.word == .le || first.word == .this { return dayFirst(index + 1) }
        if first.is(.month), first.isCapital || first.is(.french) || (first.upper - first.lower > 3 && !first.is(.modal)) {
            return monthName(index)
        }
        return nil
    }

    /// A bare year, after a preposition that a year follows.
    package func year(at index: Int) -> (date: PartialDate, next: Int)? {
        switch word(index) {
        case .in, .by, .since, .until, .before, .after, .from, .during: break
        default: return nil
        }
        guard let year = yearNumber(index + 1) else { return nil }
        return (PartialDate(year: year.value), year.next)
    }

    private func dayFirst(_ index: Int) -> (date: PartialDate, next: Int)? {
        guard let first = token(index) else { return nil }
        let day: Int
        var at = index + 1
        if let ordinal = NumberWords.ordinal(text, first) {
            day = ordinal
        } else if let number = text.value(first) {
            day = number
        } else if let number = NumberWords.simple(text, first) {
            day = number
        } else {
            return nil
        }
        guard (1...31).contains(day) else { return nil }
        // "1 st day", "24t h day", as superscripts are parted.
        if let ending = token(at), ending.kind == .word, first.kind == .number || first.is(.ordinal) && first.kind == .word,
            Self.ordinalEndings.contains(TextBytes.hash(ending.lower, ending.upper, in: text.bytes))
        {
            at += 1
        }
        if word(at) == .day { at += 1 }
        if word(at) == .of { at += 1 }
        // "the first day of the month of May".
        if word(at) == .the { at += 1 }
        if word(at) == .month, word(at + 1) == .of { at += 2 }
        guard let month = month(at) else { return nil }
        at += 1
        if word(at) == .fullStop, token(at)?.isSpaced == false { at += 1 }
        if word(at) == .comma { at += 1 }
        if word(at) == .in || word(at) == .of { at += 1 }
        guard let year = yearNumber(at), day <= PartialDate.days(inMonth: month, year: year.value) else { return nil }
        return (PartialDate(year: year.value, month: month, day: day), year.next)
    }

    private static let ordinalEndings = TextBytes.hashes("st nd rd th t d h")

    private func monthName(_ index: Int) -> (date: PartialDate, next: Int)? {
        guard let month = month(index) else { return nil }
        var at = index + 1
        if word(at) == .fullStop, token(at)?.isSpaced == false { at += 1 }
        if let token = token(at), let day = text.value(token) ?? NumberWords.ordinal(text, token), (1...31).contains(day) {
            var after = at + 1
            if word(after) == .comma { after += 1 }
            if let year = yearNumber(after), day <= PartialDate.days(inMonth: month, year: year.value) {
                return (PartialDate(year: year.value, month: month, day: day), year.next)
            }
        }
        if word(at) == .comma { at += 1 }
        if word(at) == .of { at += 1 }
        guard let year = yearNumber(at) else { return nil }
        return (PartialDate(year: year.value, month: month), year.next)
    }

    /// "2002-04-01"; "31/12/2005" and "12/31/05", where only one reading makes a date or the text is known to put the month first.
    private func numeric(_ index: Int) -> (date: PartialDate, next: Int)? {
        guard let first = token(index), first.kind == .number else { return nil }
        if first.upper - first.lower >= 8, let parts = dotted(first) {
            return figures(parts.0, parts.1, parts.2, digits: 4).map { ($0, index + 1) }
        }
        guard let a = text.value(first), let mark = token(index + 1), !mark.isSpaced,
            mark.word == .slash || mark.word == .dash || mark.word == .fullStop, let second = token(index + 2), let b = text.value(second),
            !second.isSpaced,
            word(index + 3) == mark.word, let third = token(index + 4), let c = text.value(third), !third.isSpaced,
            token(index + 3)?.isSpaced == false
        else { return nil }
        if first.upper - first.lower == 4 { return Self.made(a, b, c).map { ($0, index + 5) } }
        return figures(a, b, c, digits: Int(third.upper - third.lower)).map { ($0, index + 5) }
    }

    /// Day and month in either order, then a year of two or four digits.
    private func figures(_ a: Int, _ b: Int, _ c: Int, digits: Int) -> PartialDate? {
        let year = digits == 4 ? c : digits == 2 ? (c < 70 ? 2000 + c : 1900 + c) : 0
        if a > 12 || a == b { return Self.made(year, b, a) }
        return b > 12 || monthFirst ? Self.made(year, a, b) : nil
    }

    private static func made(_ year: Int, _ month: Int, _ day: Int) -> PartialDate? {
        guard (1...12).contains(month), (1000...2999).contains(year), (1...PartialDate.days(inMonth: month, year: year)).contains(day)
        else { return nil }
        return PartialDate(year: year, month: month, day: day)
    }

    /// "31.12.2005" is one token.
    private func dotted(_ token: Token) -> (Int, Int, Int)? {
        let parts = text.bytes[token.lower..<token.upper].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 else { return nil }
        var values = [0, 0, 0]
        for (place, part) in parts.enumerated() {
            for byte in part {
                guard TextBytes.isDigit(byte) else { return nil }
                values[place] = values[place] * 10 + Int(byte - 0x30)
            }
        }
        return (values[0], values[1], values[2])
    }

    func month(_ index: Int) -> Int? {
        guard let token = token(index), token.is(.month) else { return nil }
        let bytes = text.bytes[token.lower..<token.upper].map { $0 | 0x20 }
        return Self.months.first { bytes.starts(with: $0.start) }?.number
    }

    private static let months: [(start: [UInt8], number: Int)] = [
        ("jan", 1), ("feb", 2), ("fév", 2), ("mar", 3), ("apr", 4), ("avr", 4), ("may", 5), ("mai", 5), ("juin", 6), ("juil", 7),
        ("jun", 6), ("jul", 7),
        ("aug", 8), ("aoû", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12), ("déc", 12),
    ].map { (Array($0.0.utf8).map { $0 | 0x20 }, $0.1) }

    /// "2002", "two thousand and two", "nineteen ninety-nine".
    private func yearNumber(_ index: Int) -> (value: Int, next: Int)? {
        guard let first = token(index) else { return nil }
        if first.kind == .number {
            guard first.upper - first.lower == 4, let value = text.value(first), (1000...2999).contains(value) else { return nil }
            return (value, index + 1)
        }
        guard first.is(.number), let number = NumberWords.read(text, at: index, limit: limit) else { return nil }
        if (1000...2999).contains(number.value) { return (number.value, number.next) }
        if (17...20).contains(number.value), let rest = NumberWords.read(text, at: number.next, limit: limit),
            (10...99).contains(rest.value)
        {
            return (number.value * 100 + rest.value, rest.next)
        }
        return nil
    }
}
