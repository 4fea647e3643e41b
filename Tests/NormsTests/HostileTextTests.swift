import LegalText
import Norms
import Testing

/// No text whatever makes the grammar trap, and none takes it long.
struct HostileTextTests {
    private static let words = [
        "shall", "may", "not", "(", ")", ",", ";", ":", "to", "that", "which", "and", "or", "be", "is", "has", "right", "of", "no", "it",
        "within", "30", "days", "thirty", "(30)", "by",
        "every", "at", "least", "in", "the", "event", "’s", "—", "é", "doit", "ne", "peut", "est", "tenu", "(a)", "agrees", "grants",
        "committed", "will", "need", "if", "unless", "with",
        "notice", "only", "nothing", "from", "than", "responsible", "for", "have", "Tenant", "whether", "yes", "answer", "\u{A0}", "”",
        "\n",
    ]

    @Test func shuffledWordsNeverTrap() {
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<1000 {
            let text = (0..<next(40)).map { _ in Self.words[next(Self.words.count)] }.joined(separator: " ")
            let reading = NormExtractor().read(text: text, units: [], agent: "[tenant]")
            for norm in reading.norms { #expect(norm.quote.end <= text.utf8.count) }
        }
    }

    @Test func longJunkTakesNoLongerThanItIsLong() {
        let clock = ContinuousClock()
        func time(_ count: Int) -> Duration {
            clock.measure { _ = NormExtractor().read(text: String(repeating: "if (a) shall , and ", count: count), units: []) }
        }
        _ = time(100)
        let short = time(500)
        let long = time(4000)
        #expect(long < short * 40)
    }
}
