/// What a file is, by its bytes; its name decides only where they leave it open.
enum FileFormat {
    case html, xml, text

    init(_ bytes: [UInt8], prolog: MarkupProlog, name: String) {
        let ending = String(decoding: name.utf8.suffix(6).split(separator: UInt8(ascii: ".")).last ?? [], as: UTF8.self).lowercased()
        let namesHTML = ["html", "htm", "xhtml", "aspx", "php"].contains(ending)
        if let doctype = prolog.doctype, doctype.name.lowercased() == "html" {
            self = .html
        } else if Self.htmlElements.contains(prolog.root.lowercased()) {
            self = .html
        } else if !prolog.root.isEmpty {
            // A filing wraps its HTML in a few tags of its own.
            self = namesHTML || !bytes.starts(with: Array("<?xml".utf8)) && Self.has("<html", bytes) ? .html : .xml
        } else if namesHTML || Self.has("<html", bytes) || Self.has("<body", bytes) {
            self = .html
        } else {
            self = prolog.doctype != nil && ending == "xml" || bytes.starts(with: Array("<?xml".utf8)) ? .xml : .text
        }
    }

    /// Elements that no dialect of XML begins with.
    private static let htmlElements: Set<String> = [
        "html", "head", "body", "div", "p", "table", "span", "main", "article", "h1", "h2", "h3", "ul", "ol", "meta", "script", "style",
        "link",
        "font", "center", "b", "i", "nav", "header", "footer", "noscript", "br", "hr", "a",
    ]

    /// Whether the first bytes hold this tag, in whatever case.
    private static func has(_ tag: String, _ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return MarkupProlog.find(tag, in: head[...]) != nil
    }
}
