import Calendar
import LegalText

/// What a page's head says of the document.
struct HTMLMetadata {
    var title = ""
    var siteTitle = ""
    var language = ""
    var canonical: String?
    var aliases: [String] = []
    /// As the source writes it, in the order of trust.
    private var dates: [(trust: Int, text: String)] = []

    mutating func read(meta element: borrowing MarkupElement) {
        guard let content = element["content"], !content.isEmpty else { return }
        let name = (element["name"] ?? element["property"] ?? element["http-equiv"] ?? element["itemprop"] ?? "").lowercased()
        switch name {
        case "og:title", "dc.title", "dcterms.title": if siteTitle.isEmpty { siteTitle = content }
        case "og:url": if canonical == nil { canonical = content }
        case "dc.identifier", "dcterms.identifier", "eli:uri": aliases.append(content)
        case "dc.language", "dcterms.language", "content-language", "language": if language.isEmpty { language = content }
        case "dcterms.date", "dc.date", "dcterms.issued", "dc.date.issued", "date": dates.append((0, content))
        case "article:published_time", "datepublished", "pubdate", "dcterms.created", "publish-date": dates.append((1, content))
        default: break
        }
    }

    mutating func read(link element: borrowing MarkupElement) {
        guard element["rel"] == "canonical", let target = element["href"] else { return }
        if let canonical, canonical != target { aliases.append(canonical) }
        canonical = target
    }

    /// The date the page gives for itself, whole days of ISO 8601 only.
    var date: StatedDate? {
        for (_, text) in dates.sorted(by: { $0.trust < $1.trust }) {
            if let value = PartialDate(text.prefix(10)) ?? PartialDate(text) { return StatedDate(value: value, text: text) }
        }
        return nil
    }

    /// The window title without the site's name: "Terms | Example" is "Terms".
    static func withoutSite(_ title: String) -> String {
        for separator in [" | ", " \\ ", " – ", " — ", " - ", " :: ", " · "] {
            let parts = title.split(separator: separator)
            if parts.count > 1, let first = parts.first, first.utf8.count >= 4 { return String(first) }
        }
        return title
    }

    /// "ex10-8": one word of letters and digits.
    private static func isNumbered(_ title: String) -> Bool {
        title.utf8.contains(where: \.isDigit) && title.utf8.contains(where: \.isLetter) && title.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 }
    }

    /// A file's name or a converter's mark, which is no title.
    static func isFileName(_ title: String) -> Bool {
        title.isEmpty || ["document", "exhibit", "home", "index", "page", "new page", "html"].contains(title.lowercased())
            || title.utf8.count < 3 || (!title.contains(" ") && title.contains { $0 == "." || $0 == "_" })
            || title.lowercased().hasPrefix("untitled") || isNumbered(title)
    }
}
