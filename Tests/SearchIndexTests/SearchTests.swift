import SearchCore
import SearchIndex
import Testing

/// The query language over a small index: which clause comes first, and what is not found.
@Suite struct SearchTests {
    let index: TemporaryIndex
    let reader: IndexReader

    init() throws {
        index = try TemporaryIndex()
        reader = try PactFixture.publish(in: index)
    }

    func keys(_ query: String, _ change: (inout SearchOptions) -> Void = { _ in }) -> [String] {
        var options = SearchOptions()
        change(&options)
        return reader.search(query, options: options).hits.map(\.key)
    }

    @Test(arguments: [
        ("HEP must share", "pact-policy#para_4"), ("\"not a PACT member\"", "pact-policy#para_3"), ("non-member", "pact-policy#para_5"),
        ("NHS-U", "pact-policy#para_5"), ("R&D", "pact-policy#para_5"), ("APP", "pact-policy#para_6"), ("APPs", "pact-policy#para_6"),
        ("naive arrangement", "pact-policy#para_7"), ("NAÏVE", "pact-policy#para_7"), ("separate membership", "pact-policy#para_2"),
        ("review every three years", "strategic-alliance#para_1"), ("membr~2 separate", "pact-policy#para_2"),
        ("dashbords~", "pact-policy#para_5"),
        ("dahsboards~", "pact-policy#para_5"), ("particip*", "pact-policy#para_6"), ("heading:implementation", "strategic-alliance#para_1"),
        ("good /5 sharing", "strategic-alliance#para_3"), ("data OR dashboards -partner -open -senior", "pact-policy#para_5"),
    ])
    func ranksFirst(_ query: String, _ key: String) {
        #expect(keys(query).first == key)
    }

    @Test func acronymsAreNotPrefixes() {
        #expect(!keys("APP").contains("pact-policy#para_1"))
    }

    @Test func citationsComeFirst() {
        #expect(keys("section 12(3)(a)").prefix(2).sorted() == ["pact-policy#para_7", "strategic-alliance#para_2"])
        #expect(keys("alliance 12(3)(a)").first == "strategic-alliance#para_2")
        #expect(keys("ALL 4(8)(b)").first == "strategic-alliance#para_1")
        #expect(keys("policy s. 12 (3) (b)").first == "pact-policy#para_8")
    }

    @Test func proximity() {
        #expect(keys("data /s sharing") == ["strategic-alliance#para_3"] || keys("data /s sharing").isEmpty)
        #expect(!keys("data /s sharing").contains("strategic-alliance#para_2"))
        #expect(keys("data /p sharing").contains("strategic-alliance#para_2"))
        #expect(keys("data /4 sharing").contains("strategic-alliance#para_2"))
        #expect(!keys("data /3 sharing").contains("strategic-alliance#para_2"))
    }

    @Test func filters() {
        #expect(keys("party:partnership data") == ["pact-policy#para_3"])
        #expect(keys("party:\"Health Board\"").count == 2)
        #expect(keys("modality:prohibition") == ["pact-policy#para_3"])
        #expect(keys("due:<2027") == ["pact-policy#para_6"])
        #expect(keys("due:2027").count == 2)
        #expect(keys("due:>2027") == ["strategic-alliance#para_1"])
        #expect(keys("due:>=2027-02").count == 2)
        #expect(keys("sharing") { $0.filters = [Facet("party", "Health Board"), Facet("party", "Partnership")] }.count == 2)
    }

    @Test func quotesAreExactAndWordsAreNot() {
        #expect(keys("\"must share\"").isEmpty)
        #expect(keys("must share").first == "pact-policy#para_4")
        #expect(keys("meeting").first == "strategic-alliance#para_2")
        #expect(keys("meeting") { $0.stems = false }.isEmpty)
    }

