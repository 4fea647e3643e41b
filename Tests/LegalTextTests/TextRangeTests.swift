import LegalText
import Testing

@Suite struct TextRangeTests {
    @Test func slicesByUTF8Offsets() {
        let text = "Règle – one"
        #expect(text[TextRange(0, 6)] == "Règle")
        #expect(text[TextRange(11, 99)] == "one")
    }

    @Test func scalarOffsetsAgreeWithCountingScalars() {
        let text = String(repeating: "aé–𝔘 ", count: 40)
        let offsets = ScalarOffsets(text)
        var utf8 = 0
        for (count, scalar) in text.unicodeScalars.enumerated() {
            #expect(offsets.scalar(utf8) == count)
            utf8 += scalar.utf8.count
        }
        #expect(offsets.scalar(utf8) == text.unicodeScalars.count)
    }
}
