import KnowledgeBase
import LegalText

/// `sitemap.xml`: the addresses of the site, for machines that visit it; where there are more than one file may hold, an index of such files.
enum Sitemap {
    /// - Parameter most: addresses a file; the protocol allows 50,000.
    static func files(_ site: Site, _ root: String, most: Int = 50_000) -> [SiteFile] {
        let entries = entries(site, root)
        guard entries.count > most else { return [SiteFile(path: "sitemap.xml", bytes: list(entries[...]).bytes)] }
        let parts = stride(from: 0, to: entries.count, by: most).map { entries[$0..<min(entries.count, $0 + most)] }
        var index: HTML = head("sitemapindex")
        for number in parts.indices { index += "<sitemap><loc>\(root)sitemap-\(number + 1).xml</loc></sitemap>\n" }
        index += "</sitemapindex>\n"
        return [SiteFile(path: "sitemap.xml", bytes: index.bytes)]
            + parts.enumerated().map { SiteFile(path: "sitemap-\($0 + 1).xml", bytes: list($1).bytes) }
    }

    private static func entries(_ site: Site, _ root: String) -> [HTML] {
        let lists = ["", "parties/", "norms/", "due/", "terms/", "words/", "references/"]
        var entries = lists.map { "<url><loc>\(root)\($0)</loc></url>\n" as HTML }
        for kind in DocumentKind.allCases where site.base.summaries.contains(where: { $0.kind == kind }) {
            entries.append("<url><loc>\(root)\(Links.kindPath(kind))/</loc></url>\n")
        }
        for (index, summary) in site.base.summaries.enumerated() {
            let date = site.date(of: index).map { "<lastmod>\($0.description)</lastmod>" as HTML }
            entries.append("<url><loc>\(root)\(Links.documentPath(summary.id))/</loc>\(date ?? "")</url>\n")
        }
        for party in site.base.parties { entries.append("<url><loc>\(root)\(PartyPages.path(party))/</loc></url>\n") }
        return entries
    }

    static func list(_ entries: ArraySlice<HTML>) -> HTML {
        var xml = head("urlset")
        for entry in entries { xml += entry }
        xml += "</urlset>\n"
        return xml
    }

    private static func head(_ element: String) -> HTML {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(element) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    }
}
