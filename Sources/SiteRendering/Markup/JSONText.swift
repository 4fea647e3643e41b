/// JSON as it is written, for pages made by the thousand: Foundation's writer costs more than the rest of such a page's head.
struct JSONText: ExpressibleByStringLiteral, Sendable {
    private(set) var bytes: [UInt8]

    init(stringLiteral value: String) { self = .string(value) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Characters that no page may hold are replaced, as everywhere.
    static func string(_ text: String) -> JSONText {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        for byte in Escape.visible(text).utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
            case UInt8(ascii: "\r"): bytes += Array("\\r".utf8)
            case UInt8(ascii: "\t"): bytes += Array("\\t".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
        return JSONText(bytes: bytes)
    }

    static func array(_ values: [JSONText]) -> JSONText {
        JSONText(bytes: [UInt8(ascii: "[")] + values.map(\.bytes).joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")])
    }

    /// The fields in the order given.
    static func object(_ fields: [(name: String, value: JSONText)]) -> JSONText {
        let pairs = fields.map { JSONText.string($0.name).bytes + [UInt8(ascii: ":")] + $0.value.bytes }
        return JSONText(bytes: [UInt8(ascii: "{")] + pairs.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "}")])
    }
}
