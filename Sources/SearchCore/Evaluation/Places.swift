/// Where a part of a query stands: for each record the word numbers in its text, ascending.
struct Places {
    struct Row {
        var record: UInt32
        var positions: [UInt32]
    }
    /// By rising record.
    var rows: [Row] = []

    /// Both together.
    static func union(_ lists: [Places]) -> Places {
        var all = lists.flatMap { $0.rows }
        all.sort { $0.record < $1.record }
        var merged = Places()
        for row in all {
            if merged.rows.last?.record == row.record {
                merged.rows[merged.rows.count - 1].positions += row.positions
            } else {
                merged.rows.append(row)
            }
        }
        for place in merged.rows.indices { merged.rows[place].positions.sort() }
        return merged
    }
}

extension SegmentEvaluation {
    /// The places of a part in the texts; of these records only, if they are given (rising).
    func places(_ node: QueryNode, only: [UInt32]? = nil) -> Places {
        switch node {
        case .word(let word, let isAcronym):
            return .union(
                finder.word(word, isAcronym: isAcronym, fields: [.text]).filter { $0.term.first == TermKind.text }.map {
                    places(of: $0.term, only)
                })
        case .prefix, .fuzzy: return .union(finder.expansions(node, fields: [.text]).leaves.map { places(of: $0.term, only) })
        case .phrase(let words):
            var left = places(of: [TermKind.text] + (words.first ?? []), only)
            for (distance, word) in words.enumerated().dropFirst() {
                let next = places(of: [TermKind.text] + word, only)
                left = pairs(left, next) { $1 == $0 &+ UInt32(distance) }.first
            }
            return left
        case .any(let nodes): return .union(nodes.map { places($0, only: only) })
        case .near(let first, let second, let reach):
            let (one, other) = (places(first, only: only), places(second, only: only))
            let near: (first: Places, second: Places)
            switch reach {
            case .clause: near = pairs(one, other) { _, _ in true }
            case .words(let most): near = pairs(one, other) { ($0 > $1 ? $0 - $1 : $1 - $0) <= UInt32(most) }
            case .sentence: near = pairsInSentences(one, other)
            }
            return .union([near.first, near.second])
        case .inField(.text, let node): return places(node, only: only)
        case .inField, .facet, .range: return Places()
        }
    }

    private func places(of term: [UInt8], _ only: [UInt32]?) -> Places {
        var places = Places()
        guard let entry = segment.dictionary.entry(term) else { return places }
        segment.wantPositions(of: entry)
        pool.reset(1)
        pool.add(entry, .text, weight: 1)
        let cursor = unsafe pool.cursors
        var next = 0
        while unsafe cursor.pointee.cursor.doc != PostingCursor.end {
            if let only {
                while next < only.count, unsafe only[next] < cursor.pointee.cursor.doc { next += 1 }
                guard next < only.count else { break }
                unsafe cursor.pointee.cursor.seek(only[next])
                if unsafe cursor.pointee.cursor.doc != only[next] { continue }
            }
            let count = unsafe Int(min(cursor.pointee.cursor.frequency(), 1 << 20))
            // SAFETY: the array has room for `count` numbers.
            let positions = unsafe [UInt32](unsafeUninitializedCapacity: count) { room, written in
                written = unsafe room.baseAddress.map { unsafe cursor.pointee.cursor.readPositions($0, limit: count) } ?? 0
            }
            unsafe places.rows.append(Places.Row(record: cursor.pointee.cursor.doc, positions: positions))
            unsafe cursor.pointee.cursor.next()
        }
        return places
    }

    /// The positions on either side that have a partner on the other. Looks at most at `mostPairs` pairs a record.
    private func pairs(_ one: Places, _ other: Places, _ isNear: (UInt32, UInt32) -> Bool) -> (first: Places, second: Places) {
        joined(one, other) { _ in
            { _, position in position }
        } isNear: { first, second, _ in
            isNear(first, second)
        }
    }

    private func pairsInSentences(_ one: Places, _ other: Places) -> (first: Places, second: Places) {
        let column = segment.sentenceColumn
        return joined(one, other) { record in
            let starts = column.numbers(Int(record))
            return { _, position in UInt32(starts.count { $0 <= Int(position) }) }
        } isNear: { first, second, sentence in
            sentence(0, first) == sentence(0, second)
        }
    }

    private static let mostPairs = 1 << 16

    private func joined(
        _ one: Places, _ other: Places, _ sentences: (UInt32) -> ((Int, UInt32) -> UInt32),
        isNear: (UInt32, UInt32, (Int, UInt32) -> UInt32) -> Bool
    ) -> (first: Places, second: Places) {
        var near: (first: Places, second: Places) = (Places(), Places())
        var at = 0
        for row in one.rows {
            while at < other.rows.count, other.rows[at].record < row.record { at += 1 }
            guard at < other.rows.count, other.rows[at].record == row.record else { continue }
            let sentence = sentences(row.record)
            let seconds = other.rows[at].positions
            var firstKept: [UInt32] = []
            var secondKept = [Bool](repeating: false, count: seconds.count)
            var looked = 0
            for first in row.positions {
                var kept = false
                for (place, second) in seconds.enumerated() where looked < Self.mostPairs {
                    looked += 1
                    if isNear(first, second, sentence) {
                        kept = true
                        secondKept[place] = true
                    }
                }
                if kept { firstKept.append(first) }
            }
            guard !firstKept.isEmpty else { continue }
            near.first.rows.append(Places.Row(record: row.record, positions: firstKept))
            near.second.rows.append(
                Places.Row(record: row.record, positions: seconds.indices.filter { secondKept[$0] }.map { seconds[$0] }))
        }
        return near
    }
}
