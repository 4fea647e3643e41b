/// A cursor that knows what its term's occurrences are worth.
@safe package struct ScoredCursor {
    package var cursor: PostingCursor
    package let weight: Float
    /// By length code; 256 of them.
    private let penalties: UnsafePointer<Float>
    private let lengths: UnsafePointer<UInt8>
    /// No record of the list scores more.
    package let bound: UInt32
    /// More than 1 where the segment's blocks were judged under another average length (several segments).
    private let slack: Float

    /// SAFETY: `penalties` (256) and `lengths` (one a record) outlive the cursor.
    @unsafe package init(
        _ cursor: PostingCursor, weight: Float, penalties: UnsafePointer<Float>, lengths: UnsafePointer<UInt8>, slack: Float
    ) {
        self.cursor = cursor
        self.weight = weight
        unsafe self.penalties = penalties
        unsafe self.lengths = lengths
        self.slack = slack
        if cursor.isLong {
            let (frequency, code) = cursor.bestOfAll
            unsafe bound = Self.bound(weight, frequency, penalties[Int(code)], slack)
        } else {
            bound = UInt32(weight) &+ 1
        }
    }

    @inline(__always) private static func bound(_ weight: Float, _ frequency: UInt32, _ penalty: Float, _ slack: Float) -> UInt32 {
        // 255 stands for every greater frequency, 0 for a list that was not judged.
        if frequency == 255 || frequency == 0 { return UInt32(weight) &+ 1 }
        if slack == 1 { return Scoring.points(weight, frequency, penalty) }
        return UInt32(min(Float(Scoring.points(weight, frequency, penalty)) * slack + 16, weight)) &+ 1
    }

    @inline(__always) package func boundOfBlock(_ block: Int) -> UInt32 {
        guard cursor.isLong else { return bound }
        let (frequency, code) = cursor.best(block)
        return unsafe Self.bound(weight, frequency, penalties[Int(code)], slack)
    }

    /// Of the group of blocks that a block begins.
    @inline(__always) package func boundOfGroup(_ group: Int) -> UInt32 {
        guard cursor.isLong else { return bound }
        let (frequency, code) = cursor.bestOfGroup(group)
        return unsafe Self.bound(weight, frequency, penalties[Int(code)], slack)
    }

    /// The next block, from `block` on, that may hold a record that lifts `others` over the threshold; passes over whole groups of blocks.
    @inline(__always) package func blockAbove(_ threshold: UInt32, others: UInt32, from block: Int) -> Int {
        var block = block
        while block < cursor.blockCount {
            if block % SegmentLayout.blocksPerGroup == 0,
                boundOfGroup(block / SegmentLayout.blocksPerGroup).saturatingSum(others) <= threshold
            {
                block &+= SegmentLayout.blocksPerGroup
            } else if boundOfBlock(block).saturatingSum(others) <= threshold {
                block &+= 1
            } else {
                return block
            }
        }
        return block
    }

    /// The best bound of the blocks that hold records in `from...to`; moves nothing.
    @inline(__always) package func boundBetween(_ from: UInt32, _ to: UInt32) -> UInt32 {
        guard cursor.isLong else { return cursor.doc > to ? 0 : bound }
        if cursor.doc != PostingCursor.end && cursor.doc > to { return 0 }
        var block = cursor.blockHolding(from)
        var best: UInt32 = 0
        while block < cursor.blockCount {
            best = max(best, boundOfBlock(block))
            if cursor.lastDoc(block) >= to { break }
            block &+= 1
        }
        return best
    }

    /// Points that ten records of the list reach, less one: a safe threshold for the best ten.
    package var floorOfTen: UInt32 {
        let (frequency, code) = cursor.tenthBest
        guard cursor.isLong, slack == 1, frequency > 0 else { return 0 }
        return unsafe max(1, Scoring.points(weight, frequency, penalties[Int(code)])) - 1
    }

    /// What the current record gets.
    @inline(__always) package mutating func points() -> UInt32 {
        // SAFETY: the cursor's records are below the number of lengths; a code is below 256.
        unsafe Scoring.points(weight, cursor.frequency(), penalties[Int(lengths[Int(cursor.doc)])])
    }

    /// What a record's frequency must be, at least, for each unit of its length's penalty, to lift `others` over the threshold; a little
    /// less, so that rounding loses no record. 0 where every record does.
    @inline(__always) package func leastRatio(_ threshold: UInt32, others: UInt32) -> Float {
        guard threshold > others &+ 16 else { return 0 }
        let wanted = Float(threshold &- others &- 16) * 0.9999
        return wanted < weight ? wanted / (weight - wanted) : .greatestFiniteMagnitude
    }

    /// Whether the record at a place of the block, whose frequencies are unpacked, has this ratio.
    /// SAFETY: `place` is below the block's count.
    @unsafe @inline(__always) package func reaches(_ ratio: Float, at place: Int) -> Bool {
        unsafe Float(cursor.frequencies[place]) >= ratio * penalties[Int(lengths[Int(cursor.docs[place])])]
    }

    /// What the current record would get at another frequency.
    @inline(__always) package func points(frequency: UInt32) -> UInt32 {
        unsafe Scoring.points(weight, frequency, penalties[Int(lengths[Int(cursor.doc)])])
    }

    /// Adds this term's points to `sums[record - start]` for the block's records below `end`, and marks them; moves behind them.
    /// SAFETY: `sums` has room for `end - start` numbers, `marks` for as many bits; the cursor stands at or after `start`.
    @unsafe package mutating func addBlock(
        start: UInt32, end: UInt32, sums: UnsafeMutablePointer<UInt32>, marks: UnsafeMutablePointer<UInt64>
    ) {
        cursor.needFrequencies()
        var at = cursor.index
        let count = cursor.count
        let docs = unsafe cursor.docs
        let frequencies = unsafe cursor.frequencies
        while at < count {
            let doc = unsafe docs[at]
            if doc >= end { break }
            let place = Int(doc &- start)
            unsafe sums[place] &+= Scoring.points(weight, frequencies[at], penalties[Int(lengths[Int(doc)])])
            unsafe marks[place &>> 6] |= 1 &<< UInt64(place & 63)
            at &+= 1
        }
        cursor.index = at
        if at < count { cursor.doc = unsafe docs[at] } else { cursor.nextBlock() }
    }
}
