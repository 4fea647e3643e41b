import KnowledgeBase
import LegalText

/// `d/<document>/`: the text, its norms, what it defines and who cites it.
enum DocumentPage {
    static func render(_ site: Site, _ index: Int) -> SiteFile {
        let document = site.base.documents[index].document
        let path = Links.documentPath(document.id)
        let page = DocumentScope(site: site, index: index, links: Links(depth: 2))
        let outline = Outline(page: page).write()
        return site.page(
            .document, path: path, title: site.heading(of: index), section: "nav.documents",
            [
                "description": Excerpt.firstWords(document.provisions.first { $0.isClause && $0.type != .title }?.text ?? "", limit: 160),
                "document": [
                    "language": document.language.isEmpty ? site.language : document.language,
                    "kind": site.words("kind." + document.kind.rawValue),
                    "kindURL": page.links.page(Links.kindPath(document.kind)),
                ],
                "isLong": document.title.utf8.count > 110,
                "direction": WritingDirection.isRightToLeft(document.language) ? "rtl" : "",
                "hasOutline": !outline.isEmpty,
                "outline": outline,
                "facts": DocumentFacts(page: page).write(),
                "versions": Versions(page: page).write(),
                "body": DocumentBody(page: page).write(),
                "apparatus": Apparatus(page: page).write(),
                "linkedData": LinkedData(page: page).write(),
            ])
    }
}
