/// The occurrences of a term, and the bytes that a segment keeps of them.
package struct TermList: Equatable {
    package var records: [UInt32] = []
    package var frequencies: [UInt32] = []
    /// Of all records one after another; none where the term's kind has none, or they are kept apart.
    package var positions: [UInt32] = []
    package var isApart = false
    /// Of a list of blocks, what a search passes blocks over by: the list's head and its groups as they stand, two bytes of each entry.
    package var best: [UInt8] = []

    package init() {}

    /// Bytes of `best` for so many records.
    static func bestCount(_ found: Int) -> Int {
        guard found >= SegmentLayout.blockSize else { return 0 }
        let blocks = (found + SegmentLayout.blockSize - 1) / SegmentLayout.blockSize
        return SegmentLayout.listHeadSize + SegmentLayout.groups(blocks) * SegmentLayout.groupEntrySize + 2 * blocks
    }

    /// The list as `PostingCursor` reads it, and its positions where they do not stand in it.
    /// - Parameter lengths: length codes of the field, one a record.
    package func bytes(_ lengths: Bytes) -> (list: [UInt8], positions: [UInt8]) {
        var (list, apart): ([UInt8], [UInt8]) = ([], [])
        if records.count < SegmentLayout.blockSize {
            appendRow(0..<records.count, to: &list)
            appendPositions(0..<records.count, from: 0, lengths, to: &list)
            return (list, apart)
        }
        var (entries, places, data): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
        var (position, apartCount) = (0, 0)
        var block = BlockWriter()
        let headCount = best.count - 2 * ((records.count + SegmentLayout.blockSize - 1) / SegmentLayout.blockSize)
        for start in stride(from: 0, to: records.count, by: SegmentLayout.blockSize) {
            let range = start..<min(records.count, start + SegmentLayout.blockSize)
            Self.append(records[range.upperBound - 1], to: &entries)
            Self.append(UInt32(data.count), to: &places)
            Self.append(UInt32(apartCount), to: &places)
            if range.count < SegmentLayout.blockSize {
                appendRow(range, to: &data)
                entries += [SegmentLayout.isRow, 0]
            } else {
                entries.append(block.append(range.map { records[$0] &- ($0 > 0 ? records[$0 - 1] &+ 1 : 0) }, to: &data))
                entries.append(block.append(range.map { frequencies[$0] &- 1 }, to: &data))
            }
            let place = headCount + start / SegmentLayout.blockSize * 2
            entries += best[place..<(place + 2)]
            position = appendPositions(range, from: position, lengths, to: &apart)
            apartCount = isApart ? apartCount &+ positionBytes(range, lengths) : apart.count
        }
        list += best[..<headCount]
        list += entries
        list += places
        return (list + data, apart)
    }

    /// Gaps and frequencies as varints.
    private func appendRow(_ range: Range<Int>, to bytes: inout [UInt8]) {
        for at in range {
            let gap = records[at] &- (at > 0 ? records[at - 1] &+ 1 : 0)
            Self.appendVarint(gap &<< 1 | (frequencies[at] == 1 ? 1 : 0), to: &bytes)
            if frequencies[at] > 1 { Self.appendVarint(frequencies[at] &- 2, to: &bytes) }
        }
    }

    /// Bytes of the positions of a block.
    private func positionBytes(_ range: Range<Int>, _ lengths: Bytes) -> Int {
        range.reduce(7) { $0 &+ Int(frequencies[$1]) &* Int(LengthCode.positionBits[Int(lengths[Int(records[$1])])]) } / 8
    }

    /// Each position in as many bits as its record's length needs. Returns where the next record's begin.
    @discardableResult private func appendPositions(_ range: Range<Int>, from start: Int, _ lengths: Bytes, to bytes: inout [UInt8]) -> Int
    {
        guard !positions.isEmpty else { return 0 }
        var at = start
        var word: UInt64 = 0
        var filled: UInt64 = 0
        for record in range {
            let width = UInt64(LengthCode.positionBits[Int(lengths[Int(records[record])])])
            for _ in 0..<Int(frequencies[record]) where at < positions.count {
                word |= (UInt64(positions[at]) & (1 &<< width &- 1)) &<< filled
                filled &+= width
                at += 1
                while filled >= 8 {
                    bytes.append(UInt8(truncatingIfNeeded: word))
                    word &>>= 8
                    filled &-= 8
                }
            }
        }
        if filled > 0 { bytes.append(UInt8(truncatingIfNeeded: word)) }
        return at
    }

    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: value &>> UInt32(8 * shift))) }
    }

    private static func appendVarint(_ value: UInt32, to bytes: inout [UInt8]) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest &>>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}
