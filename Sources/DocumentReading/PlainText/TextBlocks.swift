import LegalText

/// Cuts plain text into blocks: joins wrapped lines, keeps apart what the author kept apart.
struct TextBlocks {
    private(set) var blocks: [Block] = []
    private let source: [UInt8]
    private var lines: [ArraySlice<UInt8>] = []
    private var numbers: [Int] = []
    private var indents: [Int] = []
    /// Page marks stood before the line.
    private var followsPageMark: [Bool] = []
    /// The width the text is wrapped at; nil where a line is a paragraph.
    private var width: Int?

    init(_ source: [UInt8]) {
        self.source = source
        split()
        dropFurniture()
        width = Self.wrapWidth(lines, indents)
        group()
    }

    // MARK: Lines

    private mutating func split() {
        var start = 0
        var number = 1
        var index = 0
        func trimmed(_ low: Int, _ high: Int) -> (ArraySlice<UInt8>, Int) {
            var low = low
            var high = high
            var indent = 0
            while low < high, isSpace(low) {
                indent += source[low] == 0x09 ? 8 : 1
                low += source[low] == 0xC2 ? 2 : 1
            }
            while high > low, source[high - 1].isSpace { high -= 1 }
            return (source[low..<max(low, high)], indent)
        }
        while index <= source.count {
            if index == source.count || source[index] == 0x0A || source[index] == 0x0D || source[index] == 0x0C {
                let (line, indent) = trimmed(start, index)
                lines.append(line)
                indents.append(indent)
                numbers.append(number)
                if index + 1 < source.count, source[index] == 0x0D, source[index + 1] == 0x0A { index += 1 }
                start = index + 1
                number += 1
            }
            index += 1
        }
    }

    private func isSpace(_ index: Int) -> Bool {
        source[index].isSpace || (source[index] == 0xC2 && index + 1 < source.count && source[index + 1] == 0xA0)
    }

    /// Takes page marks out, and joins the paragraph that a page's end has cut.
    private mutating func dropFurniture() {
        let furniture = TextFurniture(lines)
        var keptLines: [ArraySlice<UInt8>] = []
        var keptNumbers: [Int] = []
        var keptIndents: [Int] = []
        var keptMarks: [Bool] = []
        var dropped = false
        for index in lines.indices {
            if !lines[index].isEmpty, furniture.isFurniture(lines, index) {
                dropped = true
                continue
            }
            if dropped, !lines[index].isEmpty, lines[index].first?.isLower == true {
                while keptLines.last?.isEmpty == true {
                    keptLines.removeLast()
                    keptNumbers.removeLast()
                    keptIndents.removeLast()
                    keptMarks.removeLast()
                }
            }
            keptMarks.append(dropped && !lines[index].isEmpty)
            if !lines[index].isEmpty { dropped = false }
            keptLines.append(lines[index])
            keptNumbers.append(numbers[index])
            keptIndents.append(indents[index])
        }
        lines = keptLines
        numbers = keptNumbers
        indents = keptIndents
        followsPageMark = keptMarks
    }

    /// The width at which the lines of one paragraph break, where most of those that go on break near it; nil for text that is not wrapped.
    private static func wrapWidth(_ lines: [ArraySlice<UInt8>], _ indents: [Int]) -> Int? {
        var lengths: [Int] = []
        var longest = 0
        for index in lines.indices where !lines[index].isEmpty {
            longest = max(longest, lines[index].count)
            let goesOn =
                index + 1 < lines.count && !lines[index + 1].isEmpty && Bullet.text(lines[index + 1]) == nil
                && !LineStart.isLabel(lines[index + 1])
            if goesOn { lengths.append(lines[index].count + indents[index]) }
        }
        guard longest <= 170, lengths.count >= 3 else { return nil }
        lengths.sort()
        let width = lengths[lengths.count * 9 / 10]
        guard (40...130).contains(width) else { return nil }
        let near = lengths.reduce(0) { $0 + ($1 * 10 >= width * 8 ? 1 : 0) }
        return near * 2 >= lengths.count ? width : nil
    }

    // MARK: Blocks

    /// One paragraph as it is gathered.
    private struct Pending {
        var text: [UInt8] = []
        var breaks: [Int] = []
        var line = 0
        var kind = Block.Kind.paragraph
    }

