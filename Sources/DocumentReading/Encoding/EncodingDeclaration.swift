/// What a file says of its own encoding, in its first bytes.
struct EncodingDeclaration {
    /// By byte-order mark, or by the zeros of UTF-16 without one; nil when there is none.
    var mark: String?
    /// By XML declaration or HTML `meta`, in lower case, labels that mean windows-1252 as that.
    var name: String?

    static func find(in bytes: [UInt8]) -> EncodingDeclaration {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return EncodingDeclaration(mark: "utf-8") }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0x00]) { return EncodingDeclaration(mark: "utf-16le") }
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0x00, 0x3C]) { return EncodingDeclaration(mark: "utf-16be") }
        if bytes.starts(with: Array("<?xml".utf8)), let end = bytes.prefix(1024).firstIndex(of: UInt8(ascii: ">")) {
            let declaration = lowercased(bytes[..<end])
            if let label = value(after: "encoding", in: declaration[...]) { return EncodingDeclaration(name: canonical(label)) }
        }
        let head = lowercased(bytes.prefix(4096))
        guard let label = metaCharset(in: head[...]) else { return EncodingDeclaration() }
        let name = canonical(label)
        // A `meta` can be read, so the file is not UTF-16, whatever it says.
        return EncodingDeclaration(name: name.hasPrefix("utf-16") ? "utf-8" : name)
    }

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }

    private static func metaCharset(in head: ArraySlice<UInt8>) -> String? {
        var rest = head
        while let meta = MarkupProlog.find("<meta", in: rest) {
            rest = rest[meta...]
            let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
            if let label = value(after: "charset", in: rest[..<end]) { return label }
            rest = rest[end...]
        }
        return nil
    }

    /// The word after `key`, `=` and perhaps a quotation mark.
    private static func value(after key: StaticString, in bytes: ArraySlice<UInt8>) -> String? {
        guard let place = MarkupProlog.find(key, in: bytes) else { return nil }
        var index = place + key.utf8CodeUnitCount
        while index < bytes.endIndex,
            bytes[index].isSpace || bytes[index] == UInt8(ascii: "=") || bytes[index] == UInt8(ascii: "\"")
                || bytes[index] == UInt8(ascii: "'")
        { index += 1 }
        let word = bytes[index...].prefix {
            $0 > 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "?")
                && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">")
        }
        return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
    }

    private static func canonical(_ label: String) -> String {
        switch label {
        case "utf8", "unicode-1-1-utf-8": "utf-8"
        case "utf-16": "utf-16le"
        case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "cp1252", "x-cp1252", "ansi": "windows-1252"
        default: label
        }
    }
}
