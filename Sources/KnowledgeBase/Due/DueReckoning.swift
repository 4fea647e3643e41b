import Calendar
import LegalText
import Norms

/// Computes what falls due under one document after another, as seen on a day.
struct DueReckoning {
    let base: KnowledgeBase
    let asOf: PartialDate
    var from: PartialDate
    let to: PartialDate?
    /// Of each series so many dates at most.
    var limit = Int.max

    /// Recurrences are looked for this many days ahead when no end is given.
    private static let horizon = 366 * 100

    var window: ClosedRange<Int> {
        let start = from.dayNumbers.lowerBound
        return start...max(start, to?.dayNumbers.upperBound ?? start + Self.horizon)
    }

    /// Each item's place, date and fulfilment filled in; of what recurs, without `to`, the next date alone.
    func items(of document: Int) -> [DueItem] {
        // Before a version there was an earlier one, and what fell due fell due under that.
        if let first = base.beginning(ofVersion: document), first.dayNumbers.lowerBound > from.dayNumbers.lowerBound {
            if let to, to.dayNumbers.upperBound < first.dayNumbers.lowerBound { return [] }
            var later = self
            later.from = first
            return later.items(of: document)
        }
        // Nothing falls due under a text that another has taken the place of, or that has lapsed.
        let end = base.end(of: document)
        if let end, end.dayNumbers.upperBound < window.lowerBound { return [] }
        let times = DocumentTimes(base.documents[document])
        var items: [DueItem] = []
        let norms = base.documents[document].norms
        for number in norms.indices where Self.mayFallDue(norms[number]) {
            let (place, norm) = (NormPlace(document: document, norm: number), norms[number])
            if let recurring = RecurringDuty(norm, at: place, reckoning: self, times: times, end: end).items() {
                items += recurring
            } else if let deadline = norm.deadline {
                items += limited(deadline, of: norm, at: place, times)
            }
        }
        items += terms(of: document, times, end: end)
        if !base.reviews.outcomes.isEmpty {
            for index in items.indices {
                items[index].fulfilment = base.reviews.fulfilment(of: base.id(of: items[index]), at: items[index].date)
            }
        }
        return items
    }

    /// False for a document under which nothing can fall due, whatever the day.
    static func hasDue(_ analyzed: AnalyzedDocument) -> Bool {
        analyzed.document.dates.review != nil || DocumentTimes(analyzed).expiry != nil
            || analyzed.norms.contains(where: mayFallDue)
    }

    /// Of what decides which items a document has, and of the words they are shown in; the register and other documents aside.
    static func print(of analyzed: AnalyzedDocument) -> Fingerprint {
        let document = analyzed.document
        var writer = ByteWriter()
        writer.put(document.dates)
        writer.put(analyzed.agreement)
        func put(_ provision: Int?) {
            guard let provision, document.provisions.indices.contains(provision) else { return }
            writer.put(document.provisions[provision])
        }
        for (number, norm) in analyzed.norms.enumerated() where mayFallDue(norm) {
            writer.put(number)
            writer.put(norm)
            put(norm.clause)
        }
        let (dates, agreement) = (document.dates, analyzed.agreement)
        for date in [dates.signed, dates.effective, dates.expiry, dates.review, agreement.signed, agreement.effective] {
            put(date?.provision)
        }
        if case .date(let expiry)? = agreement.expiry { put(expiry.provision) }
        for period in [agreement.renewal, agreement.notice] { put(period?.provision) }
        return Fingerprint(writer.bytes)
    }

    /// A permission falls due on nobody, and a prohibition is kept by doing nothing.
    private static func mayFallDue(_ norm: Norm) -> Bool {
        norm.status != .rejected && norm.modality == .obligation && (norm.recurrence != nil || norm.deadline != nil)
    }

    /// - Parameter norm: what stands at `place`.
    func item(
        _ norm: Norm, at place: NormPlace, kind: DueItem.Kind, date: PartialDate? = nil, arithmetic: DueItem.Arithmetic? = nil
    ) -> DueItem {
        DueItem(
            norm: place, place: ClausePlace(document: place.document, provision: norm.clause), document: place.document, date: date,
            kind: kind, status: status(of: date), arithmetic: arithmetic)
    }

