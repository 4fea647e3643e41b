import LegalText

/// Takes apart blocks that hold many provisions in one run of text, as filings do whose line breaks are lost.
enum LongBlocks {
    /// A block longer than this holds more than one paragraph.
    private static let longBlock = 1500

    /// The blocks, long ones cut where an item begins; unchanged when most of the text is in blocks of ordinary length.
    static func split(_ blocks: [Block]) -> [Block] {
        var total = 0
        var long = 0
        for block in blocks where block.kind == .paragraph {
            total += block.text.utf8.count
            if block.text.utf8.count > longBlock { long += block.text.utf8.count }
        }
        guard long * 2 > total, long > 0 else { return blocks }
        var joined: [UInt8] = []
        var starts: [Int] = []
        for block in blocks {
            starts.append(joined.count)
            if block.kind == .paragraph, !block.isCover { joined.append(contentsOf: block.text.utf8) }
            joined.append(0x0A)
        }
        let items = TextOutline.items(in: joined, linesOnly: false)
        var result: [Block] = []
        var item = 0
        for index in blocks.indices {
            let end = index + 1 < blocks.count ? starts[index + 1] : joined.count
            var cuts: [Int] = []
            while item < items.count, items[item].start < end {
                // Labels that stand together stay together.
                let isChained = item > 0 && items[item].start - items[item - 1].end <= 2
                if items[item].start > starts[index], !isChained { cuts.append(items[item].start - starts[index]) }
                item += 1
            }
            if cuts.isEmpty { result.append(blocks[index]) } else { result += pieces(of: blocks[index], at: cuts) }
        }
        return result
    }

    private static func pieces(of block: Block, at cuts: [Int]) -> [Block] {
        var pieces: [Block] = []
        let bytes = Array(block.text.utf8)
        var start = 0
        for end in cuts + [bytes.count] {
            var low = start
            var high = end
            while low < high, bytes[low].isSpace { low += 1 }
            while high > low, bytes[high - 1].isSpace { high -= 1 }
            if high > low {
                var piece = Block(kind: .paragraph, text: String(decoding: bytes[low..<high], as: UTF8.self), line: block.line)
                if pieces.isEmpty { piece.aliases = block.aliases }
                piece.marks = block.marks.filter { $0.range.start >= low && $0.range.end <= high }.map {
                    Mark($0.kind, $0.range.shifted(by: -low))
                }
                piece.notes = block.notes.filter { $0.offset >= low && $0.offset < high || (end == bytes.count && $0.offset >= high) }
                    .map { Note(offset: min($0.offset, high) - low, label: $0.label, text: $0.text) }
                pieces.append(piece)
            }
            start = end
        }
        return pieces
    }
}
