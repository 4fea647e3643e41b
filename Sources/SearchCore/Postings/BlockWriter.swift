/// Packs 128 numbers at the width at which they take fewest bytes: the few that need more bits keep their upper parts apart, in the form that
/// `BlockExceptions` reads.
package struct BlockWriter {
    /// How many numbers need so many bits.
    private var needs = [Int](repeating: 0, count: 33)
    private var lower = [UInt32](repeating: 0, count: SegmentLayout.blockSize)

    /// Exceptions cost a reader about as much as this many bytes each.
    private static let delay = 2
    private static let mostExceptions = 63

    package init() {}

    /// Packs numbers (below 2^24: readers take no more of them). Returns the byte that tells the width and whether there are exceptions.
    package mutating func append(_ numbers: [UInt32], to bytes: inout [UInt8]) -> UInt8 {
        for width in needs.indices { needs[width] = 0 }
        for number in numbers { needs[32 - number.leadingZeroBitCount] += 1 }
        let widest = needs.lastIndex { $0 > 0 } ?? 0
        var best = (width: widest, cost: 16 * widest)
        var wider = 0
        for width in stride(from: widest - 1, through: 0, by: -1) {
            wider += needs[width + 1]
            if wider > Self.mostExceptions { break }
            let cost = 16 * width + 1 + wider * (1 + Self.valueSize(widest - width) + Self.delay)
            if cost < best.cost { best = (width, cost) }
        }
        if best.width == widest {
            pack128(numbers, width: widest, to: &bytes)
            return UInt8(widest)
        }
        let limit: UInt32 = 1 << UInt32(best.width)
        for place in numbers.indices { lower[place] = numbers[place] & (limit - 1) }
        pack128(lower, width: best.width, to: &bytes)
        let size = Self.valueSize(widest - best.width)
        let places = numbers.indices.filter { numbers[$0] >= limit }
        bytes.append(UInt8(places.count | (size - 1) << 6))
        for place in places { bytes.append(UInt8(place)) }
        for place in places {
            let upper = numbers[place] >> UInt32(best.width)
            for part in 0..<size { bytes.append(UInt8(truncatingIfNeeded: upper >> UInt32(8 * part))) }
        }
        return UInt8(best.width) | SegmentLayout.hasExceptions
    }

    /// Bytes that hold so many bits.
    private static func valueSize(_ bits: Int) -> Int { (bits + 7) / 8 }
}
