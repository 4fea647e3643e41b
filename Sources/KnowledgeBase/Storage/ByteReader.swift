/// Reads what `ByteWriter` wrote. Bytes that end early or make no sense throw `StorageFault`; they never trap.
struct ByteReader {
    private let bytes: [UInt8]
    private(set) var position: Int

    init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        position = min(max(0, start), bytes.count)
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func number() throws(StorageFault) -> UInt64 {
        guard position < bytes.count else { throw .corrupt }
        let first = bytes[position]
        if first < 0x80 {
            position += 1
            return UInt64(first)
        }
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 64 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw .corrupt
    }

    /// A length or count, which cannot exceed the bytes that are left.
    mutating func count() throws(StorageFault) -> Int {
        let number = try number()
        guard number <= UInt64(bytes.count - position) else { throw .corrupt }
        return Int(number)
    }

    mutating func raw(_ count: Int) throws(StorageFault) -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - position else { throw .corrupt }
        defer { position += count }
        return bytes[position..<(position + count)]
    }

    mutating func get<Value: Storable>(_ type: Value.Type = Value.self) throws(StorageFault) -> Value { try Value(from: &self) }
}

/// What can be wrong with a stored base.
package enum StorageFault: Error, Hashable, Sendable {
    /// There is none: `build` was never run.
    case absent
    /// Written by another version of the program; building again mends it.
    case otherVersion
    /// A length, a checksum or a value is wrong.
    case corrupt
    /// The system refused.
    case unreadable
}