    private mutating func group() {
        var pending = Pending()
        /// Indents of the bullets that are open, outermost first.
        var bullets: [Int] = []
        func flush(_ blocks: inout [Block]) {
            if !pending.text.isEmpty {
                let marks = pending.breaks.isEmpty ? Emphasis.strip(&pending.text) : []
                blocks.append(
                    Block(
                        kind: pending.kind, text: String(decoding: pending.text, as: UTF8.self), breaks: pending.breaks, marks: marks,
                        line: pending.line))
            }
            pending = Pending()
        }
        for index in lines.indices {
            let line = lines[index]
            if line.isEmpty {
                if !isTorn(pending, index) { flush(&blocks) }
                continue
            }
            if !pending.text.isEmpty, index > 0, lines[index - 1].isEmpty {
                join(line, to: &pending)
                continue
            }
            if let rank = Underline.rank(line), pending.breaks.isEmpty, (3...140).contains(pending.text.count), index > 0,
                !lines[index - 1].isEmpty
            {
                pending.kind = .heading(rank: rank)
                flush(&blocks)
                continue
            }
            if Underline.isRule(line) {
                flush(&blocks)
                continue
            }
            if let (rank, text) = Underline.marked(line) {
                flush(&blocks)
                append(text, to: &pending, index, kind: .heading(rank: rank))
                flush(&blocks)
                continue
            }
            if let text = Bullet.text(line) {
                flush(&blocks)
                while let last = bullets.last, last > indents[index] { bullets.removeLast() }
                if bullets.last.map({ $0 < indents[index] }) ?? true { bullets.append(indents[index]) }
                append(text, to: &pending, index, kind: .item(depth: bullets.count))
                continue
            }
            if pending.text.isEmpty {
                if indents[index] == 0 || width == nil { bullets.removeAll() }
                append(line, to: &pending, index, kind: .paragraph)
            } else if continues(index) {
                join(line, to: &pending)
            } else if keepsTogether(index) {
                pending.breaks.append(pending.text.count)
                pending.text.append(0x20)
                pending.text.append(contentsOf: Whitespace.collapsed(line))
            } else {
                flush(&blocks)
                append(line, to: &pending, index, kind: .paragraph)
            }
        }
        flush(&blocks)
    }

    /// A page's end has torn the paragraph: it stops in mid-sentence, and what comes behind the blank lines goes on.
    private func isTorn(_ pending: Pending, _ index: Int) -> Bool {
        guard pending.text.count > 150, pending.kind == .paragraph, let last = pending.text.last, last.isLower || last == 0x2C else {
            return false
        }
        var next = index
        while next < lines.count, lines[next].isEmpty { next += 1 }
        guard next < lines.count, next - index < 12 else { return false }
        let line = lines[next]
        guard followsPageMark[next] || next - index >= 3 || line.first?.isLower == true else { return false }
        return line.count > 60 && !LineStart.isLabel(line) && !LineStart.isDefinition(line) && Bullet.text(line) == nil
            && !TextShape(String(decoding: line, as: UTF8.self)).isShouted
    }

    private func append(_ line: ArraySlice<UInt8>, to pending: inout Pending, _ index: Int, kind: Block.Kind) {
        pending.text = Whitespace.collapsed(line)
        pending.line = numbers[index]
        pending.kind = kind
    }

    /// The line at `index` is the rest of the sentence on the line before.
    private func continues(_ index: Int) -> Bool {
        let line = lines[index]
        let previous = lines[index - 1]
        guard let first = line.first, let last = previous.last else { return false }
        if LineStart.isLabel(line) {
            // "... listed in", "Schedule 1.": a mention that the line's end has cut off.
            guard let width, first.isUpper, !line.dropFirst().allSatisfy({ !$0.isLower }), last.isLower,
                previous.count + indents[index - 1] > width * 8 / 10
            else { return false }
            return true
        }
        if first.isLower, last != 0x3B, last != 0x3A { return true }
        guard let width else { return false }
        if indents[index] > indents[index - 1] + 2, last == 0x2E || last == 0x3A { return false }
        if last == 0x2E, previous.count * 10 < width * 6 { return false }
        return previous.count + indents[index - 1] > width * 6 / 10
            || (index > 1 && lines[index - 2].count * 10 > width * 8 && !lines[index - 2].isEmpty)
    }

    /// Short lines of one block: a signature, an address, a title over two lines.
    private func keepsTogether(_ index: Int) -> Bool {
        let line = lines[index]
        let previous = lines[index - 1]
        guard line.count <= 70, previous.count <= 70, !LineStart.isLabel(line), !LineStart.isLabel(previous), !LineStart.isDefinition(line)
        else { return false }
        guard let last = previous.last, last != 0x2E, last != 0x3B, last != 0x3A else { return false }
        return line.last != 0x2E && line.last != 0x3B && line.last != 0x3A
    }

    private func join(_ line: ArraySlice<UInt8>, to pending: inout Pending) {
        let text = Whitespace.collapsed(line)
        if width != nil, Hyphen.isLineBreak(pending.text, text) {
            pending.text.removeLast()
        } else if pending.text.last != 0x2D || text.first?.isLower != true {
            pending.text.append(0x20)
        }
        pending.text.append(contentsOf: text)
    }
}
