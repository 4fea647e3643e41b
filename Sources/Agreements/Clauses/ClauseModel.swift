/// The trained weights of the clause types: integers only, so that every machine gives the same answer.
///
/// Bytes, little-endian: "CTM1"; for each type bias, threshold and the weight of its rules (Int32, 256ths); the number of features (UInt32);
/// then each feature's hash (UInt32), the number of its weights (UInt8), and each weight's type (UInt8) and value (Int8, 16ths).
package struct ClauseModel: Sendable {
    /// One type's three numbers, in 256ths.
    package struct Head: Sendable {
        package var bias: Int32
        package var threshold: Int32
        package var rule: Int32

        package init(bias: Int32, threshold: Int32, rule: Int32) {
            self.bias = bias
            self.threshold = threshold
            self.rule = rule
        }
    }

    package private(set) var heads: [Head] = []
    /// Open addressing: a feature's hash, and where its weights begin in `weights` (0 for an empty slot).
    private var slots: [(hash: UInt32, start: UInt32)] = []
    /// A count, then as many pairs of type and value; the first byte is unused.
    private var weights: [UInt8] = [0]
    private var mask = 0
    /// A bit per feature, by its hash: most features of a text have no weights, and this says so from the nearest cache.
    private var present = [UInt64](repeating: 0, count: Self.presentBits / 64)
    private static let presentBits = 1 << 20

    /// Nil where the bytes are not what the layout says.
    package init?(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        guard reader.number() == 0x314D_5443 else { return nil }
        for _ in ClauseTypes.names {
            guard let bias = reader.number(), let threshold = reader.number(), let rule = reader.number() else { return nil }
            heads.append(Head(bias: Int32(bitPattern: bias), threshold: Int32(bitPattern: threshold), rule: Int32(bitPattern: rule)))
        }
        guard let count = reader.number(), count < 1 << 20 else { return nil }
        var size = 1024
        while size < 2 * Int(count) { size *= 2 }
        mask = size - 1
        slots = [(hash: UInt32, start: UInt32)](repeating: (0, 0), count: size)
        weights.reserveCapacity(bytes.count)
        for _ in 0..<count {
            guard let hash = reader.number(), let pairs = reader.byte() else { return nil }
            var slot = Int(hash) & mask
            while slots[slot].start != 0 { slot = (slot + 1) & mask }
            slots[slot] = (hash, UInt32(weights.count))
            let bit = Int(hash) & (Self.presentBits - 1)
            present[bit >> 6] |= 1 << UInt64(bit & 63)
            weights.append(pairs)
            for _ in 0..<pairs {
                guard let type = reader.byte(), type < ClauseTypes.names.count, let value = reader.byte() else { return nil }
                weights.append(type)
                weights.append(value)
            }
        }
    }

    /// Adds up the weights of a sentence's features; `scores` receives one number per type, in 256ths.
    package func score(_ features: [UInt32], rules: UInt64, into scores: inout [Int32]) {
        for type in scores.indices { scores[type] = 0 }
        for feature in features {
            let bit = Int(feature) & (Self.presentBits - 1)
            guard present[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { continue }
            var slot = Int(feature) & mask
            while slots[slot].start != 0, slots[slot].hash != feature { slot = (slot + 1) & mask }
            var at = Int(slots[slot].start)
            guard at != 0 else { continue }
            let end = at + 2 * Int(weights[at])
            while at < end {
                scores[Int(weights[at + 1])] += Int32(Int8(bitPattern: weights[at + 2]))
                at += 2
            }
        }
        let root = Self.root(UInt64(features.count) << 16)
        for type in scores.indices {
            let sum = Int64(scores[type]) << 12 / Int64(max(1, root))
            scores[type] = Int32(sum) + heads[type].bias + (rules >> UInt64(type) & 1 == 1 ? heads[type].rule : 0)
        }
    }

    /// The whole part of a square root, by Newton's steps.
    static func root(_ value: UInt64) -> UInt64 {
        guard value > 1 else { return value }
        var guess = UInt64(1) << UInt64((64 - value.leadingZeroBitCount + 1) / 2)
        while true {
            let next = (guess + value / guess) / 2
            if next >= guess { return guess }
            guess = next
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var at = 0

        mutating func byte() -> UInt8? {
            guard at < bytes.count else { return nil }
            defer { at += 1 }
            return bytes[at]
        }

        mutating func number() -> UInt32? {
            guard at + 4 <= bytes.count else { return nil }
            defer { at += 4 }
            return (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }
        }
    }
}
