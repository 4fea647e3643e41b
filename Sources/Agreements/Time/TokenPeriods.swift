import LegalText

/// Lengths of time at a place in the text: "thirty (30) days", "two (2)-year", "a period of one year", "twelve-month".
enum TokenPeriods {
    private static let unitWords: [UInt32: Period.Unit] = [
        WordHash.of("day"): .day, WordHash.of("days"): .day, WordHash.of("week"): .week, WordHash.of("weeks"): .week,
        WordHash.of("month"): .month, WordHash.of("months"): .month, WordHash.of("year"): .year, WordHash.of("years"): .year,
        WordHash.of("anniversary"): .year,
    ]
    /// Words that may stand between the number and its unit.
    private static let fillers = WordSet(
        "additional successive consecutive calendar further full subsequent separate contract annual renewal new extra more")
    private static let business = WordSet("business working")
    private static let marks = WordSet("- ) ( ' ’ –")

    static func period(_ text: AgreementText, at start: Int) -> (value: Period, end: Int)? {
        guard let (count, afterNumber) = NumberWords.cardinal(text, at: start), count > 0 else { return nil }
        var at = NumberWords.afterBracket(text, at: afterNumber)
        var inBusiness = false
        for _ in 0..<3 {
            if text.has(at, marks) && !text.isMark(at, "(") || text.has(at, fillers) { at += 1 }
            if text.has(at, business) { inBusiness = true; at += 1 }
        }
        guard text.tokens.indices.contains(at), let unit = unitWords[text.tokens[at].hash], unit != .year || !isAnniversary(text, at) else {
            return nil
        }
        return (Period(count, unit == .day && inBusiness ? .businessDay : unit), at + 1)
    }

    /// The first period that begins in `range`.
    static func first(_ text: AgreementText, in range: Range<Int>) -> (value: Period, range: Range<Int>)? {
        for index in range.clamped(to: text.tokens.indices) {
            if let (value, end) = period(text, at: index), end <= range.upperBound + 2 { return (value, index..<end) }
        }
        return nil
    }

    static func all(_ text: AgreementText, in range: Range<Int>) -> [(value: Period, range: Range<Int>)] {
        var found: [(value: Period, range: Range<Int>)] = []
        var at = range.lowerBound
        while let next = first(text, in: text.window(at, range.upperBound)), next.range.upperBound > at {
            found.append(next)
            at = next.range.upperBound
            if at >= range.upperBound { break }
        }
        return found
    }

    private static func isAnniversary(_ text: AgreementText, _ index: Int) -> Bool { text.isWord(index, WordHash.of("anniversary")) }
}

extension PartialDate {
    /// This date and a period later; nil below the precision it has (a month-precision date plus days), or beyond year 9999.
    func adding(_ period: Period, times: Int = 1) -> PartialDate? {
        let count = period.count * times
        guard (-120_000...120_000).contains(count) else { return nil }
        switch period.unit {
        case .year: return adding(months: 12 * count)
        case .month: return adding(months: count)
        case .week: return adding(days: 7 * count)
        case .day: return adding(days: count)
        case .businessDay: return nil
        }
    }

    private func adding(months: Int) -> PartialDate? {
        guard let month else { return months % 12 == 0 ? PartialDate(year: year + months / 12) : nil }
        let total = year * 12 + month - 1 + months
        guard total >= 0, total / 12 <= 9999 else { return nil }
        let newMonth = total % 12 + 1
        return PartialDate(
            year: total / 12, month: newMonth, day: day.map { min($0, PartialDate.days(inMonth: newMonth, year: total / 12)) })
    }

    private func adding(days: Int) -> PartialDate? {
        guard let month, let day else { return nil }
        var result = (year: year, month: month, day: day + days)
        while result.day > PartialDate.days(inMonth: result.month, year: result.year) {
            result.day -= PartialDate.days(inMonth: result.month, year: result.year)
            result.month += 1
            if result.month > 12 { (result.year, result.month) = (result.year + 1, 1) }
            if result.year > 9999 { return nil }
        }
        while result.day < 1 {
            result.month -= 1
            if result.month < 1 { (result.year, result.month) = (result.year - 1, 12) }
            if result.year < 0 { return nil }
            result.day += PartialDate.days(inMonth: result.month, year: result.year)
        }
        return PartialDate(year: result.year, month: result.month, day: result.day)
    }
}
