import KnowledgeBase
import LegalText
import Norms

/// Norms as a table: what, who, the words they rest on, and where those stand. Rows carry what the filter's script looks at.
struct NormTable {
    let site: Site
    let links: Links
    var showsBearers = true

    func write(_ norms: some Sequence<NormPlace>) -> HTML {
        let words = site.words
        var html: HTML =
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"\(words("nav.norms"))\"><table class=\"norms-table\">\n<thead><tr><th scope=\"col\">\(words("norm.modality"))</th>"
        if showsBearers { html += "<th scope=\"col\">\(words("norm.bearers"))</th>" }
        html += "<th scope=\"col\">\(words("norm.quote"))</th><th scope=\"col\">\(words("norm.clause"))</th></tr></thead>\n<tbody>\n"
        for place in norms { row(place, to: &html) }
        html += "</tbody>\n</table></div>\n"
        return html
    }

    private func row(_ place: NormPlace, to html: inout HTML) {
        let norm = site.base.norm(at: place)
        let clause = ClausePlace(document: place.document, provision: norm.clause)
        let document = site.base.documents[place.document].document
        guard document.provisions.indices.contains(norm.clause) else { return }
        html +=
            "<tr data-modality=\"\(norm.modality.rawValue)\" data-strength=\"\(norm.strength.rawValue)\"><td>\(NormMarkup.badge(norm, site.words))</td>"
        if showsBearers { html += "<td>\(norm.bearers.joined(separator: ", "))</td>" }
        html +=
            "<td class=\"quote\" lang=\"\(document.language.isEmpty ? site.language : document.language)\">\(document.provisions[norm.clause].text[norm.quote])</td>"
        html +=
            "<td><a href=\"\(norm.id.isEmpty ? site.address(of: clause, links) : links.norm(norm.id))\">\(site.title(of: document)), \(site.name(document, norm.clause))</a></td></tr>\n"
    }
}

/// `norms/`: every norm of the base, in pages, as a table that a script can narrow.
enum NormPages {
    static func render(_ site: Site) -> some Sequence<SiteFile> {
        var places: [NormPlace] = []
        for (document, analyzed) in site.base.documents.enumerated() {
            places += analyzed.norms.indices.filter { analyzed.norms[$0].status != .rejected }.map {
                NormPlace(document: document, norm: $0)
            }
        }
        return Pager(items: places, size: 1000, path: "norms").pages(site).lazy.map { page in
            let links = Links(depth: Links.depth(of: page.path))
            let table = NormTable(site: site, links: links).write(page.items)
            return site.page(
                .list, path: page.path, title: site.words("nav.norms"), section: "nav.norms",
                ["lead": site.words("norms.lead"), "listClass": "norms-page", "body": "\(filters(site))\(table)\(page.links)" as HTML])
        }
    }

    /// Hidden until the script that works them has run.
    private static func filters(_ site: Site) -> HTML {
        func options(_ name: String, _ values: [(String, String)]) -> HTML {
            let all: HTML = "<option value=\"\">\(site.words("filterAll"))</option>"
            return
                "<label>\(site.words("norm." + name))<select data-filter=\"\(name)\">\(all)\(values.map { "<option value=\"\($0.0)\">\($0.1)</option>" as HTML }.joined())</select></label>\n"
        }
        return """
            <form class="filters" data-table="norms-table" hidden>
            <label>\(site.words("filter"))<input type="search" data-filter="text" placeholder="\(site.words("filterHelp"))"></label>
            \(options("modality", Modality.allCases.map { ($0.rawValue, site.words("modality." + $0.rawValue)) }))\
            \(options("strength", Strength.allCases.map { ($0.rawValue, site.words("strength." + $0.rawValue)) }))\
            <output class="shown" aria-live="polite"></output>
            </form>

            """
    }
}
