import Calendar
import KnowledgeBase
import LegalText
import TestSupport
import Testing

/// The rule that a calendar program is given, expanded by a slow twin that walks day by day, against the dates we reckon.
@Suite struct RecurrenceRuleTests {
    /// RFC 5545 for the parts we write: FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYSETPOS=-1, UNTIL.
    private func expand(_ rule: String, from start: PartialDate, to last: Int) -> [PartialDate] {
        let parts = Dictionary(
            uniqueKeysWithValues: rule.split(separator: ";").map { part in
                let sides = part.split(separator: "=")
                return (String(sides[0]), String(sides[1]))
            })
        let interval = parts["INTERVAL"].flatMap(Int.init) ?? 1
        let days = parts["BYMONTHDAY"]?.split(separator: ",").compactMap { Int($0) }
        let until = parts["UNTIL"].map { text in
            PartialDate("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")!.dayNumbers.lowerBound
        }
        let first = start.dayNumbers.lowerBound
        var found: [PartialDate] = []
        for number in first...min(last, until ?? last) {
            let date = PartialDate(dayNumber: number)
            let (month, day) = (date.month!, date.day!)
            let months = (date.year - start.year) * 12 + month - start.month!
            let isDue: Bool
            switch parts["FREQ"] {
            case "DAILY": isDue = (number - first) % interval == 0
            case "WEEKLY": isDue = (number - first) % (7 * interval) == 0
            case "MONTHLY", "YEARLY":
                let isPeriod =
                    parts["FREQ"] == "MONTHLY"
                    ? months % interval == 0
                    : (date.year - start.year) % interval == 0 && month == parts["BYMONTH"].flatMap(Int.init) ?? start.month!
                let allowed = days ?? [start.day!]
                let inMonth = PartialDate.days(inMonth: month, year: date.year)
                let chosen = parts["BYSETPOS"] == "-1" ? [allowed.filter { $0 <= inMonth }.max() ?? 0] : allowed
                isDue = isPeriod && chosen.contains(day)
            default: isDue = false
            }
            if isDue { found.append(date) }
        }
        return found
    }

    @Test func findsTheDatesThatWeReckon() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<120 {
            let start = PartialDate(dayNumber: Int.random(in: -20_000...30_000, using: &random))
            // Month ends and leap days more often than chance would have them.
            let day = [start.day!, 28, 29, 30, 31].randomElement(using: &random)!
            let anchor = PartialDate(
                year: start.year, month: start.month, day: min(day, PartialDate.days(inMonth: start.month!, year: start.year)))
            let unit = [Period.Unit.day, .week, .month, .month, .year, .year].randomElement(using: &random)!
            let period = Period(Int.random(in: 1...14, using: &random), unit)
            let first = try #require(anchor.adding(period))
            let last = first.dayNumbers.lowerBound + 365 * 12
            let until = Bool.random(using: &random) ? PartialDate(dayNumber: first.dayNumbers.lowerBound + 2_000) : nil
            let series = DueSeries(first: first, every: period, day: anchor.day, until: until)
            let reckoned = Occurrences.dates(from: anchor, every: period, within: first.dayNumbers.lowerBound...last, until: until)
            let rule = try #require(series.rule)
            #expect(expand(rule, from: first, to: last) == reckoned.map(\.date), "\(rule) from \(first)")
        }
    }

    @Test(arguments: [
        ("2024-01-31", Period(1, .month), "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"),
        ("2024-02-29", Period(1, .year), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1"),
        ("2002-04", Period(3, .year), "FREQ=YEARLY;INTERVAL=3"), ("2024-03-01", Period(24, .month), "FREQ=YEARLY;INTERVAL=2"),
        ("2024-05-31", Period(1, .year), "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31"),
    ]) func isWrittenAsTheStandardSays(_ first: String, _ period: Period, _ rule: String) throws {
        #expect(DueSeries(first: try #require(PartialDate(first)), every: period).rule == rule)
    }

    @Test func untilIsTheLastDayOfItsMonth() {
        let series = DueSeries(
            first: PartialDate(year: 2024, month: 1), every: Period(1, .year), until: PartialDate(year: 2027, month: 8))
        #expect(series.rule == "FREQ=YEARLY;UNTIL=20270831")
    }

    @Test func businessDaysHaveNoRule() {
        #expect(DueSeries(first: PartialDate(year: 2024, month: 1, day: 1), every: Period(5, .businessDay)).rule == nil)
    }
}
