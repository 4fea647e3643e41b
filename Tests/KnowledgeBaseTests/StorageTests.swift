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
        var reader = ByteReader(stored(Self.full))
        #expect(try json(reader.get()) == json(Self.full))
        #expect(reader.isAtEnd)
    }

    @Test func cutAndFlippedBytesThrowAndNeverTrap() {
        let bytes = stored(Self.full)
        for length in bytes.indices {
            var reader = ByteReader(Array(bytes[..<length]))
            #expect(throws: StorageFault.self) { try reader.get(AnalyzedDocument.self) }
        }
        for index in bytes.indices {
            for bit in [0x01, 0x80] as [UInt8] {
                var flipped = bytes
                flipped[index] ^= bit
                var reader = ByteReader(flipped)
                _ = try? reader.get(AnalyzedDocument.self)
            }
        }
    }

    private func store(_ base: KnowledgeBase, indexName: String, in folder: TemporaryFolder) throws {
        let draft = try #require(BaseDraft(folder.url.appending(path: "draft").path))
        for analyzed in base.documents { #expect(draft.append(BaseDraft.Encoded(analyzed))) }
        let path = folder.url.appending(path: StoredBase.fileName).path
        #expect(draft.place(at: path, base, indexName: indexName, inputs: Fingerprint(value: 7)))
    }

    @Test func storedBaseGivesOneDocumentOrAll() throws {
        var register = Register()
        register.title = "R"
        register.documents["pact.html"] = .init()
        let base = KnowledgeBase(
            register: register, documents: [Self.full], tombstones: [Tombstone(document: "pact", wId: "x", successor: nil)])
        let folder = try TemporaryFolder()
        try store(base, indexName: "index-1", in: folder)
        let stored = try StoredBase(state: folder.url)
        #expect(stored.indexName == "index-1")
        #expect(stored.register == register)
        #expect(try stored.document(id: "pact").map(json) == json(Self.full))
        #expect(try stored.document(id: "other").map(json) == nil)
        #expect(try stored.load().tombstones == base.tombstones)
        #expect(stored.inputs == Fingerprint(value: 7))
    }

    /// What is read from the file when it is asked for is what is held.
    @Test func aStreamedBaseAnswersAsOneThatIsHeld() throws {
        let documents = (0..<80).map { number in
            var analyzed = Self.full
            analyzed.document.id = "pact-\(number)"
            analyzed.document.source = "pact-\(number).html"
            analyzed.norms[0].id = "pact-\(number)#sec_5__para_bA~1"
            analyzed.references[0].resolved = number % 3 == 0 ? nil : Citation("pact-\(number / 2)#sec_5__para_bA")
            return analyzed
        }
        let held = KnowledgeBase(register: Register(), documents: documents, tombstones: [])
        let folder = try TemporaryFolder()
        try store(held, indexName: "i", in: folder)
        let streamed = try StoredBase(state: folder.url).stream()
        #expect(streamed.summaries == held.summaries)
        for index in held.documents.indices.shuffled() {
            #expect(try json(streamed.documents[index]) == json(held.documents[index]))
            #expect(streamed.documents.digest(index).norm(0)?.quote == "The board shall meet")
            #expect(streamed.fingerprint(of: index) == held.fingerprint(of: index))
            let clause = Citation(document: held.summaries[index].id, provision: "sec_5__para_bA")
            #expect(streamed.mentions(of: clause) == held.mentions(of: clause))
            #expect(streamed.place(of: clause) == ClausePlace(document: index, provision: 0))
            #expect(streamed.norm("\(clause)~1") == NormPlace(document: index, norm: 0))
        }
        #expect(streamed.parties.map(\.bears) == held.parties.map(\.bears))
        #expect(streamed.unresolved == held.unresolved)
        #expect(streamed.unresolvedCount == held.unresolved.count)
        #expect(streamed.mentionCounts.map(\.count) == held.mentionCounts.map(\.count))
        try streamed.documents.check()
    }

    @Test func damageThatShowsLateIsTold() throws {
        let folder = try TemporaryFolder()
        try store(KnowledgeBase(register: Register(), documents: [Self.full], tombstones: []), indexName: "i", in: folder)
        let streamed = try StoredBase(state: folder.url).stream()
        let path = folder.url.appending(path: StoredBase.fileName).path
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        try file.seek(toOffset: 400)
        try file.write(contentsOf: Data(repeating: 0xFF, count: 8))
        #expect(streamed.documents[0].document.id == "")
        #expect(throws: StorageFault.corrupt) { try streamed.documents.check() }
    }

    @Test func everyFlippedByteOfAStoredBaseIsFoundOut() throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: StoredBase.fileName)
        try store(KnowledgeBase(register: Register(), documents: [Self.full], tombstones: []), indexName: "i", in: folder)
        let bytes = [UInt8](try Data(contentsOf: path))
        for index in bytes.indices {
            var flipped = bytes
            flipped[index] ^= 0x10
            try Data(flipped).write(to: path)
            #expect(throws: StorageFault.self, "byte \(index)") { try StoredBase(state: folder.url).load() }
        }
    }
}
