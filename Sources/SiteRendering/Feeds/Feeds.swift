import KnowledgeBase
import LegalText

/// Files for machines; those that need the site's address on the web are written only where the register gives one.
enum Feeds {
    static func plans(_ site: Site, _ prints: PagePrints) -> [Plan] {
        var print = prints.begin("texts")
        for party in site.base.parties.indices { print.add(site.face(ofParty: party)) }
        for document in site.base.summaries.indices {
            print.add(site.base.summaries[document].kind.rawValue)
            print.add(site.entry(of: document))
        }
        let texts = Plan(print.fingerprint) {
            [SiteFile(path: "llms.txt", bytes: LanguageModelText.write(site))] + addressed(site)
        }
        return [texts, AtomFeed.plan(site, prints)]
    }

    /// What needs the site's address on the web.
    private static func addressed(_ site: Site) -> [SiteFile] {
        guard let root = site.canonical("") else { return [] }
        return Sitemap.files(site, root) + [
            SiteFile(path: "opensearch.xml", bytes: openSearch(site, root).bytes),
            SiteFile(path: "robots.txt", bytes: Array("User-agent: *\nAllow: /\nSitemap: \(root)sitemap.xml\n".utf8)),
        ]
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
        base.summaries[index].date ?? base.entry(of: index)?.version
    }
}
