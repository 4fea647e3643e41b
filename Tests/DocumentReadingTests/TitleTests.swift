import LegalText
import Testing

@testable import DocumentReading

@Suite struct TitleTests {
    private func read(_ text: String, _ name: String) -> Document { DocumentReader().read(Array(text.utf8), name: name) }

    @Test func frontMatterSaysWhatTheDocumentIs() {
        let document = read(
            """
            ---
            title: "Travel policy"
            date: 2024-05-01
            lang: en-GB
            tags:
              - travel
            ---

            # Travel policy

            Staff must book travel through the desk.
            """, "travel.md")
        #expect(document.title == "Travel policy")
        #expect(document.language == "en-GB")
        #expect(document.dates.signed?.value == PartialDate(year: 2024, month: 5, day: 1))
        #expect(document.provisions.map(\.text) == ["Staff must book travel through the desk."])
        #expect(document.provisions.first?.line == 11)
    }

    @Test func frontMatterOfAPageIsNoClause() {
        let document = read("---\ntitle: Milestones\ntoc: false\n---\n<p>Chairs must plan their deadlines.</p>", "milestones.html")
        #expect(document.title == "Milestones")
        #expect(document.provisions.map(\.text) == ["Chairs must plan their deadlines."])
    }

    @Test(arguments: [
        "---\nThe Supplier shall deliver.\n---\nThe Customer shall pay.",
        "---\ntitle: Never closed\nThe Supplier shall deliver.",
        "--- \n\n---\n", "---", "---\n---", "---\ntitle:", "---\n:\n---",
    ])
    func otherRulesTakeNothingAway(text: String) {
        var bytes = Array(text.utf8)
        let front = FrontMatter(takenFrom: &bytes)
        #expect(bytes == Array(text.utf8))
        #expect(front.title.isEmpty)
    }

    @Test func theHeadTellsOneOfAFamilyFromAnother() {
        let page = """
            <title>Open Works — Attribution 4.0 — OW BY</title><h1>Open Works Legal Code</h1><h2>Attribution 4.0</h2>
            <p>By using the work you accept these terms.</p><h2>Definitions</h2><p>Work means what is licensed.</p>
            """
        #expect(read(page, "a.html").title == "Open Works Legal Code: Attribution 4.0")
    }

    @Test func aNameThatLooksLikeALabelIsATitle() {
        let page = """
            <p>Exhibit 99.1</p><p>3M Board Approves a New Partnership</p>
            <p>The board of the company today approved the partnership that it had announced in March, and thanked its members.</p>
            """
        #expect(read(page, "a.html").title == "3M Board Approves a New Partnership")
    }

    @Test func theTitleStandsBelowThePartiesOfACover() {
        let lines = [
            "Exhibit 4.1", "ALDER HOLDINGS INC.,", "as Issuer,", "and", "THE ELM TRUST COMPANY,", "as Trustee", "FORM OF INDENTURE",
        ]
        let page = lines.map { "<p>\($0)</p>" }.joined() + "<p>The Issuer shall pay the Trustee for its services each year on demand.</p>"
        let document = read(page, "a.html")
        #expect(document.title == "FORM OF INDENTURE")
        #expect(document.provisions.allSatisfy { $0.heading.isEmpty })
    }
}
