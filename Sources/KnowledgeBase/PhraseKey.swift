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
        text.utf8.allSatisfy { $0 < 0x80 } ? plainWords(text.utf8) : anyWords(text)
    }

    /// ASCII alone, which nearly every name is: bytes, because this runs for every name and reference of a base.
    private static func plainWords(_ bytes: some Sequence<UInt8>) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        func isInner(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
        func close() {
            while let last = word.last, !isInner(last), last != UInt8(ascii: ")") { word.removeLast() }
            var start = 0
            while start < word.count, !isInner(word[start]), word[start] != UInt8(ascii: "(") { start += 1 }
            if word.count - start > 2, word.suffix(2).elementsEqual("'s".utf8) { word.removeLast(2) }
            if start < word.count { words.append(String(decoding: word[start...], as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in bytes {
            if byte <= 0x20 { close() } else { word.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        }
        close()
        return words
    }

    private static func anyWords(_ text: some StringProtocol) -> [String] {
        text.lowercased().split(whereSeparator: \.isWhitespace).compactMap { word in
            var word = word[...]
            while let last = word.last, !(last.isLetter || last.isNumber || last == ")") { word.removeLast() }
            while let first = word.first, !(first.isLetter || first.isNumber || first == "(") { word.removeFirst() }
            for ending in ["'s", "’s"] where word.hasSuffix(ending) && word.count > 2 { word.removeLast(2) }
            return word.isEmpty ? nil : String(word)
        }
    }

    private static let articles: Set<String> = ["the", "a", "an", "this", "that", "our", "its", "their", "le", "la", "les"]
}
