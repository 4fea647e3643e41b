import SearchCore

/// Texts that were stored, by hash: an open table of half a hash and a record. A hash only proposes a record.
struct SeenTexts {
    private static let shortest = 32
    /// Hash in the upper half, record + 1 in the lower; 0 is free. A power of two of them.
    private var slots = [UInt64](repeating: 0, count: 1 << 12)
    private var count = 0

    /// The first record whose text had the same hash.
    func candidate(_ text: [UInt8]) -> Int? {
        guard text.count >= Self.shortest else { return nil }
        let slot = slots[place(hash(text))]
        return slot == 0 ? nil : Int(slot & 0xFFFF_FFFF) - 1
    }

    mutating func add(_ text: [UInt8], record: Int) {
        guard text.count >= Self.shortest else { return }
        let hash = hash(text)
        let place = place(hash)
        guard slots[place] == 0 else { return }
        slots[place] = hash & ~0xFFFF_FFFF | UInt64(record + 1)
        count += 1
        if count * 2 > slots.count { grow() }
    }

    /// Where the hash is, or where it would go.
    private func place(_ hash: UInt64) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash >> 32) & mask
        while slots[place] != 0, (slots[place] ^ hash) >> 32 != 0 { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for slot in old where slot != 0 { slots[place(slot)] = slot }
    }

    private func hash(_ text: [UInt8]) -> UInt64 {
        // SAFETY: the view does not leave the closure.
        unsafe text.withUnsafeBufferPointer { text in
            guard let base = unsafe text.baseAddress else { return 0 }
            return unsafe checksum(Bytes(base: base, count: text.count))
        }
    }
}

/// Some blocks of stored rows, unpacked, by their number; a newer one drives out one.
struct BlockCache {
    private var kept = [(number: Int, block: StoredBlock)?](repeating: nil, count: 64)

    subscript(number: Int) -> StoredBlock? {
        get {
            guard let (found, block) = kept[number % kept.count], found == number else { return nil }
            return block
        }
        set { kept[number % kept.count] = newValue.map { (number, $0) } }
    }
}
