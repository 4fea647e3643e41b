import Calendar
import LegalText
import Norms

/// One norm that comes back: the series its words and its document's dates give it, and the dates in the window.
struct RecurringDuty {
    let reckoning: DueReckoning
    let place: NormPlace
    let times: DocumentTimes
    /// The last date on which its document may be in force.
    let end: PartialDate?

    private let norm: Norm
    private var text: String { reckoning.base.documents[place.document].document.provisions[norm.clause].text }

    init(_ norm: Norm, at place: NormPlace, reckoning: DueReckoning, times: DocumentTimes, end: PartialDate?) {
        self.norm = norm
        self.place = place
        self.reckoning = reckoning
        self.times = times
        self.end = end
    }

    /// Nil for a norm that does not come back.
    func items() -> [DueItem]? {
        guard let recurrence = norm.recurrence else {
            // "by the end of March each year" says when and how often in one.
            let days = norm.deadline.map { YearDays.isYearly($0.text) ? YearDays.find(in: $0.text) : [] } ?? []
            return days.isEmpty ? nil : yearly(days)
        }
        let period = Period(recurrence.every, recurrence.period)
        let days = period == Period(1, .year) ? YearDays.find(in: String(text[norm.quote])) : []
        if !days.isEmpty { return yearly(days) }
        if period == Period(1, .month), let day = Self.monthDay(recurrence) { return monthly(day) }
        guard recurrence.times == 1, let anchor = anchor(for: period), let second = anchor.date.value.adding(period) else {
            return [reckoning.item(norm, at: place, kind: .unscheduled)]
        }
        let start = anchor.date.value
        if anchor.role == .only {
            return start.dayNumbers.overlaps(reckoning.window) ? [reckoning.item(norm, at: place, kind: .scheduled, date: start)] : []
        }
        let series = DueSeries(first: anchor.role == .first ? start : second, every: period, day: start.day, until: end)
        return items(of: series) { number in
            number == 0 ? nil : DueItem.Arithmetic(base: start, words: anchor.date.text, period: period, count: number)
        } dates: { window in
            let first: [(date: PartialDate, number: Int)] =
                anchor.role == .first && start.dayNumbers.overlaps(window) && !isPast(start) ? [(start, 0)] : []
            return first + Occurrences.dates(from: start, every: period, within: window, until: end)
        }
    }

    private func yearly(_ days: [YearDays.Found]) -> [DueItem] {
        days.flatMap { yearly($0, isOnly: days.count == 1) }
            .sorted { ($0.date?.dayNumbers.lowerBound ?? 0) < ($1.date?.dayNumbers.lowerBound ?? 0) }
    }

    /// A day named in the text, in every year that the document is in force.
    private func yearly(_ day: YearDays.Found, isOnly: Bool) -> [DueItem] {
        let start = times.start?.value.dayNumbers.lowerBound
        func dates(within window: ClosedRange<Int>) -> [(date: PartialDate, number: Int)] {
            let first = PartialDate(dayNumber: max(window.lowerBound, start ?? window.lowerBound)).year
            let last = PartialDate(dayNumber: window.upperBound).year
            guard first <= last else { return [] }
            let dates = (first...last).lazy.map { day.date(in: $0) }.filter {
                $0.dayNumbers.overlaps(window) && start ?? .min <= $0.dayNumbers.upperBound && !isPast($0)
            }
            return dates.prefix(reckoning.limit).map { ($0, 0) }
        }
        let from = start ?? reckoning.window.lowerBound
        guard let first = dates(within: from...(from + 366 * 9)).first?.date else { return [] }
        var series = DueSeries(first: first, every: Period(1, .year), day: day.day, until: end)
        if !isOnly { series.name = ["\(day.month)", day.day.map(String.init)].compactMap { $0 }.joined(separator: "-") }
        return items(of: series, arithmetic: { _ in nil }, dates: dates)
    }

    /// "on the first day of each month": the day its rule names, -1 for the last; nil where the words name none.
    private static func monthDay(_ recurrence: Recurrence) -> Int? {
        let part = recurrence.rrule?.split(separator: ";").first { $0.hasPrefix("BYMONTHDAY=") }
        return part.flatMap { Int($0.dropFirst("BYMONTHDAY=".count)) }
    }

