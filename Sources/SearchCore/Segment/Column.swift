/// Reads the rows that `ColumnWriter` wrote: rising numbers for each record.
package struct Column: Sendable {
    private let bytes: Bytes
    private let dataStart: Int

    package init(_ bytes: Bytes, records: Int) {
        self.bytes = bytes
        dataStart = (records + SegmentLayout.columnStride - 1) / SegmentLayout.columnStride * 4
    }

    package func numbers(_ record: Int) -> [Int] {
        var at = dataStart + bytes.offset(record / SegmentLayout.columnStride * 4)
        for _ in 0..<record % SegmentLayout.columnStride {
            skipRow(&at)
        }
        var numbers: [Int] = []
        var last = 0
        for _ in 0..<min(bytes.varint(&at), bytes.count) {
            if at >= bytes.count { break }
            last = min(last &+ bytes.varint(&at), Int.max / 2)
            numbers.append(last)
        }
        return numbers
    }

    /// Tells the numbers of each record of a set; goes through the rows once.
    func forEachNumber(of set: RecordSet, _ body: (Int) -> Void) {
        var at = 0
        var record = UInt32.max
        set.forEach { wanted in
            let stride = UInt32(SegmentLayout.columnStride)
            if record == .max || wanted / stride != record / stride || wanted < record {
                record = wanted / stride * stride
                at = dataStart + bytes.offset(Int(wanted / stride) * 4)
            }
            while record < wanted {
                skipRow(&at)
                record += 1
            }
            var last = 0
            for _ in 0..<min(bytes.varint(&at), bytes.count) {
                if at >= bytes.count { break }
                last = min(last &+ bytes.varint(&at), Int.max / 2)
                body(last)
            }
            record += 1
        }
    }

    private func skipRow(_ at: inout Int) {
        for _ in 0..<min(bytes.varint(&at), bytes.count) where at < bytes.count { _ = bytes.varint(&at) }
    }
}
