import LegalText

/// A file's text as valid UTF-8, decided before any parser sees it: byte-order mark, declaration, `meta`, valid UTF-8,
/// else windows-1252. Control characters that no mark-up allows are spaces.
struct DecodedText: Sendable {
    var bytes: [UInt8]
    /// The encoding it was read as, in lower case.
    var encoding: String
    var diagnostics: [Diagnostic] = []
    /// False once a look at all bytes has shown none.
    private var mayHoldControls = true

    init(_ source: [UInt8]) {
        let declared = EncodingDeclaration.find(in: source)
        switch declared.mark ?? declared.name ?? "" {
        case "utf-16le": self.init(utf16: source, bigEndian: false)
        case "utf-16be": self.init(utf16: source, bigEndian: true)
        default:
            self.init(source.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(source[3...]) : source, declared: declared.mark ?? declared.name)
        }
        if mayHoldControls { blankControls() }
    }

    private init(bytes: [UInt8], encoding: String) {
        self.bytes = bytes
        self.encoding = encoding
    }

    private init(_ body: [UInt8], declared: String?) {
        let isUTF8 = declared == nil || declared == "utf-8"
        let check = UTF8Check(body)
        let firstFault = check.firstFault
        if firstFault == nil, isUTF8 || !body.contains(where: { $0 >= 0x80 }) {
            self.init(bytes: body, encoding: "utf-8")
            mayHoldControls = check.hasControls
        } else if !isUTF8, let declared {
            if firstFault == nil {
                // Valid UTF-8 beyond ASCII is next to never anything else.
                self.init(bytes: body, encoding: "utf-8")
                mayHoldControls = check.hasControls
                diagnostics.append(Diagnostic(.encodingConflict, .note, detail: declared))
            } else if declared == "windows-1252" {
                self.init(bytes: Windows1252.decode(body), encoding: declared)
            } else if let converted = LibXML2.convert(body, from: declared) {
                self.init(bytes: converted, encoding: declared)
            } else {
                self.init(bytes: Windows1252.decode(body), encoding: "windows-1252")
                diagnostics.append(Diagnostic(.undecodable, .warning, detail: declared))
            }
        } else if declared == nil || !Self.holdsUTF8Characters(body) {
            self.init(bytes: Windows1252.decode(body), encoding: "windows-1252")
            if declared != nil { diagnostics.append(Diagnostic(.encodingConflict, .warning, detail: "utf-8")) }
        } else {
            // UTF-8 with a few broken bytes: those become U+FFFD.
            self.init(bytes: Array(String(decoding: body, as: UTF8.self).utf8), encoding: "utf-8")
            let place = Self.place(of: firstFault ?? 0, in: body)
            diagnostics.append(Diagnostic(.undecodable, .warning, detail: "utf-8", line: place.line, column: place.column))
        }
    }

    private init(utf16 source: [UInt8], bigEndian: Bool) {
        let hasMark = source.count >= 2 && (source[0], source[1]) == (bigEndian ? (0xFE, 0xFF) : (0xFF, 0xFE))
        var units: [UInt16] = []
        units.reserveCapacity(source.count / 2)
        var index = hasMark ? 2 : 0
        while index + 1 < source.count {
            let (a, b) = (UInt16(source[index]), UInt16(source[index + 1]))
            units.append(bigEndian ? a << 8 | b : b << 8 | a)
            index += 2
        }
        self.init(bytes: Array(String(decoding: units, as: UTF16.self).utf8), encoding: bigEndian ? "utf-16be" : "utf-16le")
    }

    /// Whether bytes beyond ASCII are UTF-8 more often than not: tells a broken UTF-8 file from one of another encoding.
    private static func holdsUTF8Characters(_ bytes: [UInt8]) -> Bool {
        var good = 0
        var bad = 0
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            index += 1
            if lead < 0x80 { continue }
            let wanted = lead >= 0xC2 && lead < 0xE0 ? 1 : lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xF0 && lead < 0xF5 ? 3 : 0
            let tail = bytes[index..<min(index + wanted, bytes.count)]
            if wanted > 0, tail.count == wanted, tail.allSatisfy({ $0 & 0xC0 == 0x80 }) {
                good += 1
                index += wanted
            } else {
                bad += 1
            }
        }
        return good > bad
    }

    private static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        var line = 1
        var start = 0
        for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
            line += 1
            start = index + 1
        }
        return (line, offset - start + 1)
    }

    private mutating func blankControls() {
        var span = bytes.mutableSpan
        for index in span.indices {
            let byte = span[index]
            if byte < 0x20, byte != 0x0A, byte != 0x09, byte != 0x0D { span[index] = 0x20 }
        }
    }
}
