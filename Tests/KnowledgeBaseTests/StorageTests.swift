import Agreements
import Calendar
import Foundation
import LegalText
import Norms
import References
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite struct StorageTests {
    /// A document in which no field is left at its default.
    static let full: AnalyzedDocument = {
        var document = Document()
        document.id = "pact"
        document.title = "Pact"
        document.kind = .alliance
        document.language = "en"
        document.source = "pact.html"
        document.format = "html"
        document.uri = "https://example.org/pact"
        document.aliases = ["The Pact"]
        let date = StatedDate(value: PartialDate(year: 2002, month: 4), text: "April 2002", provision: 0, arithmetic: "a + b")
        document.dates.signed = date
        document.dates.effective = date
        document.dates.expiry = date
        document.dates.review = date
        document.parties = [Party(name: "A", aliases: ["B"], role: "owner")]
        document.signatories = [Signatory(name: "N", role: "Chair", party: "A", date: PartialDate(year: 2002, month: 4, day: 30))]
        var provision = Provision(.annex, depth: 2, line: 9)
        provision.label = "(b)"
        provision.number = "5(b)"
        provision.heading = "Né"
        provision.text = "The board shall meet “once” a year."
        provision.continuation = 4
        provision.eId = "sec_5__para_b"
        provision.wId = "sec_5__para_bA"
        provision.aliases = ["x"]
        provision.marks = [
            Mark(.reference(target: "#y"), TextRange(0, 3)), Mark(.date("2002"), TextRange(1, 2)), Mark(.definedTerm, TextRange(1, 2)),
            Mark(.name, TextRange(1, 2)), Mark(.emphasis, TextRange(1, 2)),
        ]
        provision.notes = [Note(offset: 3, label: "1", text: "note")]
        document.provisions = [provision]
        document.diagnostics = [Diagnostic(.brokenNumbering, .error, detail: "d", line: 3, column: 4)]
        var facts = AgreementFacts()
        facts.parties = document.parties
        facts.signatories = document.signatories
        facts.signed = date
        facts.effective = date
        facts.expiry = .perpetual(.init(value: "v", text: "t", provision: 0))
        facts.renewal = .init(value: Period(1, .year), text: "t", provision: nil)
        facts.notice = .init(value: Period(60, .businessDay), text: "t", provision: 0)
        facts.governingLaw = .init(value: "England", text: "t", provision: 0)
        facts.clauseTypes = [.init(type: "Audit Rights", provision: 0)]
        let slot = Slot(text: "meet", range: TextRange(16, 20), clause: 0)
        var norm = Norm(
            clause: 0, modality: .noRight, strength: .expectation, action: slot, quote: TextRange(0, 20), cue: "shall", confidence: 0.875)
        norm.id = "pact#x~1"
        norm.bearers = ["board"]
        norm.bearerIsImplied = true
        norm.counterparties = ["c"]
        norm.participants = [Participant(name: "p", role: .mayAttend)]
        norm.conditions = [slot]
        norm.exceptions = [slot]
        norm.deadline = Deadline(text: "d", range: TextRange(1, 2), count: -3, unit: .month, direction: .atLeastBefore, anchor: "a")
        norm.recurrence = Recurrence(text: "r", range: TextRange(1, 2), times: 1, period: .year, every: 3, rrule: "FREQ=YEARLY")
        norm.status = .corrected
        return AnalyzedDocument(
            document: document, agreement: facts, norms: [norm],
            statements: [Statement(clause: 0, range: TextRange(0, 9), kind: .constitutive)],
            references: [
                Reference(
                    clause: 0, range: TextRange(0, 1), text: "t", target: "u", scope: .document, work: "w", link: "l", isAside: true,
                    resolved: Citation("a#b"))
            ],
            definitions: [Definition(clause: 0, term: "t", range: TextRange(0, 1), meaning: "m", kind: .acronym)],
            termUses: [TermUse(clause: 0, range: TextRange(0, 1), definition: 0)])
    }()

    private func json(_ analyzed: AnalyzedDocument) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(analyzed), as: UTF8.self)
    }

    private func stored(_ analyzed: AnalyzedDocument) -> [UInt8] {
        var writer = ByteWriter()
        writer.put(analyzed)
        return writer.bytes
    }

    /// Through JSON, which knows every field by itself: a field that the stored form forgets makes a difference.
    @Test func everyFieldComesBack() throws {
        var reader = ByteReader(stored(Self.full)[...])
        #expect(try json(reader.get()) == json(Self.full))
        #expect(reader.isAtEnd)
    }

    @Test func cutAndFlippedBytesThrowAndNeverTrap() {
        let bytes = stored(Self.full)
        for length in bytes.indices {
            var reader = ByteReader(bytes[..<length])
            #expect(throws: StorageFault.self) { try reader.get(AnalyzedDocument.self) }
        }
        for index in bytes.indices {
            for bit in [0x01, 0x80] as [UInt8] {
                var flipped = bytes
                flipped[index] ^= bit
                var reader = ByteReader(flipped[...])
                _ = try? reader.get(AnalyzedDocument.self)
            }
        }
    }

    @Test func storedBaseGivesOneDocumentOrAll() throws {
        var register = Register()
        register.title = "R"
        register.documents["pact.html"] = .init()
        let base = KnowledgeBase(
            register: register, documents: [Self.full], tombstones: [Tombstone(document: "pact", wId: "x", successor: nil)])
        let folder = try TemporaryFolder()
        let bytes = StoredBase.bytes(of: base, indexName: "index-1")
        try Data(bytes).write(to: folder.url.appending(path: StoredBase.fileName))
        let stored = try StoredBase(state: folder.url)
        #expect(stored.indexName == "index-1")
        #expect(stored.register == register)
        #expect(try stored.document(id: "pact").map(json) == json(Self.full))
        #expect(try stored.document(id: "other").map(json) == nil)
        #expect(try stored.load().tombstones == base.tombstones)
    }

    @Test func everyFlippedByteOfAStoredBaseIsFoundOut() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: StoredBase.fileName)
        let bytes = StoredBase.bytes(of: KnowledgeBase(register: Register(), documents: [Self.full], tombstones: []), indexName: "i")
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 0x10
            try Data(flipped).write(to: path)
            #expect(throws: StorageFault.self, "byte \(index)") { try StoredBase(state: folder.url).load() }
        }
    }
}