    func status(of date: PartialDate?) -> DueItem.Status {
        guard let days = date?.dayNumbers else { return .undated }
        let today = asOf.dayNumbers.lowerBound
        return days.upperBound < today ? .past : days.lowerBound > today ? .upcoming : .current
    }

    // MARK: Deadlines

    private func limited(_ deadline: Deadline, of norm: Norm, at place: NormPlace, _ times: DocumentTimes) -> [DueItem] {
        func contingent() -> [DueItem] { [item(norm, at: place, kind: .contingent)] }
        func dated(_ date: PartialDate, _ arithmetic: DueItem.Arithmetic?) -> [DueItem] {
            guard date.dayNumbers.overlaps(window) else { return [] }
            return [item(norm, at: place, kind: .scheduled, date: date, arithmetic: arithmetic)]
        }
        guard let anchor = deadline.anchor else { return deadline.count == nil ? [] : contingent() }
        guard let start = Self.stated(in: anchor) ?? times.named(anchor) else { return contingent() }
        guard let count = deadline.count, let unit = deadline.unit else { return dated(start.value, nil) }
        let back = deadline.direction == .before || deadline.direction == .atLeastBefore
        let period = Period(back ? -count : count, unit)
        guard let date = start.value.adding(period) else { return contingent() }
        return dated(date, DueItem.Arithmetic(base: start.value, words: start.text, period: period, count: 1))
    }

    /// "31 March 2027"; "the end of 2025", which is exact to the year.
    private static func stated(in anchor: String) -> StatedDate? {
        if let date = TimeExpressions.dates(in: anchor).first { return StatedDate(value: date.value, text: String(anchor[date.range])) }
        let words = PhraseKey.words(anchor)
        guard let last = words.last, last.utf8.count == 4, let year = Int(last), (1000...2999).contains(year),
            words.dropLast().contains(where: ["end", "fin", "year"].contains)
        else { return nil }
        return StatedDate(value: PartialDate(year: year), text: anchor)
    }

    // MARK: Stated of the whole document

    /// Its review, and the ends of its terms with the last day to give notice before each.
    private func terms(of document: Int, _ times: DocumentTimes, end: PartialDate?) -> [DueItem] {
        func event(_ event: DueItem.Event, _ provision: Int?, _ date: PartialDate?, _ arithmetic: DueItem.Arithmetic? = nil) -> DueItem {
            DueItem(
                event: event, place: provision.map { ClausePlace(document: document, provision: $0) }, document: document, date: date,
                kind: date == nil ? .contingent : .scheduled, status: status(of: date), arithmetic: arithmetic)
        }
        var items: [DueItem] = []
        if let review = base.documents[document].document.dates.review, review.value.dayNumbers.overlaps(window) {
            items.append(event(.review, review.provision, review.value))
        }
        guard let course = TermCourse(document, of: base) else { return items }
        let notice = base.documents[document].agreement.notice
        // A notice is due before the end of its term, so terms are looked at that end a while after the window.
        let reach = window.lowerBound...(window.upperBound + TermCourse.longestNotice)
        var (ends, notices): ([DueItem], [DueItem]) = ([], [])
        for term in course.terms(endingWithin: reach, until: end) {
            let arithmetic = course.arithmetic(of: term)
            if term.end.dayNumbers.overlaps(window) {
                ends.append(event(course.renewal == nil ? .expiry : .renewal, course.end.provision, term.end, arithmetic))
            }
            guard let notice else { continue }
            let last = course.lastNotice(before: term)
            if let last, !last.dayNumbers.overlaps(window) { continue }
            notices.append(event(.renewalNotice, notice.provision, last, last == nil ? nil : course.noticeArithmetic(of: term)))
        }
        // Without an end of the window each is told once; without a date there is nothing to tell terms apart by.
        func once(_ items: [DueItem]) -> [DueItem] { to == nil || items.first?.date == nil ? Array(items.prefix(1)) : items }
        return items + once(ends) + once(notices)
    }
}
