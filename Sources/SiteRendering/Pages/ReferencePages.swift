import KnowledgeBase
import LegalText
import References

/// `references/`: broken ones first, then works that are not held with the clauses that rely on them, then which document mentions which.
struct ReferencePages {
    let site: Site

    private enum Row {
        case mention(section: String, target: String, clauses: [ClausePlace])
        case link(from: Int, to: Int, count: Int)

        var section: String {
            switch self {
            case .mention(let section, _, _): section
            case .link: "resolved"
            }
        }
    }

    func render() -> some Sequence<SiteFile> {
        let unresolved = site.base.unresolved
        let rows =
            mentions("broken", unresolved.filter { site.base.reference(at: $0).scope != .external })
            + mentions("external", unresolved.filter { site.base.reference(at: $0).scope == .external }) + documentLinks()
        return Pager(items: rows, size: 1000, path: "references").pages(site).lazy.map { page in
            let links = Links(depth: Links.depth(of: page.path))
            var html = HTML()
            for section in ["broken", "external", "resolved"] {
                write(section, page.items.filter { $0.section == section }, links, to: &html)
            }
            return site.page(
                .list, path: page.path, title: site.words("nav.references"), section: "nav.references",
                ["lead": site.words("references.lead"), "body": "\(html)\(page.links)" as HTML])
        }
    }

    /// One row for each thing mentioned, with the clauses that mention it.
    private func mentions(_ section: String, _ places: [ReferencePlace]) -> [Row] {
        Dictionary(grouping: places) { site.base.reference(at: $0).target }
            .sorted { ($0.key.lowercased(), $0.key) < ($1.key.lowercased(), $1.key) }
            .map { .mention(section: section, target: $0.key, clauses: CitedBy.clauses(of: $0.value, in: site)) }
    }

    private func documentLinks() -> [Row] {
        site.base.documents.indices.flatMap { from in
            var counts: [Int: Int] = [:]
            for reference in site.base.documents[from].references {
                guard let target = reference.resolved, let to = site.base.index(of: target.document), to != from else { continue }
                counts[to, default: 0] += 1
            }
            return counts.sorted { $0.key < $1.key }.map { Row.link(from: from, to: $0.key, count: $0.value) }
        }
    }

    private func write(_ section: String, _ rows: [Row], _ links: Links, to html: inout HTML) {
        guard !rows.isEmpty else { return }
        let heads =
            section == "resolved"
            ? ["references.from", "references.target", "references.count"] : ["references.target", "references.from"]
        html +=
            "<section>\n<h2 id=\"\(section)\">\(site.words("references." + section))</h2>\n<p class=\"lead\">\(site.words("references.\(section)Lead"))</p>\n"
        html +=
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"\(site.words("references." + section))\"><table>\n<thead><tr>"
        for head in heads { html += "<th scope=\"col\">\(site.words(head))</th>" }
        html += "</tr></thead>\n<tbody>\n"
        for row in rows {
            switch row {
            case .mention(_, let target, let clauses):
                html += "<tr><th scope=\"row\">\(target)</th><td>\(clauses.map { site.link(to: $0, links) }.joined("<br>"))</td></tr>\n"
            case .link(let from, let to, let count):
                html +=
                    "<tr><td>\(site.link(toDocument: from, links))</td><td>\(site.link(toDocument: to, links))</td><td>\(count)</td></tr>\n"
            }
        }
        html += "</tbody></table></div>\n</section>\n"
    }
}
