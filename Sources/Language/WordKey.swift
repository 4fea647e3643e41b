/// A lower-cased word of up to 24 bytes as three numbers.
package struct WordKey: Sendable {
    package static let longest = 24

    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0
    /// More than `longest` for a word that no key can hold.
    package private(set) var count = 0

    /// The word of these bytes, the first lowest; `count` may be more than they hold.
    @inline(__always) init(_ first: UInt64, _ second: UInt64, _ third: UInt64, count: Int) {
        (self.first, self.second, self.third, self.count) = (first, second, third, count)
    }

    package init(_ bytes: some Collection<UInt8>) {
        count = bytes.count
        for (offset, byte) in bytes.prefix(Self.longest).enumerated() {
            let part = UInt64(byte) << UInt64(offset % 8 * 8)
            if offset < 8 { first |= part } else if offset < 16 { second |= part } else { third |= part }
        }
    }

    /// 64 bits that stand for the word in a table; never 0, and in practice never the same for two words.
    @inline(__always) var fingerprint: UInt64 {
        var hash = (first ^ UInt64(truncatingIfNeeded: count) << 56) &* 0x9E37_79B9_7F4A_7C15
        if count > 8 {
            hash = (hash ^ (hash >> 32) ^ second) &* 0xD6E8_FEB8_6659_FD93
            hash = (hash ^ (hash >> 32) ^ third) &* 0x9E37_79B9_7F4A_7C15
        }
        return hash | 1
    }
}
