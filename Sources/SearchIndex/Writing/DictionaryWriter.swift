import SearchCore

/// Writes the sorted terms in front-coded blocks of 16, and the index of the blocks.
struct DictionaryWriter {
    private(set) var blocks: [UInt8] = []
    private var keys: [UInt64] = []
    private var offsets: [UInt32] = []
    private var before: [UInt8] = []
    private var count = 0
    /// Of the words of texts and headings, for the filter.
    private var hashes: [UInt64] = []

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
        if TermKind.hasPositions(term.first ?? 0) { hashes.append(TermFilter.hash(term)) }
    }

    /// What `TermFilter` reads.
    var filter: [UInt8] {
        var words = [UInt64](repeating: 0, count: TermFilter.words(for: hashes.count))
        for hash in hashes { words[TermFilter.place(hash, of: words.count)] |= TermFilter.bits(hash) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(words.count * 8)
        for word in words { bytes.appendLittle(word) }
        return bytes
    }

    var index: [UInt8] {
        var bytes: [UInt8] = []
        for key in keys { bytes.appendLittle(key) }
        for offset in offsets { bytes.appendLittle(offset) }
        return bytes
    }
}
