/// A text made short for a row or a label, cut at spaces; what was left out shows as an ellipsis.
enum Excerpt {
    /// The first words of a text.
    /// - Parameter limit: in bytes, the ellipsis apart.
    static func firstWords(_ text: String, limit: Int = 48) -> String {
        guard text.utf8.count > limit else { return text }
        var cut = text.utf8.index(text.startIndex, offsetBy: limit)
        while cut > text.startIndex, text.utf8[cut] != UInt8(ascii: " ") { cut = text.utf8.index(before: cut) }
        if cut == text.startIndex { cut = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex) ?? text.endIndex }
        return text[..<cut] + "…"
    }

    /// The words around a part of the text, a third of them before it: a sentence of some statutes is a page long.
    /// - Parameters:
    ///   - part: as it stands in the text; the first words are taken where it does not.
    ///   - limit: in bytes, the ellipses apart.
    static func of(_ text: String, around part: String, limit: Int) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > limit else { return text }
        guard let place = text.utf8.firstRange(of: part.utf8)?.lowerBound else { return firstWords(text, limit: limit) }
        let offset = text.utf8.distance(from: text.startIndex, to: place)
        let wanted = max(0, min(offset - limit / 3, bytes.count - limit))
        let space = UInt8(ascii: " ")
        let start = wanted == 0 ? 0 : bytes[(wanted - 1)...offset].firstIndex(of: space).map { $0 + 1 } ?? offset
        var end = min(start + limit, bytes.count)
        if end < bytes.count { end = bytes[start...end].lastIndex(of: space) ?? end }
        // Where no space stands: at least not within a character.
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return (start > 0 ? "… " : "") + String(decoding: bytes[start..<end], as: UTF8.self) + (end < bytes.count ? " …" : "")
    }
}
