/// A 64-bit checksum for finding damage (not for defence): four lanes of multiply and rotate over 32 bytes a step, then the rest.
package func checksum(_ bytes: Bytes) -> UInt64 {
    let prime: UInt64 = 0x9E37_79B1_85EB_CA87
    let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    var lanes = SIMD4<UInt64>(prime, second, prime ^ second, UInt64(bytes.count))
    var at = 0
    @inline(__always) func mixed(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        let sum = lane &+ word &* second
        return (sum &<< 31 | sum &>> 33) &* prime
    }
    while at &+ 32 <= bytes.count {
        lanes[0] = mixed(lanes[0], bytes.u64(at))
        lanes[1] = mixed(lanes[1], bytes.u64(at &+ 8))
        lanes[2] = mixed(lanes[2], bytes.u64(at &+ 16))
        lanes[3] = mixed(lanes[3], bytes.u64(at &+ 24))
        at &+= 32
    }
    while at < bytes.count {
        lanes[0] = mixed(lanes[0], UInt64(bytes[at]) &+ 1)
        at &+= 1
    }
    var sum = mixed(mixed(mixed(lanes[0], lanes[1]), lanes[2]), lanes[3])
    sum ^= sum &>> 29
    sum = sum &* second
    return sum ^ sum &>> 32
}

/// The checksum of a section: its pieces of 1 MiB are summed one by one, so that a writer need not hold the whole.
package struct SectionChecksum: Sendable {
    package static let piece = 1 << 20
    package private(set) var value: UInt64 = 0

    package init() {}

    /// A whole piece, or the last and shorter one.
    package mutating func add(_ piece: Bytes) {
        let sum = checksum(piece)
        value = (value &<< 23 | value &>> 41) &* 0x9E37_79B1_85EB_CA87 &+ sum
    }

    package static func of(_ bytes: Bytes) -> UInt64 {
        var sum = SectionChecksum()
        var at = 0
        while at < bytes.count {
            sum.add(bytes.slice(at, piece))
            at += piece
        }
        return sum.value
    }
}
