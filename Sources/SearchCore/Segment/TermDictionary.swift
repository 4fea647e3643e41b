/// Where a term's list stands, as the dictionary tells it. Offsets are into the sections `postings` and `positions`.
package struct TermEntry: Sendable, Equatable {
    package var found = 0
    package var postings = 0
    package var postingsCount = 0
    package var positions = 0
    package var positionsCount = 0
}

/// The sorted terms of a segment in front-coded blocks of 16. Exact look-up, and a walk from any place.
package struct TermDictionary: Sendable {
    let blocks: Bytes
    /// A u64 per block, the first eight bytes of its first term, big end first; then a u32 per block, its offset.
    let index: Bytes
    package let blockCount: Int
    /// In the browser the dictionary comes in pieces; these answer then.
    private let pieces: Pieces?

    init(blocks: Bytes, index: Bytes, pieces: Pieces? = nil) {
        self.blocks = blocks
        self.index = index
        self.pieces = pieces
        blockCount = index.count / 12
    }

    /// The first eight bytes of a term as a number that compares as the term does.
    package static func key(_ term: [UInt8]) -> UInt64 {
        var key: UInt64 = 0
        for at in 0..<8 { key = key << 8 | (at < term.count ? UInt64(term[at]) : 0) }
        return key
    }

    func offset(_ block: Int) -> Int { index.offset(blockCount * 8 + block * 4) }

    /// The last block whose first term is not above `term`, or 0; of the blocks in `range`, where it is known to be.
    private func block(of term: [UInt8], in range: Range<Int>) -> Int {
        let key = Self.key(term)
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            let here = index.u64(middle * 8)
            let isBelow = here < key || (here == key && !(compareFirst(middle, term) > 0))
            if isBelow { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }

    /// The blocks in which all terms with these first bytes are.
    package func blocks(with prefix: [UInt8]) -> Range<Int> {
        let all = 0..<blockCount
        let first = block(of: prefix, in: all)
        return first..<max(first, min(blockCount, block(of: prefix + [0xFF], in: all) + 1))
    }

    /// Sign of (first term of the block - term).
    private func compareFirst(_ block: Int, _ term: [UInt8]) -> Int {
        var at = offset(block)
        _ = blocks.varint(&at)
        _ = blocks.varint(&at)
        _ = blocks.varint(&at)
        let count = blocks.varint(&at)
        for place in 0..<min(count, term.count) {
            let byte = blocks[at + place]
            if byte != term[place] { return byte < term[place] ? -1 : 1 }
        }
        return count - term.count
    }

    /// The term's entry, nil where the segment has no such term.
    package func entry(_ term: [UInt8]) -> TermEntry? {
        if let pieces { return pieces.entry(term) }
        return entry(term, in: 0..<blockCount)
    }

    /// The same for a term that can only be in these blocks.
    package func entry(_ term: [UInt8], in range: Range<Int>) -> TermEntry? {
        guard blockCount > 0 else { return nil }
        var reader = EntryReader(self, block: block(of: term, in: range))
        // How many first bytes of `term` the last entry had, which was below it.
        var agreed = 0
        while reader.next() {
            if reader.shared < agreed { return nil }
            if reader.shared > agreed { continue }
            let end = reader.shared + reader.restCount
            while agreed < end, agreed < term.count, blocks[reader.rest + agreed - reader.shared] == term[agreed] { agreed += 1 }
            if agreed == end, agreed == term.count { return reader.entry }
            if agreed < end, agreed == term.count || blocks[reader.rest + agreed - reader.shared] > term[agreed] { return nil }
        }
        return nil
    }

    /// A walk that stands before the first term not below `term`. It is asked no further than terms with the prefix, `term` itself unless told.
    package func walk(from term: [UInt8], within prefix: [UInt8]? = nil) -> TermWalk {
        if let pieces { return pieces.walk(from: term, within: prefix ?? term) }
        var walk = TermWalk(self, block: blockCount > 0 ? block(of: term, in: 0..<blockCount) : 0)
        while walk.next() {
            if !walk.term.lexicographicallyPrecedes(term) {
                walk.isHeld = true
                break
            }
        }
        return walk
    }
}

/// Reads the entries of one block of terms.
struct EntryReader: Sendable {
    private let blocks: Bytes
    private var at = 0
    private let end: Int
    private var left = SegmentLayout.termsPerBlock
    var entry = TermEntry()
    /// Bytes shared with the term before; where the others stand in `blocks`, and how many.
    private(set) var shared = 0
    private(set) var rest = 0
    private(set) var restCount = 0

    init(_ dictionary: TermDictionary, block: Int) {
        blocks = dictionary.blocks
        guard block < dictionary.blockCount else {
            end = 0
            return
        }
        at = dictionary.offset(block)
        end = block + 1 < dictionary.blockCount ? dictionary.offset(block + 1) : blocks.count
        entry.postings = blocks.varint(&at)
        entry.positions = blocks.varint(&at)
    }

    /// Moves to the next entry; false behind the last.
    @inline(__always) mutating func next() -> Bool {
        guard left > 0, at < end else { return false }
        left &-= 1
        entry.postings &+= entry.postingsCount
        entry.positions &+= entry.positionsCount
        // Nearly always there is room ahead for any entry whose lengths take a byte each.
        guard at >= 0, at &+ Self.mostBytes <= blocks.count, (blocks[at] | blocks[at &+ 1]) < 0x80 else {
            nextSlowly()
            return true
        }
        shared = Int(blocks[at])
        restCount = Int(blocks[at &+ 1])
        rest = at &+ 2
        // SAFETY: two bytes, at most 127 more and three numbers of at most eight bytes are fewer than `mostBytes`.
        var place = unsafe blocks.base + (rest &+ restCount)
        entry.found = unsafe max(1, Self.varint(&place))
        entry.postingsCount = unsafe Self.varint(&place)
        entry.positionsCount = unsafe entry.found >= SegmentLayout.blockSize ? Self.varint(&place) : 0
        at = unsafe place - blocks.base
        return true
    }

    private static let mostBytes = 160

    /// As `Bytes.varint`, without looking where the bytes end.
    /// SAFETY: eight bytes from `place` can be read.
    @unsafe @inline(__always) private static func varint(_ place: inout UnsafePointer<UInt8>) -> Int {
        var byte = unsafe place[0]
        unsafe place += 1
        var value = Int(byte & 0x7F)
        var shift = 7
        while byte >= 0x80, shift < Bytes.mostShift {
            byte = unsafe place[0]
            unsafe place += 1
            value |= Int(byte & 0x7F) &<< shift
            shift &+= 7
        }
        return value
    }

    private mutating func nextSlowly() {
        shared = min(blocks.varint(&at), 1 << 16)
        restCount = max(0, min(blocks.varint(&at), blocks.count &- at))
        rest = at
        at &+= restCount
        entry.found = max(1, blocks.varint(&at))
        entry.postingsCount = blocks.varint(&at)
        entry.positionsCount = entry.found >= SegmentLayout.blockSize ? blocks.varint(&at) : 0
    }
}

/// Goes through the terms in order. After `next()`, `term` and `entry` are the current ones.
package struct TermWalk: Sendable {
    private let dictionary: TermDictionary
    private var block: Int
    private var reader: EntryReader
    package private(set) var term: [UInt8] = []
    package var entry: TermEntry { reader.entry }
    /// The current term has not been given out yet: the next `next()` gives it.
    fileprivate var isHeld = false
    /// A walk over pieces: the terms that were found in them, and how many have been given out.
    private let found: [(term: [UInt8], entry: TermEntry)]
    private var given = 0

    init(_ dictionary: TermDictionary, block: Int) {
        self.dictionary = dictionary
        self.block = block
        reader = EntryReader(dictionary, block: block)
        found = []
        term.reserveCapacity(64)
    }

    init(_ found: [(term: [UInt8], entry: TermEntry)]) {
        dictionary = TermDictionary(blocks: Bytes.none, index: Bytes.none)
        block = 0
        reader = EntryReader(dictionary, block: 0)
        self.found = found
    }

    package mutating func next() -> Bool {
        if isHeld {
            isHeld = false
            return true
        }
        if given < found.count {
            term = found[given].term
            reader.entry = found[given].entry
            given += 1
            return true
        }
        guard reader.next() || openNextBlock() else { return false }
        takeTerm()
        return true
    }

    /// Passes over all terms that have the first `count` bytes of this one.
    package mutating func next(beyond count: Int) -> Bool {
        while reader.next() {
            if reader.shared < count {
                takeTerm()
                return true
            }
        }
        // No byte of a term is 0xFF. In a damaged dictionary too the walk goes on, never back.
        let beyond = Array(term.prefix(count)) + [0xFF]
        guard openNextBlock() else { return false }
        takeTerm()
        if !term.lexicographicallyPrecedes(beyond) { return true }
        let found = dictionary.walk(from: beyond)
        if found.block >= block { self = found }
        return next()
    }

    package func begins(with prefix: [UInt8]) -> Bool {
        guard term.count >= prefix.count else { return false }
        for place in prefix.indices where term[place] != prefix[place] { return false }
        return true
    }

    private mutating func takeTerm() {
        if reader.shared < term.count { term.removeLast(term.count - reader.shared) }
        let rest = dictionary.blocks.slice(reader.rest, reader.restCount)
        // SAFETY: the view's bytes are alive while the segment is.
        unsafe term.append(contentsOf: UnsafeBufferPointer(start: rest.base, count: rest.count))
    }

    private mutating func openNextBlock() -> Bool {
        guard block + 1 < dictionary.blockCount else { return false }
        block += 1
        reader = EntryReader(dictionary, block: block)
        return reader.next()
    }
}
