import Testing

@testable import SiteRendering

@Suite struct ExcerptTests {
    @Test func aShortTextStays() {
        #expect(Excerpt.firstWords("The fee is due.", limit: 20) == "The fee is due.")
        #expect(Excerpt.of("The fee is due.", around: "due", limit: 20) == "The fee is due.")
    }

    @Test func wordsAreKeptWhole() {
        #expect(Excerpt.firstWords("The annual fee is due in March.", limit: 12) == "The annual…")
        #expect(Excerpt.of("one two three four five six seven eight", around: "five", limit: 15) == "… four five six …")
    }

    @Test func bothEndsShowWhatIsMissing() {
        let text = "Provided, That the Board shall publish the report and the Office shall keep it."
        #expect(Excerpt.of(text, around: "Provided", limit: 24) == "Provided, That the Board …")
        #expect(Excerpt.of(text, around: "keep it", limit: 24).hasSuffix("shall keep it."))
        #expect(Excerpt.of(text, around: "keep it", limit: 24).hasPrefix("… "))
    }

    @Test func whatIsNotThereLeavesTheFirstWords() {
        #expect(Excerpt.of("one two three four", around: "nine", limit: 9) == "one two…")
    }

    /// Neither spaces nor ASCII.
    @Test(arguments: 1...40) func noCharacterIsCut(limit: Int) {
        let text = String(repeating: "規則", count: 30)
        for excerpt in [Excerpt.of(text, around: "則", limit: limit), Excerpt.of("a " + text, around: text, limit: limit)] {
            #expect(!excerpt.contains("\u{FFFD}"))
        }
    }
}
