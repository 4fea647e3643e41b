import Language
import Testing

@testable import Norms

/// The readers that ask first whether there can be anything, beside the same without asking.
struct SlowTwinTests {
    private static let texts =
        (LiterateCase.load("good") + LiterateCase.load("bad")).map(\.text) + [
            "Member States and third countries may inform the public, the European Parliament and the Union.",
            "Developing countries, parties, SMEs and the Member States' authorities shall notify ACER by post.",
        ]

    /// Every token is tried as the head of an actor's name.
    @Test(arguments: texts) func actorsAreThoseOfAllHeads(_ text: String) {
        let tokens = TokenizedText(text)
        let grammar = Grammar(tokens)
        var found: [Range<Int>] = []
        var index = 0
        while index < tokens.tokens.count {
            guard let mention = ActorPhrase.read(grammar, headAt: index) else {
                index += 1
                continue
            }
            found.append(mention.tokens)
            index = max(index + 1, mention.tokens.upperBound)
        }
        #expect(Actors.find(in: tokens).map(\.name) == found.map(grammar.name))
    }

    @Test(arguments: texts) func sentencesAtHandChangeNothing(_ text: String) {
        let tokens = TokenizedText(text)
        let alone = NormExtractor().read(tokens, units: [])
        let given = NormExtractor().read(tokens, units: [], sentences: Sentences.split(text))
        #expect(alone.norms == given.norms && alone.statements == given.statements)
    }

    @Test func aFeatureIsCountedOnce() {
        let tokens = TokenizedText(String(repeating: "The operator shall inform the competent authority of the operator, and ", count: 20))
        let features = RegulativeFeatures.of(0..<tokens.tokens.count, in: tokens, norms: [])
        #expect(Set(features).count == features.count && !features.isEmpty)
    }
}
