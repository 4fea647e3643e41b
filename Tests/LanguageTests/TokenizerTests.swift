import Language
import Testing

struct TokenizerTests {
    private func words(_ text: String) -> [String] {
        let tokenized = TokenizedText(text)
        return tokenized.tokens.indices.map { tokenized.string($0..<($0 + 1)) }
    }

    @Test func cutsWordsMarksAndGenitives() {
        #expect(
            words("The Tenant's rent, if due, isn't late.") == [
                "The", "Tenant", "'s", "rent", ",", "if", "due", ",", "is", "n't", "late", ".",
            ])
        #expect(words("non-member and/or NHS-U") == ["non-member", "and/or", "NHS-U"])
        #expect(words("l’accord qu’il") == ["l", "’", "accord", "qu", "’", "il"] || words("l’accord").last == "accord")
    }

    @Test(arguments: [
        ("don't", Word.do, Word.not), ("won’t", .will, .not), ("shan't", .shall, .not),
        ("mustn't", .must, .not), ("we'll", .we, .will), ("You’re", .you, .are), ("they've", .they, .have), ("it's", .it, .is),
        ("that’s", .that, .is), ("we'd", .we, .would),
    ])
    func cutsContractions(_ text: String, _ first: Word, _ second: Word) {
        let tokens = TokenizedText(text + " now").tokens
        #expect(tokens.map(\.word).prefix(2) == [first, second])
        #expect(tokens.count == 3)
        #expect(TokenizedText("We can't and CAN’T now").tokens.map(\.word) == TokenizedText("We cannot and cannot now").tokens.map(\.word))
    }

    @Test(arguments: ["the board's", "n't", "'ll", "wo", "ca", "don'tt", "l'd’", "n’", "an'", "isn’", "l'élève", "’", "o'd", "n'"])
    func otherApostrophesAreNoContractions(_ text: String) {
        let short: [Word] = [.will, .not, .cannot, .shall, .are, .have]
        #expect(!TokenizedText(text + " now").tokens.contains { short.contains($0.word) && $0.lower > 0 })
    }

    @Test func knowsLabelsFromReferencesAndNumbers() {
        func kinds(_ text: String) -> [Token.Kind] { TokenizedText(text).tokens.map(\.kind) }
        #expect(kinds("shall (a) pay")[1] == .label)
        #expect(!kinds("paragraph (a) applies").contains(.label))
        #expect(!kinds("thirty (30) days").contains(.label))
    }

    @Test(arguments: [
        ("thirty (30) days", 30), ("twenty-one days", 21), ("one hundred and five", 105), ("1,250 units", 1250), ("vingt jours", 20),
    ])
    func readsNumbers(_ text: String, _ value: Int) {
        let tokenized = TokenizedText(text)
        #expect(NumberWords.read(tokenized, at: 0, limit: tokenized.tokens.count)?.value == value)
    }

    @Test func everyByteIsCoveredOrSpace() {
        let text = "A“b”—c…\u{A0}d é (x) 3.5% \u{1F600} ’"
        var end = 0
        for token in TokenizedText(text).tokens {
            #expect(token.lower >= end)
            end = token.upper
        }
        #expect(end <= text.utf8.count)
    }
}
