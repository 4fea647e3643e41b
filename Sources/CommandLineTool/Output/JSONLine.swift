import Foundation
import Interchange

/// Writes one JSON value on one line, keys sorted, so that equal answers are equal bytes.
enum JSONLine {
    static func write(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(value)
        data.append(0x0A)
        try Console.current.write(data)
    }

    static func write(_ value: some JSONWritable) throws {
        var json = JSONText()
        value.write(to: &json)
        json.endLine()
        try Console.current.write(json.bytes)
    }
}
