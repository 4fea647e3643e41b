import Foundation
import SearchCore
import SearchIndex
import Testing

/// A damaged index gives an error or the same answers when it is verified, and never a fault when it is not.
@Suite struct DamageTests {
    static let queries = [
        "data sharing", "\"good practice\" OR particip*", "member~ /s hep -zebra", "section 12(3)(a)", "party:partnership due:<2027",
    ]

    func bytes() throws -> [UInt8] {
        let index = try TemporaryIndex()
        _ = try PactFixture.publish(in: index)
        let path = try #require(try IndexReader.segmentFiles(directory: index.directory).first)
        return try [UInt8](Data(contentsOf: URL(filePath: path)))
    }

    func answers(_ segment: Segment, _ queries: [String]) -> [[String]] {
        let searcher = Searcher([Searcher.Part(segment)])
        return queries.map { searcher.search($0).hits.map { $0.key + $0.text + $0.snippet.text + "\($0.score)" } }
    }

    @Test func everyByteFlipped() throws {
        let whole = try bytes()
        let expected = answers(try Segment(SegmentBytes(copying: whole), verifying: true), Self.queries)
        for at in whole.indices {
            var damaged = whole
            damaged[at] ^= at % 2 == 0 ? 0xFF : 1 << UInt8(at / 2 % 8)
            let owner = SegmentBytes(copying: damaged)
            if let segment = try? Segment(owner, verifying: true) { #expect(answers(segment, Self.queries) == expected, "byte \(at)") }
            // Without verification the answers may be wrong, but they are answers.
            if let segment = try? Segment(owner, verifying: false) { _ = answers(segment, [Self.queries[at % Self.queries.count]]) }
        }
    }

    /// An index in which every section holds something: lists of blocks with positions, facets, sentences, duplicates. Small, since each byte of it is tried.
    static func everySection() throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "sections-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let builder = try SegmentBuilder(path: path)
        var random = RankedSearchTests.Random(state: 31)
        builder.beginDocument("d", title: "Data policy")
        for record in 0..<130 {
            let words = (0..<3).map { _ in RankedSearchTests.word(&random) }.joined(separator: " ")
            let text = record % 10 == 9 ? "notice of data notice, which is said once more in the same words" : "notice " + words
            try builder.add(
                Record(
                    key: "d#\(record)", heading: "Part \(record / 10)", text: text, sentences: [0, 7], number: "\(record)(a)",
                    facets: [Facet("party", "P\(record % 3)")], stored: [UInt8(record)]))
        }
        try builder.finish()
        return try [UInt8](Data(contentsOf: URL(filePath: path)))
    }

    @Test func everyByteOfEverySectionFlipped() throws {
        let whole = try Self.everySection()
        func number(_ at: Int) -> Int { (0..<8).reversed().reduce(0) { $0 << 8 | Int(whole[at + $1]) } }
        let sections = (0..<14).map { (start: number(64 + 24 * $0), count: number(72 + 24 * $0)) }
        #expect(sections.allSatisfy { $0.count > 0 })
        let queries = ["notice", "\"notice of data\"", "not* party:p1", "notise~ -x", "notice /s data", "12(a)"]
        let intact = try #require(try? Segment(SegmentBytes(copying: whole), verifying: true))
        #expect(answers(intact, queries).allSatisfy { !$0.isEmpty })
        var isOpen = [Bool](repeating: false, count: whole.count)
        for at in whole.indices {
            var damaged = whole
            damaged[at] ^= 1 << UInt8(at % 8)
            let owner = SegmentBytes(copying: damaged)
            // Padding between sections is the only part that no sum covers.
            isOpen[at] = (try? Segment(owner, verifying: true)) != nil
            if at % 5 == 0, let segment = try? Segment(owner, verifying: false) { _ = answers(segment, [queries[at / 5 % queries.count]]) }
        }
        for section in sections { #expect(!isOpen[section.start..<(section.start + section.count)].contains(true)) }
        #expect(!isOpen[..<400].contains(true))
    }

    /// A text is shown as it was written, or not at all, and then the reader is told, also where nothing was verified.
    @Test func damagedTextsAreNotShown() throws {
        let whole = try Self.everySection()
        func number(_ at: Int) -> Int { (0..<8).reversed().reduce(0) { $0 << 8 | Int(whole[at + $1]) } }
        let texts = number(64 + 24 * 11)..<(number(64 + 24 * 11) + number(72 + 24 * 11))
        for at in stride(from: texts.lowerBound, to: texts.upperBound, by: 7) {
            var damaged = whole
            damaged[at] ^= 4
            let results = Searcher([Searcher.Part(try Segment(SegmentBytes(copying: damaged), verifying: false))]).search("notice")
            #expect(results.hits.allSatisfy { $0.text.isEmpty })
            #expect(results.notes.contains(.damaged))
        }
    }

    @Test func everyCut() throws {
        let whole = try bytes()
        for count in 0..<whole.count {
            #expect(throws: SegmentError.self) { try Segment(SegmentBytes(copying: Array(whole[..<count])), verifying: false) }
        }
    }

    /// Long lists, blocks and stored rows of many records, damaged at random.
    @Test func longListsDamaged() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "damage-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try RankedSearchTests().build(400, seed: 11, run: 1 << 20, at: path)
        let whole = try [UInt8](Data(contentsOf: URL(filePath: path)))
        var random = RankedSearchTests.Random(state: 12)
        for round in 0..<200 {
            var damaged = whole
            for _ in 0..<(1 + round % 4) { damaged[400 + random.next(whole.count - 400)] = UInt8(random.next(256)) }
            guard let segment = try? Segment(SegmentBytes(copying: damaged), verifying: false) else { continue }
            let search = RankedSearch(segment)
            for kind in 0..<7 {
                let query = RankedSearchTests().query(kind, &random)
                for hit in search.top(query) { _ = search.stored(hit.record) }
                _ = search.count(query)
            }
        }
    }
}
