import Language
import Testing

@testable import Norms

/// Regulatory prose: who is obliged, and which sentences only say what counts.
struct RegulativeTests {
    @Test(arguments: [
        ("Member States shall notify the Commission of the measures taken under paragraph 1.", true),
        ("The competent authority shall inform the applicant without delay.", true),
        ("The Commission shall adopt implementing acts laying down the form of the register.", true),
        ("Importers, once registered, shall keep the records referred to in Article 4.", true),
        ("This Regulation shall enter into force on the day following its publication.", false),
        ("For the purposes of this Directive, the definitions in Article 2 shall apply.", false),
        ("The amount referred to in paragraph 2 shall not exceed 5 % of the total.", false),
        ("The report referred to in Article 9 shall contain the following information.", false),
    ])
    func obliges(_ sentence: String, _ expected: Bool) {
        let norms = NormExtractor().read(text: sentence, units: []).norms
        #expect(norms.contains { $0.modality == .obligation || $0.modality == .prohibition } == expected)
    }

    /// What the grammar misses and the model finds still names whoever is the subject.
    @Test func theSubjectIsTheBearer() throws {
        let norms = NormExtractor().read(text: "Importers, once registered, shall keep the records referred to in Article 4.", units: [])
            .norms
        #expect(norms.first?.bearers.first?.hasPrefix("Importers") == true)
    }

    @Test(arguments: [
        ("The Tenant shall pay the rent.", false), ("Member States shall act.", true), ("Article 4 shall apply.", true),
        ("The club must be told.", false), ("A list shall be kept.", true), ("Annex I shall be kept.", true),
        ("Article 4 was long.", false), ("The Commission shall hear the contracting parties.", true),
        ("The terms of the Union's contract shall be met.", true), ("It is without prejudice to paragraphs 1 and 2 and shall end.", true),
        ("The Company shall pay the Commission when the contract ends.", false), ("The Commission shall inform the tenant.", true),
        ("The clerk shall inform the tenant.", false),
    ])
    func speaksOfRegulation(_ text: String, _ expected: Bool) {
        #expect(RegulativeJudge.speaks(in: TokenizedText(text)) == expected)
    }

    /// A class of words holds their inflected forms: "notified" is where "notify" is, and not where "amend" is.
    @Test(arguments: [("notify", "notified"), ("submit", "submitted"), ("take", "taken"), ("use", "used"), ("lapse", "expire")])
    func wordsOfOneClass(_ first: String, _ second: String) {
        #expect(verbClasses(first) & verbClasses(second) != 0)
        #expect(verbClasses(second) & verbClasses("amend") == 0)
    }

    private func verbClasses(_ word: String) -> UInt64 {
        let text = TokenizedText(word)
        return RegulativeLexicon.verbClasses(text.tokens[0], in: text)
    }

    /// The weights as shipped give these numbers on every machine; training writes new weights, and with them new numbers here.
    @Test(arguments: [(0, 231), (1, 31), (2, -206)])
    func theShippedWeightsAreFixed(_ first: Int, _ score: Int) {
        #expect(RegulativeModel.shared.score(Array(stride(from: first, to: RegulativeFeatures.size, by: 97))) == score)
    }

    @Test func brokenWeightsDecideNothing() {
        let model = RegulativeModel("AAAA")
        #expect(!model.isTrained)
        #expect(model.score([1, 2, 3]) == 0)
    }

    @Test(arguments: ["shall", "shall shall shall", "shall, , , :", "(((( shall ))))", "must be", "Article 1 shall :"])
    func hostileSentencesAreRead(_ text: String) {
        let tokens = TokenizedText(String(repeating: text + " ", count: 300))
        _ = RegulativeFeatures.of(0..<tokens.tokens.count, in: tokens, norms: [])
        _ = NormExtractor().read(text: String(repeating: text + " ", count: 300), units: [])
    }
}
