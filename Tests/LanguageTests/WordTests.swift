import Testing

@testable import Language

/// What the fast comparisons take for granted.
struct WordTests {
    @Test func aWordIsItsTagOfTwoBytes() {
        #expect(MemoryLayout<Word>.size == 2)
        for one in Word.allCases.prefix(40) { for other in Word.allCases { #expect((one == other) == (one.rawValue == other.rawValue)) } }
    }

    @Test func aKindOfTokenIsOneByte() {
        #expect(MemoryLayout<Token.Kind>.size == 1)
        #expect(Token.Kind.word == .word && Token.Kind.word != .label)
    }

    @Test func differentWordsHaveDifferentFingerprints() {
        let short = ["ab", "ba", "a", "abcdefgh", "abcdefghi", "abcdefghiabcdefgh", "abcdefghiabcdefgi"]
        let made = (0..<20_000).flatMap { ["w\($0)", "subcontractor\($0)", "telecommunication-\($0)"] }
        let words = short + made
        #expect(Set(words.map { WordKey(Array($0.utf8)[...]).fingerprint }).count == words.count)
        #expect(words.allSatisfy { WordKey(Array($0.utf8)[...]).fingerprint != 0 })
    }

    @Test func blanksOfFormsLoseTheirBrackets() {
        let text = TokenizedText("[LANDLORD] shall pay [sic] the fee [see 2].")
        #expect(
            text.tokens.prefix(3).map { String(decoding: text.bytes[$0.lower..<$0.upper], as: UTF8.self) } == ["LANDLORD", "shall", "pay"])
        #expect(text.tokens.contains { $0.word == .open })
    }
}
