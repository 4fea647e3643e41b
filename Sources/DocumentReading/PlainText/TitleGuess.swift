/// A title that no line of its own holds: in a cover's run of lines, or in the words an agreement begins with.
enum TitleGuess {
    /// The title within the block that holds it: the line that names the document, without rules and dashes.
    static func title(in block: Block) -> String {
        let lines = block.lines
        let line =
            lines.count > 1
            ? lines.first { KindGuess.namesDocument(String($0)) && TextShape($0).wordCount > 1 } ?? block.text[...] : block.text[...]
        return trimmed(line)
    }

    /// "Re: Securities Subscription Agreement", "Title: ...": what a line among the first ones says of itself that it is the title. The lines
    /// above it are the cover's (an address, a date); empty without one.
    static func labelled(in blocks: inout [Block]) -> String {
        for index in blocks.indices.prefix(16) {
            guard let title = blocks[index].lines.lazy.compactMap(behindLabel).first else { continue }
            for above in blocks.indices.prefix(index) where blocks[above].kind == .paragraph { blocks[above].isCover = true }
            return title
        }
        return ""
    }

    private static func behindLabel(_ line: Substring) -> String? {
        guard let label = ["Title:", "TITLE:", "Re:", "RE:", "Subject:", "SUBJECT:"].first(where: { line.utf8.starts(with: $0.utf8) })
        else {
            return nil
        }
        // In a table the title has cells of its own.
        let cells = line.dropFirst(label.count).split(separator: " | ", omittingEmptySubsequences: true)
        let title = cells.map { trimmed($0) }.filter { $0.contains(where: \.isLetter) }.joined(separator: ", ")
        return (8...200).contains(title.utf8.count) && TextShape(title).wordCount > 1 ? title : nil
    }

    /// "STRATEGIC ALLIANCE AGREEMENT" in capitals, or "This Master Services Agreement", near the beginning of the text; empty without one.
    static func title(inWordsOf blocks: some Sequence<Block>) -> String {
        var budget = 1500
        for block in blocks.prefix(6) {
            let words = block.text.utf8.prefix(budget).split(separator: 0x20)
            budget -= block.text.utf8.count
            if let title = shouted(words) ?? named(words) { return title }
            if budget <= 0 { break }
        }
        return ""
    }

    private typealias Word = Substring.UTF8View

    /// The first run of words in capitals that ends in a word for a document.
    private static func shouted(_ words: [Word]) -> String? {
        var run: [Word] = []
        for word in words {
            guard word.allSatisfy({ !$0.isLower && !$0.isDigit && $0 != 0x3A }), word.contains(where: \.isLetter) else {
                run.removeAll()
                continue
            }
            run.append(word)
            if (2...10).contains(run.count), isDocument(word) { return string(run) }
            if word.last == 0x2E || word.last == 0x2C || word.last == 0x29 { run.removeAll() }
        }
        return nil
    }

    /// "This Master Services Agreement".
    private static func named(_ words: [Word]) -> String? {
        for start in words.indices where words[start].elementsEqual("This".utf8) || words[start].elementsEqual("THIS".utf8) {
            var run: [Word] = []
            for word in words[(start + 1)...].prefix(9) {
                guard word.first?.isUpper == true || ["and", "of", "for", "on", "the"].contains(where: { word.elementsEqual($0.utf8) })
                else { break }
                run.append(word)
                if isDocument(word) { return run.count > 1 ? string(run) : nil }
            }
        }
        return nil
    }

    private static func isDocument(_ word: Word) -> Bool {
        let letters = word.prefix { $0.isLetter }
        return documents.contains { $0.elementsEqual(letters) { $0 == $1 | 0x20 } }
    }

    private static func string(_ run: [Word]) -> String {
        var run = run
        while let first = run.first, ["THIS", "THE", "EXHIBIT"].contains(where: { first.elementsEqual($0.utf8) }) { run.removeFirst() }
        return trimmed(run.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var text = Substring(text)
        let cut: Set<Character> = ["-", "_", "=", "*", " ", ",", ".", "(", "\"", "“"]
        while let last = text.last, cut.contains(last) { text.removeLast() }
        while let first = text.first, cut.contains(first) { text.removeFirst() }
        return String(text)
    }

    private static let documents = [
        "agreement", "contract", "lease", "memorandum", "amendment", "addendum", "deed", "treaty", "convention", "protocol", "indenture",
        "charter",
    ].map { Array($0.utf8) }
}
