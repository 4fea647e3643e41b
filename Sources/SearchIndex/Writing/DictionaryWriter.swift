import SearchCore

/// Writes the sorted terms in front-coded blocks of 16, and the index of the blocks.
struct DictionaryWriter {
    private(set) var blocks: [UInt8] = []
    private var keys: [UInt64] = []
    private var offsets: [UInt32] = []
    private var before: [UInt8] = []
    private var count = 0

    /// Terms come sorted; `postings` and `positions` are where the term's lists begin.
    mutating func add(_ term: [UInt8], found: Int, postings: Int, postingsCount: Int, positions: Int, positionsCount: Int) {
        var shared = 0
        if count % SegmentLayout.termsPerBlock == 0 {
            keys.append(TermDictionary.key(term))
            offsets.append(UInt32(blocks.count))
            blocks.appendVarint(postings)
            blocks.appendVarint(positions)
        } else {
            while shared < before.count, shared < term.count, before[shared] == term[shared] { shared += 1 }
        }
        blocks.appendVarint(shared)
        blocks.appendCounted(Array(term[shared...]))
        blocks.appendVarint(found)
        blocks.appendVarint(postingsCount)
        if found >= SegmentLayout.blockSize { blocks.appendVarint(positionsCount) }
        before = term
        count += 1
    }

    var index: [UInt8] {
        var bytes: [UInt8] = []
        for key in keys { bytes.appendLittle(key) }
        for offset in offsets { bytes.appendLittle(offset) }
        return bytes
    }
}
