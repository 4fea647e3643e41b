import KnowledgeBase
import LegalText

/// `kinds/<kind>/`: all documents of a kind, by title.
enum KindPages {
    static func documents(of kind: DocumentKind, in site: Site) -> [Int] {
        site.base.summaries.indices.filter { site.base.summaries[$0].kind == kind }.map { (site.title(of: $0), $0) }
            .sorted { $0 < $1 }.map(\.1)
    }

    static func plans(_ site: Site, _ prints: PagePrints) -> [Plan] {
        DocumentKind.allCases.flatMap { kind -> [Plan] in
            let documents = documents(of: kind, in: site)
            guard !documents.isEmpty else { return [] }
            let title = site.words("kinds." + kind.rawValue)
            let pager = Pager(documents, size: 1000, path: Links.kindPath(kind)) { Fingerprint(site.base.summaries[$0].id) }
            return pager.pages.map { page in
                var print = prints.begin("kind " + kind.rawValue)
                print.add(page.number)
                print.add(page.count)
                print.add(documents.count)
                for document in page.items { print.add(site.entry(of: document)) }
                return Plan(print.fingerprint) {
                    let list = DocumentList.write(page.items, site, Links(depth: Links.depth(of: page.path)))
                    return [
                        site.page(
                            .list, path: page.path, title: title, section: "nav.documents",
                            [
                                "lead": site.words.count("documents", documents.count),
                                "body": "<section>\(list)\(page.navigation(site))</section>" as HTML,
                            ])
                    ]
                }
            }
        }
    }
}