    /// A day named in the text, in every month that the document is in force.
    private func monthly(_ day: Int) -> [DueItem] {
        let (day, period) = (day < 0 ? 31 : day, Period(1, .month))
        let start = times.start?.value.dayNumbers.lowerBound
        // Counted from a December, which has every day, so that no month's end drifts.
        let from = start ?? reckoning.window.lowerBound
        let origin = PartialDate(year: max(1, PartialDate(dayNumber: from).year - 1), month: 12, day: day)
        func dates(within window: ClosedRange<Int>) -> [(date: PartialDate, number: Int)] {
            Occurrences.dates(from: origin, every: period, within: window, until: end).filter {
                start ?? .min <= $0.date.dayNumbers.lowerBound
            }
        }
        guard let first = dates(within: from...(from + 62)).first?.date else { return [] }
        return items(of: DueSeries(first: first, every: period, day: day, until: end), arithmetic: { _ in nil }, dates: dates)
    }

    private func isPast(_ date: PartialDate) -> Bool { end.map { date.dayNumbers.lowerBound > $0.dayNumbers.upperBound } ?? false }

    private func items(
        of series: DueSeries, arithmetic: (Int) -> DueItem.Arithmetic?, dates: (ClosedRange<Int>) -> [(date: PartialDate, number: Int)]
    ) -> [DueItem] {
        let window = reckoning.window
        let found = dates(window)
        let today = reckoning.asOf.dayNumbers.lowerBound
        // Two intervals back there is one, if there was any.
        let back = min(Self.longest(series.every) * 2, today - PartialDate(year: 1).dayNumbers.lowerBound)
        let earlier = back > 0 ? dates((today - back)...(today - 1)).last { $0.date.dayNumbers.upperBound < today }?.date : nil
        return found.prefix(reckoning.to == nil ? 1 : reckoning.limit).map { date, number in
            var item = reckoning.item(norm, at: place, kind: .scheduled, date: date, arithmetic: arithmetic(number))
            item.series = series
            item.previous = earlier
            return item
        }
    }

    /// Days that a period has at most.
    private static func longest(_ period: Period) -> Int {
        let count = min(max(period.count, 1), 1_000)
        switch period.unit {
        case .day, .businessDay: return count
        case .week: return count * 7
        case .month: return count * 31
        case .year: return count * 366
        }
    }

    // MARK: What it is counted from

    private enum Role {
        /// It is counted from: "every three years from April 2002".
        case origin
        /// It falls due then, and again after: "every two years, beginning in October 2025".
        case first
        /// It falls due then, this once: "the third annual meeting will be held in May 2026".
        case only
    }

    /// A date in the norm's own words, else the date the document takes effect. A yearly duty whose words name no date is due some
    /// time in each year.
    private func anchor(for period: Period) -> (date: StatedDate, role: Role)? {
        let own = TimeExpressions.dates(in: text).filter { norm.quote.contains($0.range) }
        if own.count == 1 {
            let before = PhraseKey.words(String(text[TextRange(norm.quote.start, own[0].range.start)]))
            let after = PhraseKey.words(String(text[TextRange(own[0].range.end, norm.quote.end)]))
            let stated = StatedDate(value: own[0].value, text: String(text[own[0].range]), provision: norm.clause)
            let opens = before.suffix(4).contains(where: Self.openings.contains) || before.contains("first")
            if opens || after.contains("thereafter") { return (stated, .first) }
            let isPlace = before.suffix(2).contains { ["in", "on", "at"].contains($0) }
            return (stated, isPlace && before.contains(where: Self.ordinals.contains) ? .only : .origin)
        }
        guard var start = times.start else { return nil }
        if period == Period(1, .year) { start.value = PartialDate(year: start.value.year) }
        return (start, .origin)
    }

    private static let openings: Set<String> = [
        "beginning", "begins", "begin", "starting", "starts", "start", "commencing", "commences", "commence", "initially",
    ]

    private static let ordinals: Set<String> = [
        "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "next", "last", "this", "final",
    ]
}
