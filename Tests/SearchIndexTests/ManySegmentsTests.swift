import Foundation
import SearchCore
import SearchIndex
import Testing

/// Random updates and deletions, published as segments or merged: the index answers as a plain table of the documents does.
@Suite struct ManySegmentsTests {
    typealias Random = RankedSearchTests.Random

    /// The slow twin: documents with the words of their records.
    struct Table {
        var documents: [String: [[String]]] = [:]

        func keys(_ isWanted: ([String]) -> Bool) -> Set<String> {
            var keys: Set<String> = []
            for (id, records) in documents {
                for (place, words) in records.enumerated() where isWanted(words) { keys.insert("\(id)#\(place)") }
            }
            return keys
        }
    }

    static func records(_ id: String, _ random: inout Random) -> [[String]] {
        (0..<(1 + random.next(12))).map { _ in (0..<(1 + random.next(25))).map { _ in RankedSearchTests.word(&random) } }
    }

    static func everything(_ reader: IndexReader, _ query: String) -> SearchResults {
        var options = SearchOptions()
        options.limit = 1_000_000
        options.stems = false
        options.snippetLength = 0
        return reader.search(query, options: options)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func answersAsATableDoes(_ seed: UInt64) throws {
        var random = Random(state: seed)
        let index = try TemporaryIndex()
        var table = Table()
        var writer = index.writer
        for round in 0..<12 {
            for _ in 0..<(1 + random.next(8)) {
                let id = "d\(random.next(20))"
                if random.next(4) == 0 {
                    writer.delete(document: id)
                    table.documents[id] = nil
                } else {
                    let rows = Self.records(id, &random)
                    table.documents[id] = rows
                    try writer.replace(
                        document: id, title: "",
                        records: rows.enumerated().map { Record(key: "\(id)#\($0)", text: $1.joined(separator: " ")) })
                }
            }
            try writer.publish(merging: random.next(4) == 0 ? .whole : .none)
            if round % 3 == 2 { writer = try IndexWriter(directory: index.directory) }
            let reader = try IndexReader(directory: index.directory)
            #expect(reader.recordCount == table.documents.values.reduce(0) { $0 + $1.count })
            for _ in 0..<6 {
                let (one, other) = (RankedSearchTests.word(&random), RankedSearchTests.word(&random))
                let all = Self.everything(reader, "\(one) \(other) -board")
                if !all.notes.contains(.relaxedToAnyWord) {
                    #expect(Set(all.hits.map(\.key)) == table.keys { $0.contains(one) && $0.contains(other) && !$0.contains("board") })
                }
                let any = Self.everything(reader, "\(one) OR \(other)")
                #expect(Set(any.hits.map(\.key)) == table.keys { $0.contains(one) || $0.contains(other) })
                #expect(any.total == any.hits.count)
                let phrase = Self.everything(reader, "\"\(one) \(other)\"")
                #expect(
                    Set(phrase.hits.map(\.key)) == table.keys { words in zip(words, words.dropFirst()).contains { $0 == (one, other) } })
                // The best are the first of all, however few are asked for: nothing is lost by passing over blocks.
                var few = SearchOptions()
                few.stems = false
                few.limit = 3
                #expect(reader.search("\(one) OR \(other)", options: few).hits.map(\.key) == any.hits.prefix(3).map(\.key))
            }
        }
        // Merged, it is the index that the last documents alone make.
        try writer.publish(merging: .whole)
        let fresh = try TemporaryIndex()
        for (id, rows) in table.documents {
            try fresh.writer.replace(
                document: id, title: "", records: rows.enumerated().map { Record(key: "\(id)#\($0)", text: $1.joined(separator: " ")) })
        }
        try fresh.writer.publish()
        let files = try [index, fresh].map {
            try IndexReader.segmentFiles(directory: $0.directory).map { try Data(contentsOf: URL(filePath: $0)) }
        }
        #expect(files[0] == files[1])
    }

    /// Longer lists than the best hundred, in one segment and in three: the best ten are those of the whole ranking.
    @Test(arguments: [1, 3])
    func theBestAreTheFirstOfAll(_ parts: Int) throws {
        var random = Random(state: 8)
        let index = try TemporaryIndex()
        for part in 0..<parts {
            for document in 0..<(30 / parts) {
                let id = "p\(part)d\(document)"
                let records = (0..<50).map { place in
                    let words = (0..<(1 + random.next(40))).map { _ in RankedSearchTests.word(&random) }
                    return Record(
                        key: "\(id)#\(place)", heading: place % 9 == 0 ? "notice of data" : "", text: words.joined(separator: " "),
                        facets: [Facet("party", "P\(place % 7)")])
                }
                try index.writer.replace(document: id, title: "", records: records)
            }
            try index.writer.publish(merging: .none)
        }
        let reader = try IndexReader(directory: index.directory)
        for query in [
            "x", "board shares", "notice OR data", "share* shall", "\"x board\" OR \"board x\"", "data /4 notice", "w*", "party:p3 data",
            "x board shares data", "zebra x notice", "notise~ x",
        ] {
            var options = SearchOptions()
            options.limit = 1_000_000
            options.countedFields = ["party"]
            let all = reader.search(query, options: options)
            #expect(all.hits.count == all.total && all.total > 0, "\(query)")
            #expect(all.facets.reduce(0) { $0 + $1.count } == all.total)
            #expect(zip(all.hits, all.hits.dropFirst()).allSatisfy { $0.score >= $1.score })
            for (offset, limit) in [(0, 10), (5, 20), (95, 30)] {
                options.offset = offset
                options.limit = limit
                let some = reader.search(query, options: options)
                #expect(some.hits.map(\.key) == all.hits.dropFirst(offset).prefix(limit).map(\.key), "\(query)")
                #expect(some.hits.map(\.score) == all.hits.dropFirst(offset).prefix(limit).map(\.score), "\(query)")
                #expect(some.total == all.total && some.facets == all.facets)
            }
        }
    }
}
