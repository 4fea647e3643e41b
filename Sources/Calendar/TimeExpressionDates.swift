import Language
package import LegalText

/// Dates in running text, at the precision the text has.
extension TimeScanner {
    /// "1 April 2002", "April 2002", "the first day of April, 2002", "2002-04-01", "by 2010" (the year only).
    package func date(at index: Int) -> (date: PartialDate, next: Int)? {
        guard let first = token(index) else { return nil }
        if first.kind == .number || first.is(.ordinal) || first.is(.number) { return numeric(index) ?? dayFirst(index) }
        if first.word == .the || first.word == .le || first.word == .this { return dayFirst(index + 1) }
        if first.is(.month), first.isCapital || first.is(.french) || (first.upper - first.lower > 3 && !first.is(.modal)) {
            return monthFirst(index)
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
        if word(at) == .day { at += 1 }
        if word(at) == .of { at += 1 }
        guard let month = month(at) else { return nil }
        at += 1
        if word(at) == .fullStop, token(at)?.isSpaced == false { at += 1 }
        if word(at) == .comma { at += 1 }
        if word(at) == .in || word(at) == .of { at += 1 }
        guard let year = yearNumber(at), day <= PartialDate.days(inMonth: month, year: year.value) else { return nil }
        return (PartialDate(year: year.value, month: month, day: day), year.next)
    }

    private func monthFirst(_ index: Int) -> (date: PartialDate, next: Int)? {
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

    /// "2002-04-01"; "31/12/2005" and "12/31/05", where only one reading makes a date.
    private func numeric(_ index: Int) -> (date: PartialDate, next: Int)? {
        guard let first = token(index), let a = text.value(first), let mark = token(index + 1), !mark.isSpaced,
            mark.word == .slash || mark.word == .dash || mark.word == .fullStop, let second = token(index + 2), let b = text.value(second),
            !second.isSpaced,
            word(index + 3) == mark.word, let third = token(index + 4), let c = text.value(third), !third.isSpaced,
            token(index + 3)?.isSpaced == false
        else { return nil }
        func made(_ year: Int, _ month: Int, _ day: Int) -> (date: PartialDate, next: Int)? {
            guard (1...12).contains(month), (1000...2999).contains(year), (1...PartialDate.days(inMonth: month, year: year)).contains(day)
            else { return nil }
            return (PartialDate(year: year, month: month, day: day), index + 5)
        }
        if first.upper - first.lower == 4 { return made(a, b, c) }
        let digits = third.upper - third.lower
        let year = digits == 4 ? c : digits == 2 ? (c < 70 ? 2000 + c : 1900 + c) : 0
        if a > 12 || a == b { return made(year, b, a) }
        return b > 12 ? made(year, a, b) : nil
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
