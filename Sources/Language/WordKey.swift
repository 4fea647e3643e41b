/// A lower-cased word of up to 24 bytes as three numbers: equal words are equal keys, and comparing two takes three instructions.
package struct WordKey: Hashable, Sendable {
    package static let longest = 24

    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0
    /// More than `longest` for a word that no key can hold.
    package private(set) var count = 0

    package init() {}

    package init(_ bytes: ArraySlice<UInt8>) {
        count = bytes.count
        first = Self.part(bytes, 0)
        if count > 8 { second = Self.part(bytes, 8) }
        if count > 16 { third = Self.part(bytes, 16) }
    }

    @inline(__always) private static func part(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> UInt64 {
        let lower = bytes.startIndex + offset
        var part: UInt64 = 0
        var at = Swift.min(lower + 8, bytes.endIndex)
        while at > lower {
            at -= 1
            part = part << 8 | UInt64(bytes[at])
        }
        return part
    }

    @inline(__always) package var hash: Int {
        var hash = (first ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
        hash = (hash ^ (hash >> 32) ^ second) &* 0xD6E8_FEB8_6659_FD93
        hash = (hash ^ (hash >> 32) ^ third) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: hash >> 33)
    }

    var bytes: [UInt8] {
        (0..<min(count, Self.longest)).map { index in
            let part = index < 8 ? first : index < 16 ? second : third
            return UInt8(truncatingIfNeeded: part >> (UInt64(index & 7) &* 8))
        }
    }
}
