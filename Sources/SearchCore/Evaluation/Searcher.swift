/// Answers queries over the segments of an index: the one search of the command line and of the browser.
public final class Searcher: Sendable {
    /// A segment, and the records in it that are no longer there.
    public struct Part: Sendable {
        public let segment: Segment
        public let deleted: [Range<Int>]

        public init(_ segment: Segment, deleted: [Range<Int>] = []) {
            self.segment = segment
            self.deleted = deleted
        }
    }

    package let parts: [Part]
    package let statistics: IndexStatistics
    let folding: Folding

    /// Records of earlier parts come first where scores are equal.
    public init(_ parts: [Part]) {
        self.parts = parts
        statistics = IndexStatistics(parts.map { $0.segment })
        folding = parts.first?.segment.folding ?? .standard
    }

    /// Records that can be found.
    public var recordCount: Int {
        parts.reduce(0) { sum, part in sum + part.segment.recordCount - part.deleted.reduce(0) { $0 + $1.count } }
    }

    /// Fields that `field:value` may use, sorted.
    public var facetFields: [String] {
        var fields: [String] = []
        for part in parts {
            for field in part.segment.facetFields.map({ String(decoding: $0, as: UTF8.self) })
            where !fields.contains(where: { $0.utf8.elementsEqual(field.utf8) }) {
                fields.append(field)
            }
        }
        return fields.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    public func parse(_ text: String) -> Query {
        QueryParser(folding: folding, facetFields: facetFields.map { Array($0.utf8) }).parse(Array(text.utf8))
    }

    public func search(_ text: String, options: SearchOptions = SearchOptions()) -> SearchResults {
        let query = parse(text)
        let results = search(query, options: options)
        guard results.total == 0, let loose = query.loosened(text) else { return results }
        return search(loose, options: options)
    }

    public func search(_ query: Query, options: SearchOptions = SearchOptions()) -> SearchResults {
        var results = SearchResults()
        results.notes = query.notes
        var evaluations = parts.map { part in
            let finder = LeafFinder(
                statistics: statistics, segments: parts.map { $0.segment }, stems: options.stems && folding == .standard)
            return PartEvaluation(part, SegmentEvaluation(part.segment, finder: finder))
        }
        for place in evaluations.indices { evaluations[place].run(query, options) }
        // No record has all the words: any of them will do.
        if query.required.count > 1, evaluations.allSatisfy({ $0.found == 0 }) {
            for place in evaluations.indices { evaluations[place].relax() }
            results.notes.append(.relaxedToAnyWord)
        }
        var ranked: [RankedRecord] = []
        for (place, evaluation) in evaluations.enumerated() {
            results.total += evaluation.found
            ranked += evaluation.ranked(part: place)
            for note in evaluation.notes where !results.notes.contains(note) { results.notes.append(note) }
        }
        ranked.sort(by: RankedRecord.precedes)
        results.total += boost(&ranked, query, evaluations)
        results.hits = ranked.dropFirst(max(0, options.offset)).prefix(max(0, options.limit)).map { hit($0, evaluations[$0.part], options) }
        results.facets = facetCounts(evaluations, options)
        return results
    }

    /// The record with this citation.
    public func record(_ key: String) -> Hit? {
        for (place, part) in parts.enumerated() {
            let term = Array(([TermKind.key] + Array(key.utf8)).prefix(TokenStream.termCapacity))
            guard let entry = part.segment.dictionary.entry(term) else { continue }
            let finder = LeafFinder(statistics: statistics, segments: [part.segment], stems: false)
            let evaluation = PartEvaluation(part, SegmentEvaluation(part.segment, finder: finder))
            var marks = evaluation.segmentEvaluation.none
            evaluation.segmentEvaluation.mark(entry, in: &marks)
            for (record, mark) in marks.enumerated() where mark > 0 && !part.deleted.contains(where: { $0.contains(record) }) {
                let hit = hit(RankedRecord(part: place, record: record, points: 0), evaluation, SearchOptions())
                if hit.key.utf8.elementsEqual(key.utf8) { return hit }
            }
        }
        return nil
    }

    /// Only the best need their words' places looked at.
    private static let boosted = 100

    /// Returns how many records the citation added.
    private func boost(_ ranked: inout [RankedRecord], _ query: Query, _ evaluations: [PartEvaluation]) -> Int {
        var best = Array(ranked.prefix(Self.boosted))
        var rest = Array(ranked.dropFirst(Self.boosted))
        var added = 0
        for (place, evaluation) in evaluations.enumerated() { evaluation.addNearness(query, to: &best, part: place) }
        if let cited = query.citation {
            let top = best.map { $0.points }.max() ?? 0
            for (place, evaluation) in evaluations.enumerated() {
                for provision in evaluation.cited(cited, above: top, part: place) {
                    let known = best.count + rest.count
                    best.removeAll { $0.part == provision.part && $0.record == provision.record }
                    rest.removeAll { $0.part == provision.part && $0.record == provision.record }
                    if best.count + rest.count == known { added += 1 }
                    best.append(provision)
                }
            }
        }
        best.sort(by: RankedRecord.precedes)
        ranked = best + rest
        return added
    }

    private func facetCounts(_ evaluations: [PartEvaluation], _ options: SearchOptions) -> [FacetCount] {
        guard !options.countedFields.isEmpty else { return [] }
        var counts: [FacetCount] = []
        for evaluation in evaluations {
            for (field, value, count) in evaluation.facetCounts()
            where options.countedFields.contains(where: { $0.utf8.elementsEqual(field.utf8) }) {
                if let place = counts.firstIndex(where: {
                    $0.field.utf8.elementsEqual(field.utf8) && $0.value.utf8.elementsEqual(value.utf8)
                }) {
                    counts[place].count += count
                } else {
                    counts.append(FacetCount(field: field, value: value, count: count))
                }
            }
        }
        return options.countedFields.flatMap { field in
            counts.filter { $0.field.utf8.elementsEqual(field.utf8) }
                .sorted { $0.count != $1.count ? $0.count > $1.count : $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
        }
    }
}

/// A record with its points; better first, equal ones in record order.
struct RankedRecord {
    var part: Int
    var record: Int
    var points: UInt32

    static func precedes(_ one: RankedRecord, _ other: RankedRecord) -> Bool {
        one.points != other.points ? one.points > other.points : (one.part, one.record) < (other.part, other.record)
    }
}
