/// Guesses a text's language by its commonest words; empty when they do not tell.
enum LanguageGuess {
    static func language(of texts: some Sequence<String>) -> String {
        var counts = [Int](repeating: 0, count: languages.count)
        var words = 0
        var wide = 0
        for text in texts {
            for word in text.utf8.split(whereSeparator: { !$0.isWord }) {
                words += 1
                guard word.count <= 5 else { continue }
                if let first = word.first, first >= 0xE3 { wide += 1 }
                let lower = word.map { $0.isUpper ? $0 | 0x20 : $0 }
                for (index, language) in languages.enumerated() where language.words.contains(lower) { counts[index] += 1 }
            }
            if words > 4000 { break }
        }
        guard words >= 5, let best = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return "" }
        return counts[best] * 20 >= words ? languages[best].tag : ""
    }

    private static let languages: [(tag: String, words: Set<[UInt8]>)] = [
        ("en", "the of and to in shall is that by for this with or are"),
        ("fr", "le la les des et du une est pour dans par sur que qui au"),
        ("de", "der die das und ist von zu den mit für auf dem des eine"),
        ("es", "el los las y en una por con del para que se lo"),
        ("it", "il di e che la per con del della una gli le nel"),
        ("pt", "os as de e em um uma por com do da para que no na"),
        ("nl", "het een van en de is op te voor dat met zijn"),
    ].map { ($0.0, Set($0.1.split(separator: " ").map { Array($0.utf8) })) }
}
