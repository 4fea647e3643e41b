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
                site.base.summaries.indices.map { (site.base.summaries[$0].id, site.title(of: $0)) },
                uniquingKeysWith: { first, _ in first })
        }
        return names
    }

    static let mostKnown = 500

    /// A host serves it for any address, so its links go from the host's root where the register says where the site will stand.
    static func notFound(_ site: Site) -> SiteFile {
        var page = site.page(
            .message, path: "", title: site.words("notFound.title"), root: hostPath(site), ["lead": site.words("notFound.lead")])
        page.path = "404.html"
        return page
    }

    /// "/register/" of "https://example.org/register/".
    private static func hostPath(_ site: Site) -> String? {
        guard let address = site.canonical(""), let path = URL(string: address)?.path(percentEncoded: true), path.hasPrefix("/") else {
            return nil
        }
        return path.hasSuffix("/") ? path : path + "/"
    }

    /// Ids of documents that are no longer in the corpus, each with the id of what took its place.
    static func moved(_ site: Site) -> [(id: String, successor: String?)] {
        site.tombstones.keys.filter { site.base.index(of: $0) == nil }.sorted().map { id in
            (id, site.supersededBy[id]?.last.map { site.base.summaries[$0].id })
        }
    }

    /// Where a document stood that is no longer in the corpus: links to it lead to what took its place; where nothing did, the page says so.
    static func redirects(_ site: Site) -> [SiteFile] {
        let links = Links(depth: 2)
        return moved(site).map { id, successor in
            let path = Links.documentPath(id)
            if let successor { return site.page(.redirect, path: path, title: id, ["target": links.document(successor)]) }
            return site.page(.message, path: path, title: site.words("notFound.title"), ["lead": site.words("gone", ["id": id])])
        }
    }

    private static func json(_ texts: Any) -> String {
        let data = try? JSONSerialization.data(withJSONObject: texts, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}
