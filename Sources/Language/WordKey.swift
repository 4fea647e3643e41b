/// A lower-cased word of up to 24 bytes as three numbers: equal words are equal keys, and comparing two takes three instructions.
@frozen package struct WordKey: Hashable, Sendable {
    package static let longest = 24

    @usableFromInline var first: UInt64 = 0
    @usableFromInline var second: UInt64 = 0
    @usableFromInline var third: UInt64 = 0
    /// More than `longest` for a word that no key can hold.
    package private(set) var count = 0

    package init() {}

    package init(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes { append(byte) }
    }

    @inline(__always) package mutating func append(_ byte: UInt8) {
        let shift = UInt64(count & 7) &* 8
        switch count >> 3 {
        case 0: first |= UInt64(byte) << shift
        case 1: second |= UInt64(byte) << shift
        case 2: third |= UInt64(byte) << shift
        default: break
        }
        count &+= 1
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
