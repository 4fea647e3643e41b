import LegalText

/// A bullet in front of a list item.
enum Bullet {
    /// The words behind the bullet; nil when the line begins with none.
    static func text(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        for bullet in bullets where line.starts(with: bullet) {
            let rest = line.dropFirst(bullet.count)
            guard let next = rest.first, next.isSpace || next == 0xC2 else { continue }
            let words = rest.drop { $0.isSpace || $0 == 0xC2 || $0 == 0xA0 }
            return words.isEmpty ? nil : words
        }
        return nil
    }

    /// Bytes of the sign and the white space behind it at the beginning of `text`; nil without one. Hyphens and letters are no signs here.
    static func signLength(_ text: String) -> Int? {
        // Every sign lies beyond ASCII.
        guard let first = text.utf8.first, first >= 0x80 else { return nil }
        for sign in signs where text.utf8.prefix(sign.count).elementsEqual(sign) {
            var length = sign.count
            for byte in text.utf8.dropFirst(sign.count) {
                guard byte == 0x20 else { break }
                length += 1
            }
            return length > sign.count && length < text.utf8.count ? length : nil
        }
        return nil
    }

    private static let signs = ["•", "·", "▪", "●", "○", "◦", "‣", "\u{F0B7}", "\u{F0A7}"].map { Array($0.utf8) }

    private static let bullets = ["-", "*", "•", "–", "—", "·", "▪", "●", "○", "◦", "", "", "‣", "+", "o"].map { Array($0.utf8) }
}

/// Headings that plain text marks with signs: underlined, or after "##".
enum Underline {
    /// The rank of the heading that this line underlines; nil when it is no underline.
    static func rank(_ line: ArraySlice<UInt8>) -> Int? {
        guard line.count >= 3, let first = line.first, first == 0x3D || first == 0x2D || first == 0x7E, line.allSatisfy({ $0 == first })
        else { return nil }
        return first == 0x3D ? 1 : first == 0x2D ? 2 : 3
    }

    /// A rule across the page.
    static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        line.count >= 3 && line.allSatisfy { $0 == 0x3D || $0 == 0x2D || $0 == 0x5F || $0 == 0x2A || $0 == 0x20 }
    }

    /// "## Heading".
    static func marked(_ line: ArraySlice<UInt8>) -> (rank: Int, text: ArraySlice<UInt8>)? {
        let signs = line.prefix { $0 == 0x23 }
        guard (1...6).contains(signs.count) else { return nil }
        let rest = line.dropFirst(signs.count)
        guard rest.first == 0x20 else { return nil }
        return (signs.count, rest.drop { $0 == 0x20 })
    }
}

/// How a line begins.
enum LineStart {
    /// "(a) ", "1. ", "2.1 ", "ARTICLE IV": a new item, never the rest of the line before.
    static func isLabel(_ line: ArraySlice<UInt8>) -> Bool {
        let head = Array(line.prefix(48))
        return LabelScanner.scan(head).first.map { $0.start == 0 } ?? false
    }

    /// A term in quotation marks opens the line.
    static func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
        line.first == 0x22 || line.prefix(3).elementsEqual("“".utf8)
    }
}

/// Words cut at the end of a line.
enum Hyphen {
    /// The hyphen at the end of `left` was put there by the line's end: "agree-", "ment".
    static func isLineBreak(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.last == 0x2D, left.count >= 3, left[left.count - 2].isLower, right.first?.isLower == true else { return false }
        var start = left.count - 1
        while start > 0, left[start - 1].isLetter { start -= 1 }
        if start > 0, left[start - 1] == 0x2D { return false }
        let stem = left[start..<left.count - 1]
        return !prefixes.contains { $0.elementsEqual(stem) }
    }

    /// Words that keep their hyphen.
    private static let prefixes = [
        "non", "self", "co", "pre", "post", "re", "sub", "multi", "inter", "cross", "long", "short", "well", "high", "low", "third", "half",
        "ex", "semi",
        "anti", "pro", "all", "part", "full", "on", "off", "up", "year", "day", "one", "two", "three", "four", "five", "ten", "so", "in",
        "by", "vice",
    ].map { Array($0.utf8) }
}

/// Emphasis that plain text writes with asterisks: "*Educating and Training*".
enum Emphasis {
    /// Takes the asterisks out of `text` and returns what they enclosed.
    static func strip(_ text: inout [UInt8]) -> [Mark] {
        guard text.contains(0x2A) else { return [] }
        var result: [UInt8] = []
        var marks: [Mark] = []
        var open: (asterisks: Int, at: Int, start: Int)?
        var index = 0
        while index < text.count {
            guard text[index] == 0x2A else {
                result.append(text[index])
                index += 1
                continue
            }
            var end = index
            while end < text.count, text[end] == 0x2A { end += 1 }
            let count = end - index
            let before = index > 0 ? text[index - 1] : 0x20
            let after = end < text.count ? text[end] : 0x20
            if let opened = open, opened.asterisks == count, !before.isSpace, !after.isWord {
                // The opening asterisks stand at `opened.at` in the result.
                result.removeSubrange(opened.at..<opened.at + count)
                marks.append(Mark(.emphasis, TextRange(opened.at, result.count)))
                open = nil
            } else {
                if count <= 2, !before.isWord, after.isWord { open = (count, result.count, index) }
                result.append(contentsOf: text[index..<end])
            }
            index = end
        }
        if marks.isEmpty { return [] }
        text = result
        return marks
    }
}

/// White space in a line.
enum Whitespace {
    /// Runs of white space as one space; soft hyphens and zero-width characters gone.
    static func collapsed(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var buffer = TextBuffer()
        let bytes = Array(line)
        buffer.append(bytes.span)
        return Array(buffer.string.utf8)
    }
}
