import Calendar
import KnowledgeBase
import LegalText
import Norms

/// `due/`: what falls due, by year and month, what hangs on an event, and what recurs without a date to count from.
///
/// The years shown begin with the latest that any document bears, so that the page follows from the corpus alone, not from a clock.
struct DuePage {
    private let site: Site
    private let links = Links(depth: 1)
    private let years: ClosedRange<Int>
    private let items: [DueItem]
    private static let shown = 6

    init(_ site: Site) {
        self.site = site
        years = Self.years(of: site)
        items = Self.items(site)
    }

    /// The years that `due/` and the calendar look at.
    static func years(of site: Site) -> ClosedRange<Int> {
        let latest = site.base.documents.indices.compactMap { site.date(of: $0)?.year }.filter { $0 < 2200 }.max() ?? 2000
        let first = site.asOf?.year ?? latest
        return first...(first + shown - 1)
    }

    /// What falls due in those years, but for documents that another has taken the place of.
    static func items(_ site: Site) -> [DueItem] {
        let years = years(of: site)
        let first = PartialDate(year: years.lowerBound)
        return site.base.due(asOf: site.asOf ?? first, from: first, to: PartialDate(year: years.upperBound))
            .filter { site.supersededBy[site.base.documents[$0.document].document.id] == nil }
    }

    func render() -> SiteFile {
        let dated = Dictionary(grouping: items.filter { $0.date != nil }) { $0.date?.year ?? 0 }
        var html: HTML = "<nav class=\"letters\" aria-label=\"\(site.words("due.years"))\">\n"
        for year in years { html += "<a href=\"#year-\(year)\">\(year)</a>\n" }
        html += "</nav>\n"
        for year in years { write(year, dated[year] ?? [], to: &html) }
        table("unscheduled", items.filter { $0.kind == .unscheduled }, to: &html)
        table("contingent", items.filter { $0.kind == .contingent }, to: &html)
        let lead = site.words("due.lead", ["from": String(years.lowerBound), "to": String(years.upperBound)])
        return site.page(
            .list, path: "due", title: site.words("nav.due"), section: "nav.due", ["lead": lead, "listClass": "due", "body": html])
    }

    // MARK: A year

    private func write(_ year: Int, _ items: [DueItem], to html: inout HTML) {
        html += "<section class=\"year\" id=\"year-\(year)\">\n<h2>\(year)</h2>\n"
        let whole = items.filter { $0.date?.month == nil }
        if !whole.isEmpty { list(whole, to: &html) }
        let months = Dictionary(grouping: items.filter { $0.date?.month != nil }) { $0.date?.month ?? 0 }
        if items.isEmpty { html += "<p class=\"lead\">\(site.words("due.none"))</p>\n" }
        if !months.isEmpty {
            html += "<ol class=\"months\">\n"
            for month in 1...12 {
                html += "<li\(months[month] == nil ? " class=\"empty\"" : "" as HTML)><h3>\(site.words("month.\(month)"))</h3>\n"
                if let found = months[month] { list(found, to: &html) }
                html += "</li>\n"
            }
            html += "</ol>\n"
        }
        html += "</section>\n"
    }

    private func list(_ items: [DueItem], to html: inout HTML) {
        html += "<ul>\n"
        for item in items {
            html += "<li>"
            if let date = item.date, date.day != nil { html += "<time datetime=\"\(date.description)\">\(site.date(date))</time>: " }
            html += what(item)
            if let arithmetic = item.arithmetic { html += " <span class=\"how\">\(how(arithmetic))</span>" }
            if let record = item.fulfilment { html += " <span class=\"how\">\(fulfilment(record))</span>" }
            html += "</li>\n"
        }
        html += "</ul>\n"
    }

    private func what(_ item: DueItem) -> HTML {
        let address = item.place.map { site.address(of: $0, links) } ?? links.document(site.base.documents[item.document].document.id)
        return "<a href=\"\(address)\">\(Self.title(item, site))</a>"
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

    /// What is due, in the words of the norm, or the event that the document states.
    static func title(_ item: DueItem, _ site: Site) -> String {
        if let norm = item.norm.map(site.base.norm(at:)) {
            return [norm.bearers.joined(separator: ", "), norm.action.text].filter { !$0.isEmpty }.joined(separator: ": ")
        }
        let document = site.base.documents[item.document].document
        return [item.event.map { site.words("event." + $0.rawValue) } ?? "", site.title(of: document)].filter { !$0.isEmpty }.joined(
            separator: ": ")
    }

    // MARK: Without a date

    private func table(_ name: String, _ items: [DueItem], to html: inout HTML) {
        guard !items.isEmpty else { return }
        let heads = ["due.when", "due.what", "due.who", "norm.clause"].map { "<th scope=\"col\">\(site.words($0))</th>" as HTML }.joined()
        html += "<section>\n<h2>\(site.words("due." + name))</h2>\n<p class=\"lead\">\(site.words("due.\(name)Lead"))</p>\n"
        html +=
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"\(site.words("due." + name))\"><table>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n"
        for item in items {
            guard let norm = item.norm.map(site.base.norm(at:)) else { continue }
            let times = [norm.recurrence?.text ?? "", norm.deadline?.text ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
            html += "<tr><td>\(times)</td><td class=\"quote\">\(norm.action.text)</td><td>\(norm.bearers.joined(separator: ", "))</td>"
            html += "<td>\(item.place.map { site.link(to: $0, links) } ?? "")</td></tr>\n"
        }
        html += "</tbody></table></div>\n</section>\n"
    }
}
