import LegalText

/// A stretch of text that the page sets apart. Web pages and plain text both come down to a list of these; `BlockOutline` makes
/// the provisions, so that one document reads the same from either.
struct Block {
    enum Kind: Equatable {
        case paragraph
        /// Rank 1 is the outermost.
        case heading(rank: Int)
        /// An item of a list that is `depth` lists deep, from 1; its label is in `label`, empty for a bullet.
        case item(depth: Int)
        /// More words of such an item.
        case more(depth: Int)
        /// A table's row, its cells parted by " | ".
        case row(beginsTable: Bool)
    }

    var kind = Kind.paragraph
    /// White space normalised.
    var text = ""
    /// The label that the mark-up gives.
    var label = ""
    /// Where the page breaks the line inside the block: UTF-8 offsets of the spaces that stand for the breaks.
    var breaks: [Int] = []
    var marks: [Mark] = []
    var notes: [Note] = []
    /// The source's own identifiers.
    var aliases: [String] = []
    /// Line of the source, from 1.
    var line = 0
    /// How many bytes at the beginning are set in bold, underlined or the like: a heading that runs into the text.
    var leadIn = 0
    /// A line of the cover (a filing's mark, the parties' names): no heading and no item, whatever it looks like.
    var isCover = false

    /// The lines of the block, as the page breaks them.
    var lines: [Substring] {
        guard !breaks.isEmpty else { return [text[...]] }
        var lines: [Substring] = []
        var start = 0
        for end in breaks + [text.utf8.count] {
            let line = text[TextRange(start, max(start, end))]
            lines.append(line.first == " " ? line.dropFirst() : line)
            start = end
        }
        return lines.filter { !$0.isEmpty }
    }
}
