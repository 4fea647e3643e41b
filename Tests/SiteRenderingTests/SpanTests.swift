import LegalText
import Testing

@testable import SiteRendering

@Suite struct SpanTests {
    private func write(_ text: String, outer: [Span] = [], inner: [Span] = []) -> String {
        var html = HTML()
        SpanWriter(text, outer: outer, inner: inner).write(TextRange(0, text.utf8.count), to: &html)
        return html.string
    }

    private func span(_ start: Int, _ end: Int, rank: Int = 0) -> Span {
        Span(range: TextRange(start, end), open: "[", close: "]", rank: rank)
    }

    @Test func innerStandsInsideAndBetweenOuter() {
        #expect(write("abcdef", outer: [span(1, 4)], inner: [span(2, 3), span(5, 6)]) == "a[b[c]d]e[f]")
    }

    @Test func whatCrossesABorderIsLeftOut() {
        #expect(write("abcdef", outer: [span(1, 4)], inner: [span(3, 5)]) == "a[bcd]ef")
        #expect(write("abcdef", outer: [span(2, 4)], inner: [span(1, 3)]) == "ab[cd]ef")
    }

    @Test func theLowerRankWins() {
        let kept = Span(range: TextRange(1, 3), open: "<", close: ">", rank: 0)
        #expect(write("abcd", inner: [span(0, 2, rank: 1), kept]) == "a<bc>d")
    }

    @Test(arguments: [(-1, 2), (0, 99), (3, 2), (1, 2)])
    func rangesThatDoNotFitAreLeftOut(_ start: Int, _ end: Int) {
        // é is two bytes: offset 1 cuts it.
        #expect(write("éa", inner: [span(start, end)]) == "éa")
    }

    @Test func anyRangesGiveTheWholeTextAndBalancedMarks() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let text = "añb c–d <e> & f"
            func some() -> [Span] {
                (0..<6).map { span(.random(in: -2...18, using: &random), .random(in: -2...20, using: &random), rank: $0 % 3) }
            }
            let written = write(text, outer: some(), inner: some())
            #expect(written.filter { $0 != "[" && $0 != "]" } == "añb c–d &lt;e&gt; &amp; f")
            #expect(written.count { $0 == "[" } == written.count { $0 == "]" })
        }
    }
}
