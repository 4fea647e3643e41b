import LegalText

/// Tells which paragraphs of a plain text are headings, and which of them is the document's title.
enum TextHeadings {
    /// Marks headings in `blocks`, takes the title out unless it is known, and returns it; empty when there is none.
    static func mark(_ blocks: inout [Block], title known: String = "") -> String {
        let title = known.isEmpty ? takeTitle(&blocks) : known
        for index in blocks.indices where blocks[index].kind == .paragraph && !blocks[index].isCover {
            if isHeading(blocks, index) {
                blocks[index].kind = .heading(rank: TextShape(blocks[index].text).isShouted ? 3 : 4)
            }
        }
        return title
    }

    /// A short line without an end, set apart, with text behind it that is no list of its own.
    private static func isHeading(_ blocks: [Block], _ index: Int) -> Bool {
        let block = blocks[index]
        let shape = TextShape(block.text)
        guard block.breaks.isEmpty, shape.looksLikeHeading, index + 1 < blocks.count, !isDate(block.text),
            !LineStart.isLabel(Array(block.text.utf8)[...])
        else { return false }
        let next = blocks[index + 1]
        let following = TextShape(next.text)
        if following.startsLower || SignatureReader.isSignature(next) { return false }
        let capitals = shape.isShouted || shape.isTitleCase
        if case .item = next.kind { return capitals }
        if index > 0, case .item = blocks[index - 1].kind, !capitals, !TextShape(blocks[index - 1].text).isTerminated { return false }
        return capitals || shape.wordCount <= 10
    }

    /// The line among the first ones that names the document; lines of the cover stay paragraphs.
    static func takeTitle(_ blocks: inout [Block]) -> String {
        if let first = blocks.first, first.kind == .heading(rank: 1) {
            blocks.removeFirst()
            return first.text
        }
        var cover: [Int] = []
        for index in blocks.indices.prefix(12) {
            let text = TextShape(blocks[index].text)
            // "as Guarantor," goes on in the line below.
            guard text.count <= 160, blocks[index].kind == .paragraph,
                !text.isTerminated || text.isShouted || text.lastByte == 0x2C && text.wordCount <= 8,
                !isLabelled(blocks[index]) || isExhibit(blocks[index].text)
            else { break }
            cover.append(index)
        }
        guard !cover.isEmpty else { return "" }
        // Above a company's articles stands the act that they rest on.
        let named = cover.filter { namesDocument(blocks[$0]) }
        let other = named.first { KindGuess.kind(ofTitle: blocks[$0].text) != .statute }
        let chosen =
            other ?? named.first
            ?? cover.first {
                TextShape(blocks[$0].text).looksLikeHeading && !isExhibit(blocks[$0].text) && !isDate(blocks[$0].text)
                    && TextShape(blocks[$0].text).wordCount > 1
            }
        guard cover.count < blocks.count else { return "" }
        guard let chosen else {
            // The page sets the title as a heading, below the parties' names.
            guard case .heading = blocks[cover.count].kind, namesDocument(blocks[cover.count]) else { return "" }
            for index in cover { blocks[index].isCover = true }
            return blocks.remove(at: cover.count).text
        }
        let title = TitleGuess.title(in: blocks[chosen])
        let isWhole = title.utf8.count + 8 >= blocks[chosen].text.utf8.count
        // What stands above the title, and more than one line below it, is the rest of the cover.
        let below = cover.filter { $0 > chosen }
        for index in cover where index < chosen || below.count > 1 { blocks[index].isCover = true }
        if isWhole { blocks.remove(at: chosen) } else { blocks[chosen].isCover = true }
        return title
    }

    private static func namesDocument(_ block: Block) -> Bool {
        let text = TextShape(block.text)
        return KindGuess.namesDocument(block.text) && text.startsUpper && (text.isTitleCase || text.isShouted) && !isExhibit(block.text)
    }

    /// "1. Definitions"; not "3M Company", for no document begins with an inserted section.
    private static func isLabelled(_ block: Block) -> Bool {
        let text = Array(block.text.utf8)
        let behind = text.drop(while: \.isDigit)
        let isName = behind.count < text.count && behind.count > 1 && behind.first!.isUpper && behind.dropFirst().first == 0x20
        return !isName && LineStart.isLabel(text[...])
    }

    /// "EXHIBIT 10.13": a filing's mark, not a title.
    static func isExhibit(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        let words = text.split(separator: " ")
        return words.count <= 3 && words.contains { $0.lowercased().hasPrefix("exhibit") || $0.lowercased() == "ex" }
    }

    /// A line that holds a year and a month and little else.
    static func isDate(_ text: String) -> Bool {
        let shape = TextShape(text)
        return shape.count <= 40 && shape.contains(anyOf: months) && text.utf8.contains(where: \.isDigit)
    }

    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "janvier",
        "février",
        "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "januar", "märz", "oktober",
        "dezember",
    ]
}
