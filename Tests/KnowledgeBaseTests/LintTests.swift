import LegalText
import References
import Testing

@testable import KnowledgeBase

@Suite struct LintTests {
    private func base(_ provisions: [Provision], references: [Reference] = [], register: Register = Register()) -> KnowledgeBase {
        var document = Document()
        document.id = "rules"
        document.source = "rules.txt"
        document.provisions = provisions
        for index in document.provisions.indices { document.provisions[index].wId = "para_\(index + 1)" }
        let analyzed = AnalyzedDocument(
            document: document, agreement: .init(), norms: [], statements: [], references: references, definitions: [], termUses: [])
        return KnowledgeBase(register: register, documents: [analyzed], tombstones: [])
    }

    private func clause(_ text: String, label: String = "", depth: Int = 0, _ type: ProvisionType = .paragraph) -> Provision {
        var provision = Provision(type, depth: depth, line: 7)
        provision.text = text
        provision.label = label
        return provision
    }

    private func kinds(_ base: KnowledgeBase) -> [Finding.Kind] { base.lint().map(\.kind).filter { $0 != .undatedDocument } }

    @Test func colonWithNothingAfterItDangles() {
        #expect(kinds(base([clause("The savings are these:"), clause("Please ask the office.")])) == [.danglingColon])
        #expect(kinds(base([clause("The savings are these:")])) == [.danglingColon])
    }

    @Test func colonBeforeAListDoesNot() {
        #expect(kinds(base([clause("The board shall:"), clause("meet;", depth: 1, .point)])).isEmpty)
        #expect(kinds(base([clause("The board shall:"), clause("meet;", label: "(a)")])).isEmpty)
        #expect(kinds(base([clause("The rule says:"), clause("No dogs.", .quotation)])).isEmpty)
    }

    @Test(arguments: [
        (["(a)", "(b)", "(c)"], 0), (["(a)", "(c)"], 1), (["(a)", "(b)", "(b)"], 1), (["1.", "2.", "4."], 1), (["(h)", "(i)", "(j)"], 0),
        (["(i)", "(ii)", "(iii)", "(iv)"], 0), (["(ii)", "(iv)"], 1), (["(a)", "(b)", "(a)", "(b)"], 0), (["A", "B", "C"], 0),
        (["6A.", "6B."], 0),
        (["(v)", "(vi)"], 0), (["(u)", "(v)", "(w)"], 0), (["Article 1", "Article 3"], 0),
    ])
    func listsThatSkipOrRepeatAreBroken(labels: [String], faults: Int) {
        let base = base([clause("Members must:")] + labels.map { clause("act", label: $0, depth: 1, .point) })
        #expect(kinds(base) == Array(repeating: .brokenList, count: faults))
    }

    @Test func referencesThatLeadNowhere() {
        func reference(_ target: String, _ scope: Reference.Scope) -> Reference {
            Reference(clause: 0, range: TextRange(0, 3), text: target, target: target, scope: scope)
        }
        let base = base(
            [clause("See Annex B, section 9, the Port Act and the Port Act.")],
            references: [
                reference("Annex B", .internal), reference("9", .internal), reference("Port Act", .external),
                reference("the Port Act", .external),
            ])
        #expect(Set(kinds(base)) == [.absentAnnex, .brokenReference, .workNotHeld])
        #expect(kinds(base).count == 3)
        #expect(base.incoming(toWorkNamed: "port act").count == 2)
    }

    @Test func documentWithoutAnyDateIsToldAndARegisterDateMendsIt() {
        #expect(base([clause("Be kind.")]).lint().map(\.kind) == [.undatedDocument])
        var register = Register()
        register.documents["rules.txt"] = .init()
        register.documents["rules.txt"]?.version = PartialDate(year: 2024)
        register.documents["lost.txt"] = .init()
        let findings = base([clause("Be kind.")], register: register).lint()
        #expect(findings.map(\.kind) == [.unknownInRegister])
        #expect(findings.first?.subject == "lost.txt")
    }
}
