/// A 64-bit fingerprint of bytes: the same on every machine and in every version, because ledgers and stored bases keep it.
///
/// Eight bytes at a time are folded in by a 64 x 64 -> 128 bit multiplication. It tells texts apart; it is no defence
/// against somebody who constructs a collision.
package struct Fingerprint: Hashable, Sendable, Comparable {
    package var value: UInt64

    package init(value: UInt64) { self.value = value }

    package init(_ bytes: some Sequence<UInt8>) {
        self =
            bytes.withContiguousStorageIfAvailable { Fingerprint(buffer: $0) }
            ?? Array(bytes).withUnsafeBufferPointer { Fingerprint(buffer: $0) }
    }

    private init(buffer bytes: UnsafeBufferPointer<UInt8>) {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        let words = UnsafeRawBufferPointer(bytes)
        let whole = bytes.count & ~7
        for at in stride(from: 0, to: whole, by: 8) {
            state = Self.fold(state ^ UInt64(littleEndian: words.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
        }
        var word: UInt64 = 0
        for at in whole..<bytes.count { word |= UInt64(bytes[at]) << UInt64((at - whole) * 8) }
        value = Self.fold(Self.fold(state ^ word) ^ UInt64(bytes.count))
    }

    package init(_ text: String) {
        var text = text
        self = text.withUTF8 { Fingerprint(buffer: $0) }
    }

    /// Sixteen hexadecimal digits.
    package var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    package init?(_ text: Substring) { self.init(digits: Array(text.utf8)[...]) }

    init?(digits: ArraySlice<UInt8>) {
        guard digits.count == 16 else { return nil }
        value = 0
        for digit in digits {
            guard let next = Hexadecimal.value(digit) else { return nil }
            value = value << 4 | UInt64(next)
        }
    }

    func write(to bytes: inout [UInt8]) {
        for shift in stride(from: 56, through: 0, by: -8) { Hexadecimal.write(UInt8(truncatingIfNeeded: value >> shift), to: &bytes) }
    }

    package static func < (a: Self, b: Self) -> Bool { a.value < b.value }

    /// Scatters every bit of the input over the output.
    static func fold(_ word: UInt64) -> UInt64 {
        let product = (word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}
