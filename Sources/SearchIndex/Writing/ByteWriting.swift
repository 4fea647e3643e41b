import SearchCore

extension [UInt8] {
    @inline(__always) mutating func appendVarint(_ value: Int) {
        var rest = UInt(bitPattern: value)
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func appendLittle(_ value: UInt32) {
        // SAFETY: the view does not leave the closure.
        unsafe Swift.withUnsafeBytes(of: value.littleEndian) { unsafe append(contentsOf: $0) }
    }

    mutating func appendLittle(_ value: UInt64) {
        appendLittle(UInt32(truncatingIfNeeded: value))
        appendLittle(UInt32(truncatingIfNeeded: value >> 32))
    }

    mutating func appendCounted(_ bytes: [UInt8]) {
        appendVarint(bytes.count)
        append(contentsOf: bytes)
    }

    mutating func append(_ bytes: Bytes) {
        // SAFETY: the view's bytes are copied at once.
        unsafe append(contentsOf: UnsafeBufferPointer(start: bytes.base, count: bytes.count))
    }
}
