/// Writes XML, indented, everything escaped. Characters that XML 1.0 cannot hold become U+FFFD.
struct XMLText {
    private(set) var text = ""
    private var open: [String] = []

    /// What was written since the last call, for a sink.
    mutating func take() -> String {
        defer { text = "" }
        return text
    }

    mutating func declaration() { text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" }

    mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        tag(name, attributes)
        text += ">\n"
        open.append(name)
    }

    mutating func end() {
        let name = open.removeLast()
        indent()
        text += "</\(name)>\n"
    }

    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: String? = nil) {
        tag(name, attributes)
        guard let content else {
            text += "/>\n"
            return
        }
        text += ">"
        escape(content)
        text += "</\(name)>\n"
    }

    private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        indent()
        text += "<" + name
        for (key, value) in attributes {
            guard let value else { continue }
            text += " \(key)=\""
            escape(value)
            text += "\""
        }
    }

    private mutating func indent() { text += String(repeating: "  ", count: open.count) }

    private mutating func escape(_ content: String) {
        for scalar in content.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\t", "\n", "\r": text.unicodeScalars.append(scalar)
            case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
