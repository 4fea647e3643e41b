/// How text is written into mark-up, HTML and XML alike, in element content and in double-quoted attributes.
///
/// `& < > " '` become entities. Control characters that no page may hold become U+FFFD, and so do the two that turn the
/// direction of all that follows (U+202D, U+202E): a clause must read as it is stored.
enum Escape {
    static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        if text.withContiguousStorageIfAvailable({ append(buffer: $0, to: &bytes) }) == nil {
            Array(text).withUnsafeBufferPointer { append(buffer: $0, to: &bytes) }
        }
    }

    /// `text` with the characters that no page may hold replaced, and nothing else: for templates, which escape on their own.
    static func visible(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xE2 }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: scalars.append(scalar)
            case ..<0x20, 0x7F, 0x202D, 0x202E: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }

    private static func append(buffer: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var done = 0
        var index = 0
        while index < buffer.count {
            let byte = buffer[index]
            guard isSpecial[Int(byte)] else {
                index += 1
                continue
            }
            var length = 1
            let entity: StaticString
            switch byte {
            case UInt8(ascii: "&"): entity = "&amp;"
            case UInt8(ascii: "<"): entity = "&lt;"
            case UInt8(ascii: ">"): entity = "&gt;"
            case UInt8(ascii: "\""): entity = "&quot;"
            case UInt8(ascii: "'"): entity = "&#39;"
            case 0xE2:
                // U+202D and U+202E are E2 80 AD and E2 80 AE.
                guard index + 2 < buffer.count, buffer[index + 1] == 0x80, buffer[index + 2] & 0xFC == 0xAC,
                    buffer[index + 2] == 0xAD || buffer[index + 2] == 0xAE
                else {
                    index += 1
                    continue
                }
                entity = "\u{FFFD}"
                length = 3
            default: entity = "\u{FFFD}"
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[done..<index]))
            entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
            index += length
            done = index
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[done...]))
    }

    private static let isSpecial: [Bool] = (0..<256).map { byte in
        switch UInt8(byte) {
        case 0x09, 0x0A, 0x0D: false
        case ..<0x20, 0x7F, 0xE2: true
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}
