import KnowledgeBase
import LegalText

/// `due/`: what falls due, by year and month, what hangs on an event, and what recurs without a date to count from. Where there is much,
/// each year has pages of its own, and so have the two lists without dates.
struct DuePages {
    let site: Site
    let list: DueList

    /// As many lines as one page holds.
    private static let most = 1500

    func render() -> [SiteFile] {
        let dated = list.lines.filter { $0.kind == .scheduled }
        let undated = ["unscheduled", "contingent"].map { name in (name, list.lines.filter { $0.kind.rawValue == name }) }
        guard list.lines.count > Self.most else {
            let links = Links(depth: 1)
            var html = years { "#year-\($0)" }
            for year in list.years { write(year, dated.filter { $0.year == year }, links, to: &html) }
            for (name, lines) in undated { table(name, lines[...], links, to: &html) }
            return [page("due", html)]
        }
        let byYear = Dictionary(grouping: dated, by: \.year)
        return [overview(byYear, undated)] + list.years.flatMap { yearPages($0, byYear[$0] ?? []) }
            + undated.flatMap { tablePages($0.0, $0.1) }
    }

    private func page(_ path: String, _ html: HTML) -> SiteFile {
        let lead = site.words("due.lead", ["from": String(list.years.lowerBound), "to": String(list.years.upperBound)])
        return site.page(
            .list, path: path, title: site.words("nav.due"), section: "nav.due", ["lead": lead, "listClass": "due", "body": html])
    }

    private func years(_ address: (Int) -> String) -> HTML {
        var html: HTML = "<nav class=\"letters\" aria-label=\"\(site.words("due.years"))\">\n"
        for year in list.years { html += "<a href=\"\(address(year))\">\(year)</a>\n" }
        html += "</nav>\n"
        return html
    }

    // MARK: Much

    private func overview(_ years: [Int: [DueList.Line]], _ undated: [(String, [DueList.Line])]) -> SiteFile {
        let links = Links(depth: 1)
        var html: HTML = "<ul class=\"entries\">\n"
        func entry(_ path: String, _ name: String, _ count: Int) {
            html +=
                "<li><a href=\"\(links.page("due/" + path))\">\(name)</a><span class=\"date\">\(site.words.count("due.count", count))</span></li>\n"
        }
        for year in list.years { entry("\(year)", "\(year)", years[year]?.count ?? 0) }
        for (name, lines) in undated where !lines.isEmpty { entry(name, site.words("due." + name), lines.count) }
        html += "</ul>\n"
        return page("due", html)
    }

    private func yearPages(_ year: Int, _ lines: [DueList.Line]) -> [SiteFile] {
        Pager(lines, size: Self.most, path: "due/\(year)") { Fingerprint(value: UInt64(truncatingIfNeeded: $0.days.lowerBound)) }.pages.map
        { part in
            let links = Links(depth: Links.depth(of: part.path))
            var html = years { links.page("due/\($0)") }
            write(year, Array(part.items), links, to: &html)
            return page(part.path, "\(html)\(part.navigation(site))")
        }
    }

    private func tablePages(_ name: String, _ lines: [DueList.Line]) -> [SiteFile] {
        if lines.isEmpty { return [] }
        return Pager(lines, size: Self.most, path: "due/" + name) { _ in Fingerprint(value: 0) }.pages.map { part in
            let links = Links(depth: Links.depth(of: part.path))
            var html = years { links.page("due/\($0)") }
            table(name, part.items, links, to: &html)
            return page(part.path, "\(html)\(part.navigation(site))")
        }
    }

    // MARK: A year

    private func write(_ year: Int, _ lines: [DueList.Line], _ links: Links, to html: inout HTML) {
        html += "<section class=\"year\" id=\"year-\(year)\">\n<h2>\(year)</h2>\n"
        if lines.isEmpty { html += "<p class=\"lead\">\(site.words("due.none"))</p>\n" }
        let months = Dictionary(grouping: lines, by: \.month)
        if let whole = months[0] { write(whole, links, to: &html) }
        if months.keys.contains(where: { $0 > 0 }) {
            html += "<ol class=\"months\">\n"
            for month in 1...12 {
                html += "<li\(months[month] == nil ? " class=\"empty\"" : "" as HTML)><h3>\(site.words("month.\(month)"))</h3>\n"
                if let found = months[month] { write(found, links, to: &html) }
                html += "</li>\n"
            }
            html += "</ol>\n"
        }
        html += "</section>\n"
    }

    private func write(_ lines: [DueList.Line], _ links: Links, to html: inout HTML) {
        html += "<ul>\n"
        for line in lines {
            html += "<li>"
            list.write(line, links, to: &html)
            html += "</li>\n"
        }
        html += "</ul>\n"
    }

    // MARK: Without a date

    private func table(_ name: String, _ lines: ArraySlice<DueList.Line>, _ links: Links, to html: inout HTML) {
        guard !lines.isEmpty else { return }
        let heads = ["due.when", "due.what", "due.who", "norm.clause"].map { "<th scope=\"col\">\(site.words($0))</th>" as HTML }.joined()
        html += "<section>\n<h2>\(site.words("due." + name))</h2>\n<p class=\"lead\">\(site.words("due.\(name)Lead"))</p>\n"
        html +=
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"\(site.words("due." + name))\"><table>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n"
        for line in lines { list.write(line, links, to: &html) }
        html += "</tbody></table></div>\n</section>\n"
    }
}
