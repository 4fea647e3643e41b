import Calendar
import KnowledgeBase
import LegalText
import Norms
import References
import Testing

@Suite struct ConflictTests {
    private struct Statement {
        var modality: Modality
        var action: String
        var bearer = "Partnership"
        var counterparty: String?
        var days: Int?
        /// What the clause says in front of the action.
        var before = ""
    }

    /// A document a statement, each a clause of its own.
    private func conflicts(_ statements: [Statement], referring: [(from: Int, to: Int)] = [], sameDocument: Bool = false) -> [Conflict] {
        var documents: [AnalyzedDocument] = []
        for (index, statement) in statements.enumerated() {
            let text = statement.before + statement.action
            var norm = Norm(
                clause: 0, modality: statement.modality, strength: .binding,
                action: Slot(text: statement.action, range: TextRange(statement.before.utf8.count, text.utf8.count)),
                quote: TextRange(0, text.utf8.count), cue: "", confidence: 1)
            norm.bearers = [statement.bearer]
            norm.counterparties = [statement.counterparty].compactMap { $0 }
            if let days = statement.days {
                norm.deadline = Deadline(
                    text: "within \(days) days", range: TextRange(0, 0), count: days, unit: .day, direction: .within, anchor: nil)
            }
            var document = Document()
            document.id = "d\(index)"
            var provision = Provision(.paragraph, depth: 0)
            provision.eId = "para_1"
            provision.text = text
            document.provisions = [provision]
            let references = referring.filter { $0.from == index }.map {
                Reference(
                    clause: 0, range: TextRange(0, 0), text: "", target: "", scope: .document,
                    resolved: Citation(document: "d\($0.to)", provision: "para_1"))
            }
            documents.append(
                AnalyzedDocument(
                    document: document, agreement: .init(), norms: [norm], statements: [], references: references, definitions: [],
                    termUses: []))
        }
        return KnowledgeBase(register: Register(), documents: documents, tombstones: []).conflicts()
    }

    @Test func whatOneForbidsAndAnotherAllows() throws {
        let found = conflicts([
            Statement(modality: .prohibition, action: "give non-members access to reports"),
            Statement(modality: .permission, action: "give access to reports"),
        ])
        let conflict = try #require(found.first)
        #expect(found.count == 1)
        #expect(conflict.reason == .forbiddenAndAllowed)
        #expect(!conflict.isReconciled)
    }

    /// What is forbidden of all but one kind is not forbidden of that kind.
    @Test func whatOneLeavesOutIsNoConflict() {
        #expect(
            conflicts([
                Statement(modality: .prohibition, action: "enter any activity that is not Reach activity"),
                Statement(modality: .permission, action: "enter Reach activity"),
            ]).isEmpty)
    }

    /// One act, but another verb: to give a record is not to keep it.
    @Test func anotherVerbIsAnotherAct() {
        #expect(
            conflicts([
                Statement(modality: .prohibition, action: "keep customer data records"),
                Statement(modality: .obligation, action: "deliver customer data records"),
            ]).isEmpty)
    }

    /// One verb, but done to another thing.
    @Test func anotherObjectIsAnotherAct() {
        #expect(
            conflicts([
                Statement(modality: .obligation, action: "announce the region of each committee meeting", days: 365),
                Statement(modality: .obligation, action: "announce the appeal process to the committee meeting", days: 7),
            ]).isEmpty)
    }

    /// What some of them may not, the others may.
    @Test func aDenialForSomeOfTheBearersIsNoConflict() {
        let allowed = Statement(modality: .permission, action: "use the software")
        func denied(_ subject: String) -> Statement {
            Statement(modality: .prohibition, action: "use the software", before: subject + " shall no longer be authorised to ")
        }
        #expect(conflicts([allowed, denied("A partnership whose agreement has ended")]).isEmpty)
        #expect(conflicts([allowed, denied("The partnership")]).count == 1)
    }

    /// "The customer" of one contract is not that of another.
    @Test func aLabelIsNobodyElsewhere() {
        let pair = [
            Statement(modality: .prohibition, action: "publish records", bearer: "Customer"),
            Statement(modality: .permission, action: "publish records", bearer: "Customer"),
        ]
        #expect(conflicts(pair).isEmpty)
        #expect(conflicts(pair, referring: [(1, 0)]).count == 1)
    }

    @Test func twoTimesForOneDuty() {
        let found = conflicts([
            Statement(modality: .obligation, action: "share each record", days: 14),
            Statement(modality: .obligation, action: "share the record", days: 7),
        ])
        #expect(found.map(\.reason) == [.differentDeadlines])
    }

    @Test func aReferenceReconciles() {
        let found = conflicts(
            [
                Statement(modality: .prohibition, action: "publish records"), Statement(modality: .permission, action: "publish records"),
            ], referring: [(1, 0)])
        #expect(found.map(\.isReconciled) == [true])
    }

    @Test(arguments: [
        // Another bearer, another act, another counterparty, the same demand.
        (Statement(modality: .permission, action: "publish records", bearer: "Provider")),
        (Statement(modality: .permission, action: "delete accounts")),
        (Statement(modality: .permission, action: "publish records", counterparty: "Office")),
        (Statement(modality: .prohibition, action: "publish records")),
    ]) private func whatDoesNotMeet(_ other: Statement) {
        let first = Statement(modality: .prohibition, action: "publish records", counterparty: "Ministry")
        #expect(conflicts([first, other]).isEmpty)
    }
}
