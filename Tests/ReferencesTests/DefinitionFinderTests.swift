import LegalText
import Testing

@testable import References

/// Texts of our own; `⟦…⟧` marks a term where it is defined.
struct DefinitionFinderTests {
    @Test(arguments: [
        // As statutes print them.
        "⟦lock⟧ means a gate in a canal;\n⟦keeper⟧ includes a person who opens one;\n⟦Board⟧[Repealed, 2001, c. 3, s. 2]",
        "⟦berth⟧, in respect of a barge, means the place where it lies.",
        "⟦barge⟧ or ⟦lighter⟧ means a vessel without a mast.",
        "⟦inner basin⟧ and ⟦outer basin⟧ have the same meaning as in the Harbour Act.",
        "⟦waste or other matter⟧ means what a barge leaves behind.",
        "2 In this Part, ⟦licensee⟧ means the holder of a licence.",
        "(3) For the purposes of subsections (1) and (2), ⟦toll⟧ includes a fee.",
        "In this Act, the expression ⟦year⟧ means twelve months.",
        "⟦means of towing⟧ means a rope or a horse.",
        // With quotes.
        "“⟦Fee⟧” means the sum in clause 3. \"⟦Term⟧\" has the meaning given in clause 4.",
        "Oak Ltd. (the “⟦Lender⟧”), Elm Ltd. (\"⟦Borrower⟧\") and others (collectively, the “⟦Parties⟧”) agree.",
        "the deed dated 4 May (hereinafter referred to as the “⟦Deed⟧”) and the house (“⟦House⟧” or “⟦Home⟧”)",
        "The term “⟦Transfer⟧” shall mean any sale. “⟦Gate⟧” is defined in Section 3.",
        // Short forms.
        "the Harbour and Rivers Board (⟦HRB⟧) and its Access and Navigation Plans (⟦ANPs⟧)",
        "Office for Locks (⟦OfL⟧); the Inland Navigation Providers’ (⟦INP⟧) fleet; ⟦RTB⟧ (River Toll Bureau)",
        // No definitions.
        "This includes a rope. The Board includes two keepers. By any other means it may move.",
        "He said “go” and the clerk (Oak) went. The fee is due (see Annex B) in May.",
    ])
    func termsAreFoundWhereTheyAreDefined(_ marked: String) {
        var text = ""
        var expected: [String] = []
        for (index, part) in marked.split(separator: "⟦", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let close = part.firstIndex(of: "⟧") else {
                text += part
                continue
            }
            expected.append("\(text.utf8.count) \(part[..<close])")
            text += part[..<close] + part[part.index(after: close)...]
        }
        #expect(DefinitionFinder.find(in: text, units: []).map { "\($0.range.start) \($0.term)" } == expected)
    }

    @Test func meaningsAndExpansionsAreKept() {
        let text = "“Fee” means the sum in clause 3; it is due in May. The Harbour and Rivers Board (HRB) asks for it."
        let definitions = DefinitionFinder.find(in: text, units: [])
        #expect(definitions.map(\.meaning) == ["the sum in clause 3", "Harbour and Rivers Board"])
        #expect(definitions.map(\.kind) == [.term, .acronym])
    }

    @Test func usesAreFoundInTheSingularAndThePlural() {
        let document = document(
            "Access and Navigation Plans (ANPs) are yearly.", "Each ANP has a date. ANPs end. “Fee” means a sum.",
            "No Fees are due; a feeling is not.")
        let definitions = DefinitionFinder.find(in: document)
        let uses = DefinitionFinder.uses(of: definitions, in: document)
        #expect(uses.map { "\($0.clause) \(document.provisions[$0.clause].text[$0.range])" } == ["1 ANP", "1 ANPs", "2 Fees"])
        #expect(uses.map(\.definition) == [0, 0, 1])
    }

    @Test func acronymsThatAreNeverExpandedAreNamed() {
        let document = document(
            "The Harbour and Rivers Board (HRB) asks the QRSTU forum; the UK and Part XIV apply.", "The HRB and the QRSTU meet.",
            "ALL FEES ARE DUE AT ONCE.")
        let found = DefinitionFinder.undefinedAcronyms(in: document, definitions: DefinitionFinder.find(in: document))
        #expect(found.map(\.acronym) == ["QRSTU"])
        #expect(found.first.map { ($0.clause, $0.uses) } ?? (9, 9) == (0, 2))
    }

    @Test func theMarkUpsOwnTermsCome() {
        var clause = Provision(.definition, depth: 0)
        clause.text = "sluice means a small gate"
        clause.marks = [Mark(.definedTerm, TextRange(0, 6))]
        var document = Document()
        document.provisions = [clause]
        #expect(DefinitionFinder.find(in: document).map(\.term) == ["sluice"])
    }

    private func document(_ texts: String...) -> Document {
        var document = Document()
        document.provisions = texts.map { text in
            var provision = Provision(.paragraph, depth: 0)
            provision.text = text
            return provision
        }
        return document
    }
}
