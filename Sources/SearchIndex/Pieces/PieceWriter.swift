public import SearchCore

/// Cuts the segment of an index into the files that a browser searches with: a small head, and pieces that are brought when a question
/// needs them. Lists are the segment's own, so that the answers are the segment's, to the last bit. Where pieces end depends on what is
/// there, not on what is before it: an edit changes the pieces it touches, and the head.
public struct PieceWriter {
    /// How large pieces are to be at most, before packing: large ones are fewer requests, small ones fewer bytes.
    public struct Sizes: Sendable {
        /// Bytes of terms and lists.
        public var lists = 9 << 10
        /// Bytes of rows.
        public var rows = 8 << 10
        /// Records whose lengths are one piece.
        public var lengths = 1 << 17

        public init() {}
    }

    private let segment: Segment
    private let sizes: Sizes

    /// - Parameter segment: the whole index, without deleted records.
    public init(_ segment: Segment, sizes: Sizes = Sizes()) {
        self.segment = segment
        self.sizes = sizes
    }

    /// Gives each file's name, without an ending, and its bytes; the head's last.
    public func write(_ body: (_ name: String, _ bytes: [UInt8]) throws(IndexError) -> Void) throws(IndexError) {
        let (text, numbers) = (PiecePacker(isText: true), PiecePacker(isText: false))
        let reader = TermListReader(segment)
        defer { reader.close() }
        var sums: [PieceName.Kind: [UInt8]] = [:]
        func put(_ kind: PieceName.Kind, _ number: Int, _ bytes: [UInt8]) throws(IndexError) {
            sums[kind, default: []] += bytes[(4 - PieceHead.sumSize)..<4]
            try body("\(kind.text)-\(number)", bytes)
        }
        func put(_ kind: PieceName.Kind, _ number: Int, _ raw: [UInt8], _ packer: PiecePacker) throws(IndexError) {
            try put(kind, number, packer.piece(PieceName(kind, number), raw))
        }
        var listTable = ListTable()
        try segment.forEachBatch(of: sizes.lists) { (batch) throws(IndexError) in
            let (lists, positions) = batch.piece(listTable.count, segment, reader, text)
            try put(.lists, listTable.count, lists)
            if let positions { try put(.positions, listTable.count, positions, numbers) }
            listTable.add(batch, isApart: positions != nil)
        }
        let preset = try segment.presetRows(of: sizes.rows)
        let (rows, packedPreset) = PiecePacker.behind(preset)
        var rowTable: [UInt8] = []
        var rowCount = 0
        try segment.forEachRowBatch(of: sizes.rows) { (batch) throws(IndexError) in
            try put(.rows, rowCount, batch.bytes, rows)
            rowTable.appendVarint(batch.count)
            rowCount += 1
            return true
        }
        try put(.words, 0, segment.spellingBytes(), text)
        let sentences = segment.section(.sentences)
        try put(.sentences, 0, sentences.array(0, sentences.count), numbers)
        try put(.facets, 0, facets, numbers)
        for number in 1..<max(1, (segment.recordCount + sizes.lengths - 1) / sizes.lengths) {
            try put(.lengths, number, lengths(number), numbers)
        }

        var head = facts
        head.appendVarint(listTable.count)
        head += listTable.bytes
        head.appendVarint(rowCount)
        head += rowTable
        head.appendVarint(preset.count)
        var packed: [UInt8] = []
        for part in [text.packed(head), packedPreset, numbers.packed(lengths(0))] { packed.appendCounted(part) }
        for kind in [PieceName.Kind.lists, .rows, .sentences, .facets, .words, .positions, .lengths] { packed += sums[kind] ?? [] }
        try body("\(PieceName.Kind.head.text)-0", PiecePacker.frame(PieceName(.head), unpackedCount: head.count, packed))
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

    /// Length codes of a range of records, texts' then headings'.
    private func lengths(_ number: Int) -> [UInt8] {
        let start = number * sizes.lengths
        let count = min(sizes.lengths, segment.recordCount - start)
        return segment.section(.textLengths).array(start, count) + segment.section(.headingLengths).array(start, count)
    }

    private var facets: [UInt8] {
        var facets: [UInt8] = []
        let (values, column) = (segment.section(.facetValues), segment.section(.facets))
        facets.appendCounted(values.array(0, values.count))
        return facets + column.array(0, column.count)
    }
}
