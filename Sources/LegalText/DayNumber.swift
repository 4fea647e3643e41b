/// Dates as numbers of days in the proleptic Gregorian calendar: 1 January 1970 is day 0.
extension PartialDate {
    /// The number of its day; nil below day precision.
    package var dayNumber: Int? {
        guard let month, let day else { return nil }
        return Self.dayNumber(year, month, day)
    }

    /// The days it may be.
    package var dayNumbers: ClosedRange<Int> {
        let first = Self.dayNumber(year, month ?? 1, day ?? 1)
        guard let month else { return first...Self.dayNumber(year, 12, 31) }
        return first...(day == nil ? Self.dayNumber(year, month, Self.days(inMonth: month, year: year)) : first)
    }

    /// The day of a number, at day precision.
    package init(dayNumber: Int) {
        // Days are counted from 1 March of a leap cycle, so that the leap day comes last.
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * march + 2) / 5 + 1)
    }

    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
