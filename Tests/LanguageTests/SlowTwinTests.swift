import TestSupport
import Testing

@testable import Language

/// What is asked of eight bytes at once, beside the same asked of one after the other.
struct SlowTwinTests {
    /// Bytes of which many are the signs that are looked for.
    private func bytes(_ count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
        let signs = Array("aAzZ@[`{.!?\"( \n\t\r\u{C}\u{7F}é“".utf8)
        return (0..<count).map { _ in
            Bool.random(using: &generator) ? signs.randomElement(using: &generator)! : UInt8.random(in: 0...255, using: &generator)
        }
    }

    @Test func capitalsAndSmallLettersOfEightBytes() {
        var generator = SeededGenerator(seed: 1)
        for length in 0..<400 {
            let bytes = bytes(length % 23 + 1, &generator)
            for start in bytes.indices {
                let count = min(8, bytes.count - start)
                let eight = EightBytes(bytes, at: start, count: count)
                for offset in 0..<8 {
                    let byte = offset < count ? bytes[start + offset] : 0
                    #expect(UInt8(truncatingIfNeeded: eight.raw >> UInt64(8 * offset)) == byte)
                    #expect((eight.capitals >> UInt64(8 * offset + 7) & 1 == 1) == TextBytes.isUpper(byte))
                    #expect(UInt8(truncatingIfNeeded: eight.lowered >> UInt64(8 * offset)) == TextBytes.lowercased(byte))
                }
            }
        }
    }

    @Test func searchesFindTheFirst() {
        var generator = SeededGenerator(seed: 2)
        for round in 0..<300 {
            let bytes = bytes(round % 41, &generator)
            for start in bytes.indices {
                let end = Int.random(in: start...bytes.count, using: &generator)
                func slow(_ isIt: (UInt8) -> Bool) -> Int { (start..<end).first { isIt(bytes[$0]) } ?? end }
                for sign in [UInt8(0x2E), 0x0A, 0x22, 0x80, 0xFF, 0] {
                    #expect(
                        ByteSearch.first(from: start, to: end, in: bytes, eight: { ByteSearch.holds($0, sign) }, one: { $0 == sign })
                            == slow { $0 == sign })
                }
                #expect(
                    ByteSearch.first(from: start, to: end, in: bytes, eight: { ByteSearch.holds($0, below: 0x0E) }, one: { $0 < 0x0E })
                        == slow { $0 < 0x0E })
                #expect(
                    ByteSearch.first(from: start, to: end, in: bytes, eight: { ByteSearch.holdsWide($0) }, one: { $0 >= 0x80 })
                        == slow { $0 >= 0x80 })
                #expect(ByteSearch.lineEnd(from: start, in: bytes) == bytes[start...].firstIndex(of: 0x0A) ?? bytes.count)
            }
        }
    }

    /// Whatever the way a word takes through the tokenizer, it is what the lexicon says of it in lower case.
    @Test func everyWordIsLookedUpInSmallLetters() {
        var generator = SeededGenerator(seed: 3)
        let parts = ["re", "co", "enter", "shall", "Lease", "holder", "TION", "ments", "able", "x", "Québec", "telecommunication", "ly"]
        for round in 0..<3_000 {
            var word = ""
            for _ in 0...(round % 4) { word += (word.isEmpty || round % 3 != 0 ? "" : "-") + parts.randomElement(using: &generator)! }
            let token = TokenizedText("a " + word + " b").tokens[1]
            let lower = Array(word.utf8).prefix(64).map(TextBytes.lowercased)
            let (name, classes) = Lexicon.shared.look(up: lower[...], key: WordKey(lower[...]))
            #expect(token.word == name && token.classes == classes, "\(word)")
            #expect(token.hasHyphen == word.contains("-"), "\(word)")
        }
    }
}
