import Glibc
import SearchCore

/// Goes through a run, which lies in a mapped file, term by term. What is read is copied first and its pages given back at once: the system maps
/// sixteen of them with each, and a merge reads as many runs as a corpus has groups of documents.
struct RunReader {
    private let window: RunWindow
    private let count: Int
    let firstRecord: Int
    private var at = 0
    private(set) var term: [UInt8] = []
    private(set) var found = 0
    private var list = 0..<0
    private(set) var isAtEnd = false

    /// A term, how many records have it, how long its list is.
    private static let longestHead = TokenStream.termCapacity + 32

    /// - Parameter bytes: the run, where it is not all that is mapped.
    init(_ owner: SegmentBytes, _ bytes: Bytes? = nil, firstRecord: Int) {
        let bytes = bytes ?? owner.bytes
        window = RunWindow(owner, bytes)
        count = bytes.count
        self.firstRecord = firstRecord
        next()
    }

    mutating func next() {
        guard at < count else {
            isAtEnd = true
            return
        }
        let head = window.view(at, Self.longestHead)
        var place = 0
        let length = head.varint(&place)
        term = head.array(place, length)
        place += length
        found = head.varint(&place)
        let listLength = head.varint(&place)
        list = min(at + place, count)..<min(at + place + listLength, count)
        at = list.upperBound
    }

    /// Adds the current term's list to `into`.
    func read(into lists: inout TermOccurrences, hasPositions: Bool) {
        let bytes = window.view(list.lowerBound, list.count)
        var at = 0
        var record = firstRecord - 1
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

/// A part of a mapped run at hand.
@safe private final class RunWindow {
    private let owner: SegmentBytes
    private let bytes: Bytes
    private var room = UnsafeMutablePointer<UInt8>.allocate(capacity: usualCapacity)
    private var capacity = usualCapacity
    /// Of the run, what is in the room.
    private var held = 0..<0
    private static let usualCapacity = 1 << 13
    /// The system maps a file's pages by so many bytes.
    private static let mapped: UInt = 1 << 16

    init(_ owner: SegmentBytes, _ bytes: Bytes) {
        self.owner = owner
        self.bytes = bytes
    }

    deinit { unsafe room.deallocate() }

    /// So many bytes from a place in the run on, or what is left of it; to be used until the next one is asked for.
    func view(_ start: Int, _ count: Int) -> Bytes {
        let end = min(bytes.count, start + count)
        if start < held.lowerBound || end > held.upperBound { fill(from: start, atLeast: end - start) }
        // SAFETY: the room holds `held`, and the reader keeps it.
        return unsafe Bytes(base: room + (start - held.lowerBound), count: end - start)
    }

    private func fill(from start: Int, atLeast least: Int) {
        if least > capacity {
            unsafe room.deallocate()
            capacity = least
            unsafe room = .allocate(capacity: capacity)
        }
        held = start..<min(bytes.count, start + capacity)
        // SAFETY: the run has these bytes, the room is as large; the mapping is a file's, whose pages come back if they are read again.
        unsafe room.update(from: bytes.base + start, count: held.count)
        let first = unsafe UInt(bitPattern: bytes.base + held.lowerBound) / Self.mapped * Self.mapped
        let last = unsafe (UInt(bitPattern: bytes.base + held.upperBound) + Self.mapped - 1) / Self.mapped * Self.mapped
        let whole = unsafe UInt(bitPattern: owner.bytes.base)
        let (from, to) = (max(first, whole), min(last, whole + UInt(owner.count)))
        if to > from, let place = unsafe UnsafeMutableRawPointer(bitPattern: from) {
            _ = unsafe madvise(place, Int(to - from), MADV_DONTNEED)
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
