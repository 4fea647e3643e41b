import LegalText

/// A label that stands at the beginning of running words.
enum LeadingLabel {
    /// "CHAPTER I" is all label; "1. Scope" and "(a) the" begin with one; anything else has none.
    static func split(_ words: String) -> (label: String, rest: String) {
        let steps = words.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
        guard let first = steps.first else { return ("", "") }
        if StructureWord.type(of: String(first)) != nil, steps.count > 1, isNumeral(steps[1]) {
            let label = first + " " + steps[1]
            return (String(label), steps.count > 2 ? trimmed(steps[2]) : "")
        }
        if StructureWord.type(of: String(first)) != nil, steps.count == 1 { return (words, "") }
        guard isEnumerator(first), steps.count > 1 else { return ("", words) }
        return (String(first), trimmed(words.dropFirst(first.count)))
    }

    /// "1.", "(a)", "ii)", "§5.", but no word: closing punctuation is asked for, and at most six letters or digits.
    static func isEnumerator(_ word: Substring) -> Bool {
        guard let last = word.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ")") else { return false }
        let core = word.utf8.filter { LabelCore.isWord($0) }
        guard !core.isEmpty, core.count <= 6, word.utf8.count <= 9 else { return false }
        return isNumeral(Substring(decoding: core, as: UTF8.self))
    }

    /// Digits with at most one letter behind, one letter, or a Roman number.
    private static func isNumeral(_ word: Substring) -> Bool {
        let core = word.utf8.filter { LabelCore.isWord($0) }
        guard let first = core.first else { return false }
        if (0x30...0x39).contains(first) { return true }
        return core.count == 1 || core.allSatisfy { "ivxlcdmIVXLCDM".utf8.contains($0) }
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " || $0 == "-" || $0 == "–" || $0 == "—" || $0 == ":" })
    }
}
