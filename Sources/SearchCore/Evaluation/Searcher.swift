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
        var query = query
        var nearest: [RankedRecord] = []
        if query.required.count > 1, evaluations.allSatisfy({ $0.found == 0 }) {
            results.notes.append(relax(&query, &evaluations, &nearest))
        }
        for evaluation in evaluations {
            results.total += evaluation.found
            for note in evaluation.notes where !results.notes.contains(note) { results.notes.append(note) }
        }
        let offset = max(0, options.offset)
        let limit = max(0, options.limit)
        let shown = min(max(min(offset, results.total) + min(limit, results.total), options.settled), results.total)
        let wanted = max(Self.boosted, shown)
        var ranked = best(min(wanted, results.total), of: evaluations)
        if let top = ranked.first {
            ranked.removeAll { record in nearest.contains { $0.part == record.part && $0.record == record.record } }
            ranked = nearest.map { RankedRecord(part: $0.part, record: $0.record, points: top.points.saturatingSum($0.points)) } + ranked
        }
        results.total += boost(&ranked, query, evaluations, shown: shown)
        results.hits = hits(ranked.dropFirst(offset).prefix(limit), evaluations, options)
        if results.hits.contains(where: { $0.key.utf8.isEmpty }), parts.allSatisfy({ $0.segment.pieces == nil }) {
            results.notes.append(.damaged)
        }
        results.facets = facetCounts(evaluations, options)
        return results
    }

    /// Where fewer records than this have all the words that matter, those with any of them follow.
    private static let enough = 10

    /// No record has all the words: those that only ask or join are left out, and where that finds little any of the others will do.
    /// - Parameter nearest: gets the few records, best first, that have all the words that matter.
    private func relax(_ query: inout Query, _ evaluations: inout [PartEvaluation], _ nearest: inout [RankedRecord]) -> Note {
        let leftOut = query.required.indices.filter { FunctionWords.contains(query.required[$0]) }
        if !leftOut.isEmpty, leftOut.count < query.required.count {
            var words: [UInt8] = []
            for place in leftOut.reversed() {
                words = query.required.remove(at: place).wordTerm + (words.isEmpty ? [] : [0x2C, 0x20]) + words
                for part in evaluations.indices { evaluations[part].leaveOut(place) }
            }
            for part in evaluations.indices { evaluations[part].matchAll() }
            let found = evaluations.reduce(0) { $0 + $1.found }
            if found >= Self.enough { return .leftOut(String(decoding: words, as: UTF8.self)) }
            nearest = best(found, of: evaluations)
        }
        for place in evaluations.indices { evaluations[place].relax() }
        return .relaxedToAnyWord
    }

    /// The best records that match, best first; of all parts, as if they were one.
    private func best(_ count: Int, of evaluations: [PartEvaluation]) -> [RankedRecord] {
        if count == 0 { return [] }
        var top = TopHits(limit: count)
        var bases: [UInt32] = []
        var base: UInt32 = 0
        for evaluation in evaluations {
            evaluation.collect(base: base, into: &top)
            bases.append(base)
            base &+= UInt32(evaluation.segment.recordCount)
        }
        return top.ranked().map { hit in
            let part = bases.lastIndex { $0 <= hit.doc } ?? 0
            return RankedRecord(part: part, record: Int(hit.doc &- bases[part]), points: hit.points)
        }
    }

    /// The record with this citation.
    public func record(_ key: String) -> Hit? {
        for part in parts {
            let term = Array(([TermKind.key] + Array(key.utf8)).prefix(TokenStream.termCapacity))
            guard let entry = part.segment.dictionary.entry(term) else { continue }
            let finder = LeafFinder(statistics: statistics, segments: [part.segment], stems: false)
            let evaluation = PartEvaluation(part, SegmentEvaluation(part.segment, finder: finder))
            for record in evaluation.segmentEvaluation.records(of: [entry]).members.map({ Int($0) })
            where !part.deleted.contains(where: { $0.contains(record) }) {
                let ranked = RankedRecord(part: 0, record: record, points: 0)
                if let hit = hits([ranked], [evaluation], SearchOptions()).first, hit.key.utf8.elementsEqual(key.utf8) { return hit }
            }
        }
        return nil
    }

    /// Only the best need their words' places looked at.
    private static let boosted = 100

    /// Returns how many records the citation added.
    private func boost(_ ranked: inout [RankedRecord], _ query: Query, _ evaluations: [PartEvaluation], shown: Int) -> Int {
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
        if query.citation == nil { putAnswersFirst(&best, shown: shown, evaluations) }
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
