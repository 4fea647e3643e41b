/// Gives each term of a run a number, in the order of first sight: an open hash over one arena of bytes.
@safe struct TermTable {
    /// Hash in the upper half, number + 1 in the lower; 0 is free. A power of two of them.
    private var slots: [UInt64]
    /// The terms one after another, then eight bytes, so that they can be compared by the word.
    private var arena: [UInt8] = []
    /// Where each ends in `arena`.
    private var ends: [UInt32] = []
    /// Short terms that came lately, so that the commonest words are found without a look at the table: the term and its length in two
    /// words, and its number.
    private var recent = [(key: UInt64, more: UInt64, number: UInt32)](repeating: (0, 0, 0), count: 1 << recentBits)
    private static let recentBits = 12

    private static let slack = [UInt8](repeating: 0, count: 8)

    var count: Int { ends.count }
    var bytes: Int { arena.count }

    init() {
        slots = [UInt64](repeating: 0, count: 1 << 16)
        arena.reserveCapacity(1 << 20)
        arena += Self.slack
    }

    private func start(_ number: Int) -> Int { number == 0 ? 0 : Int(ends[number &- 1]) }

    func term(_ number: Int) -> ArraySlice<UInt8> { arena[start(number)..<Int(ends[number])] }

    /// The term's number.
    /// SAFETY: `term` has `count` bytes, and eight more that may be read.
    @unsafe @inline(__always) mutating func intern(_ term: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
        guard count < 16 else { return unsafe find(term, count) }
        let key = unsafe Self.word(term, min(count, 8))
        let more = unsafe (count > 8 ? Self.word(term + 8, count &- 8) : 0) | UInt64(count) &<< 56
        let place = Int(((key ^ more &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B1_85EB_CA87) &>> UInt64(64 - Self.recentBits))
        if recent[place].key == key, recent[place].more == more { return recent[place].number }
        let number = unsafe find(term, count)
        recent[place] = (key, more, number)
        return number
    }

    /// `count` bytes (at most eight) as a number.
    /// SAFETY: eight bytes can be read.
    @unsafe @inline(__always) private static func word(_ term: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        let word = unsafe UInt64(littleEndian: UnsafeRawPointer(term).loadUnaligned(as: UInt64.self))
        return count == 8 ? word : word & (1 &<< UInt64(count &* 8) &- 1)
    }

    private mutating func find(_ term: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
        let hash = unsafe Self.hash(term, count)
        let mask = slots.count &- 1
        var place = Int(hash) & mask
        while true {
            let slot = slots[place]
            if slot == 0 { return unsafe add(term, count, hash, place) }
            if UInt32(truncatingIfNeeded: slot &>> 32) == hash {
                let number = Int(slot & 0xFFFF_FFFF) &- 1
                if unsafe equals(number, term, count) { return UInt32(truncatingIfNeeded: number) }
            }
            place = (place &+ 1) & mask
        }
    }

    @inline(__always) private func equals(_ number: Int, _ term: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let start = start(number)
        guard Int(ends[number]) &- start == count else { return false }
        // SAFETY: both have `count` bytes, and eight more that may be read.
        return unsafe arena.withUnsafeBytes { arena in
            var at = 0
            while at < count {
                var difference = unsafe arena.loadUnaligned(fromByteOffset: start &+ at, as: UInt64.self)
                difference ^= unsafe UnsafeRawPointer(term + at).loadUnaligned(as: UInt64.self)
                let rest = count &- at
                if rest < 8 { difference &= UInt64(littleEndian: (1 &<< UInt64(rest &* 8)) &- 1) }
                if difference != 0 { return false }
                at &+= 8
            }
            return true
        }
    }

    private mutating func add(_ term: UnsafePointer<UInt8>, _ count: Int, _ hash: UInt32, _ place: Int) -> UInt32 {
        let number = ends.count
        arena.removeLast(Self.slack.count)
        unsafe arena.append(contentsOf: UnsafeBufferPointer(start: term, count: count))
        ends.append(UInt32(arena.count))
        arena += Self.slack
        slots[place] = UInt64(hash) << 32 | UInt64(number + 1)
        if ends.count * 2 > slots.count { grow() }
        return UInt32(truncatingIfNeeded: number)
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        let mask = slots.count - 1
        for slot in old where slot != 0 {
            var place = Int(slot >> 32) & mask
            while slots[place] != 0 { place = (place + 1) & mask }
            slots[place] = slot
        }
    }

    private static func hash(_ term: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
        var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B1_85EB_CA87
        var at = 0
        // SAFETY: eight bytes behind the term may be read.
        while at < count {
            var word = unsafe UnsafeRawPointer(term + at).loadUnaligned(as: UInt64.self)
            let rest = count &- at
            if rest < 8 { word &= (1 &<< UInt64(rest &* 8)) &- 1 }
            hash = (hash ^ word) &* 0xC2B2_AE3D_27D4_EB4F
            hash ^= hash &>> 32
            at &+= 8
        }
        return UInt32(truncatingIfNeeded: hash ^ hash &>> 29)
    }
}
