import LegalText

/// Puts text whose structure is only in its lines into an outline, in one pass over its bytes.
///
/// A blank line ends a paragraph; a line that begins with the next number or letter of a list that is open, or with the
/// first of a new one, begins an item. Anything else that looks like a label ("1994.") is a word.
struct RunningText {
    private let bytes: [UInt8]
    private let line: Int
    private var levels: [Level] = []

    private struct Level {
        var style: Enumerator.Style
        var ordinal: Int
    }

    /// Adds the paragraphs and numbered items of `text` below the provision that is open.
    static func add(_ text: [UInt8], to builder: inout OutlineBuilder, line: Int) {
        var reading = RunningText(bytes: text, line: line)
        reading.run(&builder)
    }

    private init(bytes: [UInt8], line: Int) {
        self.bytes = bytes
        self.line = line
    }

    private mutating func run(_ builder: inout OutlineBuilder) {
        let base = builder.depth
        let blocks = self.blocks()
        for (block, label) in blocks {
            if let label, let depth = open(label) {
                builder.end(downTo: base + depth)
                builder.begin(depth == 0 ? .paragraph : .point, line: line)
                builder.addLabel(String(decoding: bytes[block.lowerBound..<label.end], as: UTF8.self))
                append(label.end..<block.upperBound, &builder)
            } else if !levels.isEmpty {
                // A further paragraph of the numbered one.
                builder.end(downTo: base + 1)
                append(block, &builder)
            } else if blocks.count == 1 {
                append(block, &builder)
            } else {
                builder.begin(.paragraph, line: line)
                append(block, &builder)
                builder.end()
            }
        }
        builder.end(downTo: base)
    }

    private func append(_ range: Range<Int>, _ builder: inout OutlineBuilder) {
        builder.space()
        builder.append(bytes.span.extracting(range))
    }

    /// The depth at which a label stands, the levels below it closed; nil when no list that is open or begins has it next.
    private mutating func open(_ label: Enumerator) -> Int? {
        for depth in levels.indices.reversed() {
            guard let ordinal = label.ordinal(in: levels[depth].style) else { continue }
            // A gap of one or two is an error of the scan.
            guard (1...3).contains(ordinal - levels[depth].ordinal) else { continue }
            levels.removeLast(levels.count - depth - 1)
            levels[depth].ordinal = ordinal
            return depth
        }
        guard levels.count < 8, let style = label.beginning else { return nil }
        levels.append(Level(style: style, ordinal: 1))
        return levels.count - 1
    }

    /// Paragraphs, and lines that begin with something like a label; page numbers are left out.
    private func blocks() -> [(range: Range<Int>, label: Enumerator?)] {
        var blocks: [(range: Range<Int>, label: Enumerator?)] = []
        var start: Int?
        var label: Enumerator?
        var end = 0
        var index = 0
        func close() {
            if let begin = start, !isPageNumber(begin..<end) { blocks.append((begin..<end, label)) }
            start = nil
            label = nil
        }
        while index < bytes.count {
            let (first, lineEnd) = line(at: index)
            if first < lineEnd {
                let found = Enumerator.read(bytes, first..<lineEnd)
                if found != nil { close() }
                if start == nil { (start, label) = (first, found) }
                end = lineEnd
            } else {
                close()
            }
            index = lineEnd + 1
        }
        close()
        return blocks
    }

    /// Where the line that begins at `index` has its first character, and where it ends.
    private func line(at index: Int) -> (first: Int, end: Int) {
        var first = index
        while first < bytes.count, bytes[first] <= 0x20, bytes[first] != 0x0A { first += 1 }
        var end = first
        ByteView.lend(bytes) { end = $0.find(0x0A, from: first) }
        return (first, end)
    }

    private func isPageNumber(_ range: Range<Int>) -> Bool {
        range.count <= 8 && !bytes[range].contains { $0 >= 0x80 || (0x41...0x5A).contains($0 & 0xDF) }
    }
}
