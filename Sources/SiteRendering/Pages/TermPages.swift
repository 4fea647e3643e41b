import KnowledgeBase
import LegalText
import References

/// `terms/`: defined terms and short forms from A to Z, with their meanings and every place that uses them; without a script it serves
/// in the place of search.
enum TermPages {
    /// How many uses are named one by one.
    private static let shown = 12

    static func render(_ site: Site) -> SiteFile {
        let links = Links(depth: 1)
        let letters = Dictionary(grouping: site.base.terms) { initial($0.term) }.sorted { $0.key < $1.key }
        var html: HTML = "<nav class=\"letters\" aria-label=\"\(site.words("nav.terms"))\">\n"
        for (letter, _) in letters { html += "<a href=\"#letter-\(Links.encoded(letter))\">\(letter)</a>\n" }
        html += "</nav>\n"
        for (letter, terms) in letters {
            html += "<section>\n<h2 id=\"letter-\(letter)\">\(letter)</h2>\n<dl class=\"glossary\">\n"
            for term in terms { write(term, site, links, to: &html) }
            html += "</dl>\n</section>\n"
        }
        return site.page(
            .list, path: "terms", title: site.words("nav.terms"), section: "nav.terms", ["lead": site.words("terms.lead"), "body": html])
    }

    private static func write(_ term: TermRecord, _ site: Site, _ links: Links, to html: inout HTML) {
        html += "<dt id=\"\(term.id)\">\(term.term)</dt>\n"
        for place in term.definitions {
            let definition = site.base.documents[place.document].definitions[place.index]
            let clause = ClausePlace(document: place.document, provision: definition.clause)
            html +=
                "<dd>\(definition.meaning ?? site.words("terms.none")) <span class=\"places\">\(site.link(to: clause, links))</span></dd>\n"
        }
        guard !term.uses.isEmpty else { return }
        var places: [ClausePlace] = []
        for use in term.uses {
            let place = ClausePlace(document: use.document, provision: site.base.documents[use.document].termUses[use.index].clause)
            if places.last != place { places.append(place) }
        }
        html +=
            "<dd class=\"places\">\(site.words.count("uses", term.uses.count)): \(places.prefix(shown).map { site.link(to: $0, links) }.joined(" · "))"
        if places.count > shown { html += " …" }
        html += "</dd>\n"
    }

    /// The letter a term stands under: its first letter without marks, in capitals; `#` for what begins with none.
    private static func initial(_ term: String) -> String {
        guard let first = Slug.make(term.prefix(1)).first, first.isLetter else {
            let letter = term.first { $0.isLetter }
            return letter.map { String($0).uppercased() } ?? "#"
        }
        return first.uppercased()
    }
}
