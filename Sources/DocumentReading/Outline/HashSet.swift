/// A set of hashes: what is already mixed need not be hashed again.
struct HashSet {
    /// 0 is free.
    private var slots: [UInt64] = []
    private var count = 0

    mutating func reserve(_ count: Int) { if count * 2 > slots.count { grow(to: count * 2) } }

    func contains(_ hash: UInt64) -> Bool {
        let hash = hash == 0 ? 1 : hash
        guard !slots.isEmpty else { return false }
        var slot = index(hash)
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    /// False when it was there.
    mutating func insert(_ hash: UInt64) -> Bool {
        if (count + 1) * 2 > slots.count { grow(to: max(64, slots.count * 2)) }
        let hash = hash == 0 ? 1 : hash
        var slot = index(hash)
        while slots[slot] != 0 {
            if slots[slot] == hash { return false }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = hash
        count += 1
        return true
    }

    private func index(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count - 1) }

    private mutating func grow(to wanted: Int) {
        var capacity = 64
        while capacity < wanted { capacity *= 2 }
        let old = slots
        slots = [UInt64](repeating: 0, count: capacity)
        count = 0
        for hash in old where hash != 0 { _ = insert(hash) }
    }
}
