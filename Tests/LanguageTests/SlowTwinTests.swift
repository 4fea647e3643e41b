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
                #expect(EightBytes(bytes, at: start).raw == eight.raw)
                let letters = bytes[start...].prefix(8).prefix(while: TextBytes.isLetter).count
                #expect(eight.letters == letters)
                #expect(
                    TextBytes.lettersEnd(from: start, in: bytes) == bytes[start...].firstIndex { !TextBytes.isLetter($0) } ?? bytes.count)
                #expect(eight.first(letters).raw == EightBytes(bytes, at: start, count: letters).raw)
                let firstBelow = (0..<8).first { UInt8(truncatingIfNeeded: eight.raw >> UInt64(8 * $0)) < 0x0E }
                #expect(eight.below(0x0E).trailingZeroBitCount / 8 == firstBelow ?? 8)
                let firstBracket = (0..<8).first { [0x28, 0x29].contains(UInt8(truncatingIfNeeded: eight.raw >> UInt64(8 * $0))) }
                #expect(eight.brackets.trailingZeroBitCount / 8 == firstBracket ?? 8)
                for offset in 0..<8 {
                    let byte = offset < count ? bytes[start + offset] : 0
                    #expect((eight.digits >> UInt64(8 * offset + 7) & 1 == 1) == TextBytes.isDigit(byte))
                    #expect((eight.wide >> UInt64(8 * offset + 7) & 1 == 1) == (byte >= 0x80))
                    #expect(UInt8(truncatingIfNeeded: eight.raw >> UInt64(8 * offset)) == byte)
                    #expect((eight.capitals >> UInt64(8 * offset + 7) & 1 == 1) == TextBytes.isUpper(byte))
                    #expect(UInt8(truncatingIfNeeded: eight.lowered >> UInt64(8 * offset)) == TextBytes.lowercased(byte))
                }
            }
        }
    }

    /// The same word has the same number whatever stands around it and however it is asked for; another word another.
    @Test func wordsAreNumbers() {
        var generator = SeededGenerator(seed: 4)
        var seen: [UInt64: [UInt8]] = [:]
        for round in 0..<5_000 {
            let word = (0...(round % 30)).map { _ in Array("abcXYZé-1".utf8).randomElement(using: &generator)! }
            let lower = word.map(TextBytes.lowercased)
            let bytes = Array("(".utf8) + word + Array(repeating: 0x20, count: round % 9)
            let hash = TextBytes.hash(1, 1 + word.count, in: bytes)
            #expect(hash == TextBytes.hash(lower[...]) && hash == TextBytes.hash(0, lower.count, in: lower))
            #expect(seen.updateValue(lower, forKey: hash) ?? lower == lower)
            let packed = lower.count > 8 ? 0 : lower.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            #expect(TextBytes.packed(1, 1 + word.count, in: bytes) == packed)
            let letters = TextBytes.letters(from: 1, in: bytes)
            #expect(letters.end == TextBytes.lettersEnd(from: 1, in: bytes))
            #expect(letters.hash == TextBytes.hash(1, letters.end, in: bytes))
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
