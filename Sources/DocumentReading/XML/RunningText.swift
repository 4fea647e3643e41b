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
    static func add(_ text: String, to builder: inout OutlineBuilder, line: Int) {
        var reading = RunningText(bytes: Array(text.utf8), line: line)
        reading.run(&builder)
    }

    private init(bytes: [UInt8], line: Int) {
        self.bytes = bytes
        self.line = line
    }

    private mutating func run(_ builder: inout OutlineBuilder) {
        let base = builder.depth
        let blocks = self.blocks()
        for block in blocks {
            let label = Enumerator.read(bytes, block)
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
            for candidate in label.candidates where candidate.style == levels[depth].style {
                // A gap of one or two is an error of the scan.
                let step = candidate.ordinal - levels[depth].ordinal
                guard (1...3).contains(step) else { continue }
                levels.removeLast(levels.count - depth - 1)
                levels[depth].ordinal = candidate.ordinal
                return depth
            }
        }
        guard levels.count < 8, let first = label.candidates.first(where: { $0.ordinal == 1 }) else { return nil }
        levels.append(Level(style: first.style, ordinal: 1))
        return levels.count - 1
    }

    /// Paragraphs, and lines that begin with something like a label; page numbers are left out.
    private func blocks() -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        var start: Int?
        var end = 0
        var index = 0
        func close() {
            if let begin = start, !isPageNumber(begin..<end) { blocks.append(begin..<end) }
            start = nil
        }
        while index < bytes.count {
            let lineEnd = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
            let first = bytes[index..<lineEnd].firstIndex { $0 > 0x20 }
            if let first {
                if start != nil, Enumerator.read(bytes, first..<lineEnd) != nil { close() }
                if start == nil { start = first }
                end = lineEnd
            } else {
                close()
            }
            index = lineEnd + 1
        }
        close()
        return blocks
    }

    private func isPageNumber(_ range: Range<Int>) -> Bool {
        range.count <= 8 && !bytes[range].contains { $0 >= 0x80 || (0x41...0x5A).contains($0 & 0xDF) }
    }
}
