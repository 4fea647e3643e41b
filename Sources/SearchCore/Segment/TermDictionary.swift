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

    init(blocks: Bytes, index: Bytes) {
        self.blocks = blocks
        self.index = index
        blockCount = index.count / 12
    }

    /// The first eight bytes of a term as a number that compares as the term does.
    package static func key(_ term: [UInt8]) -> UInt64 {
        var key: UInt64 = 0
        for at in 0..<8 { key = key << 8 | (at < term.count ? UInt64(term[at]) : 0) }
        return key
    }

    private func offset(_ block: Int) -> Int { Int(index.u32(blockCount * 8 + block * 4)) }

    /// The last block whose first term is not above `term`, or 0.
    private func block(of term: [UInt8]) -> Int {
        let key = Self.key(term)
        var low = 0
        var high = blockCount
        while low < high {
            let middle = (low + high) / 2
            let here = index.u64(middle * 8)
            let isBelow = here < key || (here == key && !(compareFirst(middle, term) > 0))
            if isBelow { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
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
        guard blockCount > 0 else { return nil }
        var walk = TermWalk(self, block: block(of: term))
        // `shared`: how many first bytes of `term` the walk's last term had.
        while walk.advanceEntry() {
            if walk.shared < walk.agreed { return nil }
            if walk.shared > walk.agreed { continue }
            var agreed = walk.agreed
            let end = walk.shared + walk.suffixCount
            while agreed < end, agreed < term.count, blocks[walk.suffix + agreed - walk.shared] == term[agreed] { agreed += 1 }
            if agreed == end, agreed == term.count { return walk.entry }
            let isAbove = agreed < end && (agreed == term.count || blocks[walk.suffix + agreed - walk.shared] > term[agreed])
            if isAbove { return nil }
            walk.agreed = agreed
        }
        return nil
    }

    /// A walk that stands before the first term not below `term`.
    package func walk(from term: [UInt8]) -> TermWalk {
        var walk = TermWalk(self, block: blockCount > 0 ? block(of: term) : 0)
        while walk.next() {
            if !walk.term.lexicographicallyPrecedes(term) {
                walk.isHeld = true
                break
            }
        }
        return walk
    }
}

/// Goes through the terms in order. After `next()`, `term` and `entry` are the current ones.
package struct TermWalk: Sendable {
    private let dictionary: TermDictionary
    private var block: Int
    private var inBlock = SegmentLayout.termsPerBlock
    private var at = 0
    private let firstBlock: Int
    package private(set) var term: [UInt8] = []
    package private(set) var entry = TermEntry()
    /// Bytes shared with the term before; where the rest stands in `blocks`, and its length.
    private(set) var shared = 0
    private(set) var suffix = 0
    private(set) var suffixCount = 0
    /// The current term has not been given out yet: the next `next()` gives it.
    fileprivate var isHeld = false
    /// For look-ups: how many bytes of the wanted term the last smaller term had.
    var agreed = 0

    init(_ dictionary: TermDictionary, block: Int) {
        self.dictionary = dictionary
        self.block = block - 1
        firstBlock = block
    }

    /// Moves on and reads the entry, but not the term; stays within the first block.
    mutating func advanceEntry() -> Bool {
        if inBlock == SegmentLayout.termsPerBlock {
            guard block < firstBlock, openNextBlock() else { return false }
        } else if at >= blockEnd {
            return false
        }
        readEntry()
        return true
    }

    package mutating func next() -> Bool {
        if isHeld {
            isHeld = false
            return true
        }
        if inBlock == SegmentLayout.termsPerBlock || at >= blockEnd { guard openNextBlock() else { return false } }
        readEntry()
        if shared < term.count { term.removeLast(term.count - shared) }
        for place in 0..<suffixCount { term.append(dictionary.blocks[suffix + place]) }
        return true
    }

    private var blockEnd: Int {
        let next = block + 1
        return next < dictionary.blockCount ? Int(dictionary.index.u32(dictionary.blockCount * 8 + next * 4)) : dictionary.blocks.count
    }

    private mutating func openNextBlock() -> Bool {
        guard block + 1 < dictionary.blockCount else { return false }
        block += 1
        inBlock = 0
        at = Int(dictionary.index.u32(dictionary.blockCount * 8 + block * 4))
        entry = TermEntry()
        entry.postings = dictionary.blocks.varint(&at)
        entry.positions = dictionary.blocks.varint(&at)
        return at < dictionary.blocks.count
    }

    private mutating func readEntry() {
        let blocks = dictionary.blocks
        entry.postings &+= entry.postingsCount
        entry.positions &+= entry.positionsCount
        shared = min(blocks.varint(&at), 1 << 16)
        suffixCount = min(blocks.varint(&at), blocks.count &- at)
        if suffixCount < 0 { suffixCount = 0 }
        suffix = at
        at &+= suffixCount
        entry.found = max(1, blocks.varint(&at))
        entry.postingsCount = blocks.varint(&at)
        entry.positionsCount = entry.found >= SegmentLayout.blockSize ? blocks.varint(&at) : 0
        inBlock += 1
    }
}
