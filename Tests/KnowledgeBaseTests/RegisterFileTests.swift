import LegalText
import Testing
import YAMLReading

@testable import KnowledgeBase

@Suite struct RegisterFileTests {
    @Test func readsWhatAPersonStates() throws {
        let register = try RegisterFile.read(
            """
            title: Harbour Rules
            base_url: https://example.org/rules
            languages: [en, fr]
            parties:
              - Harbour Board
              - name: Ministry of Ports
                aliases: [MoP, the Ministry]
                role: owner
            documents:
              2019/rules.html: { id: rules-2019, kind: agreement, work: rules, version: 2019, signed: 2019-03 }
              rules.html: { amends: order, supersedes: [rules-2019], parties: [MoP] }
            """)
        #expect(register.title == "Harbour Rules")
        #expect(register.baseURL == "https://example.org/rules/")
        #expect(register.languages == ["en", "fr"])
        #expect(
            register.parties == [
                Party(name: "Harbour Board"), Party(name: "Ministry of Ports", aliases: ["MoP", "the Ministry"], role: "owner"),
            ])
        #expect(register.entry(for: "2019/rules.html")?.signed == PartialDate(year: 2019, month: 3))
        #expect(register.entry(for: "rules.html")?.amends == ["order"])
        #expect(register.entry(for: "other.html") == nil)
    }

    @Test(arguments: [
        ("tilte: x", 1, 1), ("title: x\nparties: [{aliases: [y]}]", 2, 11), ("documents:\n  a.txt:\n    signed: soon", 3, 13),
        ("documents:\n  a.txt: {id: Not A Slug}", 2, 15), ("documents:\n  a.txt: {id: x}\n  b.txt: {id: x}", 3, 15), ("title: [", 2, 1),
        ("parties: one", 1, 10), ("title: a\ntitle: b", 1, 1),
    ])
    func faultHasItsPlace(text: String, line: Int, column: Int) {
        #expect {
            try RegisterFile.read(text, file: "register.yaml")
        } throws: { error in
            let place = (error as? FileError)?.place
            return place?.line == line && place.map { abs($0.column - column) <= 1 } ?? false
        }
    }

    @Test func sayingNothingIsFine() throws {
        #expect(try RegisterFile.read("# nothing\n") == Register())
    }
}
