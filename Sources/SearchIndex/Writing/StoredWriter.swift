import SearchCore

/// Writes stored rows in packed blocks as records come. The first megabyte waits, because the preset dictionary is chosen from it.
struct StoredWriter {
    private static let blockSize = 8192
    private static let sampleSize = 1 << 20

    private let file: OutputFile
    private var waiting: [(firstRecord: Int, rows: [UInt8])] = []
    private var waitingBytes = 0
    private var packer: BlockPacker?
    private var block: [UInt8] = []
    private var blockFirst = 0
    private var records = 0
    private var written = 0
    private(set) var index: [UInt8] = []
    /// Where rows' texts were seen first, by hash: candidates for "the same text again", never believed without comparing.
    private var seen: [UInt64: UInt32] = [:]
    private let start: Int

    init(file: OutputFile) {
        self.file = file
        start = file.offset
    }

    var dictionary: [UInt8] { packer?.dictionary ?? [] }

    mutating func add(_ row: StoredRow) throws(IndexError) {
        if block.isEmpty { blockFirst = records }
        records += 1
        for field in [row.key, row.heading, row.number] { block.appendCounted(field) }
        var sentences: [UInt8] = []
        var before = 0
        for sentence in row.sentences {
            sentences.appendVarint(max(0, sentence - before))
            before = max(before, sentence)
        }
        block.appendCounted(sentences)
        block.appendCounted(row.stored)
        block.appendVarint(row.text.count << 1)
        block += row.text
        if block.count >= Self.blockSize { try endBlock() }
    }

    private mutating func endBlock() throws(IndexError) {
        if let packer {
            try write(block, firstRecord: blockFirst, packer)
        } else {
            waiting.append((blockFirst, block))
            waitingBytes += block.count
            if waitingBytes >= Self.sampleSize { try begin() }
        }
        block.removeAll(keepingCapacity: true)
    }

    private mutating func begin() throws(IndexError) {
        let packer = BlockPacker(dictionary: presetDictionary(from: waiting.flatMap(\.rows)))
        self.packer = packer
        for block in waiting { try write(block.rows, firstRecord: block.firstRecord, packer) }
        waiting = []
    }

    private mutating func write(_ block: [UInt8], firstRecord: Int, _ packer: BlockPacker) throws(IndexError) {
        index.appendLittle(UInt32(firstRecord))
        index.appendLittle(UInt64(written))
        var bytes: [UInt8] = []
        bytes.appendVarint(block.count)
        bytes += packer.pack(block)
        written += bytes.count
        try file.append(bytes)
    }

    mutating func finish() throws(IndexError) {
        if !block.isEmpty { try endBlock() }
        if packer == nil { try begin() }
    }
}
