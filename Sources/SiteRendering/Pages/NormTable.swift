import KnowledgeBase
import LegalText
import Norms

/// Norms as a table: what, who, the words they rest on, and where those stand. Rows carry what the filter's script looks at.
struct NormTable {
    let site: Site
    let links: Links
    var showsBearers = true

    /// Bytes of a title that a row shows: it stands in every row of its document.
    private static let longestTitle = 72
    /// Bytes of a sentence that a row shows.
    private static let longestQuote = 360

    /// - Parameter label: the name of the words that tell this table from another on its page.
    func write(_ norms: some Sequence<NormPlace>, label: String = "nav.norms") -> HTML {
        let words = site.words
        var html: HTML =
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"\(words(label))\"><table class=\"norms-table\">\n<thead><tr><th scope=\"col\">\(words("norm.modality"))</th>"
        if showsBearers { html += "<th scope=\"col\">\(words("norm.bearers"))</th>" }
        html += "<th scope=\"col\">\(words("norm.quote"))</th><th scope=\"col\">\(words("norm.clause"))</th></tr></thead>\n<tbody>\n"
        for place in norms { row(place, to: &html) }
        html += "</tbody>\n</table></div>\n"
        return html
    }

    private func row(_ place: NormPlace, to html: inout HTML) {
        let digest = site.base.documents.digest(place.document)
        guard let norm = digest.norm(place.norm), norm.status != .rejected, let name = digest.name(norm.clause) else { return }
        let summary = site.base.summaries[place.document]
        html +=
            "<tr data-modality=\"\(norm.modality.rawValue)\" data-strength=\"\(norm.strength.rawValue)\" data-kind=\"\(summary.kind.rawValue)\"><td>\(site.badge(norm.modality, norm.strength))</td>"
        if showsBearers { html += "<td class=\"who\">\(norm.bearers.joined(separator: ", "))</td>" }
        let quote = Excerpt.of(norm.quote, around: norm.action, limit: Self.longestQuote)
        html += "<td class=\"quote\" lang=\"\(summary.language.isEmpty ? site.language : summary.language)\">\(quote)</td>"
        let anchor = norm.anchor.isEmpty ? name.anchor : norm.anchor
        html +=
            "<td><a href=\"\(links.citation(Citation(document: summary.id, provision: anchor)))\">\(Excerpt.firstWords(site.title(of: place.document), limit: Self.longestTitle)), \(Site.shown(name))</a></td></tr>\n"
    }
}

/// `norms/`: every norm of the base, in pages, as a table that a script can narrow.
enum NormPages {
    static func plans(_ site: Site, _ prints: PagePrints) -> some Sequence<Plan> {
        let places = site.base.summaries.indices.flatMap { document in
            (0..<site.base.summaries[document].norms).map { NormPlace(document: document, norm: $0) }
        }
        let kinds = DocumentKind.allCases.filter { kind in site.base.summaries.contains { $0.kind == kind } }
        let pager = Pager(places, size: 1000, path: "norms") { Fingerprint(site.base.summaries[$0.document].id) }
        return pager.pages.lazy.map { page in
            var print = prints.begin("norms")
            print.add(page.number)
            print.add(page.count)
            for kind in kinds { print.add(kind.rawValue) }
            print.addDigests(of: page.items, site)
            return Plan(print.fingerprint) {
                let links = Links(depth: Links.depth(of: page.path))
                let table = NormTable(site: site, links: links).write(page.items)
                return [
                    site.page(
                        .list, path: page.path, title: site.words("nav.norms"), section: "nav.norms",
                        [
                            "lead": site.words("norms.lead"), "listClass": "norms-page",
                            "body": "\(filters(site, kinds, pages: page.count))\(table)\(page.navigation(site))" as HTML,
                        ])
                ]
            }
        }
    }

    /// Hidden until the script that works them has run.
    /// - Parameter pages: how many the table is cut into; the filter sees one.
    private static func filters(_ site: Site, _ kinds: [DocumentKind], pages: Int) -> HTML {
        func choice(_ label: String, _ name: String, _ values: [(String, String)]) -> HTML {
            let all: HTML = "<option value=\"\">\(site.words("filterAll"))</option>"
            let options = values.map { "<option value=\"\($0.0)\">\($0.1)</option>" as HTML }.joined()
            return "<label>\(site.words(label))<select data-filter=\"\(name)\">\(all)\(options)</select></label>\n"
        }
        let hint = pages > 1 ? "<p class=\"help\">\(site.words("filterPage", ["count": site.words.number(pages)]))</p>\n" : "" as HTML
        return """
            <form class="filters" data-table="norms-table" hidden>
            <label>\(site.words("filter"))<input type="search" data-filter="text" placeholder="\(site.words("filterHelp"))"></label>
            \(choice("norm.modality", "modality", Modality.allCases.map { ($0.rawValue, site.words("modality." + $0.rawValue)) }))\
            \(choice("norm.strength", "strength", Strength.allCases.map { ($0.rawValue, site.words("strength." + $0.rawValue)) }))\
            \(choice("norm.bearers", "who", []))\
            \(choice("facet.kind", "kind", kinds.map { ($0.rawValue, site.words("kind." + $0.rawValue)) }))\
            <output class="shown" aria-live="polite"></output>
            \(hint)\
            </form>

            """
    }
}

extension Mixer {
    /// Of the documents that these norms stand in, each once, and of the norms' numbers.
    mutating func addDigests(of norms: some Sequence<NormPlace>, _ site: Site) {
        var last: Int?
        for place in norms {
            if place.document != last {
                add(site.digest(of: place.document))
                add(site.base.summaries[place.document].kind.rawValue)
            }
            last = place.document
            add(place.norm)
        }
    }
}
