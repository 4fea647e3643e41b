/// A query over one part of an index: which records match, then the best of them.
struct PartEvaluation {
    let part: Searcher.Part
    private(set) var segmentEvaluation: SegmentEvaluation
    /// Records that are there and pass the filters.
    private var kept: RecordSet
    /// The required parts of the query.
    private var required: [ResolvedNode] = []
    private(set) var matched: RecordSet
    private(set) var found = 0

    init(_ part: Searcher.Part, _ evaluation: SegmentEvaluation) {
        self.part = part
        segmentEvaluation = evaluation
        kept = RecordSet(all: part.segment.recordCount)
        for range in part.deleted { kept.remove(range) }
        matched = evaluation.none
    }

    var segment: Segment { part.segment }
    var notes: [Note] { segmentEvaluation.notes }
    var leaves: [Leaf] { segmentEvaluation.leaves }

    /// Finds what matches; scores nothing.
    mutating func run(_ query: Query, _ options: SearchOptions) {
        for node in query.filters { kept.formIntersection(matches(node)) }
        for field in distinctFields(options.filters) {
            var some = segmentEvaluation.none
            for filter in options.filters where filter.field.utf8.elementsEqual(field.utf8) {
                some.formUnion(matches(.facet(field: Array(field.utf8), value: foldedValue(Array(filter.value.utf8)))))
            }
            kept.formIntersection(some)
        }
        let fields: [TextField] = options.field.map { [$0] } ?? [.text, .heading]
        for node in query.excluded { kept.subtract(segmentEvaluation.excluded(node, fields: fields)) }
        for node in query.required { required.append(segmentEvaluation.resolve(node, fields: fields)) }
        // Filters alone are a question too: every record that passes them.
        let isQuestion = !query.required.isEmpty || !query.filters.isEmpty || !options.filters.isEmpty
        if isQuestion { matchAll() }
    }

    /// All of the required parts, the rarest first.
    mutating func matchAll() {
        matched = kept
        for node in required.sorted(by: { $0.mostRecords < $1.mostRecords }) {
            matched.formIntersection(segmentEvaluation.matches(node, among: matched))
        }
        found = matched.count
    }

    /// Leaves a required part out of what is asked next; it weighs nothing then.
    mutating func leaveOut(_ part: Int) { required.remove(at: part) }

    /// Any of the required parts is enough.
    mutating func relax() {
        matched = segmentEvaluation.matches(.any(required))
        matched.formIntersection(kept)
        found = matched.count
    }

    private mutating func matches(_ node: QueryNode) -> RecordSet {
        segmentEvaluation.matches(segmentEvaluation.resolve(node, fields: []))
    }

    private func distinctFields(_ filters: [Facet]) -> [String] {
        var fields: [String] = []
        for filter in filters where !fields.contains(where: { $0.utf8.elementsEqual(filter.field.utf8) }) { fields.append(filter.field) }
        return fields
    }

    /// Adds the best of what matches to `top`; `base` is added to record numbers.
    func collect(base: UInt32, into top: inout TopHits) {
        if found == 0 { return }
        let nodes = required.isEmpty ? [.marks(matched)] : required
        var scorer = RecordScorer(nodes, segmentEvaluation.pool, records: segment.recordCount)
        scorer.collect(matched, base: base, into: &top)
    }

    /// Adds to the best records' points what words that stand together are worth: for each two neighbours of the query the rarer
    /// one's weight, divided by how far apart they are at their nearest; half of that in the wrong order.
    func addNearness(_ query: Query, to best: inout [RankedRecord], part: Int) {
        let words = query.required.filter { $0.isWord && !isEverywhere($0.wordTerm) }
        guard words.count > 1 else { return }
        let records = best.filter { $0.part == part }.map { UInt32($0.record) }.sorted()
        let places = words.map { segmentEvaluation.places($0, only: records) }
        let weights = words.map {
            segmentEvaluation.finder.word($0.wordTerm, isAcronym: false, fields: [.text]).map { $0.weight }.max() ?? 0
        }
        for at in best.indices where best[at].part == part {
            for pair in 1..<words.count {
                guard let first = places[pair - 1].positions(of: UInt32(best[at].record)),
                    let second = places[pair].positions(of: UInt32(best[at].record)), let distance = Self.distance(first, second),
                    distance <= 16
                else { continue }
                best[at].points = best[at].points.saturatingSum(UInt32(min(weights[pair - 1], weights[pair]) * 0.5 / Float(distance)))
            }
        }
    }

