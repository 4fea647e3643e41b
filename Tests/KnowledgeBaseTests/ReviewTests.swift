import KnowledgeBase
import LegalText
import Norms
import TestSupport
import Testing
import YAMLReading

@Suite struct ReviewTests {
    private func documents(_ texts: [String]) -> [AnalyzedDocument] {
        var document = Document()
        document.id = "policy"
        var norms: [Norm] = []
        for (index, text) in texts.enumerated() {
            var provision = Provision(.paragraph, depth: 0)
            provision.wId = "para_\(index + 1)"
            provision.text = text
            document.provisions.append(provision)
            var norm = Norm(
                clause: index, modality: .obligation, strength: .binding, action: Slot(text: "x", range: TextRange(0, 0)),
                quote: TextRange(0, text.utf8.count), cue: "must", confidence: 0.5)
            norm.id = "policy#para_\(index + 1)~1"
            norms.append(norm)
        }
        return [
            AnalyzedDocument(
                document: document, agreement: .init(), norms: norms, statements: [], references: [], definitions: [], termUses: [])
        ]
    }

    private func review(_ number: Int, _ decision: Review.Decision, text: String?) -> Review {
        var review = Review(
            subject: .norm("policy#para_\(number)~1", occurrence: nil), decision: decision, place: FilePlace(file: "reviews.yaml"))
        review.text = text
        review.fingerprint = text.map { Fingerprint($0).description }
        return review
    }

    @Test func aCorrectionWinsAndTheMachineValueIsKept() throws {
        var documents = documents(["The partner must pay."])
        var correction = review(1, .corrected, text: "The partner must pay.")
        correction.set = [.bearers: ["Partner"], .action: ["pay"]]
        let book = ReviewBook([correction], applyingTo: &documents)
        let norm = documents[0].norms[0]
        #expect(norm.bearers == ["Partner"])
        #expect(norm.action == Slot(text: "pay", range: TextRange(17, 20)))
        #expect(norm.status == .corrected)
        #expect(book.outcomes[0].machine?.bearers == [])
    }

    @Test func anEditMakesItStaleAndItIsNotApplied() {
        var documents = documents(["The partner must pay at once."])
        let book = ReviewBook([review(1, .rejected, text: "The partner must pay.")], applyingTo: &documents)
        #expect(book.outcomes.map(\.state) == [.stale])
        #expect(documents[0].norms[0].status == .stale)
        #expect(documents[0].norms[0].modality == .obligation)
    }

    @Test func theLaterDecisionWins() {
        var documents = documents(["A must pay."])
        _ = ReviewBook([review(1, .rejected, text: "A must pay."), review(1, .accepted, text: "A must pay.")], applyingTo: &documents)
        #expect(documents[0].norms[0].status == .accepted)
    }

    @Test func anOccurrenceHasItsOwnFulfilment() {
        var documents = documents(["A must report each year."])
        var done = review(1, .done, text: nil)
        done.subject = .norm("policy#para_1~1", occurrence: PartialDate(year: 2025))
        let book = ReviewBook([done], applyingTo: &documents)
        #expect(book.fulfilment(of: "policy#para_1~1", at: PartialDate(year: 2025))?.decision == .done)
        #expect(book.fulfilment(of: "policy#para_1~1", at: PartialDate(year: 2026)) == nil)
        #expect(documents[0].norms[0].status == .extracted)
    }

    @Test func whatIsWrittenIsReadBack() throws {
        var first = review(1, .corrected, text: "He said: \"no\"\n\u{1}\u{2028}—")
        first.set = [.bearers: ["A, Inc.", "B"], .modality: ["prohibition"], .action: ["act: now"]]
        first.on = PartialDate(year: 2026, month: 1, day: 12)
        first.by = "- A. Reviewer #1"
        var second = review(2, .noConflict, text: nil)
        second.subject = .conflict("a#b~1", "c#d~1")
        let text = "# decided in January\n" + ReviewFile.write(first) + ReviewFile.write(second)
        var read = try ReviewFile.read(text, file: "reviews.yaml")
        for index in read.indices { read[index].place = FilePlace(file: "reviews.yaml") }
        #expect(read == [first, second])
    }

    @Test(arguments: [
        ("- norm: a\n  decision: perhaps", 2), ("- decision: done", 1), ("- norm: a\n  decision: corrected", 1), ("norm: a", 1),
        ("- norm: a\n  decision: accepted\n  set: { bearer: x }", 3), ("- norm: a\n  decision: no-conflict", 2),
        ("- norm: a\n  decision: done\n  on: 2026-13-01", 3),
    ]) func aBrokenFileSaysWhere(_ text: String, _ line: Int) {
        do throws(FileError) {
            _ = try ReviewFile.read(text, file: "reviews.yaml")
            Issue.record("no error")
        } catch { #expect(error.place.line == line) }
    }

    /// Whatever happens to the text, every record stays: fresh where the clause is as it was, else stale or orphaned.
    @Test func noneIsLostInAThousandEdits() {
        var random = SeededGenerator(seed: 7)
        let original = (1...40).map { "Clause number \($0) must be kept by the partner." }
        let reviews = original.indices.map { review($0 + 1, .accepted, text: original[$0]) }
        var texts = original
        for _ in 0..<1_000 {
            let at = Int.random(in: 0..<max(texts.count, 1), using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0 where texts.count > 20: texts.remove(at: at)
            case 1: texts.insert(original.randomElement(using: &random)!, at: at)
            default: texts[at] += " x"
            }
            if texts.count > 60 { texts.removeLast(20) }
            var documents = documents(texts)
            let book = ReviewBook(reviews, applyingTo: &documents)
            #expect(book.outcomes.map(\.review) == reviews)
            for (index, outcome) in book.outcomes.enumerated() {
                let expected: ReviewBook.State = index >= texts.count ? .orphaned : texts[index] == original[index] ? .fresh : .stale
                #expect(outcome.state == expected)
            }
        }
    }
}
