import Foundation
import SearchCore
import SearchIndex
import Testing

/// Updates, merges and shards: whatever the way, the same documents give the same bytes and the same answers.
@Suite struct IndexWriterTests {
    func bytes(_ directory: String) throws -> [Data] {
        try IndexReader.segmentFiles(directory: directory).map { try Data(contentsOf: URL(filePath: $0)) }
    }

    @Test func theWayDoesNotShowInTheBytes() throws {
        let straight = try TemporaryIndex()
        _ = try PactFixture.publish(in: straight)

        // The other order, with an update, a deletion, and spilt runs.
        let crooked = try TemporaryIndex()
        try crooked.writer.replace(
            document: "strategic-alliance", title: "Strategic alliance",
            records: PactFixture.records("strategic-alliance", PactFixture.alliance))
        try crooked.writer.replace(document: "gone", title: "Gone", records: [Record(key: "gone#a", text: "zebra")])
        try crooked.writer.replace(document: "pact-policy", title: "Old title", records: [Record(key: "old", text: "old words")])
        try crooked.writer.publish(merging: .none)
        #expect(try IndexReader(directory: crooked.directory).search("zebra").total == 1)
        var settings = IndexSettings()
        settings.occurrencesPerRun = 40
        let again = try IndexWriter(directory: crooked.directory, settings: settings)
        again.delete(document: "gone")
        try again.replace(
            document: "pact-policy", title: "PACT membership policy", records: PactFixture.records("pact-policy", PactFixture.policy))
        try again.publish(merging: .none)
        let parts = try IndexReader(directory: crooked.directory)
        #expect(parts.search("zebra").total == 0)
        #expect(parts.search("old words").total == 0)
        #expect(parts.search("\"not a PACT member\"").hits.map(\.key) == ["pact-policy#para_3"])
        #expect(try bytes(crooked.directory).count == 2)
        try again.publish()
        #expect(try bytes(crooked.directory) == bytes(straight.directory))

        // Shards.
        let (one, other, whole) = (try TemporaryIndex(), try TemporaryIndex(), try TemporaryIndex())
        try one.writer.replace(
            document: "strategic-alliance", title: "Strategic alliance",
            records: PactFixture.records("strategic-alliance", PactFixture.alliance))
        try one.writer.publish()
        try other.writer.replace(
            document: "pact-policy", title: "PACT membership policy", records: PactFixture.records("pact-policy", PactFixture.policy))
        try other.writer.publish()
        try whole.writer.add(index: one.directory)
        try whole.writer.add(index: other.directory)
        try whole.writer.publish()
        #expect(try bytes(whole.directory) == bytes(straight.directory))
        #expect(try FileManager.default.contentsOfDirectory(atPath: whole.directory).count == 2)
    }

    @Test func aReaderKeepsWhatItOpened() throws {
        let index = try TemporaryIndex()
        let before = try PactFixture.publish(in: index)
        index.writer.delete(document: "pact-policy")
        try index.writer.publish()
        #expect(before.search("non-member").total == 1)
        #expect(try IndexReader(directory: index.directory).search("non-member").total == 0)
        index.writer.delete(document: "strategic-alliance")
        try index.writer.publish()
        #expect(try IndexReader(directory: index.directory).search("data").total == 0)
    }

    @Test func tellsWhatIsWrong() throws {
        #expect(throws: IndexError.absent(path: "/nowhere/at/all")) { try IndexReader(directory: "/nowhere/at/all") }
        let index = try TemporaryIndex()
        _ = try PactFixture.publish(in: index)
        let path = try #require(try IndexReader.segmentFiles(directory: index.directory).first)
        let whole = try Data(contentsOf: URL(filePath: path))
        for (change, error) in [(UInt8(0), IndexError.tooOld(path: path, version: 0)), (9, .tooNew(path: path, version: 9))] {
            var changed = whole
            changed[8] = change
            try changed.write(to: URL(filePath: path))
            #expect(throws: error) { try IndexReader(directory: index.directory) }
        }
        var changed = whole
        changed[whole.count / 2] ^= 1
        try changed.write(to: URL(filePath: path))
        #expect(throws: IndexError.corrupt(path: path)) { try IndexReader(directory: index.directory) }
        #expect(throws: IndexError.corrupt(path: path)) { try IndexReader.verify(directory: index.directory) }
        try whole.write(to: URL(filePath: path))
        try IndexReader.verify(directory: index.directory)
    }
}
