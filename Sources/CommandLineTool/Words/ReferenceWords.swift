import KnowledgeBase
import LegalText
import References

/// References in words.
enum ReferenceWords {
    /// “the Framework Agreement” -> framework-agreement
    static func outgoing(_ reference: Reference, _ style: Style) -> String {
        "“\(Paragraph.harmless(reference.text))” -> " + target(reference, style)
    }

    static func target(_ reference: Reference, _ style: Style) -> String {
        if let resolved = reference.resolved { return style.citation(resolved.description) }
        return switch reference.scope {
        case .internal: style.warning("broken: this document has no \(Paragraph.harmless(reference.target))")
        case .document: style.warning("not in the register: \(Paragraph.harmless(reference.target))")
        case .external: "not held: \(Paragraph.harmless(reference.target))"
        }
    }

    /// The citing clause, and its words.
    static func incoming(_ place: ReferencePlace, _ base: KnowledgeBase, _ style: Style, _ width: Int) -> String {
        let reference = base.reference(at: place)
        let analyzed = base.documents[place.document]
        let text =
            analyzed.document.provisions.indices.contains(reference.clause) ? analyzed.document.provisions[reference.clause].text : ""
        let passage = Passage.around(reference.range, of: text, limit: 200)
        return "  \(style.citation(base.citation(of: place).description))\n"
            + Paragraph.wrap("“" + Paragraph.harmless(passage) + "”", indent: "    ", width: width)
    }
}

/// A piece of a clause around the words that matter.
enum Passage {
    /// Whole words; an ellipsis where text was left out. `limit` counts UTF-8 bytes.
    static func around(_ range: TextRange, of text: String, limit: Int) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > limit else { return text }
        let spare = max(0, limit - range.count) / 2
        var start = max(0, min(range.start, bytes.count) - spare)
        var end = min(bytes.count, start + limit)
        start = max(0, end - limit)
        while start > 0, bytes[start - 1] != 0x20 { start -= 1 }
        while end < bytes.count, bytes[end] != 0x20 { end += 1 }
        return (start > 0 ? "… " : "") + String(decoding: bytes[start..<end], as: UTF8.self) + (end < bytes.count ? " …" : "")
    }
}
