import KnowledgeBase
import LegalText

/// What relies on a clause, under it: closed, so that the text reads on, and open in print.
struct CitedBy {
    let page: DocumentScope

    func write(_ clause: Int, to html: inout HTML) {
        let citing = page.mentions(ofClause: clause)
        guard !citing.isEmpty else { return }
        html += "<details class=\"cited\"><summary>\(page.site.words.count("citedBy", citing.count))</summary>\n"
        html += Self.list(citing, site: page.site, links: page.links)
        html += "</details>\n"
    }

    static func list(_ places: [ClausePlace], site: Site, links: Links) -> HTML {
        "<ul>\n\(places.map { "<li>\(site.link(to: $0, links))</li>\n" as HTML }.joined())</ul>\n"
    }
}

extension Sequence<ClausePlace> {
    /// Each once, in order.
    func distinct() -> [ClausePlace] {
        var result: [ClausePlace] = []
        for place in sorted() where result.last != place { result.append(place) }
        return result
    }
}
