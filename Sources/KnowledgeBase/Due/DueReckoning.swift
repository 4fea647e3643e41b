import Calendar
package import LegalText
import Norms

extension KnowledgeBase {
    /// What falls due in a window of time, and what has no date, as seen on a day.
    ///
    /// - Parameters:
    ///   - asOf: the day asked about; statuses are told from it.
    ///   - from, to: the window. Without `to`, each recurring item is given once: its next date from `from` on.
    /// - Returns: dated items by date, then the undated ones, each by place in the base.
    package func due(asOf: PartialDate, from: PartialDate? = nil, to: PartialDate? = nil) -> [DueItem] {
        let reckoning = DueReckoning(base: self, asOf: asOf, from: from ?? asOf, to: to)
        return documents.indices.flatMap { reckoning.items(of: $0) }.enumerated()
            .sorted { a, b in
                switch (a.element.date, b.element.date) {
                case (let x?, let y?) where x != y:
                    let (p, q) = (x.dayNumbers, y.dayNumbers)
                    return (p.lowerBound, p.upperBound, a.offset) < (q.lowerBound, q.upperBound, b.offset)
                case (_?, nil): return true
                case (nil, _?): return false
                default: return (a.element.kind.rawValue, a.offset) < (b.element.kind.rawValue, b.offset)
                }
            }
            .map(\.element)
    }
}

extension KnowledgeBase {
    /// By provision: the dates on which something falls due there, whatever the day; of what recurs the first forty.
    func dueDates(of document: Int) -> [Int: [PartialDate]] {
        let (first, last) = (PartialDate(year: 1900), PartialDate(year: 2200))
        var dates: [Int: [PartialDate]] = [:]
        for item in DueReckoning(base: self, asOf: first, from: first, to: last).items(of: document) {
            guard let provision = item.place?.provision, let date = item.date, dates[provision, default: []].count < 40 else { continue }
            dates[provision, default: []].append(date)
        }
        return dates.mapValues { Array(Set($0)).sorted { $0.description < $1.description } }
    }
}

/// Computes the items of one document after another.
private struct DueReckoning {
    let base: KnowledgeBase
    let asOf: PartialDate
    let from: PartialDate
    let to: PartialDate?

    /// Recurrences are looked for this many days ahead when no end is given.
    private static let horizon = 366 * 100

    private var window: ClosedRange<Int> {
        let start = from.dayNumbers.lowerBound
        return start...max(start, to?.dayNumbers.upperBound ?? start + Self.horizon)
    }

    func items(of document: Int) -> [DueItem] {
        let analyzed = base.documents[document]
        // Nothing falls due under a text that another has taken the place of, or that has lapsed.
        if let end = base.end(of: document), end.dayNumbers.upperBound < window.lowerBound { return [] }
        var items: [DueItem] = []
        for (number, norm) in analyzed.norms.enumerated() where norm.status != .rejected {
            let place = NormPlace(document: document, norm: number)
            if let recurrence = norm.recurrence {
                items += recurring(norm, recurrence, at: place)
            } else if let deadline = norm.deadline {
                items += limited(norm, deadline, at: place)
            }
        }
        return items + stated(document)
    }

    private func item(_ place: NormPlace, kind: DueItem.Kind, date: PartialDate? = nil, arithmetic: DueItem.Arithmetic? = nil) -> DueItem {
        DueItem(
            norm: place, place: ClausePlace(document: place.document, provision: base.norm(at: place).clause), document: place.document,
            date: date,
            kind: kind, status: status(of: date), arithmetic: arithmetic)
    }

    private func status(of date: PartialDate?) -> DueItem.Status {
        guard let days = date?.dayNumbers else { return .undated }
        let today = asOf.dayNumbers.lowerBound
        return days.upperBound < today ? .past : days.lowerBound > today ? .upcoming : .current
    }

    // MARK: Recurring

    private func recurring(_ norm: Norm, _ recurrence: Recurrence, at place: NormPlace) -> [DueItem] {
        let period = Period(recurrence.every, recurrence.period)
        let text = base.documents[place.document].document.provisions[norm.clause].text
        let days = YearDays.find(in: String(text[norm.quote]))
        if period == Period(1, .year), !days.isEmpty { return yearly(days, at: place) }
        guard recurrence.times == 1, let anchor = anchor(of: norm, period: period, in: place.document) else {
            return [item(place, kind: .unscheduled)]
        }
        let limit = base.end(of: place.document)
        var dates = Occurrences.dates(from: anchor.value, every: period, within: window, until: limit)
        if to == nil { dates = Array(dates.prefix(1)) }
        if dates.isEmpty && Occurrences.dates(from: anchor.value, every: period, within: window).isEmpty
            && anchor.value.adding(period) == nil
        {
            return [item(place, kind: .unscheduled)]
        }
        return dates.map { date, number in
            item(
                place, kind: .scheduled, date: date,
                arithmetic: DueItem.Arithmetic(base: anchor.value, words: anchor.text, period: period, count: number))
        }
    }

