import LegalText

/// What the ledger remembers of a provision's text.
struct TextPrint: Hashable {
    var fingerprint: Fingerprint
    var sketch: Sketch

    /// The prints of a document's provisions. One without words of its own is known by those of its descendants, never by its
    /// number: numbers are what changes.
    static func of(_ document: Document) -> [String] {
        let provisions = document.provisions
        var contents = provisions.map { $0.heading.isEmpty ? $0.text : $0.text.isEmpty ? $0.heading : $0.heading + "\n" + $0.text }
        var ancestors: [Int] = []
        for index in provisions.indices {
            ancestors.removeLast(max(0, ancestors.count - max(0, provisions[index].depth)))
            let words = provisions[index].heading.isEmpty ? provisions[index].text : provisions[index].heading
            // A container keeps to the beginning of what it holds, so that deep trees stay linear.
            for ancestor in ancestors where isBare(provisions[ancestor]) && contents[ancestor].utf8.count < 2000 {
                contents[ancestor] += "\n" + words
            }
            ancestors.append(index)
        }
        return contents
    }

    private static func isBare(_ provision: Provision) -> Bool { provision.text.isEmpty && provision.heading.isEmpty }
}