    /// Words like "of", in more than a third of many records, stand near everything; their places are long lists that a browser would have to bring.
    private func isEverywhere(_ word: [UInt8]) -> Bool {
        let statistics = segmentEvaluation.finder.statistics
        return statistics.records > 1000 && statistics.found([TermKind.text] + word) > statistics.records / 3
    }

    /// Words from one of `first` to the nearest of `second`; twice as far where it stands before.
    private static func distance(_ first: [UInt32], _ second: [UInt32]) -> Int? {
        var nearest: Int?
        var at = 0
        for position in first {
            while at < second.count, second[at] < position { at += 1 }
            if at < second.count, second[at] > position { nearest = min(nearest ?? .max, Int(second[at] - position)) }
            if at > 0 { nearest = min(nearest ?? .max, Int(position - second[at - 1]) * 2) }
        }
        return nearest
    }

    /// The provisions with the number, those of the named document above the others, and all above `top`.
    func cited(_ cited: CitedNumber, above top: UInt32, part: Int) -> [RankedRecord] {
        guard let entry = segment.dictionary.entry([TermKind.number] + cited.number) else { return [] }
        var numbered = segmentEvaluation.records(of: [entry])
        numbered.formIntersection(kept)
        var rows = StoredRows(segment)
        var provisions: [RankedRecord] = []
        for record in numbered.members.map({ Int($0) }) {
            var names: [[UInt8]] = []
            if let document = segment.document(of: record) { names += (document.id + [0x20] + document.title).words }
            if let row = rows.row(record) { names += row.heading.words }
            for facet in segment.facets(of: record) { names += facet.value.words }
            let named = cited.words.count { word in names.contains { $0.starts(with: word) } }
            let points = top.saturatingSum(UInt32(Scoring.unit) &* UInt32(1 + named))
            provisions.append(RankedRecord(part: part, record: record, points: points))
        }
        return provisions
    }

    /// How many of the found records have each value.
    func facetCounts() -> [(field: String, value: String, count: Int)] {
        var counts = [Int](repeating: 0, count: segment.facetValueCount)
        segment.facetColumn.forEachNumber(of: matched) { number in
            if number < counts.count { counts[number] += 1 }
        }
        return counts.indices.filter { counts[$0] > 0 }.map {
            let (field, value) = segment.facetValue($0)
            return (String(decoding: field, as: UTF8.self), String(decoding: value, as: UTF8.self), counts[$0])
        }
    }
}

extension QueryNode {
    var isWord: Bool { if case .word = self { true } else { false } }
    var wordTerm: [UInt8] { if case .word(let term, _) = self { term } else { [] } }
}

extension [UInt8] {
    var words: [[UInt8]] { Tokenizer.tokens(of: self).map { $0.term } }
}

extension Places {
    /// The positions in one record, nil for none.
    func positions(of record: UInt32) -> [UInt32]? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].record < record { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].record == record ? rows[low].positions : nil
    }
}

extension SegmentEvaluation {
    /// The records with a part that must not be there: its leaves are neither marked nor explained.
    func excluded(_ node: QueryNode, fields: [TextField]) -> RecordSet {
        var other = SegmentEvaluation(segment, finder: LeafFinder(statistics: finder.statistics, segments: finder.segments, stems: false))
        return other.matches(other.resolve(node, fields: fields))
    }
}
