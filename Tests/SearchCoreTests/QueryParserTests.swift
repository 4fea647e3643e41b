@testable import SearchCore
import Testing

@Suite struct QueryParserTests {
    func parse(_ text: String) -> Query {
        QueryParser(facetFields: ["party", "due"].map { Array($0.utf8) }).parse(Array(text.utf8))
    }

    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func readsEveryForm() {
        #expect(parse("Data SHARING").required == [.word(bytes("data"), isAcronym: false), .word(bytes("sharing"), isAcronym: true)])
        #expect(parse("\"not a member\"").required == [.phrase(["not", "a", "member"].map(bytes))])
        #expect(parse("\u{201C}not a member\u{201D}").required == [.phrase(["not", "a", "member"].map(bytes))])
        #expect(parse("non-member").required == [.phrase(["non", "member"].map(bytes))])
        #expect(
            parse("shar* membr~ membr~2").required == [
                .prefix(bytes("shar")), .fuzzy(bytes("membr"), distance: 1), .fuzzy(bytes("membr"), distance: 2),
            ])
        #expect(parse("-secret").excluded == [.word(bytes("secret"), isAcronym: false)])
        #expect(parse("a OR b c").required.count == 2)
        #expect(
            parse("data /s sharing").required == [
                .near(.word(bytes("data"), isAcronym: false), .word(bytes("sharing"), isAcronym: false), .sentence)
            ])
        #expect(
            parse("party:HEFCE due:<2027").filters == [
                .facet(field: bytes("party"), value: bytes("hefce")), .range(field: bytes("due"), .less, value: bytes("2027")),
            ])
        #expect(parse("heading:review").required == [.inField(.heading, .word(bytes("review"), isAcronym: false))])
        #expect(parse("naïve").required == [.word(bytes("naive"), isAcronym: false)])
    }

    @Test(arguments: ["section 12(3)(a)", "s. 12(3)(a)", "§ 12(3)(a)", "12 (3) (a)", "Section 12(3)(A)."])
    func seesACitation(_ text: String) {
        #expect(parse(text).citation == CitedNumber(number: bytes("12(3)(a)"), words: []))
    }

    @Test func seesTheDocumentOfACitation() {
        #expect(parse("ALL 4(8)(b)").citation == CitedNumber(number: bytes("4(8)(b)"), words: [bytes("all")]))
        #expect(parse("three years 2005").citation == nil)
    }

    @Test(arguments: [
        "", " ", "\"", "((", "OR", "/s", "-", "--", "*", "~", ":", "party:", "a OR", "/5 b", "\"\"", "\u{0}", "-\"", "heading:\"", "due:<",
    ])
    func takesAnything(_ text: String) {
        _ = parse(text)
    }
}
