import SearchCore

/// Reads the occurrences of terms out of a segment.
@safe struct TermListReader {
    private let segment: Segment
    private let room = UnsafeMutablePointer<UInt32>.allocate(capacity: PostingCursor.roomNeeded)
    private let widths = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)

    init(_ segment: Segment) {
        self.segment = segment
        for (place, width) in LengthCode.positionBits.enumerated() { unsafe widths[place] = width }
    }

    /// To be called at the end.
    func close() {
        unsafe room.deallocate()
        unsafe widths.deallocate()
    }

    func list(_ entry: TermEntry, _ field: TextField, _ positions: ListModel.Shape.Positions) -> TermList {
        var list = TermList()
        list.isApart = positions == .apart
        // SAFETY: the room is as large as a cursor needs, and the cursor does not leave this function.
        var cursor = unsafe segment.cursor(entry, field: field, widths: UnsafePointer(widths), room: room)
        if cursor.isLong {
            let groups = SegmentLayout.groups(cursor.blockCount) * SegmentLayout.groupEntrySize
            list.best = cursor.list.array(0, SegmentLayout.listHeadSize + groups)
            for block in 0..<cursor.blockCount {
                let (frequency, code) = cursor.best(block)
                list.best += [UInt8(frequency), code]
            }
        }
        cursor.start()
        while cursor.doc != PostingCursor.end {
            let frequency = cursor.frequency()
            list.records.append(cursor.doc)
            list.frequencies.append(frequency)
            if positions == .here {
                // SAFETY: the array has room for `frequency` numbers.
                list.positions += unsafe [UInt32](unsafeUninitializedCapacity: Int(frequency)) { room, written in
                    written = unsafe room.baseAddress.map { unsafe cursor.readPositions($0, limit: Int(frequency)) } ?? 0
                }
            }
            cursor.next()
        }
        return list
    }
}
