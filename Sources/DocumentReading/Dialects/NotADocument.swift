import LegalText

extension Dialect {
    /// Files that hold no document: feeds and directories of publications. Their kind is reported, nothing is indexed.
    static let notADocument = Dialect(
        format: "xml",
        matches: {
            ["feed", "rss", "RDF", "urlset", "sitemapindex", "PUBLICATION"].contains($0.root)
                || $0.root == "DOC" && $0.rootTag(contains: "formex")
        },
        unknown: .ask,
        roles: [],
        refine: { reader, element in
            let kind: Diagnostic.Kind =
                switch element.name {
                case "feed", "rss", "RDF": .feed
                case "DOC": .metadataOnly
                default: .contentsOnly
                }
            reader.note(kind, detail: element.name.string)
            return .skip
        })
}
