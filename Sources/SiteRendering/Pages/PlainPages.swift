import Foundation
import LegalText

/// Pages with little of their own: search, "not found", and where a document that has another name now is led to.
enum PlainPages {
    static func search(_ site: Site) -> SiteFile {
        site.page(
            .search, path: "search", title: site.words("results.title"),
            ["resultWords": json(site.words.named(["results.", "facet.", "kind.", "modality.", "strength."]))])
    }

    /// At the root, so a host can serve it for any address; its links are absolute where the register has a base address.
    static func notFound(_ site: Site) -> SiteFile {
        let page = site.page(.message, path: "", title: site.words("notFound.title"), ["lead": site.words("notFound.lead")])
        return SiteFile(path: "404.html", bytes: page.bytes)
    }

    private static func json(_ texts: [String: String]) -> String {
        let data = try? JSONSerialization.data(withJSONObject: texts, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}
