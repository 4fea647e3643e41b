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
