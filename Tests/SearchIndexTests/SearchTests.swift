import SearchCore
import SearchIndex
import Testing

@Suite struct SearchTests {
    @Test func findsWhatWasPublished() throws {
        let index = try TemporaryIndex()
        try index.writer.replace(
            document: "pact", title: "Data pact",
            records: [
                Record(key: "pact#para_1", text: "Each member may read the shared data."),
                Record(key: "pact#para_2", text: "A partner that is a non-member may not read it."),
            ])
        try index.writer.publish()
        let reader = try IndexReader(directory: index.directory)
        #expect(reader.search("non-member").hits.map(\.key) == ["pact#para_2"])
        #expect(reader.search("read data").hits.first?.key == "pact#para_1")
    }
}
