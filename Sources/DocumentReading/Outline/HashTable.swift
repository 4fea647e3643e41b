/// Numbers kept under hashes: what is already mixed need not be hashed again. What was never set is 0.
struct HashTable {
    private struct Slot {
        /// 0 is free.
        var hash: UInt64 = 0
        var value = 0
    }

    private var slots: [Slot] = []
    private var count = 0

    mutating func reserve(_ count: Int) { if count * 2 > slots.count { grow(to: count * 2) } }

    subscript(_ hash: UInt64) -> Int {
        get {
            guard !slots.isEmpty else { return 0 }
            return slots[slot(of: hash == 0 ? 1 : hash)].value
        }
        set {
            if (count + 1) * 2 > slots.count { grow(to: max(32, slots.count * 2)) }
            let hash = hash == 0 ? 1 : hash
            let slot = slot(of: hash)
            if slots[slot].hash == 0 { count += 1 }
            slots[slot] = Slot(hash: hash, value: newValue)
        }
    }

    /// Where the hash stands, or may be put.
    private func slot(of hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
        while slots[slot].hash != 0, slots[slot].hash != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow(to wanted: Int) {
        var capacity = 32
        while capacity < wanted { capacity *= 2 }
        let old = slots
        slots = [Slot](repeating: Slot(), count: capacity)
        for kept in old where kept.hash != 0 { slots[slot(of: kept.hash)] = kept }
    }
}
