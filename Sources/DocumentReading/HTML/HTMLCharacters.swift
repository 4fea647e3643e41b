/// Character references to U+0080 ... U+009F, which pages mean as windows-1252 ("&#147;" for a quotation mark).
enum HTMLCharacters {
    /// The text with those characters as they are meant; nil when it has none.
    static func mended(_ bytes: Span<UInt8>) -> [UInt8]? {
        var first = -1
        var index = 0
        while index + 1 < bytes.count {
            if bytes[index] == 0xC2, bytes[index + 1] < 0xA0 {
                first = index
                break
            }
            index += 1
        }
        guard first >= 0 else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 8)
        index = 0
        while index < bytes.count {
            if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] < 0xA0 {
                result.append(contentsOf: Windows1252.decode([bytes[index + 1]]))
                index += 2
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }
}
