import Foundation
import LegalText

/// Pages with little of their own: search, "not found", and where a document that has another name now is led to.
enum PlainPages {
    static func search(_ site: Site) -> SiteFile {
        site.page(
            .search, path: "search", title: site.words("results.title"),
            [
                "resultWords": json(site.words.named(["results.", "facet.", "kind.", "modality.", "strength."])),
                "known": json(known(site)),
            ])
    }

    /// How the values of facets are shown: parties by their own names, documents by their titles; what is not here is shown as it is.
    private static func known(_ site: Site) -> [String: [String: String]] {
        var names: [String: [String: String]] = [:]
        if site.base.parties.count <= mostKnown {
            names["party"] = Dictionary(site.base.parties.map { ($0.name, $0.name) }, uniquingKeysWith: { first, _ in first })
        }
        if site.base.documents.count <= mostKnown {
            names["document"] = Dictionary(
                site.base.documents.map { ($0.document.id, site.title(of: $0.document)) }, uniquingKeysWith: { first, _ in first })
        }
        return names
    }

    private static let mostKnown = 500

    /// At the root, so a host can serve it for any address; its links are absolute where the register has a base address.
    static func notFound(_ site: Site) -> SiteFile {
        let page = site.page(.message, path: "", title: site.words("notFound.title"), ["lead": site.words("notFound.lead")])
        return SiteFile(path: "404.html", bytes: page.bytes)
    }

    /// Where a document stood that is no longer in the corpus: links to it lead to what took its place, or to the register.
    static func redirects(_ site: Site) -> [SiteFile] {
        let links = Links(depth: 2)
        return site.tombstones.keys.filter { site.base.index(of: $0) == nil }.sorted().map { id in
            let successor = site.supersededBy[id]?.last.map { site.base.documents[$0].document.id }
            return site.page(
                .redirect, path: Links.documentPath(id), title: id, ["target": successor.map(links.document) ?? links.page("")])
        }
    }

    private static func json(_ texts: Any) -> String {
        let data = try? JSONSerialization.data(withJSONObject: texts, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}
