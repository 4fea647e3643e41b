/// What stands before a packed block: the lengths of its rows.
package struct StoredBlockHead {
    package let sizes: [Int]
    private let start: Int

    /// Nil where the lengths cannot be.
    package init?(_ block: Bytes) {
        var at = 0
        let count = block.varint(&at)
        guard count <= block.count else { return nil }
        var sizes: [Int] = []
        sizes.reserveCapacity(count)
        var sum = 0
        for _ in 0..<count {
            let size = block.varint(&at)
            // Held to what a browser can address too: an Int has 32 bits there.
            guard size <= 1 << 29, sum <= 1 << 29 else { return nil }
            sum += size
            sizes.append(size)
        }
        guard at <= block.count else { return nil }
        self.sizes = sizes
        start = at
    }

    /// The first `rows` rows, all of them unless told.
    package func unpack(_ block: Bytes, _ codes: StoredCodes, rows: Int? = nil) -> [UInt8]? {
        let count = sizes[..<min(rows ?? sizes.count, sizes.count)].reduce(0, +)
        return unpackBlock(block.slice(start, block.count - start), codes, count: count)
    }
}

/// Reads stored rows. Of a block only the rows up to the wanted one are unpacked; they are kept for the next question.
/// A row: key, heading, number, sentences, stored, each with its length before it; then 0 and the text to the row's end,
/// or an earlier record plus one, whose text it has.
package struct StoredRows {
    private let index: Bytes
    private let blocks: Bytes
    private let codes: StoredCodes
    private let blockCount: Int
    private let records: Int
    private let pieces: Pieces?
    private var cached = -1
    private var sizes: [Int] = []
    private var block: [UInt8] = []
    /// Texts that rows have from others, by the record that has them: who goes through all rows meets them again and again.
    private var shared: [Int: [UInt8]] = [:]
    private var sharedBytes = 0
    private static let mostSharedBytes = 1 << 20

    package static let indexEntrySize = 16

    package init(_ segment: Segment) {
        pieces = segment.pieces
        index = segment.section(.storedIndex)
        blocks = segment.section(.storedBlocks)
        codes = StoredCodes(segment.section(.dictionary))
        blockCount = index.count / Self.indexEntrySize
        records = segment.recordCount
    }

    package mutating func row(_ record: Int) -> StoredRow? {
        if let pieces { return pieces.rows(of: record)?.row(record) }
        return row(record, follows: true)
    }

    private mutating func row(_ record: Int, follows: Bool) -> StoredRow? {
        guard record >= 0, record < records, let range = open(record) else { return nil }
        var at = range.lowerBound
        var row = StoredRow()
        guard let key = field(&at), let heading = field(&at), let number = field(&at), let sentences = field(&at), let stored = field(&at)
        else {
            return nil
        }
        (row.key, row.heading, row.number, row.stored) = (Array(key), Array(heading), Array(number), Array(stored))
        row.sentences = Self.numbers(sentences)
        let other = block.varint(&at)
        if other > 0 {
            guard follows, let text = text(of: other - 1) else { return nil }
            row.text = text
        } else {
            guard at <= range.upperBound else { return nil }
            row.text = Array(block[at..<range.upperBound])
        }
        return row
    }

    /// The text of a record that has one of its own; the open block stays open.
    private mutating func text(of record: Int) -> [UInt8]? {
        if let known = shared[record] { return known }
        let open = (cached, sizes, block)
        defer { (cached, sizes, block) = open }
        guard let text = row(record, follows: false)?.text else { return nil }
        if sharedBytes + text.count > Self.mostSharedBytes { (shared, sharedBytes) = ([:], 0) }
        shared[record] = text
        sharedBytes += text.count
        return text
    }

    /// Unpacks the block that holds the record as far as that; returns where its row stands.
    private mutating func open(_ record: Int) -> Range<Int>? {
        var low = 0
        var high = blockCount
        while low < high {
            let middle = (low + high) / 2
            if index.offset(middle * Self.indexEntrySize) <= record { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let place = low - 1
        let entry = place * Self.indexEntrySize
        let number = record - index.offset(entry)
        let start = Int(clamping: index.u64(entry + 8))
        let end = low < blockCount ? Int(clamping: index.u64(entry + Self.indexEntrySize + 8)) : blocks.count
        guard start <= end, end <= blocks.count else { return nil }
        if cached == place, number < sizes.count {
            let range = range(number)
            if range.upperBound <= block.count { return range }
        }
        let packed = blocks.slice(start, end - start)
        // What is shown is what was written, or it is not shown.
        guard UInt32(truncatingIfNeeded: checksum(packed)) == index.u32(entry + 4) else { return nil }
        // Who asks a second time goes through the block: then all of it, not each row's beginning again.
        guard let head = StoredBlockHead(packed), number < head.sizes.count,
            let rows = head.unpack(packed, codes, rows: cached == place ? nil : number + 1)
        else {
            return nil
        }
        (cached, sizes, block) = (place, head.sizes, rows)
        return range(number)
    }

    private func range(_ number: Int) -> Range<Int> {
        let start = sizes[..<number].reduce(0, +)
        return start..<(start + sizes[number])
    }

    private func field(_ at: inout Int) -> ArraySlice<UInt8>? {
        let count = block.varint(&at)
        guard count <= block.count - at else { return nil }
        defer { at += count }
        return block[at..<(at + count)]
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

extension [UInt8] {
    /// Reads a number in seven bits a byte, the lowest first, and moves `at` past it; what is missing behind the end is 0.
    package func varint(_ at: inout Int) -> Int {
        var value = 0
        var shift = 0
        while at < count, shift < 56 {
            let byte = self[at]
            at += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return value
    }
}
