/// A plain ranked question, as search engines are compared by: one of the shapes named below.
public struct RankedQuery: Sendable {
    /// Any of these words; alone.
    public var anyOf: [[UInt8]] = []
    /// All of these, with `noneOf` and `prefix`.
    public var allOf: [(field: TextField, term: [UInt8])] = []
    public var noneOf: [[UInt8]] = []
    /// A word that begins so; it does not rank but by being there.
    public var prefix: [UInt8]?
    /// A word at most one slip away (letter missing, added, other, or two swapped); alone.
    public var fuzzy: [UInt8]?
    /// These words in a row; alone.
    public var phrase: [[UInt8]] = []

    public init() {}
}

/// Answers ranked questions from one segment: exactly the records that an exhaustive BM25 would give, without looking at most.
public final class RankedSearch {
    private let segment: Segment
    private let pool: CursorPool
    private var rows: StoredRows
    private var bits: [UInt64] = []

    public init(_ segment: Segment) {
        self.segment = segment
        let records = Float(max(1, segment.recordCount))
        pool = CursorPool(segment, textAverage: Float(segment.textWords) / records, headingAverage: Float(segment.headingWords) / records)
        rows = StoredRows(segment)
    }

    /// The best records, best first, with scores; equal scores in record order.
    public func top(_ query: RankedQuery, limit: Int = 10) -> [(record: Int, score: Double)] {
        var top = TopHits(limit: limit)
        let records = UInt32(segment.recordCount)
        if !query.anyOf.isEmpty {
            guard addAny(query.anyOf) else { return [] }
            var floor: UInt32 = 0
            // SAFETY: the pool's cursors live as long as the pool.
            if limit <= 10 { for at in 0..<pool.count { unsafe floor = max(floor, pool.cursors[at].floorOfTen) } }
            top = TopHits(limit: limit, floor: floor)
            if pool.count == 1 {
                var every = EveryRecord()
                unsafe Conjunction.collect(pool.slice(0..<1), filter: &every, docBase: 0, into: &top)
            } else {
                unsafe Disjunction.collect(pool.slice(0..<pool.count), records: records, docBase: 0, into: &top)
            }
        } else if !query.phrase.isEmpty {
            guard addPhrase(query.phrase) else { return [] }
            let search = unsafe PhraseSearch(pool.slice(0..<pool.count))
            search.collect(docBase: 0, into: &top)
        } else if !query.allOf.isEmpty {
            guard let required = addAll(query) else { return [] }
            let extra = query.prefix == nil ? 0 : UInt32(Scoring.unit)
            withFilter(query, required) { filter in
                unsafe Conjunction.collect(pool.slice(0..<required), filter: &filter, extra: extra, docBase: 0, into: &top)
            }
        } else {
            let entries = expansions(query)
            return firstRecords(entries, limit: limit).map { (Int($0), 1) }
        }
        return top.ranked().map { (Int($0.doc), Double($0.points) / Double(Scoring.unit)) }
    }

