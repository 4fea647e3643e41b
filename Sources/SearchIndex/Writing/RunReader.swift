import Glibc
import SearchCore

/// Goes through a run, which lies in a mapped file, term by term. Pages that were read are given back, so that a merge of many runs needs little memory.
struct RunReader {
    private let owner: SegmentBytes
    private let bytes: Bytes
    let firstRecord: Int
    private var at = 0
    private(set) var term: [UInt8] = []
    private(set) var found = 0
    private var list = 0
    private(set) var isAtEnd = false
    private var released = 0
    private static let window = 1 << 16
    private static let page: UInt = 1 << 12

    /// - Parameter bytes: the run, where it is not all that is mapped.
    init(_ owner: SegmentBytes, _ bytes: Bytes? = nil, firstRecord: Int) {
        self.owner = owner
        self.bytes = bytes ?? owner.bytes
        self.firstRecord = firstRecord
        next()
    }

    mutating func next() {
        if at - released > Self.window { release() }
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

    private mutating func release() {
        // SAFETY: the mapping is a file's, whose pages come back if they are read again; whole pages between two places in it are its own.
        let start = unsafe (UInt(bitPattern: bytes.base + released) + Self.page - 1) / Self.page * Self.page
        let end = unsafe UInt(bitPattern: bytes.base + min(at, bytes.count)) / Self.page * Self.page
        released = at
        if end > start, let place = unsafe UnsafeMutableRawPointer(bitPattern: start) {
            _ = unsafe madvise(place, Int(end - start), MADV_DONTNEED)
        }
    }

    /// Adds the current term's list to `into`.
    func read(into lists: inout TermOccurrences, hasPositions: Bool) {
        var at = list
        var record = firstRecord - 1
        let bytes = bytes
        /// As `Bytes.varint`, in place.
        @inline(__always) func varint() -> Int {
            var value = 0
            var shift = 0
            // SAFETY: `at` is looked at against the count.
            while at < bytes.count, shift < 56 {
                let byte = unsafe bytes.base[at]
                at &+= 1
                value |= Int(byte & 0x7F) &<< shift
                if byte < 0x80 { break }
                shift &+= 7
            }
            return value
        }
        for _ in 0..<found {
            record += varint() + 1
            let frequency = varint()
            lists.records.append(UInt32(truncatingIfNeeded: record))
            lists.frequencies.append(UInt32(truncatingIfNeeded: frequency))
            guard hasPositions else { continue }
            var position = 0
            for _ in 0..<frequency {
                position += varint()
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
