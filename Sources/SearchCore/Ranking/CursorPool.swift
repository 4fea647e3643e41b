/// Cursors and their room, used again from query to query. One pool serves one thread.
@safe package final class CursorPool {
    private var room: UnsafeMutablePointer<UInt32>
    package private(set) var cursors: UnsafeMutablePointer<ScoredCursor>
    package private(set) var count = 0
    private var capacity = 16
    private let textPenalties: UnsafeMutablePointer<Float>
    private let headingPenalties: UnsafeMutablePointer<Float>
    private let widths: UnsafeMutablePointer<UInt8>
    package let segment: Segment
    /// How far the segment's average length is below the whole index's (1 for a single segment).
    private let slack: Float

    package init(_ segment: Segment, textAverage: Float, headingAverage: Float, slack: Float = 1) {
        self.segment = segment
        self.slack = slack
        unsafe room = .allocate(capacity: 16 * PostingCursor.roomNeeded)
        unsafe cursors = .allocate(capacity: 16)
        unsafe textPenalties = .allocate(capacity: 256)
        unsafe headingPenalties = .allocate(capacity: 256)
        unsafe widths = .allocate(capacity: 256)
        for (place, width) in LengthCode.positionBits.enumerated() { unsafe widths[place] = width }
        for (place, penalty) in Scoring.lengthPenalties(average: textAverage).enumerated() { unsafe textPenalties[place] = penalty }
        for (place, penalty) in Scoring.lengthPenalties(average: headingAverage).enumerated() { unsafe headingPenalties[place] = penalty }
    }

    deinit {
        unsafe room.deallocate()
        unsafe cursors.deallocate()
        unsafe textPenalties.deallocate()
        unsafe headingPenalties.deallocate()
        unsafe widths.deallocate()
    }

    /// Forgets all cursors and makes room for `wanted`.
    package func reset(_ wanted: Int) {
        count = 0
        guard wanted > capacity else { return }
        unsafe room.deallocate()
        unsafe cursors.deallocate()
        capacity = wanted
        unsafe room = .allocate(capacity: wanted * PostingCursor.roomNeeded)
        unsafe cursors = .allocate(capacity: wanted)
    }

    /// Adds a started cursor; there must be room left.
    package func add(_ entry: TermEntry, _ field: TextField, weight: Float) {
        precondition(count < capacity)
        // SAFETY: count < capacity; the segment checked that it has a length for every record.
        let cursor = unsafe segment.cursor(
            entry, field: field, widths: UnsafePointer(widths), room: room + count * PostingCursor.roomNeeded)
        let lengths = segment.section(field == .text ? .textLengths : .headingLengths)
        let penalties = unsafe field == .text ? textPenalties : headingPenalties
        unsafe (cursors + count).initialize(
            to: ScoredCursor(cursor, weight: weight, penalties: UnsafePointer(penalties), lengths: lengths.base, slack: slack))
        unsafe cursors[count].cursor.start()
        count += 1
    }

    @unsafe package func slice(_ range: Range<Int>) -> UnsafeMutableBufferPointer<ScoredCursor> {
        precondition(range.upperBound <= count)
        return unsafe UnsafeMutableBufferPointer(start: cursors + range.lowerBound, count: range.count)
    }
}
