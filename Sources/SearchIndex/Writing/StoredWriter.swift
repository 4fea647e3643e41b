import SearchCore

/// Writes stored rows in packed blocks as records come. The first megabyte waits, because dictionary and codes are made for it.
/// A block: how many rows, the length of each, how many bytes in all, then the packed rows.
struct StoredWriter {
    private static let blockSize = 16384
    private static let sampleSize = 1 << 20

    private let file: OutputFile
    private let start: Int
    private var waiting: [StoredBlock] = []
    private var waitingBytes = 0
    private var packer: BlockPacker?
    private var coder: BlockCoder?
    private var block = StoredBlock(firstRecord: 0)
    private var records = 0
    private(set) var index: [UInt8] = []
    private var places: [(firstRecord: Int, offset: Int)] = []
    private var texts = SeenTexts()
    /// What was read back lately: duplicates come in rows.
    private var readBlocks = BlockCache()
    private var codes: StoredCodes?
    private var dictionaryBytes = SegmentBytes(copying: [])

    init(file: OutputFile) {
        self.file = file
        start = file.offset
    }

    /// Codes and preset dictionary.
    var dictionary: [UInt8] { (coder?.header ?? []) + (packer?.dictionary ?? []) }

    mutating func add(_ row: StoredRow) throws(IndexError) {
        if block.isEmpty { block = StoredBlock(firstRecord: records) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(row.text.count + row.heading.count + 64)
        for field in [row.key, row.heading, row.number] { bytes.appendCounted(field) }
        var sentences: [UInt8] = []
        var before = 0
        for sentence in row.sentences {
            sentences.appendVarint(max(0, sentence - before))
            before = max(before, sentence)
        }
        bytes.appendCounted(sentences)
        bytes.appendCounted(row.stored)
        if let earlier = try earlierRecord(with: row.text) {
            bytes.appendVarint(earlier + 1)
        } else {
            bytes.append(0)
            bytes += row.text
            texts.add(row.text, record: records)
        }
        block.append(bytes)
        records += 1
        if block.rows.count >= Self.blockSize { try endBlock() }
    }

    /// An earlier record whose row holds the same text. The hash only proposes it; the bytes are compared.
    private mutating func earlierRecord(with text: [UInt8]) throws(IndexError) -> Int? {
        guard let record = texts.candidate(text) else { return nil }
        if let near = ([block] + waiting).first(where: { $0.records.contains(record) }) {
            return near.hasText(text, record: record) ? record : nil
        }
        let number = number(ofBlockWith: record)
        if let known = readBlocks[number] { return known.hasText(text, record: record) ? record : nil }
        let read = try readBack(number)
        readBlocks[number] = read
        return read.hasText(text, record: record) ? record : nil
    }

    /// The written block that holds a record written before.
    private func number(ofBlockWith record: Int) -> Int {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].firstRecord <= record { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }

    private mutating func readBack(_ number: Int) throws(IndexError) -> StoredBlock {
        let place = places[number]
        let end = number + 1 < places.count ? places[number + 1].offset : file.offset - start
        let bytes = SegmentBytes(copying: try file.read(at: start + place.offset, count: end - place.offset))
        var block = StoredBlock(firstRecord: place.firstRecord)
        if codes == nil { codes = StoredCodes(dictionaryBytes.bytes) }
        if let codes, let head = StoredBlockHead(bytes.bytes), let rows = head.unpack(bytes.bytes, codes) {
            block.fill(sizes: head.sizes, rows: rows)
        }
        return block
    }

    private mutating func endBlock() throws(IndexError) {
        if coder != nil {
            try write(block)
        } else {
            waiting.append(block)
            waitingBytes += block.rows.count
            if waitingBytes >= Self.sampleSize { try begin() }
        }
        block = StoredBlock(firstRecord: records)
    }

    private mutating func begin() throws(IndexError) {
        let packer = BlockPacker(dictionary: presetDictionary(from: waiting.flatMap(\.rows)))
        self.packer = packer
        coder = BlockCoder(sample: waiting.map { ($0.rows, packer.sequences(of: $0.rows)) })
        dictionaryBytes = SegmentBytes(copying: dictionary)
        for block in waiting { try write(block) }
        waiting = []
    }

    private mutating func write(_ block: StoredBlock) throws(IndexError) {
        guard let packer, let coder else { return }
        let offset = file.offset - start
        places.append((block.firstRecord, offset))
        index.appendLittle(UInt32(block.firstRecord))
        index.appendLittle(UInt64(offset))
        var bytes: [UInt8] = []
        bytes.appendVarint(block.sizes.count)
        for size in block.sizes { bytes.appendVarint(size) }
        bytes += coder.encode(block.rows, packer.sequences(of: block.rows))
        try file.append(bytes)
    }

    mutating func finish() throws(IndexError) {
        if !block.isEmpty { try endBlock() }
        if coder == nil { try begin() }
    }
}

/// Rows on their way to be packed.
struct StoredBlock {
    let firstRecord: Int
    private(set) var rows: [UInt8] = []
    private(set) var sizes: [Int] = []

    init(firstRecord: Int) { self.firstRecord = firstRecord }

    var isEmpty: Bool { sizes.isEmpty }
    var records: Range<Int> { firstRecord..<firstRecord + sizes.count }

    mutating func append(_ row: [UInt8]) {
        rows += row
        sizes.append(row.count)
    }

    mutating func fill(sizes: [Int], rows: [UInt8]) {
        self.sizes = sizes
        self.rows = rows
    }

    func row(_ record: Int) -> ArraySlice<UInt8> {
        let start = sizes[..<(record - firstRecord)].reduce(0, +)
        return rows[start..<(start + sizes[record - firstRecord])]
    }

    /// Whether the record's row ends in a zero (text follows) and this text.
    func hasText(_ text: [UInt8], record: Int) -> Bool {
        guard records.contains(record) else { return false }
        let row = row(record)
        guard row.count > text.count, row[row.endIndex - text.count - 1] == 0 else { return false }
        return row[(row.endIndex - text.count)...] == text[...]
    }
}