    /// How many records match.
    public func count(_ query: RankedQuery) -> Int {
        var count = 0
        if !query.anyOf.isEmpty {
            guard addAny(query.anyOf) else { return 0 }
            if pool.count == 1 { return unsafe pool.cursors[0].cursor.found }
            clearBits()
            for at in 0..<pool.count { mark(at) }
            return bits.reduce(0) { $0 + $1.nonzeroBitCount }
        }
        if !query.phrase.isEmpty {
            guard addPhrase(query.phrase) else { return 0 }
            let search = unsafe PhraseSearch(pool.slice(0..<pool.count))
            search.forEach { _, _ in count += 1 }
            return count
        }
        if !query.allOf.isEmpty {
            guard let required = addAll(query) else { return 0 }
            withFilter(query, required) { filter in
                // SAFETY: the pool's cursors live as long as the pool.
                unsafe Conjunction.forEach(pool.slice(0..<required), filter: &filter) { _ in count += 1 }
            }
            return count
        }
        clearBits()
        for entry in expansions(query) {
            pool.reset(1)
            pool.add(entry, .text, weight: Scoring.unit)
            mark(0)
        }
        return bits.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    // MARK: Cursors for each shape

    private func entry(_ field: TextField, _ term: [UInt8]) -> TermEntry? {
        segment.dictionary.entry([field == .text ? TermKind.text : TermKind.heading] + term)
    }

    private func weight(_ entry: TermEntry, times: Int = 1) -> Float {
        Scoring.weight(found: entry.found, records: segment.recordCount, boost: Float(times))
    }

    /// A word asked for twice counts twice.
    private func addAny(_ words: [[UInt8]]) -> Bool {
        var distinct: [(word: [UInt8], times: Int)] = []
        for word in words {
            if let place = distinct.firstIndex(where: { $0.word == word }) {
                distinct[place].times += 1
            } else {
                distinct.append((word, 1))
            }
        }
        pool.reset(distinct.count)
        for (word, times) in distinct {
            if let entry = entry(.text, word) { pool.add(entry, .text, weight: weight(entry, times: times)) }
        }
        return pool.count > 0
    }

    /// Every cursor gets the weight of the whole phrase: the sum of its words'.
    private func addPhrase(_ words: [[UInt8]]) -> Bool {
        var entries: [TermEntry] = []
        for word in words {
            guard let entry = entry(.text, word) else { return false }
            entries.append(entry)
        }
        let sum = entries.reduce(Float(0)) { $0 + weight($1) }
        pool.reset(entries.count)
        for entry in entries { pool.add(entry, .text, weight: sum) }
        return true
    }

    /// Adds the required words, rarest first, then the excluded ones or the long lists of the prefix; marks its short lists in `bits`.
    /// Returns how many are required, nil where nothing can match.
    private func addAll(_ query: RankedQuery) -> Int? {
        var required: [(entry: TermEntry, field: TextField, times: Int)] = []
        for (field, term) in query.allOf {
            guard let entry = entry(field, term) else { return nil }
            if let place = required.firstIndex(where: { $0.entry == entry && $0.field == field }) {
                required[place].times += 1
            } else {
                required.append((entry, field, 1))
            }
        }
        required.sort { $0.entry.found < $1.entry.found }
        let expanded = query.prefix == nil ? [] : expansions(query).sorted { $0.found > $1.found }
        if query.prefix != nil, expanded.isEmpty { return nil }
        let long = expanded.prefix { $0.found >= Self.longList }
        if query.prefix != nil {
            clearBits()
            for entry in expanded[long.count...] {
                pool.reset(1)
                pool.add(entry, .text, weight: 1)
                mark(0)
            }
        }
        let excluded = query.noneOf.compactMap { self.entry(.text, $0) }
        pool.reset(required.count + long.count + excluded.count)
        for (entry, field, times) in required { pool.add(entry, field, weight: weight(entry, times: times)) }
        for entry in query.prefix == nil ? excluded[...] : long { pool.add(entry, .text, weight: 1) }
        return required.count
    }

    /// Lists at least this long are asked one by one; shorter ones are marked beforehand.
    private static let longList = 512

    /// Calls `body` with the filter that the query needs; a closure for each kind, so that each is compiled for its filter.
    private func withFilter(_ query: RankedQuery, _ required: Int, _ body: (inout AnyFilter) -> Void) {
        // SAFETY: cursors and bits stay in place while `body` runs.
        unsafe bits.withUnsafeMutableBufferPointer { bits in
            var filter = unsafe AnyFilter(
                terms: pool.slice(required..<pool.count), bits: query.prefix == nil ? nil : bits.baseAddress, excludes: query.prefix == nil)
            body(&filter)
        }
    }

    // MARK: Marks

    private func clearBits() {
        let words = segment.recordCount / 64 + 1
        if bits.count == words {
            for place in bits.indices { bits[place] = 0 }
        } else {
            bits = [UInt64](repeating: 0, count: words)
        }
    }

    /// Sets the bit of each record of a cursor.
    private func mark(_ at: Int) {
        // SAFETY: cursors answer only records below the segment's count.
        unsafe bits.withUnsafeMutableBufferPointer { bits in
            let cursor = unsafe pool.cursors + at
            while unsafe cursor.pointee.cursor.doc != PostingCursor.end {
                let count = unsafe cursor.pointee.cursor.count
                for place in 0..<count {
                    let doc = unsafe cursor.pointee.cursor.docs[place]
                    unsafe bits[Int(doc &>> 6)] |= 1 &<< UInt64(doc & 63)
                }
                unsafe cursor.pointee.cursor.nextBlock()
            }
        }
    }

    /// The first records that any of the lists has.
    private func firstRecords(_ entries: [TermEntry], limit: Int) -> [UInt32] {
        var first: [UInt32] = []
        for entry in entries {
            pool.reset(1)
            pool.add(entry, .text, weight: Scoring.unit)
            let cursor = unsafe pool.cursors
            while true {
                let doc = unsafe cursor.pointee.cursor.doc
                if doc == PostingCursor.end { break }
                if first.count >= limit, doc >= first[limit - 1] { break }
                let place = first.firstIndex { $0 >= doc } ?? first.count
                if place == first.count || first[place] != doc {
                    first.insert(doc, at: place)
                    if first.count > limit { first.removeLast() }
                }
                unsafe cursor.pointee.cursor.next()
            }
        }
        return first
    }

    private func expansions(_ query: RankedQuery) -> [TermEntry] {
        if let prefix = query.prefix { return Expansion.prefix(prefix, kind: TermKind.text, segment.dictionary).map { $0.entry } }
        if let fuzzy = query.fuzzy {
            return Expansion.fuzzy(fuzzy, distance: 1, kind: TermKind.text, segment.dictionary, segment.termFilter).map { $0.entry }
        }
        return []
    }

    public var recordCount: Int { segment.recordCount }

    /// The record's stored row.
    public func stored(_ record: Int) -> (key: [UInt8], heading: [UInt8], text: [UInt8]) {
        guard let row = rows.row(record) else { return ([], [], []) }
        return (row.key, row.heading, row.text)
    }
}
