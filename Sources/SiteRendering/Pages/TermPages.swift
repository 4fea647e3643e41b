import KnowledgeBase
import LegalText
import References

/// `terms/`: defined terms and short forms from A to Z, with their meanings and every place that uses them; without a script it serves
/// in the place of search. Where there are many, each letter has a page of its own.
struct TermPages {
    let site: Site
    private let letters: [(letter: String, terms: [TermRecord])]

    /// How many uses are named one by one.
    private static let shown = 12
    private static let mostOnOnePage = 600

    init(_ site: Site) {
        self.site = site
        letters = Dictionary(grouping: site.base.terms) { Self.initial($0.term) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    func render() -> [SiteFile] {
        if site.base.terms.count <= Self.mostOnOnePage { return [page("terms", letters.indices) { "#letter-\($0 + 1)" }] }
        let root = page("terms", 0..<0) { Links(depth: 1).page("terms/\($0 + 1)") }
        return [root]
            + letters.indices.map { number in page("terms/\(number + 1)", number..<(number + 1)) { Links(depth: 2).page("terms/\($0 + 1)") }
            }
    }

    /// - Parameter address: where a letter's terms are, seen from this page.
    private func page(_ path: String, _ shown: Range<Int>, address: (Int) -> String) -> SiteFile {
        let links = Links(depth: Links.depth(of: path))
        var html: HTML = "<nav class=\"letters\" aria-label=\"\(site.words("nav.terms"))\">\n"
        for (number, (letter, _)) in letters.enumerated() { html += "<a href=\"\(address(number))\">\(letter)</a>\n" }
        html += "</nav>\n"
        for number in shown {
            html += "<section>\n<h2 id=\"letter-\(number + 1)\">\(letters[number].letter)</h2>\n<dl class=\"glossary\">\n"
            for term in letters[number].terms { write(term, links, to: &html) }
            html += "</dl>\n</section>\n"
        }
        return site.page(
            .list, path: path, title: site.words("nav.terms"), section: "nav.terms", ["lead": site.words("terms.lead"), "body": html])
    }

    private func write(_ term: TermRecord, _ links: Links, to html: inout HTML) {
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
            "<dd class=\"places\">\(site.words.count("uses", term.uses.count)): \(places.prefix(Self.shown).map { site.link(to: $0, links) }.joined(" · "))"
        if places.count > Self.shown { html += " …" }
        html += "</dd>\n"
    }

    /// The letter a term stands under: its first letter without marks, in capitals; `#` for what has none.
    private static func initial(_ term: String) -> String {
        if let letter = Slug.make(term.prefix(1)).first, letter.isLetter { return letter.uppercased() }
        return term.first { $0.isLetter }.map { String($0).uppercased() } ?? "#"
    }
}
