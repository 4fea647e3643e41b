import KnowledgeBase
import LegalText
import Norms
import TestSupport
import Testing

@Suite struct ExpressionDiffTests {
    private func document(_ clauses: [(number: String, text: String)], norms: [(Int, Modality, String)] = []) -> AnalyzedDocument {
        var document = Document()
        for clause in clauses {
            var provision = Provision(.section, depth: 0)
            provision.number = clause.number
            provision.eId = "sec_" + clause.number
            provision.text = clause.text
            document.provisions.append(provision)
        }
        let found = norms.map { clause, modality, action in
            Norm(
                clause: clause, modality: modality, strength: .binding, action: Slot(text: action, range: TextRange(0, 0)),
                quote: TextRange(0, 0), cue: "", confidence: 1)
        }
        return AnalyzedDocument(
            document: document, agreement: .init(), norms: found, statements: [], references: [], definitions: [], termUses: [])
    }

    private let base = [
        ("1", "The partnership shall share each record within 14 days."), ("2", "The provider may export totals at any time."),
        ("3", "Fees are due on the first of October."), ("4", "Either party may end this agreement on notice."),
    ]

    private func changes(_ old: [(String, String)], _ new: [(String, String)]) -> [String] {
        ExpressionDiff(from: document(old), to: document(new)).entries.map { entry in
            "\(entry.change.rawValue) \(entry.old.map { old[$0].0 } ?? "-") \(entry.new.map { new[$0].0 } ?? "-")"
        }
    }

    @Test func nothingChanged() { #expect(changes(base, base) == ["kept 1 1", "kept 2 2", "kept 3 3", "kept 4 4"]) }

    @Test func anInsertionRenumbersWhatFollows() {
        let new = [base[0], ("2", "Every user completes the induction."), ("3", base[1].1), ("4", base[2].1), ("5", base[3].1)]
        #expect(changes(base, new) == ["kept 1 1", "added - 2", "renumbered 2 3", "renumbered 3 4", "renumbered 4 5"])
    }

    @Test func aRemovedClauseStandsWhereItStood() {
        #expect(changes(base, [base[0], base[2], base[3]]) == ["kept 1 1", "removed 2 -", "kept 3 3", "kept 4 4"])
    }

    @Test func oneClauseMoved() {
        #expect(changes(base, [base[3], base[0], base[1], base[2]]) == ["moved 4 4", "kept 1 1", "kept 2 2", "kept 3 3"])
    }

    @Test func wordsAreMarked() {
        let diff = WordDiff(from: "within 14 days of entry", to: "within seven days of entry")
        #expect(diff.pieces == [.kept("within "), .removed("14 "), .added("seven "), .kept("days of entry")])
    }

    @Test func aDutyThatBecameAPermissionIsNamed() throws {
        let old = document([base[0]], norms: [(0, .obligation, "share each record")])
        let new = document([("1", "The partnership may share each record.")], norms: [(0, .permission, "share each record")])
        let entry = try #require(ExpressionDiff(from: old, to: new).entries.first)
        #expect(entry.norms.map(\.kind) == [.modality(from: .obligation, to: .permission)])
    }

    /// The diff applied to the old text gives the new one, after any edits.
    @Test(arguments: 0..<200) func appliedToTheOldGivesTheNew(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let lexicon = ["party", "shall", "may", "pay", "fees,", "records", "within", "30", "days", "notice.", "the", "a", "é–"]
        func sentence() -> String {
            (0..<Int.random(in: 1...12, using: &random)).map { _ in lexicon.randomElement(using: &random)! }.joined(separator: " ")
        }
        let old = (1...12).map { ("\($0)", sentence()) }
        var new = old
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            let at = Int.random(in: 0..<new.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: new.insert((new[at].0 + "A", sentence()), at: at)
            case 1 where new.count > 1: new.remove(at: at)
            case 2: new[at].1 += " " + sentence()
            default: new.append(new.remove(at: at))
            }
        }
        let diff = ExpressionDiff(from: document(old), to: document(new))
        let applied = diff.entries.compactMap { entry -> String? in
            guard let place = entry.new else { return nil }
            if let words = entry.words { return words.newText }
            return entry.old.map { old[$0].1 } ?? new[place].1
        }
        #expect(applied == new.map(\.1))
        #expect(Set(diff.entries.compactMap(\.old)).count == old.count, "every old clause is accounted for, once")
        #expect(diff.entries.compactMap(\.old).count == old.count)
    }
}
