import Calendar
import LegalText

/// A series of dates as RFC 5545 writes it, so that a calendar program finds the very dates that we reckon.
extension DueSeries {
    /// The value of RRULE, to stand beside a DTSTART that is the first day of `first`; nil for business days, which no rule can count.
    ///
    /// A month that lacks the day takes its last one (31 January, 28 February), where RFC 5545 alone would skip it: so the rule names
    /// every day it may be and takes the latest that the month has.
    package var rule: String? {
        guard every.count > 0, let (name, interval) = frequency else { return nil }
        var parts = ["FREQ=\(name)"]
        if interval > 1 { parts.append("INTERVAL=\(interval)") }
        if every.unit == .month || every.unit == .year, let month = first.month, let day, day > 28 {
            if name == "YEARLY" { parts.append("BYMONTH=\(month)") }
            if name == "MONTHLY" || month == 2 {
                parts.append("BYMONTHDAY=" + (28...day).map(String.init).joined(separator: ","))
                parts.append("BYSETPOS=-1")
            } else {
                parts.append("BYMONTHDAY=\(day)")
            }
        }
        if let until { parts.append("UNTIL=" + PartialDate(dayNumber: until.dayNumbers.upperBound).description.filter { $0 != "-" }) }
        return parts.joined(separator: ";")
    }

    private var frequency: (String, Int)? {
        switch every.unit {
        case .day: ("DAILY", every.count)
        case .week: ("WEEKLY", every.count)
        case .month: every.count % 12 == 0 ? ("YEARLY", every.count / 12) : ("MONTHLY", every.count)
        case .year: ("YEARLY", every.count)
        case .businessDay: nil
        }
    }
}
