public import SearchCore

/// Cuts the segment of an index into the files that a browser searches with: a small head, and pieces that are brought when a question
/// needs them. Lists are the segment's own bytes, so that the answers are the segment's, to the last bit.
public struct PieceWriter {
    /// How large pieces are to be: large ones are fewer requests, small ones fewer bytes.
    public struct Sizes: Sendable {
        /// Bytes of terms and lists.
        public var lists = 12 << 10
        /// Bytes of rows.
        public var rows = 8 << 10
        /// Records whose lengths are one piece.
        public var lengths = 1 << 17

        public init() {}
    }

    private let segment: Segment
    private let sizes: Sizes
    private let index: UInt64

    /// Pieces of a family from which its code is made.
    private static let sampled = 24
    /// What rows may copy from besides themselves; it comes with the head, so it is short.
    private static let mostPreset = 2 << 10

    /// - Parameter segment: the whole index, without deleted records.
    public init(_ segment: Segment, sizes: Sizes = Sizes()) {
        self.segment = segment
        self.sizes = sizes
        // The frame's checksum stands for the whole, as in the segment's name.
        index = segment.owner.bytes.u64(SegmentLayout.prefixSize - 8)
    }

    /// Gives each file's name, without an ending, and its bytes; the head's last.
    public func write(_ body: (_ name: String, _ bytes: [UInt8]) throws(IndexError) -> Void) throws(IndexError) {
        func put(_ name: PieceName, _ raw: [UInt8], _ packer: PiecePacker, before: [UInt8] = []) throws(IndexError) {
            try body("\(name.kind.text)-\(name.number)", packer.piece(name, raw, index: index, before: before))
        }
        let (lists, rows) = (try listPacker(), try rowPacker())
        var listTable: [UInt8] = []
        var word: [UInt8] = []
        var listCount = 0
        try segment.forEachBatch(of: sizes.lists) { (batch) throws(IndexError) in
            let (raw, positions) = batch.bytes(segment)
            try put(PieceName(.lists, listCount), raw, lists)
            if let positions { try put(PieceName(.positions, listCount), positions, lists) }
            let shared = zip(word, batch.firstWord).prefix { $0 == $1 }.count
            listTable.appendVarint(word.count - shared)
            word = Array(batch.firstWord)
            listTable.appendCounted(Array(word[shared...]))
            listTable.appendVarint(batch.postingsCount)
            listTable.appendVarint(batch.positionsCount << 1 | (positions == nil ? 0 : 1))
            listCount += 1
        }
        var rowTable: [UInt8] = []
        var rowCount = 0
        try segment.forEachRowBatch(of: sizes.rows) { (batch) throws(IndexError) in
            try put(PieceName(.rows, rowCount), batch.bytes, rows)
            rowTable.appendVarint(batch.count)
            rowCount += 1
            return true
        }
        try put(PieceName(.words), segment.spellingBytes(), lists)

        var head = facts
        head.appendVarint(listCount)
        head += listTable
        head.appendVarint(rowCount)
        head += rowTable
        let pieces = tables
        let packer = PiecePacker(sample: pieces.map(\.raw) + [head])
        for piece in pieces { try put(piece.name, piece.raw, packer) }
        var codes = lists.codes + rows.codes + packer.codes
        codes.appendCounted(rows.preset)
        try put(PieceName(.head), head, packer, before: codes)
    }

    private func listPacker() throws(IndexError) -> PiecePacker {
        var count = 0
        try segment.forEachBatch(of: sizes.lists) { _ in count += 1 }
        let step = max(1, count / Self.sampled)
        var sample: [[UInt8]] = []
        var number = 0
        try segment.forEachBatch(of: sizes.lists) { batch in
            if number % step == 0 { sample.append(batch.bytes(segment).lists) }
            number += 1
        }
        return PiecePacker(sample: sample)
    }

    private func rowPacker() throws(IndexError) -> PiecePacker {
        var sample: [[UInt8]] = []
        for number in 0..<Self.sampled {
            try segment.forEachRowBatch(of: sizes.rows, from: segment.recordCount * number / Self.sampled) { batch in
                sample.append(batch.bytes)
                return false
            }
        }
        return PiecePacker(sample: sample, mostPreset: Self.mostPreset)
    }

    /// What the head says of the whole index.
    private var facts: [UInt8] {
        var facts: [UInt8] = []
        facts.appendVarint(Int(segment.folding.rawValue))
        facts.appendVarint(segment.recordCount)
        facts.appendVarint(sizes.lengths)
        facts.appendVarint(segment.textWords)
        facts.appendVarint(segment.headingWords)
        let fields = segment.facetFields
        facts.appendVarint(fields.count)
        for field in fields { facts.appendCounted(field) }
        return facts
    }

    /// Columns of all records.
    private var tables: [(name: PieceName, raw: [UInt8])] {
        var tables: [(name: PieceName, raw: [UInt8])] = []
        for start in stride(from: 0, to: segment.recordCount, by: sizes.lengths) {
            let count = min(sizes.lengths, segment.recordCount - start)
            tables.append(
                (
                    PieceName(.lengths, start / sizes.lengths),
                    segment.section(.textLengths).array(start, count) + segment.section(.headingLengths).array(start, count)
                ))
        }
        let sentences = segment.section(.sentences)
        tables.append((PieceName(.sentences), sentences.array(0, sentences.count)))
        var facets: [UInt8] = []
        let (values, column) = (segment.section(.facetValues), segment.section(.facets))
        facets.appendCounted(values.array(0, values.count))
        tables.append((PieceName(.facets), facets + column.array(0, column.count)))
        return tables
    }
}
