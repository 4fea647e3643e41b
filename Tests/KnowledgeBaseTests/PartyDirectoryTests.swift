import LegalText
import Norms
import References
import Testing

@testable import KnowledgeBase

@Suite struct PartyDirectoryTests {
    /// An alliance of two parties whose one norm names its bearers as `bearers`.
    private func base(bearers: [String]) -> KnowledgeBase {
        var document = Document()
        document.id = "pact"
        document.kind = .alliance
        document.parties = [Party(name: "Ministry of Ports", aliases: ["MoP"]), Party(name: "Harbour Board")]
        var clause = Provision(.paragraph, depth: 0)
        clause.text = "The Harbour Board (HB) and the Ministry shall meet."
        clause.eId = "para_1"
        clause.wId = "para_1"
        document.provisions = [clause]
        var norm = Norm(
            clause: 0, modality: .obligation, strength: .binding, action: Slot(text: "meet", range: TextRange(46, 50)),
            quote: TextRange(0, 51), cue: "shall", confidence: 1)
        norm.id = "pact#para_1~1"
        norm.bearers = bearers
        let acronym = Definition(clause: 0, term: "HB", range: TextRange(19, 21), meaning: "Harbour Board", kind: .acronym)
        let analyzed = AnalyzedDocument(
            document: document, agreement: .init(), norms: [norm], statements: [], references: [], definitions: [acronym], termUses: [])
        return KnowledgeBase(register: Register(), documents: [analyzed], tombstones: [])
    }

    @Test(arguments: [
        ("HB", ["Harbour Board"]), ("the Harbour Board", ["Harbour Board"]), ("MoP", ["Ministry of Ports"]),
        ("both parties", ["Harbour Board", "Ministry of Ports"]), ("each party", ["Harbour Board", "Ministry of Ports"]),
        ("the Alliance", ["Harbour Board", "Ministry of Ports"]), ("either organisation", ["Harbour Board", "Ministry of Ports"]),
        ("Harbour Master", ["Harbour Master"]), ("it", []),
    ])
    func printedNameLeadsToItsParties(printed: String, names: [String]) {
        let base = base(bearers: [printed])
        let found = base.bearers(of: NormPlace(document: 0, norm: 0)).map { base.parties[$0].name }
        #expect(found.sorted() == names)
    }

    @Test func bearerThatIsNoPartyBecomesARoleAndListsItsNorms() throws {
        let base = base(bearers: ["each Harbour Master"])
        let role = try #require(base.parties.first { $0.kind == .role })
        #expect(role.name == "Harbour Master")
        #expect(role.bears == [NormPlace(document: 0, norm: 0)])
        #expect(base.parties(answeringTo: "harbour masters").map { base.parties[$0].id } == ["harbour-master"])
    }

    @Test func lookupsAgree() throws {
        let base = base(bearers: [])
        let place = try #require(base.place(of: Citation("pact#para_1")))
        #expect(base.citation(of: place).description == "pact#para_1")
        #expect(base.norm("pact#para_1~1") == base.norms(of: place).first)
        #expect(base.place(of: Citation("pact#para_2")) == nil)
        #expect(base.index(of: "other") == nil)
    }
}
