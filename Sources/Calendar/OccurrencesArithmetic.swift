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
}
