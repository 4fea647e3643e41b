import LegalText

/// What a printed or generated page puts among the blocks: page numbers and tables of contents.
enum PageFurniture {
    static func removed(from blocks: [Block]) -> [Block] {
        var drop = [Bool](repeating: false, count: blocks.count)
        let numbers = blocks.indices.filter { isPageNumber(blocks[$0]) }
        if numbers.count > 1 { for index in numbers { drop[index] = true } }
        for index in blocks.indices where isRule(blocks[index]) { drop[index] = true }
        var start = 0
        while start < blocks.count {
            var end = start
            if isContentsTitle(blocks[start]) {
                // Behind its title a table of contents needs no links: lines that end in a page's number.
                end += 1
                while end < blocks.count, endsInPage(blocks[end]) || isContentsEntry(blocks[end]) { end += 1 }
                if end - start >= 4 { for index in start..<end { drop[index] = true } }
                start = max(end, start + 1)
                continue
            }
            while end < blocks.count, isContentsEntry(blocks[end]) || (end > start && isPageNumber(blocks[end])) { end += 1 }
            if end - start >= 4 {
                for index in start..<end { drop[index] = true }
                if start > 0, isContentsTitle(blocks[start - 1]) { drop[start - 1] = true }
            }
            start = max(end, start + 1)
        }
        return drop.contains(true) ? blocks.indices.filter { !drop[$0] }.map { blocks[$0] } : blocks
    }

    /// "###", "* * *": signs that end a release or part its texts.
    private static func isRule(_ block: Block) -> Bool {
        block.kind == .paragraph && block.label.isEmpty && (1...24).contains(block.text.utf8.count)
            && block.text.utf8.allSatisfy { "#*=~ -".utf8.contains($0) }
    }

    private static func isPageNumber(_ block: Block) -> Bool {
        block.kind == .paragraph && block.label.isEmpty && block.text.utf8.count <= 24
            && TextFurniture.isPageNumber(Array(block.text.utf8)[...])
    }

    /// A line that is one link into the page, or a title and the number of its page.
    private static func isContentsEntry(_ block: Block) -> Bool {
        let count = block.text.utf8.count
        guard count <= 200, !block.isHeading else { return false }
        let linked = block.marks.reduce(0) { sum, mark in
            if case .reference(let target) = mark.kind, target.utf8.first == 0x23 { sum + mark.range.count } else { sum }
        }
        if linked * 10 >= count * 7 { return true }
        if TextFurniture.isContentsEntry(Array(block.text.utf8)[...]) { return true }
        guard block.isRow, let last = block.text.split(separator: " ").last else { return false }
        return last.utf8.count <= 4 && last.utf8.allSatisfy(\.isDigit) && block.text.contains(" | ")
    }

    private static func endsInPage(_ block: Block) -> Bool {
        guard block.text.utf8.count <= 160, let last = block.text.utf8.split(separator: 0x20).last else { return false }
        return last.count <= 3 && last.allSatisfy(\.isDigit)
    }

    static func isContentsTitle(_ block: Block) -> Bool {
        block.text.utf8.count <= 20
            && ["contents", "table of contents", "index", "inhalt", "sommaire", "table des matières"].contains(block.text.lowercased())
    }
}
