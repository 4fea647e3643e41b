import KnowledgeBase
import LegalText

/// `llms.txt`: what the site holds, as Markdown for language models.
enum LanguageModelText {
    static func write(_ site: Site) -> [UInt8] {
        let root = site.canonical("") ?? ""
        var text = "# \(line(site.title))\n\n> \(site.words.count("documents", site.base.documents.count)). \(site.words("norms.lead"))\n"
        for kind in DocumentKind.allCases {
            let documents = KindPages.documents(of: kind, in: site)
            guard !documents.isEmpty else { continue }
            text += "\n## \(site.words("kinds." + kind.rawValue))\n\n"
            for index in documents {
                let document = site.base.summaries[index]
                let parties = site.parties(of: index).map { line($0.name) }.joined(separator: ", ")
                let date = site.date(of: index).map(site.date) ?? site.words("noDate")
                text +=
                    "- [\(line(site.title(of: index)))](\(root)\(Links.documentPath(document.id))/index.html): \([parties, date].filter { !$0.isEmpty }.joined(separator: "; "))\n"
            }
        }
        text += "\n## \(site.words("navigation"))\n\n"
        for (name, path) in Navigation.entries.dropFirst() { text += "- [\(site.words(name))](\(root)\(path)/index.html)\n" }
        return Array(text.utf8)
    }

    /// One line without characters that Markdown would read as links or marks.
    private static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                Escape.visible(text).unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
                    switch scalar {
                    case "\n", "\r", "\t": [" "]
                    case "[", "]", "(", ")", "<", ">", "`", "*", "_", "\\": ["\\", scalar]
                    default: [scalar]
                    }
                }))
    }
}
