/// The best `limit` records seen: a heap whose root is the worst of them. Higher scores first; of equal ones the earlier record.
package struct TopHits: Sendable {
    /// Score in the upper half, the record's complement in the lower: a greater key is a better hit.
    private var keys: [UInt64] = []
    private let limit: Int
    /// A record needs more points than this to get in (if it comes after all records seen so far).
    package private(set) var threshold: UInt32

    /// `floor`: points that at least `limit` records are known to exceed.
    package init(limit: Int, floor: UInt32 = 0) {
        self.limit = max(1, limit)
        threshold = floor
        keys.reserveCapacity(self.limit)
    }

    package mutating func offer(_ doc: UInt32, _ points: UInt32) {
        let key = UInt64(points) << 32 | UInt64(~doc)
        if keys.count < limit {
            keys.append(key)
            var at = keys.count - 1
            while at > 0, keys[(at - 1) / 2] > keys[at] {
                keys.swapAt(at, (at - 1) / 2)
                at = (at - 1) / 2
            }
            if keys.count == limit { threshold = max(threshold, UInt32(keys[0] >> 32)) }
            return
        }
        guard key > keys[0] else { return }
        keys[0] = key
        var at = 0
        while true {
            var least = at
            let left = 2 * at + 1
            if left < keys.count, keys[left] < keys[least] { least = left }
            if left + 1 < keys.count, keys[left + 1] < keys[least] { least = left + 1 }
            if least == at { break }
            keys.swapAt(at, least)
            at = least
        }
        threshold = max(threshold, UInt32(keys[0] >> 32))
    }

    /// Best first.
    package func ranked() -> [(doc: UInt32, points: UInt32)] {
        keys.sorted(by: >).map { (~UInt32(truncatingIfNeeded: $0), UInt32($0 >> 32)) }
    }
}