    @Test func anAnswerComesBeforeItsQuestion() throws {
        let index = try TemporaryIndex()
        let texts = [
            "Who chairs the board?", "The member who chairs the board is chosen each year.", "Who chairs the board? Nobody.",
            "The board meets. Who chairs it is open.",
        ]
        let records = texts.enumerated().map { Record(key: "d#\($0)", text: $1, sentences: $0 < 2 ? [0] : [0, 16]) }
        try index.writer.replace(document: "d", title: "", records: records)
        try index.writer.replace(document: "e", title: "", records: [Record(key: "e#0", text: "Who chairs the board?")])
        try index.writer.publish()
        let keys = try IndexReader(directory: index.directory).search("who chairs the board").hits.map(\.key)
        #expect(keys.firstIndex(of: "d#1")! + 1 == keys.firstIndex(of: "d#0")!)
        // Further questions stay where they are.
        #expect(keys.firstIndex(of: "e#0")! < keys.firstIndex(of: "d#3")!)
        #expect(keys.count == 5)
    }

    @Test func saysThatItRelaxed() {
        let results = reader.search("zebra membership")
        #expect(results.notes == [.relaxedToAnyWord])
        #expect(results.total > 0)
        #expect(reader.search("zebra").total == 0)
    }

    /// Words that only ask are no hindrance, and weigh nothing, where they stand in the way.
    @Test func aQuestionIsAskedByItsOtherWords() throws {
        let results = reader.search("who has a separate membership?")
        #expect(results.notes == [.relaxedToAnyWord])
        let exact = reader.search("separate membership").hits.map(\.key)
        #expect(Array(results.hits.map(\.key).prefix(exact.count)) == exact)
        #expect(results.total == reader.search("separate OR membership").total)
        #expect(reader.search("who, why and how is the zebra?").total == 0)

        let index = try TemporaryIndex()
        let texts = (0..<12).map { "Member \($0) pays the fee." } + ["Who is it?", "A fee is a fee."]
        let records = texts.enumerated().map { Record(key: "d#\($0)", text: $1) }
        try index.writer.replace(document: "d", title: "", records: records)
        try index.writer.publish()
        let many = try IndexReader(directory: index.directory).search("when and how pays a member the fee")
        #expect(many.notes == [.leftOut("when, and, how, a, the")])
        #expect(many.total == 12)
    }

    @Test(arguments: [
        "", " ", "\"", "((", "))", "*", "~", "-", "OR", "/s", "due:<", "party:", "\u{0}\u{FFFD}", "heading:\"\"", "a /s /s b", "-a",
    ])
    func anythingIsAQuery(_ query: String) {
        _ = reader.search(query)
    }

    @Test func noiseIsAQuery() {
        var state: UInt64 = 7
        let noise = (0..<100_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        _ = reader.search(String(decoding: noise, as: UTF8.self))
        _ = reader.search(String(repeating: "share* OR ", count: 10_000))
    }

    @Test func hitsCarryEverything() throws {
        var options = SearchOptions()
        options.explains = true
        options.countedFields = ["party", "modality"]
        let results = reader.search("access data", options: options)
        let hit = try #require(results.hits.first)
        #expect(hit.key == "pact-policy#para_3")
        #expect(hit.document == "pact-policy")
        #expect(hit.title == "PACT membership policy")
        #expect(hit.heading == "Access")
        #expect(hit.text == PactFixture.policy[2].text)
        #expect(hit.stored == [2])
        #expect(hit.facets.count == 3)
        #expect(hit.explanation.contains { $0.term == "access" && $0.field == .heading && $0.frequency == 1 && $0.score > 0 })
        let marked = hit.snippet.highlights.map { String(decoding: Array(hit.snippet.text.utf8)[$0], as: UTF8.self) }
        #expect(marked == ["access", "data"])
        #expect(results.facets.contains { $0.field == "party" && $0.value == "Partnership" && $0.count == 1 })
        #expect(reader.record("strategic-alliance#para_3")?.text == PactFixture.alliance[2].text)
        #expect(reader.record("strategic-alliance#para_9") == nil)
    }
}
