package import LegalText

/// One thing for a calendar: what, when at the precision the text has, and where that stands.
package struct CalendarEntry: Hashable, Sendable {
    /// Stable over renderings, unique in the calendar: "membership-policy#para_6~1".
    package var id: String
    package var title: String
    package var details: String
    /// A web address; nil where there is none.
    package var url: String?
    /// The first date; nil for what recurs or is due without a date, which becomes a to-do.
    package var start: PartialDate?
    /// RFC 5545; only with a start.
    package var rrule: String?

    package init(id: String, title: String, details: String, url: String? = nil, start: PartialDate? = nil, rrule: String? = nil) {
        self.id = id
        self.title = title
        self.details = details
        self.url = url
        self.start = start
        self.rrule = rrule
    }
}

/// Writes entries as an iCalendar file (RFC 5545): whole days, lines folded at 75 bytes.
///
/// A date that is exact to the month spans the month, one exact to the year the year: the file never claims a day that the text does not.
package enum ICalendar {
    /// - Parameters:
    ///   - name: the calendar's own name.
    ///   - stamp: the day that stands for "when this was written", which the format asks of every entry.
    package static func write(_ entries: [CalendarEntry], name: String, stamp: PartialDate) -> [UInt8] {
        var calendar = Writer(name: name, stamp: stamp)
        for entry in entries { calendar.add(entry) }
        return calendar.finish()
    }

    /// A calendar whose entries come one after another.
    package struct Writer {
        private var lines = Lines()
        private let stamp: PartialDate

        package init(name: String, stamp: PartialDate) {
            self.stamp = stamp
            lines.add("BEGIN:VCALENDAR")
            lines.add("VERSION:2.0")
            lines.add("PRODID:-//Concordat//Register//EN")
            lines.add("CALSCALE:GREGORIAN")
            lines.add("X-WR-CALNAME:" + escaped(name))
        }

        package mutating func add(_ entry: CalendarEntry) {
            let kind = entry.start == nil ? "VTODO" : "VEVENT"
            lines.add("BEGIN:" + kind)
            lines.add("UID:" + escaped(entry.id))
            lines.add("DTSTAMP:" + digits(first(of: stamp)) + "T000000Z")
            if let start = entry.start {
                lines.add("DTSTART;VALUE=DATE:" + digits(first(of: start)))
                lines.add("DTEND;VALUE=DATE:" + digits(next(after: start, rule: entry.rrule)))
                if let rule = entry.rrule, rule.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { lines.add("RRULE:" + rule) }
                lines.add("TRANSP:TRANSPARENT")
            }
            lines.add("SUMMARY:" + escaped(entry.title))
            if !entry.details.isEmpty { lines.add("DESCRIPTION:" + escaped(entry.details)) }
            if let url = entry.url { lines.add("URL:" + url) }
            lines.add("END:" + kind)
        }

        /// What was written since this was last asked, so that a large calendar need not be held whole.
        package mutating func take() -> [UInt8] {
            defer { lines.bytes = [] }
            return lines.bytes
        }

        /// The rest.
        package consuming func finish() -> [UInt8] {
            lines.add("END:VCALENDAR")
            return lines.bytes
        }
    }

    private static func first(of date: PartialDate) -> PartialDate {
        PartialDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
    }

    /// The first day after the date's own span.
    ///
    /// Every date of a rule lasts as long as the first. Where months or years differ in length, it lasts as long as the shortest, so
    /// that no entry leaves its month or year.
    private static func next(after date: PartialDate, rule: String?) -> PartialDate {
        if rule != nil, date.day == nil {
            if rule?.hasPrefix("FREQ=MONTHLY") == true || date.month == 2 {
                return PartialDate(year: date.year, month: date.month ?? 1, day: 28).adding(Period(1, .day)) ?? date
            }
            if date.month == nil { return PartialDate(year: date.year, month: 1, day: 1).adding(Period(365, .day)) ?? date }
        }
        guard let month = date.month else { return PartialDate(year: date.year + 1, month: 1, day: 1) }
        if let day = date.day, day < PartialDate.days(inMonth: month, year: date.year) {
            return PartialDate(year: date.year, month: month, day: day + 1)
        }
        return month == 12 ? PartialDate(year: date.year + 1, month: 1, day: 1) : PartialDate(year: date.year, month: month + 1, day: 1)
    }

    private static func digits(_ date: PartialDate) -> String {
        String(decoding: date.description.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
    }

    /// A text value: commas, semicolons and backslashes escaped, line breaks written as `\n`, other control characters left out.
    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: ";"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case ..<0x20, 0x7F: break
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Lines folded so that none is longer than 75 bytes, never inside a character.
    private struct Lines {
        var bytes: [UInt8] = []

        mutating func add(_ line: String) {
            var room = 75
            for byte in line.utf8 {
                // A character's first byte tells how many there are.
                let count = byte < 0x80 ? 1 : byte < 0xC0 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                if count > room {
                    bytes += [0x0D, 0x0A, 0x20]
                    room = 74
                }
                bytes.append(byte)
                room -= count
            }
            bytes += [0x0D, 0x0A]
        }
    }
}
