import KnowledgeBase
import LegalText

/// What relies on a clause, under it: closed, so that the text reads on, and open in print.
struct CitedBy {
    let page: DocumentScope

    func write(_ clause: Int, to html: inout HTML) {
        let citing = Self.clauses(citing: page.analyzed.citation(of: clause), in: page.site)
        guard !citing.isEmpty else { return }
        html += "<details class=\"cited\"><summary>\(page.site.words.count("citedBy", citing.count))</summary>\n"
        html += Self.list(citing, site: page.site, links: page.links)
        html += "</details>\n"
    }

    /// The clauses that refer to `citation`, each once, in order.
    static func clauses(citing citation: Citation, in site: Site) -> [ClausePlace] {
        clauses(of: site.base.incoming(to: citation), in: site)
    }

    static func clauses(of references: [ReferencePlace], in site: Site) -> [ClausePlace] {
        var result: [ClausePlace] = []
        for place in references.map({ ClausePlace(document: $0.document, provision: site.base.reference(at: $0).clause) }).sorted()
        where result.last != place {
            result.append(place)
        }
        return result
    }

    static func list(_ places: [ClausePlace], site: Site, links: Links) -> HTML {
        "<ul>\n\(places.map { "<li>\(site.link(to: $0, links))</li>\n" as HTML }.joined())</ul>\n"
    }
}
