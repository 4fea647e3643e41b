/// A lower-cased word of up to 24 bytes as three numbers.
package struct WordKey: Sendable {
    package static let longest = 24

    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0
    /// More than `longest` for a word that no key can hold.
    package private(set) var count = 0

    package init(_ bytes: ArraySlice<UInt8>) {
        self.init(count: bytes.count) { bytes[bytes.startIndex + $0] }
    }

    /// The word of `count` bytes of which `byte` gives each, lower-cased already.
    @inline(__always) init(count: Int, byte: (Int) -> UInt8) {
        self.count = count
        var at = 0
        var shift: UInt64 = 0
        while at < Swift.min(count, 8) {
            first |= UInt64(byte(at)) << shift
            at += 1
            shift += 8
        }
        guard count > 8 else { return }
        shift = 0
        while at < Swift.min(count, 16) {
            second |= UInt64(byte(at)) << shift
            at += 1
            shift += 8
        }
        shift = 0
        while at < Swift.min(count, Self.longest) {
            third |= UInt64(byte(at)) << shift
            at += 1
            shift += 8
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
