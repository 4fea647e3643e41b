import KnowledgeBase
import LegalText

/// `due/`: what falls due, by year and month, what hangs on an event, and what recurs without a date to count from. Where there is much,
/// each year has pages of its own, and so have the two lists without dates.
struct DuePages {
    let site: Site
    let list: DueList

    /// As many lines as one page holds.
    private static let most = 1500

    /// Hands over the pages one after another.
    func forEach(_ file: (SiteFile) throws -> Void) throws {
        let undated = [DueItem.Kind.unscheduled, .contingent].map { ($0.rawValue, list.undated($0)) }
        guard list.count > Self.most else {
            let links = Links(depth: 1)
            var html = years { "#year-\($0)" }
            for year in list.years { try write(year, list.dated(in: year), links, to: &html) }
            for (name, lines) in undated { try table(name, lines, links, to: &html) }
            return try file(page("due", html))
        }
        try file(overview(undated))
        for year in list.years { try yearPages(year, file) }
        for (name, lines) in undated { try tablePages(name, lines, file) }
    }

    private func page(_ path: String, _ html: HTML) -> SiteFile {
        let lead = site.words("due.lead", ["from": String(list.years.lowerBound), "to": String(list.years.upperBound)])
        let calendar = Links(depth: Links.depth(of: path)).root + "calendar.ics"
        let body: HTML = "<p><a href=\"\(calendar)\">\(site.words("due.calendar"))</a></p>\n\(html)"
        return site.page(
            .list, path: path, title: site.words("nav.due"), section: "nav.due", ["lead": lead, "listClass": "due", "body": body])
    }

    private func years(_ address: (Int) -> String) -> HTML {
        var html: HTML = "<nav class=\"letters\" aria-label=\"\(site.words("due.years"))\">\n"
        for year in list.years { html += "<a href=\"\(address(year))\">\(year)</a>\n" }
        html += "</nav>\n"
        return html
    }

    // MARK: Much

    private func overview(_ undated: [(String, ArraySlice<DueList.Line>)]) -> SiteFile {
        let links = Links(depth: 1)
        var html: HTML = "<ul class=\"entries\">\n"
        func entry(_ path: String, _ name: String, _ count: Int) {
            html +=
                "<li><a href=\"\(links.page("due/" + path))\">\(name)</a><span class=\"date\">\(site.words.count("due.count", count))</span></li>\n"
        }
        for year in list.years { entry("\(year)", "\(year)", list.dated(in: year).count) }
        for (name, lines) in undated where !lines.isEmpty { entry(name, site.words("due." + name), lines.count) }
        html += "</ul>\n"
        return page("due", html)
    }

    private func yearPages(_ year: Int, _ file: (SiteFile) throws -> Void) throws {
        for part in Pager(list.dated(in: year), size: Self.most, path: "due/\(year)", group: \.group).pages {
            let links = Links(depth: Links.depth(of: part.path))
            var html = years { links.page("due/\($0)") }
            try write(year, part.items, links, to: &html)
            try file(page(part.path, "\(html)\(part.navigation(site))"))
        }
    }

    private func tablePages(_ name: String, _ lines: ArraySlice<DueList.Line>, _ file: (SiteFile) throws -> Void) throws {
        if lines.isEmpty { return }
        for part in Pager(lines, size: Self.most, path: "due/" + name, group: { _ in Fingerprint(value: 0) }).pages {
            let links = Links(depth: Links.depth(of: part.path))
            var html = years { links.page("due/\($0)") }
            try table(name, part.items, links, to: &html)
            try file(page(part.path, "\(html)\(part.navigation(site))"))
        }
    }

    // MARK: A year

    private func write(_ year: Int, _ lines: ArraySlice<DueList.Line>, _ links: Links, to html: inout HTML) throws {
        html += "<section class=\"year\" id=\"year-\(year)\">\n<h2>\(year)</h2>\n"
        if lines.isEmpty { html += "<p class=\"lead\">\(site.words("due.none"))</p>\n" }
        let months = Dictionary(grouping: lines, by: \.month)
        if let whole = months[0] { try write(whole, links, to: &html) }
        if months.keys.contains(where: { $0 > 0 }) {
            html += "<ol class=\"months\">\n"
            for month in 1...12 {
                html += "<li\(months[UInt8(month)] == nil ? " class=\"empty\"" : "" as HTML)><h3>\(site.words("month.\(month)"))</h3>\n"
                if let found = months[UInt8(month)] { try write(found, links, to: &html) }
                html += "</li>\n"
            }
            html += "</ol>\n"
        }
        html += "</section>\n"
    }

    private func write(_ lines: [DueList.Line], _ links: Links, to html: inout HTML) throws {
        html += "<ul>\n"
        for line in lines {
            html += "<li>"
            try list.write(line, links, to: &html)
            html += "</li>\n"
        }
        html += "</ul>\n"
    }

    // MARK: Without a date

    private func table(_ name: String, _ lines: ArraySlice<DueList.Line>, _ links: Links, to html: inout HTML) throws {
        guard !lines.isEmpty else { return }
        let heads = ["due.when", "due.what", "due.who", "norm.clause"].map { "<th scope=\"col\">\(site.words($0))</th>" as HTML }.joined()
        html += "<section>\n<h2>\(site.words("due." + name))</h2>\n<p class=\"lead\">\(site.words("due.\(name)Lead"))</p>\n"
        html +=
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"\(site.words("due." + name))\"><table>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n"
        for line in lines { try list.write(line, links, to: &html) }
        html += "</tbody></table></div>\n</section>\n"
    }
}
