import Calendar
import KnowledgeBase
import LegalText

/// What falls due in the years that the site looks at, gathered once: a line of mark-up each, for `due/`, and the entries of the calendar.
///
/// The years begin with the latest that any document bears, so that all follows from the corpus alone, not from a clock. There may be as
/// many lines as there are clauses, so they lie in one run of bytes.
struct DueList {
    struct Line {
        /// First and last day that it may fall on; what has no date stands behind all that have.
        var days: ClosedRange<Int>
        var kind: DueItem.Kind
        var year: Int
        /// 0 for a date of a year alone.
        var month: Int
        /// Into `bytes`: mark-up up to an address, and from the address on, which is written as seen from the site's root.
        fileprivate var start: Int
        fileprivate var address: Int
        fileprivate var end: Int
    }

    let years: ClosedRange<Int>
    /// Dated ones by date, then the others, each in the order of the base.
    private(set) var lines: [Line] = []
    private(set) var entries: [CalendarEntry] = []
    private var bytes: [UInt8] = []
    private static let shown = 6

    init(_ site: Site) {
        let latest = site.base.summaries.indices.compactMap { site.date(of: $0)?.year }.filter { $0 < 2200 }.max() ?? 2000
        let first = site.asOf?.year ?? latest
        years = first...(first + Self.shown - 1)
        let (from, to) = (PartialDate(year: years.lowerBound), PartialDate(year: years.upperBound))
        let words = DueWords(site: site)
        var seen: Set<String> = []
        for item in site.base.dueItems(asOf: site.asOf ?? from, from: from, to: to)
        // What another document has taken the place of is due no longer.
        where site.supersededBy[site.base.summaries[item.document].id] == nil {
            if let (before, after) = words.line(item) { add(item, before, after) }
            if item.kind != .contingent {
                let entry = CalendarFile.entry(item, site)
                if seen.insert(entry.id).inserted { entries.append(entry) }
            }
        }
        let never = Int.max...Int.max
        let order = lines.indices.sorted { a, b in
            let (x, y) = (lines[a].days, lines[b].days)
            if x != y || x == never {
                return (x.lowerBound, x.upperBound, lines[a].kind.rawValue, a) < (y.lowerBound, y.upperBound, lines[b].kind.rawValue, b)
            }
            return a < b
        }
        lines = order.map { lines[$0] }
    }

    private mutating func add(_ item: DueItem, _ before: HTML, _ after: HTML) {
        let start = bytes.count
        bytes += before.bytes
        let address = bytes.count
        bytes += after.bytes
        lines.append(
            Line(
                days: item.date?.dayNumbers ?? Int.max...Int.max, kind: item.kind, year: item.date?.year ?? 0, month: item.date?.month ?? 0,
                start: start, address: address, end: bytes.count))
    }

    func write(_ line: Line, _ links: Links, to html: inout HTML) {
        html.append(written: bytes[line.start..<line.address])
        html += "\(links.root)"
        html.append(written: bytes[line.address..<line.end])
    }
}

/// One thing that is due, in words and mark-up.
private struct DueWords {
    let site: Site
    private let links = Links(depth: 0)

    /// The mark-up before the address, and from the address on; nil where there is nothing to say.
    func line(_ item: DueItem) -> (HTML, HTML)? {
        guard item.kind == .scheduled else { return row(item) }
        var before = HTML()
        if let date = item.date, date.day != nil { before += "<time datetime=\"\(date.description)\">\(site.date(date))</time>: " }
        before += "<a href=\""
        var after: HTML = "\(links.citation(site.base.citation(of: item)))\">\(DueList.title(item, site))</a>"
        if let arithmetic = item.arithmetic { after += " <span class=\"how\">\(how(arithmetic))</span>" }
        if let record = item.fulfilment { after += " <span class=\"how\">\(fulfilment(record))</span>" }
        return (before, after)
    }

    private func row(_ item: DueItem) -> (HTML, HTML)? {
        guard let norm = item.norm.flatMap(site.normLine(at:)), let place = item.place else { return nil }
        let times = [norm.recurrence, norm.deadline].filter { !$0.isEmpty }.joined(separator: "; ")
        return (
            "<tr><td>\(times)</td><td class=\"quote\">\(norm.action)</td><td>\(norm.bearers.joined(separator: ", "))</td><td><a href=\"",
            "\(site.address(of: place, links))\">\(site.title(of: place.document)), \(site.name(of: place))</a></td></tr>\n"
        )
    }

    private func how(_ arithmetic: DueItem.Arithmetic) -> String {
        let sign = arithmetic.period.count < 0 ? "−" : "+"
        let period = site.period(Period(abs(arithmetic.period.count), arithmetic.period.unit))
        let times = arithmetic.count == 1 ? period : "\(arithmetic.count) × \(period)"
        let offset = arithmetic.offset.map { " \($0.count < 0 ? "−" : "+") \(site.period(Period(abs($0.count), $0.unit)))" } ?? ""
        return "\(site.date(arithmetic.base)) \(sign) \(times)\(offset)"
    }

    /// "done, 12 March 2026, A. Reviewer, minutes/2026-03.pdf"
    private func fulfilment(_ record: Review) -> String {
        [site.words("fulfilment." + record.decision.rawValue), record.on.map(site.date) ?? "", record.by ?? "", record.evidence ?? ""]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension DueList {
    /// What is due, in the words of the norm, or the event that the document states.
    static func title(_ item: DueItem, _ site: Site) -> String {
        if let norm = item.norm.flatMap(site.normLine(at:)) {
            return [norm.bearers.joined(separator: ", "), norm.action].filter { !$0.isEmpty }.joined(separator: ": ")
        }
        return [item.event.map { site.words("event." + $0.rawValue) } ?? "", site.title(of: item.document)].filter { !$0.isEmpty }.joined(
            separator: ": ")
    }
}
