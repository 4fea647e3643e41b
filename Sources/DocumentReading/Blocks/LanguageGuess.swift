/// Guesses a text's language by its commonest words; empty when they do not tell.
enum LanguageGuess {
    static func language(of texts: some Sequence<String>) -> String {
        var counts = [Int](repeating: 0, count: languages.count)
        var words = 0
        var scripts = [Int](repeating: 0, count: Self.scripts.count)
        var letters = 0
        for text in texts {
            if letters < 4000 {
                for byte in text.utf8.prefix(4000) where byte >= 0xC0 || byte.isLetter {
                    letters += 1
                    guard byte >= 0x80 else { continue }
                    for (index, script) in Self.scripts.enumerated() where script.leads.contains(byte) { scripts[index] += 1 }
                }
            }
            for word in text.utf8.split(whereSeparator: { !$0.isWord }) {
                words += 1
                guard word.count <= 5 else { continue }
                guard let found = commonest[pack(word)] else { continue }
                for index in languages.indices where found & 1 << index != 0 { counts[index] += 1 }
            }
            if words > 1200 { break }
        }
        if letters > 20 {
            // Kana settle Japanese, which has more Chinese characters than kana.
            for (index, script) in Self.scripts.enumerated() where scripts[index] * script.share >= letters { return script.tag }
        }
        guard words >= 5, let best = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return "" }
        return counts[best] * 20 >= words ? languages[best].tag : ""
    }

    /// A short word in small letters as one number.
    private static func pack(_ word: some Sequence<UInt8>) -> UInt64 {
        var packed: UInt64 = 0
        for byte in word { packed = packed << 8 | UInt64(byte.isUpper ? byte | 0x20 : byte) }
        return packed
    }

    /// Scripts that tell the language, by the first byte of their letters, and how much of a text they fill at least: one part in `share`.
    private static let scripts: [(tag: String, leads: ClosedRange<UInt8>, share: Int)] = [
        ("ja", 0xE3...0xE3, 5), ("zh", 0xE4...0xE9, 2), ("ko", 0xEA...0xED, 2), ("ar", 0xD8...0xDB, 2), ("ru", 0xD0...0xD1, 2),
        ("el", 0xCE...0xCF, 2),
        ("he", 0xD7...0xD7, 2),
    ]

    private static let languages: [(tag: String, words: String)] = [
        ("en", "the of and to in shall is that by for this with or are"),
        ("fr", "le la les des et du une est pour dans par sur que qui au"),
        ("de", "der die das und ist von zu den mit für auf dem des eine"),
        ("es", "el los las y en una por con del para que se lo"),
        ("it", "il di e che la per con del della una gli le nel"),
        ("pt", "os as de e em um uma por com do da para que no na"),
        ("nl", "het een van en de is op te voor dat met zijn"),
    ]

    /// By packed word: a bit for each language that has it.
    private static let commonest: [UInt64: Int] = {
        var found: [UInt64: Int] = [:]
        for (index, language) in languages.enumerated() {
            for word in language.words.split(separator: " ") { found[pack(word.utf8), default: 0] |= 1 << index }
        }
        return found
    }()
}
