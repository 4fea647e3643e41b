/// What a file is, by its bytes; its name decides only where they leave it open.
enum FileFormat {
    case html, xml, text

    init(_ bytes: [UInt8], prolog: MarkupProlog, name: String) {
        let namesHTML = Self.ends(name, [".html", ".htm", ".xhtml", ".aspx", ".php"])
        if let doctype = prolog.doctype, doctype.name.lowercased() == "html" {
            self = .html
        } else if Self.htmlElements.contains(prolog.root.lowercased()) {
            self = .html
        } else if !prolog.root.isEmpty {
            // A filing wraps its HTML in a few tags of its own.
            self = namesHTML || !Self.isDeclaredXML(bytes) && Self.has("html", bytes) ? .html : .xml
        } else if namesHTML || Self.has("html", bytes) || Self.has("body", bytes) {
            self = .html
        } else {
            self = prolog.doctype != nil && Self.ends(name, [".xml"]) || Self.isDeclaredXML(bytes) ? .xml : .text
        }
    }

    private static func isDeclaredXML(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "<?xml".utf8) }

    /// Whether the name ends in one of these, in whatever case; they are in small letters.
    private static func ends(_ name: String, _ endings: [String]) -> Bool {
        let tail = name.utf8.suffix(6).map { $0.isUpper ? $0 | 0x20 : $0 }
        return endings.contains { tail.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// Elements that no dialect of XML begins with.
    private static let htmlElements: Set<String> = [
        "html", "head", "body", "div", "p", "table", "span", "main", "article", "h1", "h2", "h3", "ul", "ol", "meta", "script", "style",
        "link",
        "font", "center", "b", "i", "nav", "header", "footer", "noscript", "br", "hr", "a",
    ]

    /// Whether the first bytes hold the start of this tag, in whatever case; `name` is in small letters.
    private static func has(_ name: String, _ bytes: [UInt8]) -> Bool {
        var found = false
        ByteView.lend(bytes) { view in
            let head = view.part(0, 4096)
            var place = head.find(UInt8(ascii: "<"), from: 0)
            while place < head.count, !found {
                var index = place + 1
                for byte in name.utf8 where head[index] | 0x20 == byte { index += 1 }
                found = index == place + 1 + name.utf8.count
                place = head.find(UInt8(ascii: "<"), from: place + 1)
            }
        }
        return found
    }
}
