import KnowledgeBase
import LegalText

/// The dated versions of a work, on the page of each.
struct Versions {
    let page: DocumentScope

    /// The other versions of this document's work, oldest first, the document itself among them; empty where there is but one.
    static func of(_ index: Int, in site: Site) -> [Int] {
        guard let work = site.base.entry(of: index)?.work, let versions = site.versions[work] else { return [] }
        return versions.count > 1 ? versions : []
    }

    func write() -> HTML {
        let versions = Self.of(page.index, in: page.site)
        guard !versions.isEmpty else { return "" }
        var html: HTML = "<nav class=\"versions\" aria-label=\"\(page.site.words("versions"))\">\n<ul>\n"
        for (position, version) in versions.enumerated() {
            let date = page.site.base.entry(of: version)?.version.map(page.site.date) ?? page.site.base.summaries[version].id
            let name = page.site.words("version", ["date": date])
            if version == page.index {
                html += "<li><b>\(name)</b>, \(page.site.words("thisVersion"))"
                if position > 0 {
                    let earlier = page.site.base.entry(of: versions[position - 1])?.version.map(page.site.date) ?? ""
                    html += " · <a href=\"changes/index.html\">\(page.site.words("compare", ["date": earlier]))</a>"
                }
                html += "</li>\n"
            } else {
                html += "<li><a href=\"\(page.links.document(page.site.base.summaries[version].id))\">\(name)</a></li>\n"
            }
        }
        html += "</ul>\n</nav>"
        return html
    }
}
