import Foundation
import SearchCore
import SearchIndex
import Testing

/// The pruning search against its exhaustive twin, on random records: the same best ten in the same order, the same counts.
@Suite struct RankedSearchTests {
    struct Random {
        var state: UInt64
        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    /// Words as frequent as words are: the n-th about 1/n as often as the first.
    static func word(_ random: inout Random) -> String {
        let words = [
            "the", "of", "party", "shall", "notice", "term", "data", "share", "shares", "clause", "member", "ends", "board", "naïve", "x",
        ]
        let number = random.next(400)
        if number < 360 { return words[min(words.count - 1, 24 / (1 + number / 15))] }
        return "w" + String(random.next(300), radix: 36)
    }

    func build(_ records: Int, seed: UInt64, run: Int, at path: String) throws -> RankedSearch {
        var settings = IndexSettings()
        settings.folding = .plain
        settings.occurrencesPerRun = run
        let builder = try SegmentBuilder(path: path, settings: settings)
        var random = Random(state: seed)
        for record in 0..<records {
            if record % 7 == 0 { builder.beginDocument("d\(record)", title: "") }
            let length = random.next(20) == 0 ? 200 + random.next(200) : random.next(30)
            let text = (0..<length).map { _ in Self.word(&random) }.joined(separator: " ")
            let heading = (0..<random.next(4)).map { _ in Self.word(&random) }.joined(separator: " ")
            try builder.add(key: Array("k\(record)".utf8), heading: Array(heading.utf8), text: Array(text.utf8))
        }
        try builder.finish()
        return RankedSearch(try Segment.open(path: path, verifying: true))
    }

    func query(_ kind: Int, _ random: inout Random) -> RankedQuery {
        var query = RankedQuery()
        let words = (0..<(1 + random.next(4))).map { _ in Array(Self.word(&random).utf8) }
        switch kind {
        case 0: query.anyOf = words
        case 1: query.allOf = words.map { (.text, $0) }
        case 2: query.phrase = words.count > 1 ? words : words + words
        case 3:
            query.allOf = words.dropLast().map { (.text, $0) }
            query.prefix = Array(words[words.count - 1].prefix(1 + random.next(3)))
        case 4: query.fuzzy = Array("w" + String(random.next(300), radix: 36)).map { $0 }.flatMap { Array(String($0).utf8) }
        case 5:
            query.allOf = words.map { (.text, $0) }
            query.noneOf = [Array(Self.word(&random).utf8)]
        default: query.allOf = [(.heading, words[0])] + words.dropFirst().map { (.text, $0) }
        }
        return query
    }

    @Test(arguments: [(40, UInt64(1), 100), (700, 2, 3000), (2500, 3, 1 << 20)])
    func agreesWithItsTwin(_ records: Int, _ seed: UInt64, _ run: Int) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "ranked-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let search = try build(records, seed: seed, run: run, at: path)
        let twin = ExhaustiveSearch(search)
        var random = Random(state: seed &+ 99)
        for round in 0..<84 {
            let query = query(round % 7, &random)
            let (expected, count) = twin.answer(query)
            let found = search.top(query)
            #expect(found.map(\.record) == expected.map(\.record), "\(query)")
            #expect(search.count(query) == count, "\(query)")
            for (one, other) in zip(found, expected) { #expect(abs(one.score - other.score) < 1e-4) }
        }
    }

    @Test func storedTextsComeBack() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "stored-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let builder = try SegmentBuilder(path: path)
        var random = Random(state: 5)
        var texts: [[UInt8]] = []
        for record in 0..<1200 {
            var text = (0..<random.next(60)).map { _ in Self.word(&random) }.joined(separator: " ").utf8.map { $0 }
            if record % 5 == 4 { text = texts[random.next(texts.count)] }
            if record % 301 == 300 { text = [UInt8](repeating: UInt8(random.next(256)), count: 100_000) }
            if record % 97 == 96 { text = (0..<random.next(3000)).map { _ in UInt8(random.next(256)) } }
            texts.append(text)
            try builder.add(key: Array("k\(record)".utf8), heading: [], text: text)
        }
        try builder.finish()
        let search = RankedSearch(try Segment.open(path: path, verifying: true))
        for record in [Int](0..<1200) + (0..<200).map({ _ in random.next(1200) }) {
            let row = search.stored(record)
            #expect(row.text == texts[record] && row.key == Array("k\(record)".utf8), "record \(record)")
        }
    }
}
