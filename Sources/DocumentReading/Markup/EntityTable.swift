/// The general entities a document declares, as plain text, with what they cost kept small.
///
/// libxml2 never sees a declaration: it asks here by name. So nothing is fetched, and nothing multiplies: each entity is
/// expanded once, to at most `lengthLimit` bytes, and all uses together give at most `totalLimit`.
struct EntityTable: Sendable {
    static let depthLimit = 64
    static let lengthLimit = 64 * 1024
    static let totalLimit = 4 * 1024 * 1024

    private var declared: [String: [UInt8]] = [:]
    /// nil for what refers to itself or grows too long.
    private var expanded: [String: [UInt8]?] = [:]
    private var total = 0

    var isEmpty: Bool { declared.isEmpty }

    /// The first declaration of a name binds, as in XML.
    mutating func declare(_ name: String, _ value: [UInt8]) {
        if declared[name] == nil, value.count <= Self.lengthLimit { declared[name] = value }
    }

    /// The text an entity stands for; nil when it is not declared, refers to itself, or there is too much of it.
    mutating func text(of name: String) -> [UInt8]? {
        guard declared[name] != nil, let text = expand(name, depth: 0), total + text.count <= Self.totalLimit else { return nil }
        total += text.count
        return text
    }

    private mutating func expand(_ name: String, depth: Int) -> [UInt8]? {
        if let known = expanded[name] { return known }
        // While it is being expanded it has no text: a circle ends here.
        expanded[name] = .some(nil)
        guard depth < Self.depthLimit, let value = declared[name] else { return nil }
        var result: [UInt8] = []
        var index = 0
        while index < value.count {
            guard value[index] == UInt8(ascii: "&"), let end = value[index...].prefix(64).firstIndex(of: UInt8(ascii: ";")) else {
                result.append(value[index])
                index += 1
                continue
            }
            let inner = value[(index + 1)..<end]
            let innerName = String(decoding: inner, as: UTF8.self)
            if inner.first == UInt8(ascii: "#") {
                if let scalar = Self.scalar(inner.dropFirst()) { result += Array(String(scalar).utf8) }
            } else if let character = Self.predefined[innerName] {
                result.append(character)
            } else if declared[innerName] == nil {
                result += value[index...end]
            } else if let text = expand(innerName, depth: depth + 1) {
                result += text
            } else {
                return nil
            }
            index = end + 1
            if result.count > Self.lengthLimit { return nil }
        }
        expanded[name] = result
        return result
    }

    private static let predefined: [String: UInt8] = [
        "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "quot": UInt8(ascii: "\""), "apos": UInt8(ascii: "'"),
    ]

    /// `65` or `x41`.
    static func scalar(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
        let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
        guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10), value >= 0x20 || value == 9 || value == 10 else { return nil }
        return Unicode.Scalar(value)
    }
}
