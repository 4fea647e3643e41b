import LegalText

/// Plain text as a document of paragraphs, parted at blank lines: all that training needs of an outline.
enum Paragraphs {
    static func document(_ text: String) -> Document {
        var document = Document()
        var words: [Substring] = []
        func close() {
            guard !words.isEmpty else { return }
            var provision = Provision(.paragraph, depth: 0)
            provision.text = words.joined(separator: " ")
            document.provisions.append(provision)
            words = []
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let found = line.split(whereSeparator: \.isWhitespace)
            if found.isEmpty { close() } else { words += found }
        }
        close()
        return document
    }
}
