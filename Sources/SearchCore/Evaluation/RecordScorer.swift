/// What the parts of a query give to the records that match it. Records are asked in rising order; stretches that cannot reach the best
/// are passed over.
struct RecordScorer {
    private indirect enum Score {
        /// Cursors of the pool, by their places.
        case terms(Range<Int>)
        /// The points of every record: for parts of many terms, where adding up whole lists is cheaper.
        case table([UInt32])
        case rows(records: [UInt32], points: [UInt32])
        case sum([Score])
        case within(RecordSet, Score)
        case marks(RecordSet)
    }

    /// Parts of more terms are added up beforehand.
    private static let mostTerms = 24

    private let pool: CursorPool
    private var score = Score.sum([])
    /// Parts other than cursors give no more than this.
    private var rest: UInt32 = 0

    init(_ nodes: [ResolvedNode], _ pool: CursorPool, records: Int) {
        self.pool = pool
        // Tables first, since they use the pool's cursors one at a time.
        var terms: [ResolvedTerm] = []
        let scores = nodes.map { Self.score($0, pool, records, &terms) }
        pool.reset(terms.count)
        for term in terms { pool.add(term.entry, term.leaf.field, weight: term.leaf.weight) }
        score = .sum(scores)
        rest = Self.mostWithoutCursors(score)
    }

    private static func score(_ node: ResolvedNode, _ pool: CursorPool, _ records: Int, _ terms: inout [ResolvedTerm]) -> Score {
        switch node {
        case .terms(let some) where some.count > mostTerms: return .table(table(some, pool, records))
        case .terms(let some):
            terms += some
            return .terms(terms.count - some.count..<terms.count)
        case .rows(let records, let points): return .rows(records: records, points: points)
        case .any(let nodes): return .sum(nodes.map { score($0, pool, records, &terms) })
        case .within(let set, let nodes): return .within(set, .sum(nodes.map { score($0, pool, records, &terms) }))
        case .marks(let set): return .marks(set)
        }
    }

    private static func table(_ terms: [ResolvedTerm], _ pool: CursorPool, _ records: Int) -> [UInt32] {
        var sums = [UInt32](repeating: 0, count: records)
        for term in terms {
            pool.reset(1)
            pool.add(term.entry, term.leaf.field, weight: term.leaf.weight)
            // SAFETY: the pool's cursor answers only records below the segment's count, which `sums` has.
            let cursor = unsafe pool.cursors
            while unsafe cursor.pointee.cursor.doc != PostingCursor.end {
                let record = unsafe Int(cursor.pointee.cursor.doc)
                unsafe sums[record] = sums[record].saturatingSum(cursor.pointee.points())
                unsafe cursor.pointee.cursor.next()
            }
        }
        return sums
    }

    private static func mostWithoutCursors(_ score: Score) -> UInt32 {
        switch score {
        case .terms: 0
        case .table(let points), .rows(_, let points): points.max() ?? 0
        case .sum(let scores): scores.reduce(0) { $0.saturatingSum(mostWithoutCursors($1)) }
        case .within(_, let score): mostWithoutCursors(score)
        case .marks: 1
        }
    }

    /// Adds the best of these records to `top`; `base` is added to their numbers.
    mutating func collect(_ set: RecordSet, base: UInt32, into top: inout TopHits) {
        var record: UInt32 = 0
        // Up to `known`, no record gets more than `bound`.
        var known: UInt32 = 0
        var bound: UInt32 = .max
        while let here = set.next(from: record) {
            if top.threshold > 0, here > known || bound == .max { (bound, known) = boundFrom(here) }
            if bound <= top.threshold {
                if known == PostingCursor.end { return }
                record = known &+ 1
                continue
            }
            let points = points(score, here)
            if points > top.threshold { top.offer(here &+ base, points) }
            record = here &+ 1
        }
    }

    /// What no record from this one gets more than, and up to which record that is known.
    private func boundFrom(_ record: UInt32) -> (UInt32, UInt32) {
        var bound = rest
        var known = PostingCursor.end
        for at in 0..<pool.count {
            // SAFETY: the pool has `count` cursors.
            let cursor = unsafe pool.cursors + at
            let block = unsafe cursor.pointee.cursor.blockHolding(record)
            guard unsafe block < cursor.pointee.cursor.blockCount else { continue }
            bound = unsafe bound.saturatingSum(cursor.pointee.boundOfBlock(block))
            known = unsafe min(known, cursor.pointee.cursor.lastDoc(block))
        }
        return (bound, known)
    }

    private func points(_ score: Score, _ record: UInt32) -> UInt32 {
        switch score {
        case .terms(let range):
            var sum: UInt32 = 0
            for at in range {
                // SAFETY: the pool has a cursor for each term.
                let cursor = unsafe pool.cursors + at
                unsafe cursor.pointee.cursor.seek(record)
                if unsafe cursor.pointee.cursor.doc == record { sum = unsafe sum.saturatingSum(cursor.pointee.points()) }
            }
            return sum
        case .table(let sums): return sums[Int(record)]
        case .rows(let records, let points):
            var low = 0
            var high = records.count
            while low < high {
                let middle = (low + high) / 2
                if records[middle] < record { low = middle + 1 } else { high = middle }
            }
            return low < records.count && records[low] == record ? points[low] : 0
        case .sum(let scores):
            var sum: UInt32 = 0
            for score in scores { sum = sum.saturatingSum(points(score, record)) }
            return sum
        case .within(let set, let score): return set.contains(record) ? points(score, record) : 0
        case .marks(let set): return set.contains(record) ? 1 : 0
        }
    }
}
