import SearchCore

/// A short row of rising numbers for each record: a u32 offset for every 64th record, then the rows (count, first, gaps).
struct ColumnWriter {
    private var offsets: [UInt32] = []
    private var data: [UInt8] = []
    /// Bytes of rows that were taken.
    private var taken = 0
    private var count = 0
    private var isEmpty = true

    mutating func add(_ numbers: [Int]) {
        if count % SegmentLayout.columnStride == 0 { offsets.append(UInt32(truncatingIfNeeded: taken + data.count)) }
        count += 1
        if !numbers.isEmpty { isEmpty = false }
        data.appendVarint(numbers.count)
        var before = 0
        for number in numbers {
            data.appendVarint(number - before)
            before = number
        }
    }

    /// Nothing at all where no record has a number.
    var bytes: [UInt8] {
        isEmpty ? [] : starts + data
    }

    /// What stands before the rows.
    var starts: [UInt8] {
        var bytes: [UInt8] = []
        for offset in offsets { bytes.appendLittle(offset) }
        return bytes
    }

    /// The rows that came since this was last asked, for a column too large to be held.
    mutating func takeRows() -> [UInt8] {
        defer {
            taken += data.count
            data = []
        }
        return data
    }
}
