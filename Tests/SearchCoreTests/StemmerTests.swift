import Testing

@testable import SearchCore

@Suite struct StemmerTests {
    /// The obvious twin of `inflections`: whatever word there is, it is among those that its stem gives.
    private func isAmongItsForms(_ word: [UInt8]) -> Bool {
        let stem = inflectionStem(word)
        return stem.count < 3 || inflections(of: stem).contains(word)
    }

    @Test func everyFormOfAWordIsFoundFromItsStem() {
        let families = [
            "notice notices noticed noticing", "party parties partied partying", "agree agrees agreed agreeing",
            "oblige obliges obliged obliging",
            "process processes processed processing", "commit commits committed committing", "relate relates related relating",
            "hope hopes hoped hoping", "meeting meetings", "ski skis skied skiing", "enable enables enabled enabling",
            "size sizes sized sizing", "the", "shall", "feed feeds", "play plays played playing",
        ]
        for family in families {
            let words = family.split(separator: " ").map { Array($0.utf8) }
            let forms = Set(words.flatMap { inflections(of: inflectionStem($0)) })
            for word in words { #expect(forms.contains(word), "\(String(decoding: word, as: UTF8.self))") }
        }
    }

    /// Every word of few letters with every ending of one to six letters out of those that endings are made of.
    @Test func noWordOfTheSameStemIsMissed() {
        let letters = Array("deginsyalbtz".utf8)
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let endings = [
            "", "s", "es", "ed", "eds", "ing", "ings", "eed", "ies", "ied", "sses", "e", "y", "ying", "ting", "ated", "bled", "izing",
        ]
        var missed: [String] = []
        for _ in 0..<8000 {
            let word = (0..<(1 + next(5))).map { _ in letters[next(letters.count)] } + Array(endings[next(endings.count)].utf8)
            if !isAmongItsForms(word) { missed.append(String(decoding: word, as: UTF8.self)) }
        }
        #expect(missed.isEmpty, "\(missed.prefix(20))")
    }

    @Test func formsHaveTheStemTheyAreOf() {
        for word in ["notice", "party", "hope", "section", "été"] {
            let stem = inflectionStem(Array(word.utf8))
            #expect(inflections(of: stem).allSatisfy { inflectionStem($0) == stem })
            #expect(inflections(of: stem).count < 40)
        }
    }
}
