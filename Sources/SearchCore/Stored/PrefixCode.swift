/// A prefix code over bytes, given by the length of each byte's code (1 to 12 bits); canonical, read lowest bit first.
package struct PrefixCode: Sendable {
    package static let longest = 12
    /// For each value of the next 12 bits: the byte, and its code's length in the upper half.
    let table: [UInt16]

    /// From 256 code lengths; lengths that are no code give a table that still reads something.
    package init(lengths: [UInt8]) {
        var table = [UInt16](repeating: 1 << 8, count: 1 << Self.longest)
        for (symbol, code) in Self.codes(lengths).enumerated() where lengths[symbol] > 0 && lengths[symbol] <= UInt8(Self.longest) {
            var place = Int(code)
            while place < table.count {
                table[place] = UInt16(lengths[symbol]) << 8 | UInt16(symbol)
                place += 1 << Int(lengths[symbol])
            }
        }
        self.table = table
    }

    /// For each value of the next 12 bits two bytes at once, where both codes fit: the bytes, the bits they take together, and how many they are,
    /// a byte each from the lowest.
    func pairs() -> [UInt32] {
        table.indices.map { bits in
            let first = table[bits]
            let taken = Int(first >> 8)
            let second = table[bits >> taken]
            let both = taken + Int(second >> 8)
            if both > Self.longest { return UInt32(first & 0xFF) | UInt32(taken) << 16 | 1 << 24 }
            return UInt32(first & 0xFF) | UInt32(second & 0xFF) << 8 | UInt32(both) << 16 | 2 << 24
        }
    }

    /// The codes, their first bit lowest. Shorter codes come first, equal lengths in the order of their bytes.
    package static func codes(_ lengths: [UInt8]) -> [UInt16] {
        var codes = [UInt16](repeating: 0, count: lengths.count)
        var next: UInt32 = 0
        for length in 1...longest {
            for symbol in lengths.indices where Int(lengths[symbol]) == length {
                var reversed: UInt32 = 0
                for bit in 0..<length { reversed |= (next &>> UInt32(bit) & 1) &<< UInt32(length - 1 - bit) }
                codes[symbol] = UInt16(truncatingIfNeeded: reversed & 0xFFF)
                next &+= 1
            }
            next <<= 1
        }
        return codes
    }
}

/// What all blocks of stored rows of a segment are unpacked with: 256 code lengths for tokens, 256 for literals,
/// 256 for the upper bytes of distances, the preset dictionary.
package struct StoredCodes: Sendable {
    /// A copy is at least this long.
    package static let shortestCopy = 6

    package let tokens: PrefixCode
    package let literals: PrefixCode
    let literalPairs: [UInt32]
    package let distances: PrefixCode
    package let dictionary: Bytes

    package init(_ section: Bytes) {
        tokens = PrefixCode(lengths: Self.lengths(section, 0))
        literals = PrefixCode(lengths: Self.lengths(section, 256))
        distances = PrefixCode(lengths: Self.lengths(section, 512))
        literalPairs = literals.pairs()
        dictionary = section.slice(768, max(0, section.count - 768))
    }

    private static func lengths(_ section: Bytes, _ start: Int) -> [UInt8] { (0..<256).map { section[start + $0] } }
}
