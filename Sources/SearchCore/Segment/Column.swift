/// Reads the rows that `ColumnWriter` wrote: rising numbers for each record.
package struct Column: Sendable {
    private let bytes: Bytes
    private let dataStart: Int

    package init(_ bytes: Bytes, records: Int) {
        self.bytes = bytes
        dataStart = (records + SegmentLayout.columnStride - 1) / SegmentLayout.columnStride * 4
    }

    package func numbers(_ record: Int) -> [Int] {
        var at = dataStart + Int(bytes.u32(record / SegmentLayout.columnStride * 4))
        for _ in 0..<record % SegmentLayout.columnStride {
            for _ in 0..<min(bytes.varint(&at), bytes.count) where at < bytes.count { _ = bytes.varint(&at) }
        }
        var numbers: [Int] = []
        var last = 0
        for _ in 0..<min(bytes.varint(&at), bytes.count) {
            if at >= bytes.count { break }
            last &+= bytes.varint(&at)
            numbers.append(last)
        }
        return numbers
    }
}
