import Calendar
import LegalText
import Norms
import Testing

@testable import KnowledgeBase

@Suite struct DueTests {
    /// A document that takes effect in April 2002, with one norm.
    private func base(_ text: String, effective: String? = "2002-04", _ change: (inout Norm, String) -> Void) -> KnowledgeBase {
        var document = Document()
        document.id = "pact"
        if let effective, let date = PartialDate(effective) { document.dates.effective = StatedDate(value: date, text: effective) }
        var clause = Provision(.paragraph, depth: 0)
        clause.text = text
        clause.wId = "para_1"
        document.provisions = [clause]
        var norm = Norm(
            clause: 0, modality: .obligation, strength: .commitment, action: Slot(text: text, range: TextRange(0, text.utf8.count)),
            quote: TextRange(0, text.utf8.count), cue: "will", confidence: 1)
        norm.id = "pact#para_1~1"
        change(&norm, text)
        let analyzed = AnalyzedDocument(
            document: document, agreement: .init(), norms: [norm], statements: [], references: [], definitions: [], termUses: [])
        return KnowledgeBase(register: Register(), documents: [analyzed], tombstones: [])
    }

    private func recurring(_ times: Int, _ period: Period.Unit, every: Int, effective: String? = "2002-04") -> KnowledgeBase {
        base("The pact will be reviewed.", effective: effective) { norm, _ in
            norm.recurrence = Recurrence(text: "r", range: TextRange(0, 1), times: times, period: period, every: every, rrule: nil)
        }
    }

    private func dates(_ base: KnowledgeBase, from: String, to: String? = nil) -> [String] {
        base.due(asOf: PartialDate(from)!, from: PartialDate(from), to: to.flatMap { PartialDate($0) }).map {
            $0.date?.description ?? $0.kind.rawValue
        }
    }

    @Test func everyThreeYearsFromAMonthStaysAMonth() {
        let base = recurring(1, .year, every: 3)
        #expect(dates(base, from: "2003-01-01") == ["2005-04"])
        #expect(dates(base, from: "2005-04-30") == ["2005-04"])
        #expect(dates(base, from: "2005-05-01") == ["2008-04"])
        #expect(dates(base, from: "2002-01-01", to: "2009-01-01") == ["2005-04", "2008-04"])
    }

    @Test func yearlyWithoutADateIsDueSomeTimeInTheYear() {
        #expect(dates(recurring(1, .year, every: 1), from: "2010-06-01") == ["2010"])
    }

    @Test(arguments: [(1, ["2003-02-01", "2003-03-01"]), (-1, ["2003-01-31", "2003-02-28", "2003-03-31"])])
    func aDayOfTheMonthIsKept(day: Int, expected: [String]) {
        let base = base("The rent falls due.", effective: "2002-04-15") { norm, _ in
            norm.recurrence = Recurrence(
                text: "r", range: TextRange(0, 1), times: 1, period: .month, every: 1, rrule: "FREQ=MONTHLY;BYMONTHDAY=\(day)")
        }
        #expect(dates(base, from: "2003-01-30", to: "2003-03-31") == expected)
        #expect(dates(base, from: "2002-04-01") == [day == 1 ? "2002-05-01" : "2002-04-30"])
    }

    @Test func severalTimesAPeriodHasNoDate() {
        #expect(dates(recurring(3, .year, every: 1), from: "2003-01-01") == ["unscheduled"])
    }

    @Test func withoutAnAnchorThereIsNoDate() {
        #expect(dates(recurring(1, .year, every: 3, effective: nil), from: "2003-01-01") == ["unscheduled"])
        #expect(dates(recurring(1, .month, every: 6, effective: "2002"), from: "2003-01-01") == ["unscheduled"])
    }

    private func limited(
        _ count: Int?, _ unit: Period.Unit?, _ direction: Deadline.Direction, _ anchor: String?, effective: String? = "2002-04"
    ) -> KnowledgeBase {
        base("The pact will be reported.", effective: effective) { norm, _ in
            norm.deadline = Deadline(text: "d", range: TextRange(0, 1), count: count, unit: unit, direction: direction, anchor: anchor)
        }
    }

    @Test func deadlineAfterAnEventIsContingentAndNeverDated() {
        #expect(dates(limited(30, .day, .within, "receipt of the notice"), from: "2003-01-01") == ["contingent"])
        #expect(dates(limited(nil, nil, .before, "the audit"), from: "2003-01-01") == ["contingent"])
        // A month is not precise enough for days.
        #expect(dates(limited(30, .day, .within, "the Effective Date"), from: "2002-01-01") == ["contingent"])
    }

    @Test func deadlineAfterADefinedDateIsReckoned() throws {
        let base = limited(30, .day, .within, "the Effective Date", effective: "2002-04-10")
        #expect(dates(base, from: "2002-01-01") == ["2002-05-10"])
        let item = try #require(base.due(asOf: PartialDate(year: 2002, month: 1, day: 1)).first)
        #expect(item.arithmetic?.period == Period(30, .day))
        #expect(item.status == .upcoming)
    }

    @Test func standingOnADay() {
        let base = recurring(1, .year, every: 1)
        func standing(_ day: String) -> DocumentTimes.Standing { base.standing(of: 0, on: PartialDate(day)!) }
        #expect(standing("2002-03-31") == .notYet)
        #expect(standing("2002-04-01") == .inForce)
    }
}

@Suite struct YearDaysTests {
    @Test(arguments: [
        ("send a return by 30 November in each year", ["2026-11-30"]),
        ("pay in two parts, on or before 1 October and 1 April", ["2026-10-01", "2026-04-01"]),
        ("on the first Monday", []), ("by 31 August 2025", []), ("the members meet each June", ["2026-06"]),
        ("on the 1st of March every year", ["2026-03-01"]),
        ("the board may, in May 2025, meet", []), ("on 31 February", []), ("on December 24 each year", ["2026-12-24"]),
        ("on July 4, 2030", []),
    ])
    func daysNamedWithoutAYear(text: String, dates: [String]) {
        #expect(YearDays.find(in: text).map { $0.date(in: 2026).description } == dates)
    }
}
