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

    func plans(_ prints: PagePrints) -> some Sequence<Plan> {
        let loose = site.base.looseReferences
        let targets = site.base.looseTargets
        let rows =
            broken(loose.filter { !$0.isExternal }, targets) + works(loose.filter(\.isExternal), targets)
            + site.base.mentionCounts.map { Row.link(from: $0.from, to: $0.to, count: $0.count) }
        let pager = Pager(rows, size: 1000, path: "references") { row in
            switch row {
            case .mention("broken", _, let clauses): Fingerprint(clauses.first.map { site.base.summaries[$0.document].id } ?? "")
            case .mention(_, let target, _): Fingerprint(target)
            case .link(let from, _, _): Fingerprint(site.base.summaries[from].id)
            }
        }
        return pager.pages.lazy.map { page in
            var print = prints.begin("references")
            print.add(page.number)
            print.add(page.count)
            for row in page.items { add(row, to: &print) }
            return Plan(print.fingerprint) { [render(page)] }
        }
    }

    private func add(_ row: Row, to print: inout Mixer) {
        print.add(row.section)
        switch row {
        case .mention(_, let target, let clauses):
            print.add(target)
            for clause in clauses { print.add(clause, site) }
        case .link(let from, let to, let count):
            print.add(site.face(of: from))
            print.add(site.face(of: to))
            print.add(count)
        }
    }

    private func render(_ page: Pager<Row>.Page) -> SiteFile {
        let links = Links(depth: Links.depth(of: page.path))
        var html = HTML()
        for section in ["broken", "external", "resolved"] { write(section, page.items.filter { $0.section == section }, links, to: &html) }
        return site.page(
            .list, path: page.path, title: site.words("nav.references"), section: "nav.references",
            ["lead": site.words("references.lead"), "body": "\(html)\(page.navigation(site))" as HTML])
    }

    /// One row for each thing that a document names and that is not there, with the clauses that name it, in the order of the documents: "section 2"
    /// is another one in each.
    private func broken(_ references: [LooseReference], _ targets: [String]) -> [Row] {
        var rows: [Row] = []
        var start = 0
        while start < references.count {
            let document = references[start].mention.place.document
            let ofOne = references[start...].prefix { $0.mention.place.document == document }
            start = ofOne.endIndex
            var clauses: [Int: [ClausePlace]] = [:]
            var named: [Int] = []
            for reference in ofOne {
                if clauses[reference.target] == nil { named.append(reference.target) }
                clauses[reference.target, default: []].append(reference.mention.place)
            }
            for target in named {
                rows.append(.mention(section: "broken", target: targets[target], clauses: (clauses[target] ?? []).distinct()))
            }
        }
        return rows
    }

    /// One row for each work mentioned, with the clauses that mention it.
    private func works(_ references: [LooseReference], _ targets: [String]) -> [Row] {
        Dictionary(grouping: references, by: \.target)
            .map { (targets[$0.key].lowercased(), targets[$0.key], $0.value) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
            .map { .mention(section: "external", target: $0.1, clauses: $0.2.map(\.mention.place).distinct()) }
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
                html += "<tr><th scope=\"row\">\(target)</th><td>\(site.list(clauses, links))</td></tr>\n"
            case .link(let from, let to, let count):
                html +=
                    "<tr><td>\(site.link(toDocument: from, links))</td><td>\(site.link(toDocument: to, links))</td><td>\(count)</td></tr>\n"
            }
        }
        html += "</tbody></table></div>\n</section>\n"
    }
}
