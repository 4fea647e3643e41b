import KnowledgeBase
import LegalText

/// The first page: search, and the documents by kind.
enum IndexPage {
    /// How many documents of a kind the first page lists; the kind's own pages list all.
    private static let shown = 24

    static func plan(_ site: Site, _ prints: PagePrints) -> Plan {
        let lists = DocumentKind.allCases.map { ($0, KindPages.documents(of: $0, in: site)) }.filter { !$0.1.isEmpty }
        var print = prints.begin("index")
        for (kind, documents) in lists {
            print.add(kind.rawValue)
            print.add(documents.count)
            for document in documents.prefix(shown) { print.add(site.entry(of: document)) }
        }
        for count in [clauses(site), norms(site)] { print.add(count) }
        return Plan(print.fingerprint) { [render(site, lists)] }
    }

    private static func clauses(_ site: Site) -> Int { site.base.summaries.reduce(0) { $0 + $1.clauses } }
    private static func norms(_ site: Site) -> Int { site.base.summaries.reduce(0) { $0 + $1.norms } }

    private static func render(_ site: Site, _ lists: [(DocumentKind, [Int])]) -> SiteFile {
        let links = Links(depth: 0)
        var html = HTML()
        for (kind, documents) in lists {
            html +=
                "<section aria-labelledby=\"kind-\(kind.rawValue)\">\n<h2 id=\"kind-\(kind.rawValue)\"><a href=\"\(links.page(Links.kindPath(kind)))\">\(site.words("kinds." + kind.rawValue))</a></h2>\n"
            html += DocumentList.write(documents.prefix(shown), site, links)
            if documents.count > shown {
                html += "<p><a href=\"\(links.page(Links.kindPath(kind)))\">\(site.words.count("documents", documents.count))</a></p>\n"
            }
            html += "</section>\n"
        }
        let lead = site.words(
            "home.lead",
            [
                "documents": site.words.count("documents", site.base.summaries.count),
                "clauses": site.words.count("clauses", clauses(site)),
                "norms": site.words.count("norms", norms(site)),
            ])
        return site.page(.index, path: "", title: "", section: "nav.documents", ["lead": lead, "documents": html])
    }
}

/// Documents as a list: title, parties, and the date it bears.
enum DocumentList {
    static func write(_ documents: some Sequence<Int>, _ site: Site, _ links: Links) -> HTML {
        var html: HTML = "<ul class=\"entries\">\n"
        for index in documents {
            let parties = site.parties(of: index).map(\.name).joined(separator: ", ")
            html += "<li>\(site.link(toDocument: index, links))<span class=\"date\">"
            if let date = site.base.summaries[index].date {
                html += "<time datetime=\"\(date.description)\">\(site.date(date))</time>"
            } else {
                html += "\(site.words("noDate"))"
            }
            html += "</span>"
            if !parties.isEmpty { html += "<span class=\"about\">\(parties)</span>" }
            html += "</li>\n"
        }
        html += "</ul>\n"
        return html
    }
}
