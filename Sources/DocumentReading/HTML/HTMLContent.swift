import LegalText

/// Which of a page's blocks are the document, and what is none.
enum HTMLContent {
    /// The blocks of `main`, or else of the article, where these hold most of the page; notes moved to their marks.
    static func select(_ blocks: [Block], _ regions: [HTMLPage.Region]) -> [Block] {
        var blocks = blocks
        var regions = regions
        HTMLNotes.resolve(&blocks, &regions)
        for (region, share) in [(HTMLPage.Region.main, 5), (.article, 2)] {
            var inside = 0
            var total = 0
            for index in blocks.indices {
                let count = blocks[index].text.utf8.count
                total += count
                if regions[index].contains(region) { inside += count }
            }
            if inside * share >= total, inside > 0 {
                return zip(blocks, regions).filter { $0.1.contains(region) }.map(\.0)
            }
        }
        return blocks
    }

    /// Takes the main heading out of the blocks; without one the title comes from the head.
    static func takeTitle(_ blocks: inout [Block], metadata: HTMLMetadata) -> String {
        let firsts = blocks.indices.filter { blocks[$0].kind == .heading(rank: 1) }
        if let first = firsts.first, blocks[..<first].reduce(0, { $0 + $1.text.utf8.count }) < 2000,
            !LineStart.isLabel(Array(blocks[first].text.utf8)[...])
        {
            var title = blocks.remove(at: first).text
            var below = first
            if first > 0, blocks[first - 1].text.utf8.count <= 60, blocks[first - 1].text.hasSuffix(" for a") {
                // "Proposal for a" stands on a line of its own.
                title = blocks.remove(at: first - 1).text + " " + title
                below = first - 1
            }
            // A title over several lines, each a heading of some rank that goes on in small letters.
            for _ in 0..<8 where below < blocks.count && blocks[below].isHeading {
                guard TextShape(blocks[below].text).startsLower, !TextShape(title).isTerminated else { break }
                title += " " + blocks.remove(at: below).text
            }
            // "Legal Code" stands above every one of a family; the page's head says which it is.
            if below < blocks.count, case .heading(rank: 2) = blocks[below].kind, metadata.title.contains(blocks[below].text),
                !metadata.title.contains(title), TextShape(blocks[below].text).wordCount > 1
            {
                title += ": " + blocks[below].text
            }
            return title
        }
        let head = HTMLMetadata.withoutSite(metadata.title.isEmpty ? metadata.siteTitle : metadata.title)
        // A heading of any rank that says what the head says.
        if let same = blocks.indices.prefix(20).first(where: { blocks[$0].isHeading && blocks[$0].text == head }) {
            // On the page of a code's section the title is the section's own number and heading.
            return head.utf8.starts(with: "§".utf8) ? head : blocks.remove(at: same).text
        }
        if HTMLMetadata.isFileName(head), let first = blocks.firstIndex(where: \.isHeading), first < 6,
            KindGuess.namesDocument(blocks[first].text),
            !LineStart.isLabel(Array(blocks[first].text.utf8)[...])
        {
            return blocks.remove(at: first).text
        }
        return HTMLMetadata.isFileName(head) ? "" : head
    }

    /// The kind of page that is no document; nil for one that is.
    static func saysNoDocument(_ blocks: [Block], title: String, hasScript: Bool) -> Diagnostic.Kind? {
        let count = blocks.reduce(0) { $0 + $1.text.utf8.count }
        if count == 0 { return hasScript ? .scriptShell : .empty }
        guard count < 1200 else { return nil }
        let start = TextShape(title + " " + blocks.prefix(4).map(\.text).joined(separator: " "))
        if errors.contains(where: { start.contains(phrase: $0) }) { return .errorPage }
        return hasScript && count < 60 ? .scriptShell : nil
    }

    private static let errors = [
        "404", "not found", "403", "forbidden", "access denied", "error 5", "502 bad", "503 service", "service unavailable",
        "internal server error",
        "just a moment", "are you a robot", "verify you are human", "enable javascript", "captcha", "page cannot be displayed",
        "page you requested",
        "page introuvable", "temporarily unavailable",
    ]
}
