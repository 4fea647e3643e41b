import KnowledgeBase
import LegalText

/// `kinds/<kind>/`: all documents of a kind, by title.
enum KindPages {
    static func documents(of kind: DocumentKind, in site: Site) -> [Int] {
        site.base.documents.indices.filter { site.base.documents[$0].document.kind == kind }
            .sorted { (site.title(of: site.base.documents[$0].document), $0) < (site.title(of: site.base.documents[$1].document), $1) }
    }

    static func render(_ site: Site) -> [SiteFile] {
        DocumentKind.allCases.flatMap { kind -> [SiteFile] in
            let documents = documents(of: kind, in: site)
            guard !documents.isEmpty else { return [] }
            let title = site.words("kinds." + kind.rawValue)
            return Pager(items: documents, size: 1000, path: Links.kindPath(kind)).pages(site).map { page in
                let links = Links(depth: Links.depth(of: page.path))
                return site.page(
                    .list, path: page.path, title: title, section: "nav.documents",
                    [
                        "lead": site.words.count("documents", documents.count),
                        "body": "<section>\(DocumentList.write(page.items, site, links))\(page.links)</section>" as HTML,
                    ])
            }
        }
    }
}
