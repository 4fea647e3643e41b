/// Up to eight bytes of a text as one number, the first byte lowest: what is asked of each byte is asked of all at once.
struct EightBytes {
    static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// The bytes as they are; 0 behind the last.
    let raw: UInt64

    @inline(__always) init() { raw = 0 }

    /// - Parameter count: how many, at most eight; all inside `bytes`.
    @inline(__always) init(_ bytes: [UInt8], at start: Int, count: Int) {
        if start + 8 <= bytes.count {
            let all = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
            raw = UInt64(littleEndian: all) & (UInt64.max &>> UInt64(64 - 8 * count))
        } else {
            var all: UInt64 = 0
            for offset in 0..<count { all |= UInt64(bytes[start + offset]) &<< UInt64(8 * offset) }
            raw = all
        }
    }

    /// The highest bit of each byte that is an ASCII capital.
    @inline(__always) var capitals: UInt64 {
        let low = raw & ~Self.highBits
        // 0x41 and 0x5B, added up to 0x80.
        return (low &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(low &+ 0x2525_2525_2525_2525) & ~raw & Self.highBits
    }

    /// ASCII capitals in lower case.
    @inline(__always) var lowered: UInt64 { raw | capitals >> 2 }
}
