/// Evaluates the parts of a query over one segment, a whole part at a time: the result of a part is a number of points for every record,
/// 0 for records that do not match. Plain, and quick enough for what the product asks (`RankedSearch` is the one that prunes).
struct SegmentEvaluation {
    let segment: Segment
    let finder: LeafFinder
    let pool: CursorPool
    /// The terms that gave points, for snippets and explanations.
    private(set) var leaves: [Leaf] = []
    private(set) var notes: [Note] = []

    init(_ segment: Segment, finder: LeafFinder) {
        self.segment = segment
        self.finder = finder
        pool = CursorPool(
            segment, textAverage: finder.statistics.textAverage, headingAverage: finder.statistics.headingAverage,
            slack: finder.segments.count == 1 ? 1 : 2)
    }

    var none: [UInt32] { [UInt32](repeating: 0, count: segment.recordCount) }

    mutating func points(_ node: QueryNode, fields: [TextField]) -> [UInt32] {
        switch node {
        case .word(let word, let isAcronym): return add(finder.word(word, isAcronym: isAcronym, fields: fields))
        case .prefix(let word), .fuzzy(let word, _):
            let (leaves, isCut) = finder.expansions(node, fields: fields)
            if isCut { notes.append(.tooManyWords(String(decoding: word, as: UTF8.self))) }
            return add(leaves)
        case .phrase(let words):
            var sum = none
            for field in fields {
                guard let leaves = finder.phrase(words, field: field) else { continue }
                self.leaves += leaves
                addPhrase(leaves, to: &sum)
            }
            return sum
        case .any(let nodes):
            var sum = none
            for node in nodes {
                let points = points(node, fields: fields)
                for record in sum.indices { sum[record] = sum[record].saturatingSum(points[record]) }
            }
            return sum
        case .near(let first, let second, let reach):
            var sum = points(first, fields: fields)
            let other = points(second, fields: fields)
            for record in sum.indices { sum[record] = sum[record] > 0 && other[record] > 0 ? sum[record].saturatingSum(other[record]) : 0 }
            if reach != .clause {
                var near = none
                for row in places(node).rows { near[Int(row.record)] = 1 }
                for record in sum.indices where near[record] == 0 { sum[record] = 0 }
            }
            return sum
        case .inField(let field, let node): return points(node, fields: [field])
        case .facet(let field, let value):
            var marks = none
            if let entry = segment.dictionary.entry([TermKind.facet] + field + [0x3D] + value) { mark(entry, in: &marks) }
            return marks
        case .range(let field, let comparison, let value): return range(field, comparison, value)
        }
    }

    private mutating func add(_ leaves: [Leaf]) -> [UInt32] {
        self.leaves += leaves
        var sum = none
        for leaf in leaves {
            guard let entry = segment.dictionary.entry(leaf.term) else { continue }
            pool.reset(1)
            pool.add(entry, leaf.field, weight: leaf.weight)
            // SAFETY: the pool's cursor answers only records below the segment's count, which `sum` has.
            let cursor = unsafe pool.cursors
            while unsafe cursor.pointee.cursor.doc != PostingCursor.end {
                let record = unsafe Int(cursor.pointee.cursor.doc)
                unsafe sum[record] = sum[record].saturatingSum(cursor.pointee.points())
                unsafe cursor.pointee.cursor.next()
            }
        }
        return sum
    }

    private func addPhrase(_ leaves: [Leaf], to sum: inout [UInt32]) {
        let entries = leaves.compactMap { segment.dictionary.entry($0.term) }
        guard entries.count == leaves.count, let first = leaves.first else { return }
        pool.reset(entries.count)
        for entry in entries { pool.add(entry, first.field, weight: first.weight) }
        var top: [(UInt32, UInt32)] = []
        // SAFETY: the pool's cursors live as long as the pool.
        var search = unsafe PhraseSearch(pool.slice(0..<pool.count))
        let cursor = unsafe pool.cursors
        search.forEach { record, frequency in
            unsafe cursor.pointee.cursor.seek(record)
            top.append((record, unsafe cursor.pointee.points(frequency: frequency)))
        }
        for (record, points) in top { sum[Int(record)] = sum[Int(record)].saturatingSum(points) }
    }

    func mark(_ entry: TermEntry, in marks: inout [UInt32]) {
        pool.reset(1)
        pool.add(entry, .text, weight: 1)
        // SAFETY: as in `add`.
        let cursor = unsafe pool.cursors
        while unsafe cursor.pointee.cursor.doc != PostingCursor.end {
            unsafe marks[Int(cursor.pointee.cursor.doc)] = 1
            unsafe cursor.pointee.cursor.next()
        }
    }

    /// Records with a value that compares so; "2027" stands for all of 2027: `<2027` ends before it, `>2027` begins behind it.
    private func range(_ field: [UInt8], _ comparison: Comparison, _ value: [UInt8]) -> [UInt32] {
        var marks = none
        let name = [TermKind.facet] + field + [0x3D]
        var walk = segment.dictionary.walk(from: name)
        while walk.next(), walk.term.starts(with: name) {
            let here = walk.term[name.count...]
            let isWithin = here.starts(with: value)
            let isBelow = !isWithin && here.lexicographicallyPrecedes(value)
            let isWanted =
                switch comparison {
                case .less: isBelow
                case .atMost: isBelow || isWithin
                case .equal: isWithin
                case .atLeast: !isBelow
                case .greater: !isBelow && !isWithin
                }
            if isWanted { mark(walk.entry, in: &marks) }
        }
        return marks
    }
}
