import KnowledgeBase
import LegalText

/// The first page: search, and the documents by kind.
enum IndexPage {
    /// How many documents of a kind the first page lists; the kind's own pages list all.
    private static let shown = 24

    static func render(_ site: Site) -> SiteFile {
        let links = Links(depth: 0)
        var html = HTML()
        for kind in DocumentKind.allCases {
            let documents = KindPages.documents(of: kind, in: site)
            guard !documents.isEmpty else { continue }
            html +=
                "<section aria-labelledby=\"kind-\(kind.rawValue)\">\n<h2 id=\"kind-\(kind.rawValue)\"><a href=\"\(links.page(Links.kindPath(kind)))\">\(site.words("kinds." + kind.rawValue))</a></h2>\n"
            html += DocumentList.write(documents.prefix(shown), site, links)
            if documents.count > shown {
                html += "<p><a href=\"\(links.page(Links.kindPath(kind)))\">\(site.words.count("documents", documents.count))</a></p>\n"
            }
            html += "</section>\n"
        }
        let clauses = site.base.documents.reduce(0) { $0 + $1.document.provisions.count { $0.isClause } }
        let norms = site.base.documents.reduce(0) { $0 + $1.norms.count }
        let lead = site.words(
            "home.lead",
            [
                "documents": site.words.count("documents", site.base.documents.count), "clauses": site.words.count("clauses", clauses),
                "norms": site.words.count("norms", norms),
            ])
        return site.page(.index, path: "", title: "", section: "nav.documents", ["lead": lead, "documents": html])
    }
}

/// Documents as a list: title, parties, and the date it bears.
enum DocumentList {
    static func write(_ documents: some Sequence<Int>, _ site: Site, _ links: Links) -> HTML {
        var html: HTML = "<ul class=\"entries\">\n"
        for index in documents {
            let analyzed = site.base.documents[index]
            let parties = site.parties(of: index).map(\.name).joined(separator: ", ")
            let date =
                analyzed.document.dates.signed ?? analyzed.agreement.signed ?? analyzed.document.dates.effective
                ?? analyzed.agreement.effective
            html += "<li>\(site.link(toDocument: index, links))<span class=\"date\">"
            if let date {
                html += "<time datetime=\"\(date.value.description)\">\(site.date(date.value))</time>"
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
