import SearchCore

/// Goes through a run term by term.
struct RunReader {
    private let owner: SegmentBytes
    private let bytes: Bytes
    let firstRecord: Int
    private var at = 0
    private(set) var term: [UInt8] = []
    private(set) var found = 0
    private var list = 0
    private(set) var isAtEnd = false

    init(_ owner: SegmentBytes, firstRecord: Int) {
        self.owner = owner
        bytes = owner.bytes
        self.firstRecord = firstRecord
        next()
    }

    mutating func next() {
        guard at < bytes.count else {
            isAtEnd = true
            return
        }
        let count = bytes.varint(&at)
        term = bytes.array(at, count)
        at += count
        found = bytes.varint(&at)
        let length = bytes.varint(&at)
        list = at
        at += length
    }

    /// Adds the current term's list to `into`.
    func read(into lists: inout TermOccurrences, hasPositions: Bool) {
        var at = list
        var record = firstRecord - 1
        for _ in 0..<found {
            record += bytes.varint(&at) + 1
            let frequency = bytes.varint(&at)
            lists.records.append(UInt32(truncatingIfNeeded: record))
            lists.frequencies.append(UInt32(truncatingIfNeeded: frequency))
            guard hasPositions else { continue }
            var position = 0
            for _ in 0..<frequency {
                position += bytes.varint(&at)
                lists.positions.append(UInt32(truncatingIfNeeded: position))
            }
        }
    }
}

/// One term's whole list, unpacked.
struct TermOccurrences {
    var records: [UInt32] = []
    var frequencies: [UInt32] = []
    /// Of all records, one after another; empty for terms without positions.
    var positions: [UInt32] = []

    mutating func removeAll() {
        records.removeAll(keepingCapacity: true)
        frequencies.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
    }
}
