/// An open segment: its frame checked, its sections in reach. Immutable; many readers may share it.
public final class Segment: Sendable {
    package let owner: SegmentBytes
    package let recordCount: Int
    package let folding: Folding
    /// Words in all texts and in all headings.
    package let textWords: Int
    package let headingWords: Int
    package let dictionary: TermDictionary
    let sections: [Bytes]
    /// In the browser: what has come of the segment so far.
    package let pieces: Pieces?

    #if !hasFeature(Embedded)
        /// Opens a segment. With `verifying`, every checksum is computed, which reads the whole; without, the frame's only.
        /// Whatever the bytes are, a segment that opens answers without fault.
        public init(_ owner: SegmentBytes, verifying: Bool) throws(SegmentError) {
            let bytes = owner.bytes
            guard bytes.count >= SegmentLayout.prefixSize, bytes.u64(0) == SegmentLayout.magic else { throw .notASegment }
            let version = bytes.u32(8)
            if version < SegmentLayout.version { throw .tooOld(Int(version)) }
            if version > SegmentLayout.version { throw .tooNew(Int(version)) }
            let prefix = SegmentLayout.prefixSize - 8
            guard bytes.u64(prefix) == checksum(bytes.slice(0, prefix)) else { throw .corrupt }
            guard bytes.u64(40) == UInt64(bytes.count), let folding = Folding(rawValue: bytes.u32(12)) else { throw .corrupt }
            var sections: [Bytes] = []
            for section in 0..<SegmentLayout.Section.allCount {
                let entry = SegmentLayout.headerSize + section * SegmentLayout.directoryEntrySize
                let start = bytes.u64(entry)
                let length = bytes.u64(entry + 8)
                guard start <= UInt64(bytes.count), length <= UInt64(bytes.count) - start else { throw .corrupt }
                let slice = bytes.slice(Int(start), Int(length))
                if verifying, SectionChecksum.of(slice) != bytes.u64(entry + 16) { throw .corrupt }
                sections.append(slice)
            }
            let count = bytes.offset(16)
            guard bytes.u32(16) <= UInt32(SegmentLayout.mostRecords), sections[SegmentLayout.Section.textLengths.rawValue].count == count,
                sections[SegmentLayout.Section.headingLengths.rawValue].count == count
            else { throw .corrupt }
            self.owner = owner
            self.sections = sections
            self.folding = folding
            pieces = nil
            recordCount = count
            textWords = Int(clamping: min(bytes.u64(24), 1 << 48))
            headingWords = Int(clamping: min(bytes.u64(32), 1 << 48))
            dictionary = TermDictionary(
                blocks: sections[SegmentLayout.Section.termBlocks.rawValue], index: sections[SegmentLayout.Section.termIndex.rawValue])
        }
    #endif

    /// A segment that comes in pieces.
    package init(_ pieces: Pieces) {
        self.pieces = pieces
        let head = pieces.head
        owner = SegmentBytes(copying: [])
        sections = []
        folding = head.folding
        recordCount = head.records
        textWords = head.textWords
        headingWords = head.headingWords
        dictionary = TermDictionary(blocks: owner.bytes, index: owner.bytes, pieces: pieces)
    }

    @inline(__always) package func section(_ section: SegmentLayout.Section) -> Bytes {
        if let pieces { return pieces.section(section) }
        return sections[section.rawValue]
    }

    /// Whether every checksum holds.
    public func isIntact() -> Bool {
        for (place, section) in sections.enumerated() {
            let entry = SegmentLayout.headerSize + place * SegmentLayout.directoryEntrySize
            if SectionChecksum.of(section) != owner.bytes.u64(entry + 16) { return false }
        }
        return true
    }

    /// A cursor for a term of the dictionary, not started.
    /// SAFETY: `room` has `PostingCursor.roomNeeded` numbers and outlives the cursor, as the segment does.
    @unsafe package func cursor(_ entry: TermEntry, field: TextField, widths: UnsafePointer<UInt8>, room: UnsafeMutablePointer<UInt32>)
        -> PostingCursor
    {
        let lengths = section(field == .text ? .textLengths : .headingLengths)
        let lists = pieces?.lists(of: entry) ?? (postings: section(.postings), positions: section(.positions), entry: entry)
        return unsafe PostingCursor(
            lists.entry, postings: lists.postings, positions: lists.positions, lengths: lengths, records: recordCount, widths: widths,
            room: room)
    }

    /// To be called before positions of the term are read, which may have to be brought.
    package func wantPositions(of entry: TermEntry) { pieces?.wantPositions(of: entry) }
}
