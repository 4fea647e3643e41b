import LegalText
import TestSupport
import Testing

@testable import Calendar

/// The slow twin: a calendar walked day by day.
private struct WalkedCalendar {
    /// Day numbers from 1 January 1900, each with its date.
    let days: [PartialDate]
    let start: Int

    init() {
        var days: [PartialDate] = []
        for year in 1900...2100 {
            for month in 1...12 {
                for day in 1...PartialDate.days(inMonth: month, year: year) { days.append(PartialDate(year: year, month: month, day: day)) }
            }
        }
        self.days = days
        // 1 January 1970 is day 0.
        start = -days.firstIndex(of: PartialDate(year: 1970, month: 1, day: 1))!
    }
}

@Suite struct OccurrencesTests {
    private static let walked = WalkedCalendar()
    private var walked: WalkedCalendar { Self.walked }

    @Test func dayNumbersAreThoseOfAWalk() {
        #expect(walked.days.enumerated().allSatisfy { $0.element.dayNumbers == (walked.start + $0.offset)...(walked.start + $0.offset) })
        #expect(walked.days.enumerated().allSatisfy { PartialDate(dayNumber: walked.start + $0.offset) == $0.element })
    }

    @Test(arguments: [
        ("2002-04", Period(3, .year), "2005-04"), ("2024-01-31", Period(1, .month), "2024-02-29"),
        ("2023-01-31", Period(1, .month), "2023-02-28"),
        ("2024-02-29", Period(1, .year), "2025-02-28"), ("2024-02-29", Period(4, .year), "2028-02-29"),
        ("2006-07-11", Period(-60, .day), "2006-05-12"),
        ("2002", Period(2, .year), "2004"), ("2024-12-15", Period(2, .week), "2024-12-29"),
        ("2024-03-31", Period(-1, .month), "2024-02-29"),
        ("0001-01-01", Period(-1, .day), "0000-12-31"),
    ])
    func addingKeepsThePrecision(date: String, period: Period, sum: String) throws {
        #expect(try #require(PartialDate(date)).adding(period)?.description == sum)
    }

    @Test(arguments: [
        ("2002", Period(1, .month)), ("2002-04", Period(30, .day)), ("2002-04-01", Period(5, .businessDay)),
        ("2002-04-01", Period(.max, .year)),
    ])
    func whatTheDateIsNotPreciseEnoughForHasNoSum(date: String, period: Period) throws {
        #expect(try #require(PartialDate(date)).adding(period, times: 3) == nil)
    }

    @Test func monthEndsDoNotDrift() {
        let window = PartialDate(year: 2024).dayNumbers
        let dates = Occurrences.dates(from: PartialDate(year: 2023, month: 8, day: 31), every: Period(1, .month), within: window).map(
            \.date.description)
        #expect(dates.prefix(4) == ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"])
        #expect(dates.count == 12)
    }

    /// Every occurrence in a random window, found by stepping a day at a time and asking whether the day is the anchor's n-th.
    @Test func agreesWithADayByDayWalk() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<150 {
            let anchorIndex = Int.random(in: 0..<30_000, using: &random)
            let anchor = walked.days[anchorIndex]
            let unit = [Period.Unit.day, .week, .month, .year].randomElement(using: &random)!
            let period = Period(Int.random(in: 1...18, using: &random), unit)
            let from = anchorIndex + Int.random(in: -2_000...20_000, using: &random)
            let (low, high) = (max(0, from), min(walked.days.count - 1, max(0, from) + 3_000))
            var expected: [PartialDate] = []
            var months = 0
            for index in stride(from: anchorIndex + 1, through: high, by: 1) {
                let day = walked.days[index]
                let isDue: Bool
                switch unit {
                case .day: isDue = (index - anchorIndex) % period.count == 0
                case .week: isDue = (index - anchorIndex) % (7 * period.count) == 0
                default:
                    months = (day.year - anchor.year) * 12 + (day.month! - anchor.month!)
                    let step = unit == .year ? 12 * period.count : period.count
                    let last = PartialDate.days(inMonth: day.month!, year: day.year)
                    isDue = months > 0 && months % step == 0 && day.day! == min(anchor.day!, last)
                }
                if isDue, index >= low { expected.append(day) }
            }
            let window = (walked.start + low)...(walked.start + max(low, high))
            #expect(Occurrences.dates(from: anchor, every: period, within: window).map(\.date) == expected, "\(anchor) every \(period)")
        }
    }

    @Test func endsAtTheLimit() {
        let found = Occurrences.dates(
            from: PartialDate(year: 2020, month: 5), every: Period(1, .year), within: 0...100_000, until: PartialDate(year: 2023, month: 5))
        #expect(found.map(\.date.description) == ["2021-05", "2022-05", "2023-05"])
    }
}
