import Foundation
import SearchCore
import SearchIndex
import Testing

/// Rows packed beside or in line, runs of any length: the same bytes.
@Suite struct ThreadsTests {
    func build(threads: Int, run: Int) throws -> Data {
        let path = FileManager.default.temporaryDirectory.appending(path: "threads-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var settings = IndexSettings()
        settings.threads = threads
        settings.occurrencesPerRun = run
        let builder = try SegmentBuilder(path: path, settings: settings)
        var random = RankedSearchTests.Random(state: 21)
        var texts: [String] = []
        for record in 0..<4000 {
            if record % 9 == 0 { builder.beginDocument("d\(record)", title: "Title \(record)") }
            var text = (0..<(20 + random.next(120))).map { _ in RankedSearchTests.word(&random) }.joined(separator: " ")
            // Duplicates of rows that wait, are written, or are in the block being made.
            if record % 6 == 5 { text = texts[texts.count - 1 - random.next(texts.count)] }
            texts.append(text)
            try builder.add(Record(key: "d#\(record)", heading: "Heading", text: text, facets: [Facet("party", "P\(record % 5)")]))
        }
        try builder.finish()
        return try Data(contentsOf: URL(filePath: path))
    }

    @Test func bytesAreTheSame() throws {
        let one = try build(threads: 1, run: 1 << 22)
        #expect(one.count > 200_000)
        #expect(try build(threads: 2, run: 1 << 22) == one)
        #expect(try build(threads: 2, run: 50_000) == one)
    }
}
