import Language
import LegalText

/// On which day or in which month it recurs: "on the first day of each month", "on the last business day of every quarter", "each June",
/// "in March each year", "every Monday".
extension TimeScanner {
    func recurringDay(at index: Int) -> (recurrence: Recurrence, next: Int)? {
        switch word(index) {
        case .each, .every: named(index, from: index)
        case .on:
            if word(index + 1) == .each || word(index + 1) == .every { named(index, from: index + 1) } else { numbered(index) }
        case .in: monthly(index)
        case .at: edge(index)
        default: nil
        }
    }

    /// "in March each year", "in June of every year".
    private func monthly(_ start: Int) -> (recurrence: Recurrence, next: Int)? {
        guard let month = month(start + 1) else { return nil }
        let every = word(start + 2) == .of ? start + 3 : start + 2
        guard word(every) == .each || word(every) == .every, let period = unit(at: every + 1), period.unit == .year, period.every == 1
        else { return nil }
        return recurrence(start, (1, .year, 1, period.next), rule: "FREQ=YEARLY;BYMONTH=\(month)")
    }

    /// "at the end of each financial year", "at the beginning of every quarter".
    private func edge(_ start: Int) -> (recurrence: Recurrence, next: Int)? {
        guard word(start + 1) == .the, let edge = token(start + 2), word(start + 3) == .of,
            word(start + 4) == .each || word(start + 4) == .every, let period = unit(at: start + 5)
        else { return nil }
        let name = TextBytes.hash(edge.lower, edge.upper, in: text.bytes)
        let isEnd = Self.ends.contains(name)
        guard isEnd || Self.starts.contains(name) else { return nil }
        let rule = Self.rule(1, period.unit, period.every)
        let isMonthly = period.unit == .month && period.every == 1
        return recurrence(
            start, (1, period.unit, period.every, period.next),
            rule: rule.map { isMonthly ? $0 + ";BYMONTHDAY=" + (isEnd ? "-1" : "1") : $0 })
    }

    private static let ends = TextBytes.hashes("end close conclusion")
    private static let starts = TextBytes.hashes("start beginning commencement")

    /// "each June", "every Monday".
    private func named(_ start: Int, from index: Int) -> (recurrence: Recurrence, next: Int)? {
        guard let name = token(index + 1), name.isCapital else { return nil }
        if let month = month(index + 1) {
            return recurrence(start, (1, .year, 1, index + 2), rule: "FREQ=YEARLY;BYMONTH=\(month)")
        }
        return weekday(name).flatMap { recurrence(start, (1, .week, 1, index + 2), rule: "FREQ=WEEKLY;BYDAY=\($0)") }
    }

    /// "on the 15th of each month", "on the last day of every calendar quarter".
    private func numbered(_ start: Int) -> (recurrence: Recurrence, next: Int)? {
        guard word(start + 1) == .the, let ordinal = token(start + 2) else { return nil }
        let isLast = word(start + 2) == .last
        guard let day = isLast ? -1 : text.value(ordinal) ?? NumberWords.ordinal(text, ordinal), (-1...31).contains(day), day != 0 else {
            return nil
        }
        var at = start + 3
        var rule = "BYMONTHDAY=\(day)"
        var isPlain = true
        if let name = token(at), name.isCapital, let weekday = weekday(name) {
            (rule, at) = ("BYDAY=\(day)\(weekday)", at + 1)
        } else {
            if word(at) == .business || word(at) == .working {
                isPlain = false
                at += 1
            }
            if word(at) == .day { at += 1 }
        }
        guard word(at) == .of, word(at + 1) == .each || word(at + 1) == .every, let period = unit(at: at + 2) else { return nil }
        let basic = Self.rule(1, period.unit, period.every)
        let isMonthly = period.unit == .month && period.every == 1
        return recurrence(
            start, (1, period.unit, period.every, period.next), rule: basic.map { isPlain && isMonthly ? $0 + ";" + rule : $0 })
    }

    private func weekday(_ token: Token) -> Substring? {
        let bytes = text.bytes[token.lower..<token.upper]
        guard let place = Self.weekdays.firstIndex(where: { bytes.elementsEqual($0.utf8) || bytes.elementsEqual(($0 + "s").utf8) }) else {
            return nil
        }
        return Self.weekdays[place].uppercased().prefix(2)
    }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
