/// Bits, lowest first.
struct BitAppender {
    private var bytes: [UInt8] = []
    private var word: UInt64 = 0
    private var filled = 0

    /// Adds the lower `width` bits (at most 32); those above are zero.
    @inline(__always) mutating func append(_ value: UInt32, width: Int) {
        word |= UInt64(value) &<< UInt64(filled)
        filled &+= width
        guard filled >= 32 else { return }
        bytes.appendLittle(UInt32(truncatingIfNeeded: word))
        word &>>= 32
        filled &-= 32
    }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func finish() -> [UInt8] {
        while filled > 0 {
            bytes.append(UInt8(truncatingIfNeeded: word))
            word >>= 8
            filled -= 8
        }
        return bytes
    }
}
