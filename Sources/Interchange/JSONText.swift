import Language

/// Writes JSON as bytes, on one line, nothing escaped but what must be. Who writes keys in the order of their bytes writes what
/// `JSONEncoder` does with sorted keys and plain slashes; the tests hold both side by side.
package struct JSONText {
    package private(set) var bytes: [UInt8] = []
    /// A value stands before, in the same object or array.
    private var follows = false

    package init() {}

    /// Begins again, in the memory it has.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        follows = false
    }

    package mutating func beginObject() { begin(0x7B) }
    package mutating func endObject() { end(0x7D) }
    package mutating func beginArray() { begin(0x5B) }
    package mutating func endArray() { end(0x5D) }

    package mutating func endLine() {
        bytes.append(0x0A)
        follows = false
    }

    /// The name of a field, which needs no escape; its value is written next.
    package mutating func key(_ name: StaticString) {
        begin(0x22)
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(0x22)
        begin(0x3A)
    }

    /// The same for a name that is data.
    package mutating func key(escaping name: String) {
        string(name)
        follows = false
        begin(0x3A)
    }

    package mutating func field(_ name: StaticString, _ value: String) {
        key(name)
        string(value)
    }

    package mutating func string(_ value: String) {
        begin(0x22)
        var value = value
        value.withUTF8 { escape($0) }
        end(0x22)
    }

    package mutating func field(_ name: StaticString, _ values: [String]) {
        key(name)
        beginArray()
        for value in values { string(value) }
        endArray()
    }

    package mutating func number(_ value: Int) {
        separate()
        if value < 0 { bytes.append(0x2D) }
        var low = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        // The last digit was written first.
        var high = bytes.count - 1
        while low < high {
            bytes.swapAt(low, high)
            low += 1
            high -= 1
        }
    }

    /// The shortest digits that read back as `value`; null for what is no number.
    package mutating func number(_ value: Double) {
        separate()
        var digits = value.isFinite ? value.description : "null"
        if digits.hasSuffix(".0") { digits.removeLast(2) }
        bytes.append(contentsOf: digits.utf8)
    }

    package mutating func boolean(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    private mutating func begin(_ byte: UInt8) {
        separate()
        bytes.append(byte)
        follows = false
    }

    private mutating func end(_ byte: UInt8) {
        bytes.append(byte)
        follows = true
    }

    /// A comma, unless the value is the first of its object or its array, or follows its key.
    private mutating func separate() {
        if follows { bytes.append(0x2C) }
        follows = true
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var written = 0
        var at = 0
        while at < text.count {
            if at + 8 <= text.count {
                let eight = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: at, as: UInt64.self)
                if !ByteSearch.holds(eight, below: 0x20), !ByteSearch.holds(eight, 0x22), !ByteSearch.holds(eight, 0x5C) {
                    at += 8
                    continue
                }
            }
            let byte = text[at]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[written..<at]))
                escape(byte)
                written = at + 1
            }
            at += 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[written...]))
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(0x5C)
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x22, 0x5C: bytes.append(byte)
        default:
            bytes.append(contentsOf: [UInt8(ascii: "u"), 0x30, 0x30, 0x30 + byte >> 4])
            bytes.append(byte & 0xF < 10 ? 0x30 + byte & 0xF : 0x57 + byte & 0xF)
        }
    }
}
