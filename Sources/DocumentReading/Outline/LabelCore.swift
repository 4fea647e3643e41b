/// What identifies a label once words and punctuation are gone: "Article 5" and "5." are "5", "(b)" is "b", "§ 28-101." is "28-101".
///
/// A bullet, a dash or a bare "SCHEDULE" has none. Case is kept: (a) and (A) are two ranks.
enum LabelCore {
    /// Appends the core of `label`; an empty piece where it has none.
    static func write(_ label: String, to scratch: inout ScratchText) -> ScratchText.Piece {
        let start = scratch.count
        let bytes = label.utf8.span
        if let simple = simple(bytes) { scratch.append(bytes.extracting(simple)) } else { scratch.append(chosen(Array(label.utf8)).span) }
        return scratch.piece(from: start)
    }

    /// The token that counts: the first with a digit, else the last that names no kind.
    private static func chosen(_ bytes: [UInt8]) -> [UInt8] {
        let tokens = self.tokens(of: bytes)
        guard let last = tokens.last(where: { !isKindWord(bytes[$0]) }) else { return [] }
        var chosen = last
        if let place = tokens.firstIndex(where: { hasDigit(bytes[$0]) }) {
            chosen = tokens[place]
            // "2 bis" is one number, "(1)(a)" is two steps.
            if place + 1 < tokens.count {
                let next = tokens[place + 1]
                if isMultiplier(bytes[next]) { return Array(bytes[chosen] + bytes[next]) }
                if next.lowerBound == chosen.upperBound + 2, bytes[chosen.upperBound] == UInt8(ascii: ")") {
                    chosen = chosen.lowerBound..<next.upperBound
                }
            }
        }
        // A page's typography: "28–3904" is 28-3904.
        let core = Array(bytes[chosen])
        return core.contains(0xE2) ? Array(string(core[...]).replacing("–", with: "-").utf8) : core
    }

    /// Most labels are one letter or number in brackets or before a full stop.
    private static func simple(_ bytes: Span<UInt8>) -> Range<Int>? {
        guard bytes.count <= 12 else { return nil }
        var start = 0
        var end = 0
        var digits = 0
        for index in bytes.indices {
            let byte = bytes[index]
            if isWord(byte) {
                // A second token, unless a joint stands between.
                if end > 0, end != index, end != index - 1 || !isJoint(bytes[end]) { return nil }
                if end == 0 { start = index }
                end = index + 1
                if byte < 0x3A { digits += 1 }
            } else if byte != UInt8(ascii: "(") && byte != UInt8(ascii: ")") && !isJoint(byte) {
                return nil
            }
        }
        // Longer words may name a kind ("Schedule").
        return end - start <= 2 || digits > 0 ? start..<end : nil
    }

    /// The core in a form that an identifier may hold: letters and digits, other characters as hyphens.
    static func slug(_ core: ScratchText.Piece, in scratch: inout ScratchText) -> ScratchText.Piece {
        if scratch[core].allSatisfy(isWord) { return core }
        let text = scratch.string(core)
        let start = scratch.count
        scratch.append(slug(text))
        return scratch.piece(from: start)
    }

    static func slug(_ text: String) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            if isWord(byte) || byte >= 0x80 {
                result.append(byte)
            } else if let last = result.last, last != UInt8(ascii: "-") {
                result.append(UInt8(ascii: "-"))
            }
        }
        while result.last == UInt8(ascii: "-") { result.removeLast() }
        return String(decoding: result, as: UTF8.self)
    }

    /// Runs of letters and digits; inside one a dot, hyphen or stroke may join (8.1, 28-101, 5/2).
    private static func tokens(of bytes: [UInt8]) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            let width = wordWidth(bytes, index)
            if width == 0 {
                index += 1
                continue
            }
            let start = index
            index += width
            while index < bytes.count {
                let width = wordWidth(bytes, index)
                if width > 0 {
                    index += width
                } else if isJoint(bytes[index]), index + 1 < bytes.count, wordWidth(bytes, index + 1) > 0 {
                    index += 1
                } else if bytes[index...].starts(with: "–".utf8), index + 3 < bytes.count, wordWidth(bytes, index + 3) > 0 {
                    index += 3
                } else {
                    break
                }
            }
            tokens.append(start..<index)
        }
        return tokens
    }

    /// Bytes of the letter or digit at `index`; 0 when it is neither. Latin-1 signs and general punctuation are not letters.
    private static func wordWidth(_ bytes: [UInt8], _ index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return isWord(byte) ? 1 : 0 }
        switch byte {
        case 0xC3...0xDF: return min(2, bytes.count - index)
        case 0xE0...0xE1, 0xE3...0xEF: return min(3, bytes.count - index)
        default: return 0
        }
    }

    static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":")
    }

    private static func hasDigit(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.contains { (0x30...0x39).contains($0) } }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func isMultiplier(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard (3...12).contains(bytes.count) else { return false }
        return multipliers.contains(string(bytes).lowercased())
    }

    private static func isKindWord(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 3 else { return false }
        return kindWords.contains(string(bytes).lowercased())
    }

    private static let multipliers: Set<String> = [
        "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "novies", "decies",
    ]

    private static let kindWords: Set<String> = [
        "schedule", "annex", "annexe", "appendix", "part", "chapter", "article", "section", "title", "exhibit", "attachment", "preamble",
        "clause", "paragraph", "rule", "book", "division", "sec", "art", "item", "note", "form", "partie", "chapitre", "titre", "anexo",
        "allegato", "anhang", "anlage", "liite", "bilaga", "and", "the",
    ]
}
