package import LegalText

/// Reckoning with dates that keep their precision: April 2002 and three years make April 2005, never a day of it.
extension PartialDate {
    /// The date a period later; nil where the date is not precise enough for the period (a year and two months).
    /// Months keep to the day where the month has it, else to its last: 31 January and a month make 28 February.
    package func adding(_ period: Period, times: Int = 1) -> PartialDate? {
        let (count, overflow) = period.count.multipliedReportingOverflow(by: times)
        guard !overflow, abs(count) < 4_000_000 else { return nil }
        switch period.unit {
        case .year: return addingMonths(count * 12, needsMonth: false)
        case .month: return addingMonths(count, needsMonth: true)
        case .week: return precision == .day ? PartialDate(dayNumber: dayNumbers.lowerBound + count * 7) : nil
        case .day: return precision == .day ? PartialDate(dayNumber: dayNumbers.lowerBound + count) : nil
        // Which days are holidays is not for the text to say.
        case .businessDay: return nil
        }
    }

    private func addingMonths(_ count: Int, needsMonth: Bool) -> PartialDate? {
        guard let month else { return needsMonth ? nil : PartialDate(year: year + count / 12) }
        let total = year * 12 + month - 1 + count
        let (newYear, newMonth) = (total >= 0 ? total / 12 : (total - 11) / 12, ((total % 12) + 12) % 12 + 1)
        return PartialDate(year: newYear, month: newMonth, day: day.map { min($0, Self.days(inMonth: newMonth, year: newYear)) })
    }

    /// The days it may be, as numbers: 1 January 1970 is day 0.
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
