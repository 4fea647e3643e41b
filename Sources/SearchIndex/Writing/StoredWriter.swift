import SearchCore

/// Writes stored rows in packed blocks as records come. The first megabyte waits, because dictionary and codes are made for it.
/// A block: how many rows, the length of each, how many bytes in all, then the packed rows.
struct StoredWriter {
    private static let blockSize = 8192
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
    private var texts = SeenTexts()

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
        if let earlier = texts.earlier(row.text, record: records) {
            bytes.appendVarint(earlier + 1)
        } else {
            bytes.append(0)
            bytes += row.text
        }
        block.append(bytes)
        records += 1
        if block.rows.count >= Self.blockSize { try endBlock() }
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
        for block in waiting { try write(block) }
        waiting = []
    }

    private mutating func write(_ block: StoredBlock) throws(IndexError) {
        guard let packer, let coder else { return }
        let offset = file.offset - start
        var bytes: [UInt8] = []
        bytes.appendVarint(block.sizes.count)
        for size in block.sizes { bytes.appendVarint(size) }
        bytes += coder.encode(block.rows, packer.sequences(of: block.rows))
        try file.append(bytes)
        index.appendLittle(UInt32(block.firstRecord))
        // SAFETY: the view does not leave the closure.
        let sum = unsafe bytes.withUnsafeBufferPointer { unsafe checksum(Bytes(base: $0.baseAddress!, count: $0.count)) }
        index.appendLittle(UInt32(truncatingIfNeeded: sum))
        index.appendLittle(UInt64(offset))
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

    mutating func append(_ row: [UInt8]) {
        rows += row
        sizes.append(row.count)
    }
}
