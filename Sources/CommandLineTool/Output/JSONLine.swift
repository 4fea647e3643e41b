import Foundation

/// Writes one JSON value on one line, keys sorted, so that equal answers are equal bytes.
enum JSONLine {
    static func encode(_ value: some Encodable, pretty: Bool = false) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            pretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(value)
        data.append(0x0A)
        return data
    }

    static func write(_ value: some Encodable) throws {
        try Console.current.write(encode(value))
    }
}
