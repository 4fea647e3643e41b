/// Records of one block of the rarest term that may have all the terms, and which of them a block of the second term holds.
@safe struct Candidates {
    private let docs: UnsafeMutablePointer<UInt32>
    private let places: UnsafeMutablePointer<UInt32>
    private let foundAmong: UnsafeMutablePointer<UInt32>
    private let foundPlaces: UnsafeMutablePointer<UInt32>
    private(set) var count = 0

    /// Calls `body` with candidates for a block at a time.
    static func withRoom(_ body: (inout Candidates) -> Void) {
        let size = SegmentLayout.blockSize
        // One more of each: what is not kept is written too.
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4 * (size + 1)) { room in
            guard let base = room.baseAddress else { return }
            var candidates = unsafe Candidates(base, size + 1)
            body(&candidates)
        }
    }

    /// SAFETY: `room` has four times `size` numbers, more than a block has records.
    @unsafe private init(_ room: UnsafeMutablePointer<UInt32>, _ size: Int) {
        unsafe docs = room
        unsafe places = room + size
        unsafe foundAmong = room + 2 * size
        unsafe foundPlaces = room + 3 * size
    }

    /// The records of the lead's unpacked block, not before `from`, that lift `others` over the threshold.
    @inline(__always) mutating func take(_ lead: inout ScoredCursor, from: UInt32, threshold: UInt32, others: UInt32) {
        let ratio = lead.leastRatio(threshold, others: others)
        if ratio > 0 { lead.cursor.needFrequencies() }
        var kept = 0
        // SAFETY: a block has at most 128 records, for which there is room.
        for place in 0..<lead.cursor.count {
            let doc = unsafe lead.cursor.docs[place]
            unsafe docs[kept] = doc
            unsafe places[kept] = UInt32(truncatingIfNeeded: place)
            var isKept = doc >= from
            if ratio > 0 { isKept = unsafe isKept && lead.reaches(ratio, at: place) }
            kept &+= isKept ? 1 : 0
        }
        count = kept
    }

    /// The candidate's record; `at` is below `count`.
    @inline(__always) subscript(at: Int) -> UInt32 { unsafe docs[at] }

    /// The candidate's place in the lead's block.
    @inline(__always) func place(_ at: Int) -> Int { unsafe Int(places[at]) }

    /// Looks candidates up in the term's block, as far as it goes; moves `next` behind them. Returns how many are found. For terms that have
    /// many times the lead's records: then nothing is won by what the search before has told.
    @inline(__always) func find(in term: UnsafeMutablePointer<ScoredCursor>, from next: inout Int) -> Int {
        let (behind, hits) = unsafe term.pointee.cursor.find(
            docs, from: next, count: count, found: foundAmong, places: foundPlaces)
        next = behind
        return hits
    }

    /// So many times the lead's records.
    static let many = 4

    /// Which candidate was found, and its place in the second term's block; `hit` is below what `find` returned.
    @inline(__always) func found(_ hit: Int) -> Int { unsafe Int(foundAmong[hit]) }
    @inline(__always) func placeFound(_ hit: Int) -> Int { unsafe Int(foundPlaces[hit]) }
}
