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
        try write(after: .none) { (name, bytes, _) throws(IndexError) in try body(name, bytes) }
    }

    /// The same, but for pieces that stay as they were; and with each the fingerprint of what it is made from, 0 for the head's.
    public func write(
        after earlier: EarlierPieces, _ body: (_ name: String, _ bytes: [UInt8], _ print: UInt64) throws(IndexError) -> Void
    ) throws(IndexError) {
        let (text, numbers) = (PiecePacker(isText: true), PiecePacker(isText: false))
        let reader = TermListReader(segment)
        defer { reader.close() }
        var sums: [PieceName.Kind: [UInt8]] = [:]
        func put(_ name: PieceName, _ bytes: [UInt8], _ print: UInt64) throws(IndexError) {
            sums[name.kind, default: []] += bytes[(4 - PieceHead.sumSize)..<4]
            try body(name.file, bytes, print)
        }
        func keep(_ name: PieceName, _ print: UInt64) -> Bool {
            guard let sum = earlier.sum(of: name, print: print) else { return false }
            sums[name.kind, default: []] += sum
            return true
        }
        func put(_ kind: PieceName.Kind, _ number: Int, _ raw: [UInt8], _ packer: PiecePacker) throws(IndexError) {
            let name = PieceName(kind, number)
            var print = PiecePrint()
            print.add(number)
            print.add(raw)
            if !keep(name, print.value) { try put(name, packer.piece(name, raw), print.value) }
        }
        var listTable = ListTable()
        let listPrints = ListPrints(segment)
        try segment.forEachBatch(of: sizes.lists) { (batch) throws(IndexError) in
            let number = listTable.count
            let print = listPrints.print(batch, number, reader)
            let name = PieceName(.lists, number)
            if !keep(name, print) { try put(name, batch.lists(number, segment, reader, text), print) }
            if batch.isApart { try put(.positions, number, batch.positions(segment), numbers) }
            listTable.add(batch)
        }
        let preset = try segment.presetRows(of: sizes.rows)
        let (rows, packedPreset) = PiecePacker.behind(preset)
        var presetPrint = PiecePrint()
        presetPrint.add(preset)
        let rowPrints = earlier.document.map { RowPrints(segment, document: $0, preset: presetPrint.value) }
        var rowTable: [UInt8] = []
        var (rowCount, record) = (0, 0)
        func end(_ count: Int) {
            rowTable.appendVarint(count)
            rowCount += 1
            record += count
        }
        /// Passes over pieces that stay; false where the next one does not.
        func keepRows() -> Bool {
            guard let rowPrints, let count = earlier.rowCount(rowCount), count > 0, record + count <= segment.recordCount,
                keep(PieceName(.rows, rowCount), rowPrints.print(rowCount, record..<(record + count)))
            else { return false }
            end(count)
            return true
        }
        while record < segment.recordCount {
            if keepRows() { continue }
            try segment.forEachRowBatch(of: sizes.rows, from: record) { (batch) throws(IndexError) in
                if keepRows() { return false }
                let name = PieceName(.rows, rowCount)
                let print = rowPrints?.print(rowCount, record..<(record + batch.count)) ?? 0
                try put(name, rows.piece(name, batch.bytes), print)
                end(batch.count)
                return true
            }
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
        try body(PieceName(.head).file, PiecePacker.frame(PieceName(.head), unpackedCount: head.count, packed), 0)
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
        let (values, column) = (segment.section(.facetValues), segment.section(.facets))
        var facets: [UInt8] = []
        facets.reserveCapacity(values.count + column.count + 8)
        facets.appendVarint(values.count)
        facets.append(values)
        facets.append(column)
        return facets
    }
}
