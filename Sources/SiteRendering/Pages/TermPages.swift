import KnowledgeBase
import LegalText

/// `terms/`: defined terms and short forms from A to Z, with their meanings and every place that uses them; without a script it serves
/// in the place of search.
struct TermPages {
    let site: Site

    /// How many places are named one by one.
    static let shown = 12

    func plans(_ prints: PagePrints) -> [Plan] {
        Letters(
            site, site.base.terms, path: "terms", title: site.words("nav.terms"), section: "nav.terms", lead: site.words("terms.lead")
        ) { $0.term }.plans(prints) { term, print in
            print.add(term.id)
            print.add(term.term)
            for place in term.definitions {
                print.add(site.digest(of: place.document))
                print.add(place.index)
            }
            print.add(term.uses.count)
            for place in places(of: term).prefix(Self.shown + 1) { print.add(place, site) }
        } write: { terms, links, html in
            html += "<dl class=\"glossary\">\n"
            for term in terms { write(term, links, to: &html) }
            html += "</dl>\n"
        }
    }

    private func write(_ term: TermRecord, _ links: Links, to html: inout HTML) {
        html += "<dt id=\"\(term.id)\">\(term.term)</dt>\n"
        for place in term.definitions {
            let meaning = site.base.documents.digest(place.document).meaning(place.index)
            let clause = ClausePlace(document: place.document, provision: place.clause)
            html += "<dd>\(meaning?.text ?? site.words("terms.none")) <span class=\"places\">\(site.link(to: clause, links))</span></dd>\n"
        }
        guard !term.uses.isEmpty else { return }
        html +=
            "<dd class=\"places\">\(site.words.count("uses", term.uses.count)): \(site.list(places(of: term), links, most: Self.shown))</dd>\n"
    }

    /// The clauses that use a term.
    private func places(of term: TermRecord) -> [ClausePlace] {
        var places: [ClausePlace] = []
        for use in term.uses {
            let place = ClausePlace(document: use.document, provision: use.clause)
            if places.last != place { places.append(place) }
        }
        return places
    }
}

extension Mixer {
    /// Of a link to a clause.
    mutating func add(_ place: ClausePlace, _ site: Site) {
        add(site.face(of: place.document))
        add(place.provision)
    }
}
