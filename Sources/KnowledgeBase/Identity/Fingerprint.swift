/// A 64-bit fingerprint of bytes: the same on every machine and in every version, because ledgers and stored bases keep it.
///
/// Eight bytes at a time are folded in by a 64 x 64 -> 128 bit multiplication. It tells texts apart; it is no defence
/// against somebody who constructs a collision.
package struct Fingerprint: Hashable, Sendable, Comparable {
    package var value: UInt64

    package init(value: UInt64) { self.value = value }

    package init(_ bytes: some Sequence<UInt8>) {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        var word: UInt64 = 0
        var filled: UInt64 = 0
        var count: UInt64 = 0
        for byte in bytes {
            word |= UInt64(byte) << (filled * 8)
            filled += 1
            count &+= 1
            if filled == 8 {
                state = Self.fold(state ^ word)
                word = 0
                filled = 0
            }
        }
        value = Self.fold(Self.fold(state ^ word) ^ count)
    }

    package init(_ text: String) {
        var text = text
        self = text.withUTF8 { Fingerprint($0) }
    }

    /// Sixteen hexadecimal digits.
    package var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    package init?(_ text: Substring) {
        guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
        self.value = value
    }

    package static func < (a: Self, b: Self) -> Bool { a.value < b.value }

    /// Scatters every bit of the input over the output.
    static func fold(_ word: UInt64) -> UInt64 {
        let product = (word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
