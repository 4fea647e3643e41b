package import LegalText

/// The dates of something that recurs, reckoned from an anchor and never more precise than it.
package enum Occurrences {
    /// The dates `anchor + n periods`, n from 1, that may fall on a day of `window` (day numbers); none after `limit`.
    ///
    /// Each is counted from the anchor itself, so that month ends do not drift. Empty where the anchor is not precise enough.
    package static func dates(
        from anchor: PartialDate, every period: Period, within window: ClosedRange<Int>, until limit: PartialDate? = nil
    ) -> [(date: PartialDate, number: Int)] {
        guard period.count > 0, let first = anchor.adding(period) else { return [] }
        // Steps that cannot reach the window are jumped over; a step is at least this many days.
        let shortest = max(1, first.dayNumbers.lowerBound - anchor.dayNumbers.lowerBound - 3)
        let longest = first.dayNumbers.upperBound - anchor.dayNumbers.lowerBound + 3
        var number = max(1, (window.lowerBound - anchor.dayNumbers.upperBound) / longest - 1)
        let last = (window.upperBound - anchor.dayNumbers.lowerBound) / shortest + 2
        var found: [(date: PartialDate, number: Int)] = []
        while number <= last, let date = anchor.adding(period, times: number) {
            if date.dayNumbers.lowerBound > window.upperBound { break }
            if let limit, date.dayNumbers.lowerBound > limit.dayNumbers.upperBound { break }
            if date.dayNumbers.overlaps(window) { found.append((date, number)) }
            number += 1
            if found.count == 10_000 { break }
        }
        return found
    }
}
