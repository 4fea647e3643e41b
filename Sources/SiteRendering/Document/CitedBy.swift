import LegalText

/// What relies on a clause, under it: closed, so that the text reads on, and open in print.
struct CitedBy {
    let page: DocumentScope

    func write(_ clause: Int, to html: inout HTML) {
        let places = page.site.incoming(document: page.index, provision: clause)
        guard !places.isEmpty else { return }
        html += "<details class=\"cited\"><summary>\(page.site.words.count("citedBy", places.count))</summary>\n"
        html += Self.list(places, site: page.site, links: page.links)
        html += "</details>\n"
    }

    static func list(_ places: [Site.IncomingReference], site: Site, links: Links) -> HTML {
        var html: HTML = "<ul>\n"
        for place in places {
            let document = site.base.documents[place.document].document
            let citation = Citation(document: document.id, provision: site.anchor(document, place.clause))
            html += "<li><a href=\"\(links.citation(citation))\">\(document.title), \(site.name(document, place.clause))</a></li>\n"
        }
        html += "</ul>\n"
        return html
    }
}
