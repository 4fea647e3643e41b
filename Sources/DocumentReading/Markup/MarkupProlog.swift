/// What stands before a document's root element, and the root itself: enough to tell what a file is without parsing it.
struct MarkupProlog {
    /// Local name of the root element, as written; empty when the text does not begin with mark-up.
    var root = ""
    /// The root's start tag, for a look at namespaces and attributes.
    var rootTag: ArraySlice<UInt8> = []
    var doctype: Doctype?

    struct Doctype {
        /// The name it gives to the root element.
        var name = ""
        var systemIdentifier: String?
        /// Between the square brackets.
        var subset: ArraySlice<UInt8> = []
    }

    /// Reads until the first start tag; gives up at the first thing that cannot stand there.
    init(_ bytes: [UInt8]) {
        var index = 0
        while true {
            while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
            guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "<") else { return }
            if bytes[index...].starts(with: Array("<!--".utf8)) {
                guard let end = Self.find("-->", in: bytes[(index + 4)...]) else { return }
                index = end + 3
            } else if bytes[index + 1] == UInt8(ascii: "?") {
                guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else { return }
                index = end + 1
            } else if bytes[index + 1] == UInt8(ascii: "!") {
                guard let end = readDoctype(bytes, index + 2) else { return }
                index = end
            } else {
                readRoot(bytes, index)
                return
            }
        }
    }

    /// Whether the root's start tag contains these bytes (a namespace, say).
    func rootTag(contains text: StaticString) -> Bool { Self.find(text, in: rootTag) != nil }

    private mutating func readRoot(_ bytes: [UInt8], _ index: Int) {
        let name = bytes[(index + 1)...].prefix(256).prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        guard let first = name.first, LabelCore.isWord(first) || first == UInt8(ascii: "_") || first >= 0x80 else { return }
        root = String(decoding: name.split(separator: UInt8(ascii: ":")).last ?? name, as: UTF8.self)
        let end = bytes[index...].prefix(16 * 1024).firstIndex(of: UInt8(ascii: ">")) ?? min(bytes.count, index + 16 * 1024)
        rootTag = bytes[index..<end]
    }

    /// Reads `DOCTYPE name PUBLIC "..." "..." [...]>` from behind `<!`; returns where it ends.
    private mutating func readDoctype(_ bytes: [UInt8], _ start: Int) -> Int? {
        var doctype = Doctype()
        var literals: [String] = []
        var words: [String] = []
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") {
                doctype.name = words.count > 1 ? words[1] : ""
                doctype.systemIdentifier = words.contains("PUBLIC") ? (literals.count > 1 ? literals[1] : nil) : literals.first
                self.doctype = doctype
                return index + 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                guard let end = bytes[(index + 1)...].firstIndex(of: byte) else { return nil }
                literals.append(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
                index = end + 1
            } else if byte == UInt8(ascii: "[") {
                guard let end = Self.endOfSubset(bytes, index + 1) else { return nil }
                doctype.subset = bytes[(index + 1)..<end]
                index = end + 1
            } else if byte > 0x20 {
                let word = bytes[index...].prefix {
                    $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "\"")
                }
                words.append(String(decoding: word, as: UTF8.self))
                index += max(word.count, 1)
            } else {
                index += 1
            }
        }
        return nil
    }

    /// The closing bracket, past quoted strings and comments.
    private static func endOfSubset(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "]"): return index
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = bytes[(index + 1)...].firstIndex(of: bytes[index]) else { return nil }
                index = end + 1
            case UInt8(ascii: "<") where bytes[index...].starts(with: Array("<!--".utf8)):
                guard let end = find("-->", in: bytes[(index + 4)...]) else { return nil }
                index = end + 3
            default: index += 1
            }
        }
        return nil
    }

    static func find(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
        var found: Int?
        unsafe bytes.withUnsafeBufferPointer { buffer in
            // SAFETY: the view lives inside this call.
            if let start = buffer.baseAddress { found = unsafe ByteView(start, count: buffer.count).find(text, from: 0) }
        }
        return found.map { $0 + bytes.startIndex }
    }
}
