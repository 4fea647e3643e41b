/// Finds bytes in bytes.
enum TextSearch {
    /// Where `part` first stands in `bytes[start..<end]`.
    static func find(_ part: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        guard let first = part.first, end - start >= part.count else { return nil }
        var offset = start
        while offset <= end - part.count {
            if bytes[offset] == first, bytes[offset..<offset + part.count].elementsEqual(part) { return offset }
            offset += 1
        }
        return nil
    }
}
