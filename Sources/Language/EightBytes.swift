/// Up to eight bytes of a text as one number, the first byte lowest: what is asked of each byte is asked of all at once.
/// Public, so that it is inlined in the readers' loops.
@frozen public struct EightBytes: Sendable {
    @inlinable static var highBits: UInt64 { 0x8080_8080_8080_8080 }

    /// The bytes as they are; 0 behind the last.
    public let raw: UInt64

    @inlinable @inline(__always) public init(raw: UInt64) { self.raw = raw }

    /// The eight bytes from `start` on; 0 behind the end of the text.
    @inlinable @inline(__always) public init(_ bytes: [UInt8], at start: Int) {
        if start >= 0, start &+ 8 <= bytes.count {
            raw = UInt64(littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) })
        } else {
            raw = Self.last(of: bytes, from: start)
        }
    }

    /// - Parameter count: how many, at most eight.
    @inlinable @inline(__always) public init(_ bytes: [UInt8], at start: Int, count: Int) {
        self = Self(bytes, at: start).first(count)
    }

    @inline(never) @usableFromInline static func last(of bytes: [UInt8], from start: Int) -> UInt64 {
        guard start >= 0 else { return 0 }
        var all: UInt64 = 0
        for byte in bytes[min(start, bytes.count)...].reversed() { all = all << 8 | UInt64(byte) }
        return all
    }

    /// The first `count` of them, at most eight; none for less than one.
    @inlinable @inline(__always) public func first(_ count: Int) -> Self {
        count >= 8 ? self : Self(raw: raw & ((1 &<< UInt64(truncatingIfNeeded: 8 &* max(count, 0))) &- 1))
    }

    /// The highest bit of each byte that is an ASCII capital.
    @inlinable @inline(__always) public var capitals: UInt64 {
        let low = raw & ~Self.highBits
        // 0x41 and 0x5B, added up to 0x80.
        return (low &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(low &+ 0x2525_2525_2525_2525) & ~raw & Self.highBits
    }

    /// The highest bit of each byte that is an ASCII digit.
    @inlinable @inline(__always) public var digits: UInt64 {
        let low = raw & ~Self.highBits
        // 0x30 and 0x3A, added up to 0x80.
        return (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646) & ~raw & Self.highBits
    }

    /// The highest bit of each byte that is beyond ASCII.
    @inlinable @inline(__always) public var wide: UInt64 { raw & Self.highBits }

    /// The highest bit of the first byte below `limit`, which is at most 0x80; of bytes behind it perhaps too.
    @inlinable @inline(__always) public func below(_ limit: UInt8) -> UInt64 {
        (raw &- 0x0101_0101_0101_0101 &* UInt64(limit)) & ~raw & Self.highBits
    }

    /// The highest bit of the first round bracket; of bytes behind it perhaps too.
    @inlinable @inline(__always) public var brackets: UInt64 {
        let zero = (raw | 0x0101_0101_0101_0101) ^ 0x2929_2929_2929_2929
        return (zero &- 0x0101_0101_0101_0101) & ~zero & Self.highBits
    }

    /// How many of the first bytes are ASCII letters, up to eight.
    @inlinable @inline(__always) public var letters: Int {
        let low = (raw | 0x2020_2020_2020_2020) & ~Self.highBits
        // 0x61 and 0x7B, added up to 0x80.
        let letters = (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x0505_0505_0505_0505) & ~raw
        return (~letters & Self.highBits).trailingZeroBitCount / 8
    }

    /// ASCII capitals in lower case.
    @inlinable @inline(__always) public var lowered: UInt64 { raw | capitals >> 2 }
}
