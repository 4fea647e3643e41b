import KnowledgeBase
import LegalText

/// Files for machines that need the site's address on the web: they are written only where the register gives one.
enum Feeds {
    static func render(_ site: Site) -> [SiteFile] {
        var files = [
            SiteFile(path: "llms.txt", bytes: LanguageModelText.write(site)),
            SiteFile(path: "feed.atom", bytes: AtomFeed.write(site).bytes),
        ]
        guard let root = site.canonical("") else { return files }
        files.append(SiteFile(path: "sitemap.xml", bytes: sitemap(site, root).bytes))
        files.append(SiteFile(path: "opensearch.xml", bytes: openSearch(site, root).bytes))
        files.append(SiteFile(path: "robots.txt", bytes: Array("User-agent: *\nAllow: /\nSitemap: \(root)sitemap.xml\n".utf8)))
        return files
    }

    private static func sitemap(_ site: Site, _ root: String) -> HTML {
        var xml: HTML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        for path in ["", "parties/", "norms/", "due/", "terms/", "references/"] { xml += "<url><loc>\(root)\(path)</loc></url>\n" }
        for (index, analyzed) in site.base.documents.enumerated() {
            xml += "<url><loc>\(root)\(Links.documentPath(analyzed.document.id))/</loc>"
            if let date = site.date(of: index) { xml += "<lastmod>\(date.description)</lastmod>" }
            xml += "</url>\n"
        }
        for party in site.base.parties { xml += "<url><loc>\(root)\(PartyPages.path(party))/</loc></url>\n" }
        xml += "</urlset>\n"
        return xml
    }

    private static func openSearch(_ site: Site, _ root: String) -> HTML {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
        <ShortName>\(String(site.title.prefix(16)))</ShortName>
        <Description>\(site.title)</Description>
        <InputEncoding>UTF-8</InputEncoding>
        <Url type="text/html" template="\(root)search/index.html?q={searchTerms}"/>
        </OpenSearchDescription>

        """
    }
}

extension Site {
    /// The date a document bears: the day it was signed, or takes effect, or of its version in the register.
    func date(of index: Int) -> PartialDate? {
        let analyzed = base.documents[index]
        return analyzed.document.dates.signed?.value ?? analyzed.agreement.signed?.value ?? analyzed.document.dates.effective?.value
            ?? analyzed.agreement.effective?.value ?? base.entry(of: index)?.version
    }
}
