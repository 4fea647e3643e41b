import Calendar
import LegalText
import Testing

/// Dates at the precision the text has, periods, deadlines and recurrences, in words and numbers.
struct TimeExpressionTests {
    @Test(arguments: [
        ("signed on 1 April 2002 in York", "2002-04-01"), ("from April 2002 on", "2002-04"), ("the first day of April, 2002", "2002-04-01"),
        ("April 1st, 2002", "2002-04-01"),
        ("this 11th day of July, 2006", "2006-07-11"), ("2002-04-01", "2002-04-01"), ("31/12/2005", "2005-12-31"),
        ("12/31/2005", "2005-12-31"), ("by 2010", "2010"),
        ("the second of May two thousand and twelve", "2012-05-02"), ("le 3 mai 2005", "2005-05-03"), ("1er avril 2002", "2002-04-01"),
        ("29 February 2004", "2004-02-29"), ("Sept 29, 2004", "2004-09-29"), ("31.12.2005", "2005-12-31"),
        ("this 24t h day of August 2018", "2018-08-24"), ("the 1 st day of March, 2018", "2018-03-01"),
    ])
    func readsDates(_ text: String, _ expected: String) { #expect(TimeExpressions.dates(in: text).map(\.value.description) == [expected]) }

    @Test(arguments: ["03/04/2005", "03.04.2005", "the parties may 2 times", "Section 2002", "chapter 7 of the Act"])
    func guessesNoDate(_ text: String) { #expect(TimeExpressions.dates(in: text).isEmpty) }

    @Test(arguments: [
        ("thirty (30) days", Period(30, .day)), ("six months", Period(6, .month)), ("a three-year term", Period(3, .year)),
        ("ten (10) business days", Period(10, .businessDay)),
        ("two quarters", Period(6, .month)), ("one hundred and twenty days", Period(120, .day)), ("48 hours", Period(2, .day)),
        ("trente jours", Period(30, .day)), ("two (2) additional years", Period(2, .year)), ("one (I) year", Period(1, .year)),
        ("two (2) - year", Period(2, .year)),
    ])
    func readsPeriods(_ text: String, _ expected: Period) { #expect(TimeExpressions.periods(in: text).map(\.value) == [expected]) }

    @Test(arguments: [
        ("within thirty (30) days of receipt", 30 as Int?, Period.Unit.day as Period.Unit?, Deadline.Direction.within, "receipt"),
        ("no later than six months after the audit", 6, .month, .within, "the audit"),
        ("at least 60 days before the renewal date", 60, .day, .atLeastBefore, "the renewal date"),
        ("by 31 March 2027", nil, nil, .byDate, "31 March 2027"),
        ("before the audit", nil, nil, .before, "the audit"),
        ("10 days after delivery", 10, .day, .after, "delivery"),
        ("by 6 p.m.", nil, nil, .before, "6 p.m."),
        ("no later than 10:30am", nil, nil, .before, "10:30am"),
        ("on or prior to 1 May 2027", nil, nil, .byDate, "1 May 2027"),
        ("on or before the Launch Date", nil, nil, .before, "the Launch Date"),
        ("as soon as the Buyer has paid", nil, nil, .after, "the Buyer has paid"),
        ("within ten days of the agreement to appoint a mediator", 10, .day, .within, "the agreement to appoint a mediator"),
    ])
    func readsDeadlines(_ text: String, _ count: Int?, _ unit: Period.Unit?, _ direction: Deadline.Direction, _ anchor: String?) throws {
        let found = try #require(TimeExpressions.deadlines(in: text).first)
        #expect(found.text == text)
        #expect(found.count == count && found.unit == unit && found.direction == direction && found.anchor == anchor)
    }

    @Test(arguments: [
        ("at least once a year", 1, 1, Period.Unit.year, "FREQ=YEARLY" as String?),
        ("every six months", 1, 6, .month, "FREQ=MONTHLY;INTERVAL=6"), ("three times a year", 3, 1, .year, nil),
        ("every three years", 1, 3, .year, "FREQ=YEARLY;INTERVAL=3"), ("on a quarterly basis", 1, 3, .month, "FREQ=MONTHLY;INTERVAL=3"),
        ("every other week", 1, 2, .week, "FREQ=WEEKLY;INTERVAL=2"),
        ("not more than twice each calendar year", 2, 1, .year, nil),
    ])
    func readsRecurrences(_ text: String, _ times: Int, _ every: Int, _ period: Period.Unit, _ rule: String?) throws {
        let found = try #require(TimeExpressions.recurrences(in: text).first)
        #expect(found.text == text)
        #expect(found.times == times && found.every == every && found.period == period && found.rrule == rule)
    }

    @Test(arguments: ["regularly", "40 hours per week", "monthly gross sales", "once the goods arrive"])
    func findsNoPeriodInThese(_ text: String) { #expect(TimeExpressions.recurrences(in: text).isEmpty) }
}
