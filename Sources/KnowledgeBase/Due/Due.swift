package import LegalText

extension KnowledgeBase {
    /// What falls due in a window of time, and what has no date, as seen on a day.
    ///
    /// - Parameters:
    ///   - asOf: the day asked about; statuses are told from it.
    ///   - from, to: the window. Without `to`, each recurring item is given once: its next date from `from` on.
    /// - Returns: dated items by date, then the undated ones, each by place in the base.
    package func due(asOf: PartialDate, from: PartialDate? = nil, to: PartialDate? = nil) -> [DueItem] {
        dueItems(asOf: asOf, from: from, to: to).enumerated()
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

    /// The same in the order of the base, document after document.
    package func dueItems(asOf: PartialDate, from: PartialDate? = nil, to: PartialDate? = nil) -> some Sequence<DueItem> {
        let reckoning = DueReckoning(base: self, asOf: asOf, from: from ?? asOf, to: to)
        return summaries.indices.lazy.filter { summaries[$0].hasDue }.flatMap { reckoning.items(of: $0) }
    }

    /// By provision: the dates on which something falls due there, whatever the day; of what recurs the first forty.
    func dueDates(of document: Int) -> [Int: [PartialDate]] {
        if !summaries[document].hasDue { return [:] }
        let (first, last) = (PartialDate(year: 1900), PartialDate(year: 2200))
        var dates: [Int: [PartialDate]] = [:]
        for item in DueReckoning(base: self, asOf: first, from: first, to: last, limit: 40).items(of: document) {
            guard let provision = item.place?.provision, let date = item.date, dates[provision, default: []].count < 40 else { continue }
            dates[provision, default: []].append(date)
        }
        return dates.mapValues { Set($0).sorted() }
    }
}
