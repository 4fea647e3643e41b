import Foundation
import Language
import LegalText
import Testing

@testable import Agreements

@Suite struct ClauseTypeTests {
    @Test(arguments: [
        (
            "Neither party may assign this Agreement or any of its rights without the prior written consent of the other party.",
            "Anti-Assignment"
        ),
        (
            "This Agreement shall be void; Supplier shall maintain commercial general liability insurance of $1,000,000 per occurrence.",
            "Insurance"
        ),
        ("In no event shall either party's aggregate liability exceed the fees paid in the preceding twelve months.", "Cap On Liability"),
        ("Licensor hereby grants to Licensee a license to use the Software during the Term.", "License Grant"),
        ("The auditor may audit and inspect the books and records of Licensee upon ten days' notice.", "Audit Rights"),
        ("Each party shall not disparage the other party or make any disparaging statements about it.", "Non-Disparagement"),
        ("The source code of the Software shall be deposited with an escrow agent.", "Source Code Escrow"),
    ])
    func typesAndTheirClause(sentence: String, type: String) {
        let facts = AgreementReader.read(document("The parties agree as follows.", sentence, "Headings are for convenience of reference."))
        #expect(facts.clauseTypes.contains { $0.type == type && $0.provision == 1 })
    }

    @Test func ordinaryProseHasNone() {
        let facts = AgreementReader.read(document("The garden opens in spring.", "Visitors enjoy the roses, and the tea room serves cake."))
        #expect(facts.clauseTypes.isEmpty)
    }

    @Test func theShippedModelIsWhole() throws {
        let model = try #require(ClauseModel.shipped)
        #expect(model.heads.count == ClauseTypes.names.count)
        #expect(Base64.decode(ClauseModelData.base64).count < 4_000_000)
    }

    @Test func brokenModelsAreRefused() {
        let bytes = Base64.decode(ClauseModelData.base64)
        #expect(ClauseModel([]) == nil)
        #expect(ClauseModel(Array(bytes.prefix(1000))) == nil)
        #expect(ClauseModel([0] + bytes) == nil)
    }

    @Test(arguments: [("TWFu", "Man"), ("TWE=", "Ma"), ("T\nQ==", "M"), ("", "")] as [(StaticString, String)])
    func base64(text: StaticString, bytes: String) {
        #expect(Base64.decode(text) == Array(bytes.utf8))
    }

    @Test func wholeSquareRoots() {
        for value in 0..<2_000 as Range<UInt64> {
            let root = ClauseModel.root(value)
            #expect(root * root <= value && (root + 1) * (root + 1) > value)
        }
        #expect(ClauseModel.root(1 << 62) == 1 << 31)
    }

    /// Against the logarithm itself: four sentences count, in whatever order they come, and the fifth adds nothing.
    @Test(arguments: [
        [10, 40, 20, 30], [0, 0, 0, 0], [500, -900, 480, 200], [2_000], [-2_304, -2_304, 7], [900, 900, 900, 900, 899, 100],
    ])
    func sentencesAddUpTheirOdds(_ values: [Int32]) {
        for order in [values, values.reversed()] {
            var scores = ClauseScores()
            for (number, value) in order.enumerated() {
                scores.add([Int32](repeating: value, count: ClauseTypes.names.count), provision: number)
            }
            let best = (values + [Int32](repeating: -2_304, count: 4)).sorted(by: >).prefix(4)
            let exact = 256 * log(best.reduce(exp(-9)) { $0 + exp(Double($1) / 256) })
            #expect(abs(Double(scores.total(32)) - exact) < 20)
            #expect(order[scores.provisions[0]] == values.max())
        }
    }

    @Test func aSumIsNeverLessThanItsParts() {
        for difference in stride(from: Int32(0), to: 4_000, by: 7) {
            let sum = ClauseScores.sum(100, 100 + difference)
            #expect(sum >= 100 + difference && sum == ClauseScores.sum(100 + difference, 100))
        }
    }
}