    /// Days named in the text, in every year that the document is in force.
    private func yearly(_ days: [YearDays.Found], at place: NormPlace) -> [DueItem] {
        let start = DocumentTimes(base.documents[place.document]).start?.value
        let limit = base.end(of: place.document)
        let first = PartialDate(dayNumber: max(window.lowerBound, start?.dayNumbers.lowerBound ?? window.lowerBound)).year
        let last = PartialDate(dayNumber: window.upperBound).year
        guard first <= last else { return [] }
        var dates: [PartialDate] = []
        for year in first...last {
            dates += days.compactMap { $0.date(in: year) }.filter { date in
                date.dayNumbers.overlaps(window) && start.map { date.dayNumbers.upperBound >= $0.dayNumbers.lowerBound } ?? true
                    && limit.map { date.dayNumbers.lowerBound <= $0.dayNumbers.upperBound } ?? true
            }
            if to == nil, !dates.isEmpty { break }
        }
        dates.sort { $0.dayNumbers.lowerBound < $1.dayNumbers.lowerBound }
        return (to == nil ? Array(dates.prefix(1)) : dates).map { item(place, kind: .scheduled, date: $0) }
    }

    /// What a recurrence is counted from: a date in its own clause, else the date the document takes effect. A yearly duty whose
    /// clause names no date is due some time in each year.
    private func anchor(of norm: Norm, period: Period, in document: Int) -> StatedDate? {
        let analyzed = base.documents[document]
        let text = analyzed.document.provisions[norm.clause].text
        let own = TimeExpressions.dates(in: text).filter { norm.quote.contains($0.range) }
        if own.count == 1 { return StatedDate(value: own[0].value, text: String(text[own[0].range]), provision: norm.clause) }
        guard var start = DocumentTimes(analyzed).start else { return nil }
        if period == Period(1, .year) { start.value = PartialDate(year: start.value.year) }
        return start
    }

    // MARK: Deadlines

    private func limited(_ norm: Norm, _ deadline: Deadline, at place: NormPlace) -> [DueItem] {
        guard let anchor = deadline.anchor else { return deadline.count == nil ? [] : [item(place, kind: .contingent)] }
        let dates = TimeExpressions.dates(in: anchor)
        let times = DocumentTimes(base.documents[place.document])
        let start = dates.first.map { StatedDate(value: $0.value, text: String(anchor[$0.range])) } ?? times.named(anchor)
        guard let start else { return [item(place, kind: .contingent)] }
        guard let count = deadline.count, let unit = deadline.unit else { return dated(place, start.value, nil) }
        let back = deadline.direction == .before || deadline.direction == .atLeastBefore
        let period = Period(back ? -count : count, unit)
        guard let date = start.value.adding(period) else { return [item(place, kind: .contingent)] }
        return dated(place, date, DueItem.Arithmetic(base: start.value, words: start.text, period: period, count: 1))
    }

    private func dated(_ place: NormPlace, _ date: PartialDate, _ arithmetic: DueItem.Arithmetic?) -> [DueItem] {
        date.dayNumbers.overlaps(window) ? [item(place, kind: .scheduled, date: date, arithmetic: arithmetic)] : []
    }

    // MARK: Stated of the whole document

    private func stated(_ document: Int) -> [DueItem] {
        let analyzed = base.documents[document]
        let times = DocumentTimes(analyzed)
        var items: [DueItem] = []
        func add(_ event: DueItem.Event, _ stated: StatedDate, provision: Int?, arithmetic: DueItem.Arithmetic? = nil) {
            guard stated.value.dayNumbers.overlaps(window) else { return }
            items.append(
                DueItem(
                    event: event, place: provision.map { ClausePlace(document: document, provision: $0) }, document: document,
                    date: stated.value, kind: .scheduled, status: status(of: stated.value), arithmetic: arithmetic))
        }
        if let review = analyzed.document.dates.review { add(.review, review, provision: review.provision) }
        if let expiry = times.expiry {
            add(.expiry, expiry, provision: expiry.provision)
            if let notice = analyzed.agreement.notice {
                let back = Period(-notice.value.count, notice.value.unit)
                if let last = expiry.value.adding(back) {
                    add(
                        .renewalNotice, StatedDate(value: last, text: notice.text), provision: notice.provision,
                        arithmetic: DueItem.Arithmetic(base: expiry.value, words: expiry.text, period: back, count: 1))
                }
            }
        }
        return items
    }
}
