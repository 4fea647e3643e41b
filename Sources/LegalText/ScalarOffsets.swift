/// Converts UTF-8 offsets of one text into offsets that count Unicode scalars, the unit of every interface.
///
/// ASCII text needs no table. Otherwise one running count per 64 bytes is kept, so a conversion scans at most 63 bytes.
package struct ScalarOffsets: Sendable {
    /// Empty for ASCII.
    private let bytes: [UInt8]
    /// The scalars that begin before each stretch of 64 bytes.
    private let counts: [Int]
    private static let block = 64

    package init(_ text: String) {
        // A string knows whether it is all ASCII, and only then has as many units in both encodings.
        if text.utf8.count == text.utf16.count {
            bytes = []
            counts = []
            return
        }
        let utf8 = Array(text.utf8)
        var counts: [Int] = []
        counts.reserveCapacity(utf8.count / Self.block + 1)
        var count = 0
        for start in stride(from: 0, to: utf8.count, by: Self.block) {
            counts.append(count)
            count += Self.scalars(in: utf8, start, min(start + Self.block, utf8.count))
        }
        self.bytes = utf8
        self.counts = counts
    }

    /// The number of Unicode scalars that begin before UTF-8 offset `offset`.
    package func scalar(_ offset: Int) -> Int {
        guard !bytes.isEmpty else { return offset }
        let offset = min(max(offset, 0), bytes.count)
        let block = min(offset / Self.block, counts.count - 1)
        return counts[block] + Self.scalars(in: bytes, block * Self.block, offset)
    }

    package func scalars(_ range: TextRange) -> TextRange { TextRange(scalar(range.start), scalar(range.end)) }

    /// The scalars that begin from `start` to `end`.
    private static func scalars(in bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            UnsafeBufferPointer(rebasing: bytes[start..<end]).reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        }
    }
}
