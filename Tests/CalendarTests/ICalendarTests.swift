import LegalText
import Testing

@testable import Calendar

@Suite struct ICalendarTests {
    private func lines(_ entry: CalendarEntry) -> [String] {
        let bytes = ICalendar.write([entry], name: "A, b; c", stamp: PartialDate(year: 2026, month: 1))
        return String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test(arguments: [
        (PartialDate(year: 2005, month: 4), "20050401", "20050501"),
        (PartialDate(year: 2005, month: 12), "20051201", "20060101"),
        (PartialDate(year: 2024, month: 2, day: 29), "20240229", "20240301"),
        (PartialDate(year: 2005), "20050101", "20060101"),
    ])
    func aDateSpansWhatItsTextSays(_ date: PartialDate, _ start: String, _ end: String) {
        let found = lines(CalendarEntry(id: "a#b~1", title: "Review", details: "", start: date, rrule: "FREQ=YEARLY;INTERVAL=3"))
        #expect(found.contains("DTSTART;VALUE=DATE:\(start)"))
        #expect(found.contains("DTEND;VALUE=DATE:\(end)"))
        #expect(found.contains("RRULE:FREQ=YEARLY;INTERVAL=3"))
    }

    /// A rule's dates all last as long as the first, so the shortest month and year count.
    @Test(arguments: [
        (PartialDate(year: 2024, month: 2), "FREQ=YEARLY", "20240229"), (PartialDate(year: 2024), "FREQ=YEARLY", "20241231"),
        (PartialDate(year: 2023), "FREQ=YEARLY", "20240101"), (PartialDate(year: 2024, month: 1), "FREQ=MONTHLY;INTERVAL=2", "20240129"),
        (PartialDate(year: 2024, month: 7), "FREQ=YEARLY;INTERVAL=2", "20240801"),
    ])
    func aRecurringSpanNeverLeavesItsMonthOrYear(_ date: PartialDate, _ rule: String, _ end: String) {
        let found = lines(CalendarEntry(id: "a", title: "Review", details: "", start: date, rrule: rule))
        #expect(found.contains("DTEND;VALUE=DATE:\(end)"))
    }

    @Test func whatHasNoDateIsAToDoWithoutOne() {
        let found = lines(CalendarEntry(id: "a", title: "Meet", details: "three times", rrule: "FREQ=YEARLY"))
        #expect(found.contains("BEGIN:VTODO"))
        #expect(!found.contains { $0.hasPrefix("DTSTART") || $0.hasPrefix("RRULE") })
    }

    @Test func textIsEscapedAndLinesAreFolded() {
        let bytes = ICalendar.write(
            [CalendarEntry(id: "a", title: "x, y; z\\ \nEND:VCALENDAR\r", details: String(repeating: "é", count: 100))], name: "n",
            stamp: PartialDate(year: 2026))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("SUMMARY:x\\, y\\; z\\\\ \\nEND:VCALENDAR\r\n"))
        for line in bytes.split(separator: 0x0A) { #expect(line.count <= 76) }
        #expect(text.replacing("\r\n ", with: "").contains(String(repeating: "é", count: 100)))
    }
}
