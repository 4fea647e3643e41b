/// Converts UTF-8 offsets of one text into offsets that count Unicode scalars, the unit of every interface.
///
/// ASCII text needs no table. Otherwise one running count per 64 bytes is kept, so a conversion scans at most 63 bytes.
package struct ScalarOffsets: Sendable {
    private let bytes: [UInt8]
    private let counts: [Int]
    private static let stride = 64

    package init(_ text: String) {
        let utf8 = Array(text.utf8)
        if utf8.allSatisfy({ $0 < 0x80 }) {
            bytes = []
            counts = []
            return
        }
        var counts = [0]
        var count = 0
        for (offset, byte) in utf8.enumerated() {
            if offset > 0, offset % Self.stride == 0 { counts.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        self.bytes = utf8
        self.counts = counts
    }

    /// The number of Unicode scalars that begin before UTF-8 offset `offset`.
    package func scalar(_ offset: Int) -> Int {
        guard !bytes.isEmpty else { return offset }
        let offset = min(max(offset, 0), bytes.count)
        let block = min(offset / Self.stride, counts.count - 1)
        var count = counts[block]
        for byte in bytes[(block * Self.stride)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }

    package func scalars(_ range: TextRange) -> TextRange { TextRange(scalar(range.start), scalar(range.end)) }
}
