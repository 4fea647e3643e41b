/// What a record keeps besides its words.
package struct StoredRow: Sendable {
    package var key: [UInt8] = []
    package var heading: [UInt8] = []
    package var number: [UInt8] = []
    package var text: [UInt8] = []
    package var sentences: [Int] = []
    package var stored: [UInt8] = []

    package init() {}

    package init(key: [UInt8], heading: [UInt8] = [], number: [UInt8] = [], text: [UInt8] = [], sentences: [Int] = [], stored: [UInt8] = [])
    {
        self.key = key
        self.heading = heading
        self.number = number
        self.text = text
        self.sentences = sentences
        self.stored = stored
    }
}

/// Reads stored rows. Blocks hold whole rows; the block that was read last is kept.
/// A row: key, heading, number, sentences, stored, each with its length before it; then twice the text's length and the text,
/// or twice an earlier record plus one, whose text it has.
package struct StoredRows {
    private let index: Bytes
    private let blocks: Bytes
    private let dictionary: Bytes
    private let blockCount: Int
    private let records: Int
    private var cached = -1
    private var block: [UInt8] = []

    package static let indexEntrySize = 12

    package init(_ segment: Segment) {
        index = segment.section(.storedIndex)
        blocks = segment.section(.storedBlocks)
        dictionary = segment.section(.dictionary)
        blockCount = index.count / Self.indexEntrySize
        records = segment.recordCount
    }

    package mutating func row(_ record: Int) -> StoredRow? { row(record, follows: true) }

    private mutating func row(_ record: Int, follows: Bool) -> StoredRow? {
        guard record >= 0, record < records, let first = open(holding: record) else { return nil }
        var at = 0
        for _ in first..<record { guard skipRow(&at) else { return nil } }
        var row = StoredRow()
        guard let key = field(&at), let heading = field(&at), let number = field(&at), let sentences = field(&at), let stored = field(&at)
        else {
            return nil
        }
        (row.key, row.heading, row.number, row.stored) = (Array(key), Array(heading), Array(number), Array(stored))
        row.sentences = Self.numbers(sentences)
        let length = varint(&at)
        if length & 1 == 1 {
            guard follows, let other = self.row(length >> 1, follows: false) else { return nil }
            row.text = other.text
        } else {
            guard length >> 1 <= block.count - at else { return nil }
            row.text = Array(block[at..<(at + length >> 1)])
        }
        return row
    }

    /// Unpacks the block that holds the record; returns its first record.
    private mutating func open(holding record: Int) -> Int? {
        var low = 0
        var high = blockCount
        while low < high {
            let middle = (low + high) / 2
            if Int(index.u32(middle * Self.indexEntrySize)) <= record { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let place = low - 1
        let entry = place * Self.indexEntrySize
        if cached != place {
            var start = Int(index.u64(entry + 4) & 0xFF_FFFF_FFFF)
            let end = low < blockCount ? Int(index.u64(entry + Self.indexEntrySize + 4) & 0xFF_FFFF_FFFF) : blocks.count
            let count = blocks.varint(&start)
            guard start <= end, end <= blocks.count,
                let whole = unpackBlock(blocks.slice(start, end - start), dictionary: dictionary, count: count)
            else { return nil }
            block = whole
            cached = place
        }
        return Int(index.u32(entry))
    }

    private func varint(_ at: inout Int) -> Int {
        var value = 0
        var shift = 0
        while at < block.count, shift < 56 {
            let byte = block[at]
            at += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return value
    }

    private func field(_ at: inout Int) -> ArraySlice<UInt8>? {
        let count = varint(&at)
        guard count <= block.count - at else { return nil }
        defer { at += count }
        return block[at..<(at + count)]
    }

    private func skipRow(_ at: inout Int) -> Bool {
        for _ in 0..<5 { guard field(&at) != nil else { return false } }
        let length = varint(&at)
        if length & 1 == 0 {
            guard length >> 1 <= block.count - at else { return false }
            at += length >> 1
        }
        return true
    }

    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
        var numbers: [Int] = []
        var last = 0
        var value = 0
        var shift = 0
        for byte in bytes {
            value |= Int(byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 || shift > 49 {
                last += value
                numbers.append(last)
                value = 0
                shift = 0
            }
        }
        return numbers
    }
}
