/// Evaluates the parts of a query over one segment: first which records match, as sets; what they score is asked (by `RecordScorer`)
/// only of those that match all of it.
struct SegmentEvaluation {
    let segment: Segment
    let finder: LeafFinder
    let pool: CursorPool
    /// The terms that give points, for snippets and explanations.
    private(set) var leaves: [Leaf] = []
    private(set) var notes: [Note] = []

    init(_ segment: Segment, finder: LeafFinder) {
        self.segment = segment
        self.finder = finder
        pool = CursorPool(
            segment, textAverage: finder.statistics.textAverage, headingAverage: finder.statistics.headingAverage,
            slack: finder.segments.count == 1 ? 1 : 2)
    }

    var none: RecordSet { RecordSet(records: segment.recordCount) }

    mutating func resolve(_ node: QueryNode, fields: [TextField]) -> ResolvedNode {
        switch node {
        case .word(let word, let isAcronym): return resolve(finder.word(word, isAcronym: isAcronym, fields: fields))
        case .prefix(let word), .fuzzy(let word, _):
            let (leaves, isCut) = finder.expansions(node, fields: fields)
            if isCut { notes.append(.tooManyWords(String(decoding: word, as: UTF8.self))) }
            return resolve(leaves)
        case .phrase(let words):
            var rows: [ResolvedNode] = []
            for field in fields {
                guard let leaves = finder.phrase(words, field: field) else { continue }
                self.leaves += leaves
                rows.append(phraseRows(leaves))
            }
            return .any(rows)
        case .any(let nodes):
            var resolved: [ResolvedNode] = []
            for node in nodes { resolved.append(resolve(node, fields: fields)) }
            return .any(resolved)
        case .near(let first, let second, let reach):
            let one = resolve(first, fields: fields)
            let other = resolve(second, fields: fields)
            var both = matches(one)
            both.formIntersection(matches(other, among: both))
            if reach != .clause {
                var near = none
                for row in places(node, only: both.members).rows { near.insert(row.record) }
                both.formIntersection(near)
            }
            return .within(both, [one, other])
        case .inField(let field, let node): return resolve(node, fields: [field])
        case .facet(let field, let value):
            let entry = segment.dictionary.entry([TermKind.facet] + field + [0x3D] + value)
            return .marks(records(of: entry.map { [$0] } ?? []))
        case .range(let field, let comparison, let value): return .marks(range(field, comparison, value))
        }
    }

    private mutating func resolve(_ leaves: [Leaf]) -> ResolvedNode {
        self.leaves += leaves
        var terms: [ResolvedTerm] = []
        for leaf in leaves {
            if let entry = segment.dictionary.entry(leaf.term) { terms.append(ResolvedTerm(leaf: leaf, entry: entry)) }
        }
        return .terms(terms)
    }

    private func phraseRows(_ leaves: [Leaf]) -> ResolvedNode {
        let entries = leaves.compactMap { segment.dictionary.entry($0.term) }
        var records: [UInt32] = []
        var points: [UInt32] = []
        guard entries.count == leaves.count, let first = leaves.first else { return .rows(records: [], points: []) }
        pool.reset(entries.count)
        for entry in entries {
            segment.wantPositions(of: entry)
            pool.add(entry, first.field, weight: first.weight)
        }
        // SAFETY: the pool's cursors live as long as the pool; all stand at the record that is told.
        let search = unsafe PhraseSearch(pool.slice(0..<pool.count))
        let cursor = unsafe pool.cursors
        search.forEach { record, frequency in
            records.append(record)
            points.append(unsafe cursor.pointee.points(frequency: frequency))
        }
        return .rows(records: records, points: points)
    }

    // MARK: Sets

    /// The records that match; `among` these only, where they are given (others may be told or not).
    func matches(_ node: ResolvedNode, among candidates: RecordSet? = nil) -> RecordSet {
        var set = none
        switch node {
        case .terms(let terms):
            let count = candidates?.count ?? .max
            for term in terms {
                // A few candidates are looked up; many are not worth it.
                if let candidates, count < term.entry.found / 16 {
                    look(up: candidates, in: term.entry, &set)
                } else {
                    mark(term.entry, in: &set)
                }
            }
        case .rows(let records, _): for record in records { set.insert(record) }
        case .any(let nodes): for node in nodes { set.formUnion(matches(node, among: candidates)) }
        case .within(let records, _), .marks(let records): return records
        }
        return set
    }

    /// The records of some terms that are no words.
    func records(of entries: [TermEntry]) -> RecordSet {
        var set = none
        for entry in entries { mark(entry, in: &set) }
        return set
    }

    private func mark(_ entry: TermEntry, in set: inout RecordSet) {
        pool.reset(1)
        pool.add(entry, .text, weight: 1)
        // SAFETY: the pool's cursor answers only records below the segment's count; a block's places are below its count.
        let cursor = unsafe pool.cursors
        while unsafe cursor.pointee.cursor.doc != PostingCursor.end {
            for place in unsafe 0..<cursor.pointee.cursor.count { unsafe set.insert(cursor.pointee.cursor.docs[place]) }
            unsafe cursor.pointee.cursor.nextBlock()
        }
    }

    private func look(up candidates: RecordSet, in entry: TermEntry, _ set: inout RecordSet) {
        pool.reset(1)
        pool.add(entry, .text, weight: 1)
        // SAFETY: as in `mark`.
        let cursor = unsafe pool.cursors
        var record: UInt32 = 0
        while let candidate = candidates.next(from: record) {
            unsafe cursor.pointee.cursor.seek(candidate)
            let here = unsafe cursor.pointee.cursor.doc
            if here == PostingCursor.end { return }
            if here == candidate { set.insert(here) }
            record = max(here, candidate &+ 1)
        }
    }

    /// Records with a value that compares so; "2027" stands for all of 2027: `<2027` ends before it, `>2027` begins behind it.
    private func range(_ field: [UInt8], _ comparison: Comparison, _ value: [UInt8]) -> RecordSet {
        var wanted: [TermEntry] = []
        let name = [TermKind.facet] + field + [0x3D]
        var walk = segment.dictionary.walk(from: name)
        while walk.next(), walk.begins(with: name) {
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
            if isWanted { wanted.append(walk.entry) }
        }
        return records(of: wanted)
    }
}
