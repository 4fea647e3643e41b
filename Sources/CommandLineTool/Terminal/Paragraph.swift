/// Text laid out in lines of a terminal's width.
enum Paragraph {
    /// Breaks at spaces; every line begins with `indent`, the first with `first` where that is given.
    static func wrap(_ text: String, indent: String = "", first: String? = nil, width: Int) -> String {
        var lines: [String] = []
        var line = first ?? indent
        var length = line.unicodeScalars.count
        var isEmpty = true
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
            let count = word.unicodeScalars.count
            if !isEmpty, length + 1 + count > width {
                lines.append(line)
                line = indent
                length = indent.unicodeScalars.count
                isEmpty = true
            }
            if !isEmpty {
                line += " "
                length += 1
            }
            line += word
            length += count
            isEmpty = false
        }
        lines.append(line)
        return lines.joined(separator: "\n")
    }

    /// Control and formatting characters of a hostile document must not reach a terminal.
    static func harmless(_ text: String) -> String {
        let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        if isClean { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control: clean.append(" ")
            case .format where scalar != "\u{200D}" && scalar != "\u{200C}": continue
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }

    /// The first words, at most `limit` characters.
    static func beginning(of text: String, limit: Int) -> String {
        guard text.unicodeScalars.count > limit else { return text }
        var cut = String(text.unicodeScalars.prefix(limit))
        if let space = cut.lastIndex(of: " ") { cut = String(cut[..<space]) }
        return cut + " …"
    }
}
