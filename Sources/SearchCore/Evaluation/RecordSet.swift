/// A set of records of one segment: a bit each.
struct RecordSet: Sendable {
    private(set) var words: [UInt64]
    /// Records of the segment; all members are below.
    let records: Int

    init(records: Int) {
        self.records = records
        words = [UInt64](repeating: 0, count: (records + 63) / 64)
    }

    init(all records: Int) {
        self.init(records: records)
        for place in words.indices { words[place] = .max }
        if records % 64 != 0 { words[words.count - 1] = (1 << UInt64(records % 64)) - 1 }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// `record` is below `records`.
    @inline(__always) func contains(_ record: UInt32) -> Bool { words[Int(record &>> 6)] &>> UInt64(record & 63) & 1 == 1 }

    @inline(__always) mutating func insert(_ record: UInt32) { words[Int(record &>> 6)] |= 1 &<< UInt64(record & 63) }

    mutating func remove(_ range: Range<Int>) {
        for record in range.clamped(to: 0..<records) { words[record / 64] &= ~(1 << UInt64(record % 64)) }
    }

    mutating func formUnion(_ other: RecordSet) { for place in words.indices { words[place] |= other.words[place] } }

    mutating func formIntersection(_ other: RecordSet) { for place in words.indices { words[place] &= other.words[place] } }

    mutating func subtract(_ other: RecordSet) { for place in words.indices { words[place] &= ~other.words[place] } }

    /// The first member not before `record`, nil behind the last.
    @inline(__always) func next(from record: UInt32) -> UInt32? {
        var place = Int(record &>> 6)
        guard place < words.count else { return nil }
        var word = words[place] & (UInt64.max &<< UInt64(record & 63))
        while word == 0 {
            place &+= 1
            if place == words.count { return nil }
            word = words[place]
        }
        return UInt32(truncatingIfNeeded: place &* 64 &+ word.trailingZeroBitCount)
    }

    /// Tells every member, rising.
    @inline(__always) func forEach(_ body: (UInt32) -> Void) {
        for place in words.indices {
            var word = words[place]
            while word != 0 {
                body(UInt32(truncatingIfNeeded: place &* 64 &+ word.trailingZeroBitCount))
                word &= word &- 1
            }
        }
    }

    var members: [UInt32] {
        var members: [UInt32] = []
        forEach { members.append($0) }
        return members
    }
}
