/// Looks for a byte eight at a time.
public enum ByteSearch {
    /// The first offset from `start` on of a byte for which `isIt` holds; `end` where there is none.
    /// - Parameters:
    ///   - end: at most the number of bytes.
    ///   - mayHold: whether one of these eight bytes can be it.
    @inlinable @inline(__always)
    public static func first(
        from start: Int, to end: Int, in bytes: [UInt8], eight mayHold: (UInt64) -> Bool, one isIt: (UInt8) -> Bool
    ) -> Int {
        var at = start
        while at < end {
            let stop = min(at &+ 8, end)
            if at &+ 8 > bytes.count || mayHold(bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: UInt64.self) }) {
                while at < stop {
                    if isIt(bytes[at]) { return at }
                    at &+= 1
                }
            } else {
                at = stop
            }
        }
        return end
    }

    /// One of the eight bytes is `byte`.
    @inlinable @inline(__always)
    public static func holds(_ eight: UInt64, _ byte: UInt8) -> Bool {
        let zero = eight ^ 0x0101_0101_0101_0101 &* UInt64(byte)
        return (zero &- 0x0101_0101_0101_0101) & ~zero & 0x8080_8080_8080_8080 != 0
    }

    /// One of the eight bytes is below `limit`, which is at most 0x80.
    @inlinable @inline(__always)
    public static func holds(_ eight: UInt64, below limit: UInt8) -> Bool {
        (eight &- 0x0101_0101_0101_0101 &* UInt64(limit)) & ~eight & 0x8080_8080_8080_8080 != 0
    }

    /// One of the eight bytes is beyond ASCII.
    @inlinable @inline(__always)
    public static func holdsWide(_ eight: UInt64) -> Bool { eight & 0x8080_8080_8080_8080 != 0 }

    /// The end of the line that `start` stands in.
    @inlinable @inline(__always)
    public static func lineEnd(from start: Int, in bytes: [UInt8]) -> Int {
        first(from: start, to: bytes.count, in: bytes, eight: { holds($0, 0x0A) }, one: { $0 == 0x0A })
    }
}
