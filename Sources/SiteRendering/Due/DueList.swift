import Calendar
import KnowledgeBase
import LegalText

/// What falls due in the years that the site looks at, gathered once: a line of mark-up each, for `due/`, and the calendar.
///
/// The years begin with the latest that any document bears, so that all follows from the corpus alone, not from a clock. There may be as
/// many lines as there are clauses, so a line is a few numbers, and its mark-up waits on the disk.
struct DueList {
    struct Line {
        /// Where its words are in the file.
        fileprivate var start: Int
        /// First day that it may fall on, and how many more; what has no date stands behind all that have.
        fileprivate var from: Int32
        fileprivate var span: UInt16
        fileprivate var kindPlace: UInt8
        /// 0 for a date of a year alone.
        private(set) var month: UInt8

        fileprivate init(_ item: DueItem, start: Int) {
            self.start = start
            let days = item.date?.dayNumbers
            from = days.map { Int32(clamping: $0.lowerBound) } ?? .max
            span = days.map { UInt16(clamping: $0.upperBound - $0.lowerBound) } ?? .max
            kindPlace = UInt8(DueList.kinds.firstIndex(of: item.kind) ?? 0)
            month = UInt8(clamping: item.date?.month ?? 0)
        }

        /// Lines of one day belong together.
        var group: Fingerprint { Fingerprint(value: UInt64(truncatingIfNeeded: Int(from))) }
    }

    /// In the order of their names.
    fileprivate static let kinds: [DueItem.Kind] = [.contingent, .scheduled, .unscheduled]

    let years: ClosedRange<Int>
    /// Dated ones by date, then the others by kind, each in the order of the base.
    private var lines: [Line] = []
    /// Of each line how much of its mark-up stands before an address, how much from the address on, which is written as seen from the site's
    /// root (four bytes each, the lowest first), then both.
    private let markup: SpillFile
    /// `calendar.ics`.
    let calendar: SpillFile
    private static let shown = 6

    /// - Throws: where the disk takes no more.
    init(_ site: Site) throws {
        let latest = site.base.summaries.indices.compactMap { site.date(of: $0)?.year }.filter { $0 < 2200 }.max() ?? 2000
        let first = site.asOf?.year ?? latest
        years = first...(first + Self.shown - 1)
        let (from, to) = (PartialDate(year: years.lowerBound), PartialDate(year: years.upperBound))
        var entries = ICalendar.Writer(name: site.title, stamp: from)
        (markup, calendar) = (try SpillFile(), try SpillFile())
        let words = DueWords(site: site)
        // An entry's identifier begins with its document's.
        var seen: (document: Int, ids: Set<String>) = (-1, [])
        for item in site.base.dueItems(asOf: site.asOf ?? from, from: from, to: to)
        // What another document has taken the place of is due no longer.
        where site.supersededBy[site.base.summaries[item.document].id] == nil {
            if let (before, after) = words.line(item) {
                lines.append(Line(item, start: markup.count))
                try markup.append(
                    [before, after].flatMap { part in (0..<4).map { UInt8(truncatingIfNeeded: part.bytes.count >> ($0 * 8)) } })
                try markup.append(before.bytes)
                try markup.append(after.bytes)
            }
            guard item.kind != .contingent else { continue }
            let entry = CalendarFile.entry(item, site)
            if seen.document != item.document { seen = (item.document, []) }
            if seen.ids.insert(entry.id).inserted {
                entries.add(entry)
                try calendar.append(entries.take())
            }
        }
        try calendar.append(entries.finish())
        lines.sort { ($0.from, $0.span, $0.kindPlace, $0.start) < ($1.from, $1.span, $1.kindPlace, $1.start) }
    }

    var count: Int { lines.count }

    func dated(in year: Int) -> ArraySlice<Line> {
        let days = PartialDate(year: year).dayNumbers
        return lines[place { Int($0.from) >= days.lowerBound }..<place { Int($0.from) > days.upperBound }]
    }

    /// Of a kind whose items have no date.
    func undated(_ kind: DueItem.Kind) -> ArraySlice<Line> {
        let number = DueList.kinds.firstIndex(of: kind) ?? 0
        return lines[place { $0.from == .max && $0.kindPlace >= number }..<place { $0.from == .max && $0.kindPlace > number }]
    }

    /// The first line that is so; all behind it are.
    private func place(_ isBehind: (Line) -> Bool) -> Int {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(lines[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// - Throws: where the disk gives nothing back.
    func write(_ line: Line, _ links: Links, to html: inout HTML) throws {
        func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }
        let head = try markup.read(line.start..<(line.start + 8))
        let (before, after) = (number(head[..<4]), number(head[4...]))
        let bytes = try markup.read((line.start + 8)..<(line.start + 8 + before + after))
        html.append(written: bytes[..<before])
        html += "\(links.root)"
        html.append(written: bytes[before...])
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
            // "reviewed" alone would not say what is.
            if norm.bearers.isEmpty { return Excerpt.firstWords(norm.quote, limit: 90) }
            return [norm.bearers.joined(separator: ", "), norm.action].filter { !$0.isEmpty }.joined(separator: ": ")
        }
        return [item.event.map { site.words("event." + $0.rawValue) } ?? "", site.title(of: item.document)].filter { !$0.isEmpty }.joined(
            separator: ": ")
    }
}
