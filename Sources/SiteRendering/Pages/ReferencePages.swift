import KnowledgeBase
import LegalText
import References

/// `references/`: broken ones first, then works that are not held with the clauses that rely on them, then which document mentions which.
enum ReferencePages {
    static func render(_ site: Site) -> SiteFile {
        let links = Links(depth: 1)
        let unresolved = site.base.unresolved
        let broken = unresolved.filter { site.base.reference(at: $0).scope != .external }
        let outside = unresolved.filter { site.base.reference(at: $0).scope == .external }
        var html = HTML()
        func section(_ name: String, _ content: HTML) {
            if content.isEmpty { return }
            html +=
                "<section>\n<h2 id=\"\(name)\">\(site.words("references." + name))</h2>\n<p class=\"lead\">\(site.words("references.\(name)Lead"))</p>\n\(content)</section>\n"
        }
        section("broken", table(broken, site, links))
        section("external", table(outside, site, links))
        section("resolved", documents(site, links))
        return site.page(
            .list, path: "references", title: site.words("nav.references"), section: "nav.references",
            ["lead": site.words("references.lead"), "body": html])
    }

    /// One row for each thing mentioned, with the clauses that mention it.
    private static func table(_ places: [ReferencePlace], _ site: Site, _ links: Links) -> HTML {
        guard !places.isEmpty else { return "" }
        let groups = Dictionary(grouping: places) { site.base.reference(at: $0).target }
            .sorted { ($0.key.lowercased(), $0.key) < ($1.key.lowercased(), $1.key) }
        var html = head(site, ["references.target", "references.from"])
        for (target, places) in groups {
            let clauses = CitedBy.clauses(of: places, in: site)
            html += "<tr><th scope=\"row\">\(target)</th><td>\(clauses.map { site.link(to: $0, links) }.joined("<br>"))</td></tr>\n"
        }
        html += "</tbody></table></div>\n"
        return html
    }

    private static func documents(_ site: Site, _ links: Links) -> HTML {
        var counts: [[Int]: Int] = [:]
        for (from, analyzed) in site.base.documents.enumerated() {
            for reference in analyzed.references {
                guard let target = reference.resolved, let to = site.base.index(of: target.document), to != from else { continue }
                counts[[from, to], default: 0] += 1
            }
        }
        guard !counts.isEmpty else { return "" }
        var html = head(site, ["references.from", "references.target", "references.count"])
        for (pair, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            html +=
                "<tr><td>\(site.link(toDocument: pair[0], links))</td><td>\(site.link(toDocument: pair[1], links))</td><td>\(count)</td></tr>\n"
        }
        html += "</tbody></table></div>\n"
        return html
    }

    private static func head(_ site: Site, _ names: [String]) -> HTML {
        "<div class=\"table\"><table>\n<thead><tr>\(names.map { "<th scope=\"col\">\(site.words($0))</th>" as HTML }.joined())</tr></thead>\n<tbody>\n"
    }
}
