/// The form in which two printings of a name are compared.
package enum PhraseKey {
    /// Lower-case words, single spaces, quotation marks and a leading article left out: "the ‘Follett Report’" -> "follett report".
    package static func make(_ text: some StringProtocol) -> String {
        var words = words(text)
        if let first = words.first, words.count > 1, articles.contains(first) { words.removeFirst() }
        return words.joined(separator: " ")
    }

    /// Lower-case words, stripped of the punctuation around them and of a possessive ending.
    static func words(_ text: some StringProtocol) -> [String] {
        text.lowercased().split(whereSeparator: \.isWhitespace).compactMap { word in
            var word = word[...]
            while let last = word.last, !(last.isLetter || last.isNumber || last == ")") { word.removeLast() }
            while let first = word.first, !(first.isLetter || first.isNumber || first == "(") { word.removeFirst() }
            for ending in ["'s", "’s"] where word.hasSuffix(ending) { word.removeLast(2) }
            return word.isEmpty ? nil : String(word)
        }
    }

    private static let articles: Set<String> = ["the", "a", "an", "this", "that", "our", "its", "their", "le", "la", "les"]
}
