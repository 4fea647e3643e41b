import Glibc
public import SearchCore

/// The slow, obvious twin of `RankedSearch`, to check it by: reads every stored text again, keeps a plain list of positions for each word,
/// scores every record, and scans every word for prefixes and slips.
public struct ExhaustiveSearch {
    typealias Row = (record: Int, positions: [Int])
    private var text: [[UInt8]: [Row]] = [:]
    private var heading: [[UInt8]: [Row]] = [:]
    private var textLengths: [Int] = []
    private var headingLengths: [Int] = []
    private var textTotal = 0
    private var headingTotal = 0

    public init(_ search: RankedSearch) {
        for record in 0..<search.recordCount {
            let row = search.stored(record)
            textLengths.append(Self.read(row.text, record, &text))
            headingLengths.append(Self.read(row.heading, record, &heading))
        }
        textTotal = textLengths.reduce(0, +)
        headingTotal = headingLengths.reduce(0, +)
    }

    private static func read(_ bytes: [UInt8], _ record: Int, _ lists: inout [[UInt8]: [Row]]) -> Int {
        let tokens = Tokenizer.tokens(of: bytes, folding: .plain)
        for (position, token) in tokens.enumerated() where token.term.count < 40 {
            if lists[token.term]?.last?.record == record {
                lists[token.term]![lists[token.term]!.count - 1].positions.append(position)
            } else {
                lists[token.term, default: []].append((record, [position]))
            }
        }
        return tokens.count
    }

    /// The best ten and how many there are.
    public func answer(_ query: RankedQuery) -> (top: [(record: Int, score: Double)], count: Int) {
        var scores: [Int: Double] = [:]
        if !query.anyOf.isEmpty {
            for (word, times) in Self.distinct(query.anyOf.map { (.text, $0) }) {
                for (record, score) in scored(word.term, .text, times) { scores[record, default: 0] += score }
            }
        } else if !query.phrase.isEmpty {
            scores = phrase(query.phrase)
        } else if !query.allOf.isEmpty {
            for (place, (part, times)) in Self.distinct(query.allOf).enumerated() {
                let some = scored(part.term, part.field, times)
                if place == 0 {
                    scores = some
                } else {
                    for (record, score) in scores { scores[record] = some[record].map { score + $0 } }
                }
            }
            for word in query.noneOf { for row in text[word] ?? [] { scores[row.record] = nil } }
            if query.prefix != nil {
                let wanted = expanded(query)
                scores = scores.filter { wanted.contains($0.key) }.mapValues { $0 + 1 }
            }
        } else {
            for record in expanded(query) { scores[record] = 1 }
        }
        let top = scores.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(10)
        return (top.map { ($0.key, $0.value) }, scores.count)
    }

    private func rarity(_ found: Int) -> Float {
        let (records, found) = (Double(textLengths.count), Double(found))
        return Float(log(1 + (records - found + 0.5) / (found + 0.5)))
    }

    /// BM25, rounded as the engine rounds it: down to whole 2^-20, and one.
    private func bm25(_ weight: Float, _ frequency: Int, _ record: Int, _ field: TextField) -> Double {
        let lengths = field == .text ? textLengths : headingLengths
        let average = Float(field == .text ? textTotal : headingTotal) / Float(lengths.count)
        let penalty = 1.2 * (1 - 0.75 + 0.75 * (Float(Self.coarse(lengths[record])) / average)) as Float
        let points = UInt32(weight * 2.2 * 1_048_576 * (Float(frequency) / (Float(frequency) + penalty))) + 1
        return Double(points) / 1_048_576
    }

    /// Lengths above 160 words are known to a tenth only.
    private static func coarse(_ length: Int) -> Int {
        var start = 160
        if length <= start { return length }
        while start + start / 10 <= length { start += start / 10 }
        return start
    }

    /// A word asked for twice weighs twice.
    private static func distinct(_ words: [(field: TextField, term: [UInt8])]) -> [((field: TextField, term: [UInt8]), Int)] {
        var distinct: [((field: TextField, term: [UInt8]), Int)] = []
        for word in words {
            if let place = distinct.firstIndex(where: { $0.0 == word }) { distinct[place].1 += 1 } else { distinct.append((word, 1)) }
        }
        return distinct
    }

    private func scored(_ word: [UInt8], _ field: TextField, _ times: Int) -> [Int: Double] {
        let rows = (field == .text ? text : heading)[word] ?? []
        let weight = rarity(rows.count) * Float(times)
        var scores: [Int: Double] = [:]
        for row in rows { scores[row.record] = bm25(weight, row.positions.count, row.record, field) }
        return scores
    }

    private func phrase(_ words: [[UInt8]]) -> [Int: Double] {
        let lists = words.map { text[$0] ?? [] }
        let weight = lists.reduce(Float(0)) { $0 + rarity($1.count) }
        var places: [Int: Set<Int>] = [:]
        for row in lists[0] { places[row.record] = Set(row.positions) }
        for (distance, list) in lists.enumerated().dropFirst() {
            var next: [Int: Set<Int>] = [:]
            for row in list {
                guard let starts = places[row.record] else { continue }
                let kept = starts.intersection(row.positions.map { $0 - distance })
                if !kept.isEmpty { next[row.record] = kept }
            }
            places = next
        }
        var scores: [Int: Double] = [:]
        for (record, starts) in places { scores[record] = bm25(weight, starts.count, record, .text) }
        return scores
    }

    private func expanded(_ query: RankedQuery) -> Set<Int> {
        var records: Set<Int> = []
        for (word, rows) in text {
            let isWanted = query.prefix.map { word.starts(with: $0) } ?? Self.isOneSlip(query.fuzzy ?? [], word)
            if isWanted { for row in rows { records.insert(row.record) } }
        }
        return records
    }

    /// Equal but for one letter missing, added or other, or two neighbours swapped.
    private static func isOneSlip(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let a = Array(String(decoding: one, as: UTF8.self).unicodeScalars)
        let b = Array(String(decoding: other, as: UTF8.self).unicodeScalars)
        if abs(a.count - b.count) > 1 { return false }
        var start = 0
        while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
        let (x, y) = (Array(a[start...]), Array(b[start...]))
        if x == y || x.dropFirst() == y[...] || x[...] == y.dropFirst() || (!x.isEmpty && !y.isEmpty && x.dropFirst() == y.dropFirst()) {
            return true
        }
        return x.count == y.count && x.count > 1 && x[0] == y[1] && x[1] == y[0] && x.dropFirst(2) == y.dropFirst(2)
    }
}
