package import LegalText

/// Finds the paragraphs and numbered items of running text, with or without line breaks.
///
/// Where line breaks separate paragraphs, items begin at line starts only; in text without them, punctuation and the
/// sequence of the labels decide. Parts, chapters and schedules are headings here: they group items and are none.
package enum TextOutline {
    package static func units(of text: String) -> [OutlineUnit] { units(utf8: Array(text.utf8)) }

    /// The same for text at hand as UTF-8.
    package static func units(utf8 bytes: [UInt8]) -> [OutlineUnit] {
        let lines = TextLines(bytes)
        let items = items(in: bytes, linesOnly: lines.areParagraphs)
        // A single paragraph, as most clauses are.
        if items.isEmpty, !lines.areParagraphs { return OutlineUnitBuilder.whole(bytes).map { [$0] } ?? [] }
        var builder = OutlineUnitBuilder(bytes, items)
        if lines.areParagraphs { builder.read(lines) } else { builder.readRunningText() }
        return builder.finish()
    }

    /// An accepted label with its place in the tree; `parent` is an index into the same list, -1 at the top.
    struct Item {
        var start: Int
        var end: Int
        var node: OutlineSearch.Node
    }

    static func items(in bytes: [UInt8], linesOnly: Bool) -> [Item] {
        let context = LabelContext(bytes: bytes, linesOnly: linesOnly)
        let candidates = context.judged(LabelScanner.scan(bytes, linesOnly: linesOnly))
        guard !candidates.isEmpty else { return [] }
        return OutlineSearch.items(candidates, linesOnly: linesOnly).map {
            Item(start: candidates[$0.candidate].start, end: candidates[$0.candidate].end, node: $0)
        }
    }
}
