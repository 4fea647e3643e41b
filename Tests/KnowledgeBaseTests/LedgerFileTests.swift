import LegalText
import Testing

@testable import KnowledgeBase

@Suite struct LedgerFileTests {
    private let ledger: Ledger = {
        var ledger = Ledger()
        for (document, wIds) in ["b-rules": ["para_10", "para_2", "para_6A", "para_6"], "a-rules": ["sec_1__subsec_2"]] {
            let entries = wIds.map {
                Ledger.Entry(wId: $0, fingerprint: Fingerprint($0), sketch: Sketch(of: "the text of \($0)"), isGone: $0 == "para_2")
            }
            ledger.documents[document] = NaturalOrder.sorted(entries, by: \.wId)
        }
        return ledger
    }()

    @Test func readsWhatItWritesAndLinesAreSorted() throws {
        let text = LedgerFile.write(ledger)
        #expect(try LedgerFile.read(Array(text.utf8)) == ledger)
        let names = text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").prefix(2).joined(separator: "#") }
        #expect(names == ["a-rules#sec_1__subsec_2", "b-rules#para_2", "b-rules#para_6", "b-rules#para_6A", "b-rules#para_10"])
    }

    @Test(arguments: [
        ("a\tpara_1\tlive", LedgerFile.Fault.Kind.columns(3)), ("<<<<<<< ours", .conflictMarker),
        ("a\tpara_1\tlost\t0\t0", .state), ("a\tpara_1\tlive\txyz\t0", .fingerprint),
        ("a\tpara_1\tlive\t0123456789abcdef\t00", .sketch),
    ])
    func faultHasItsLine(line: String, kind: LedgerFile.Fault.Kind) {
        #expect(throws: LedgerFile.Fault(kind: kind, line: 2)) { try LedgerFile.read(Array(("# heading\n" + line + "\n").utf8)) }
    }

    @Test func identifierTwiceIsAFault() throws {
        let text = LedgerFile.write(ledger)
        let last = try #require(text.split(separator: "\n").last)
        #expect(throws: LedgerFile.Fault(kind: .repeated, line: 7)) { try LedgerFile.read(Array((text + last).utf8)) }
    }
}
