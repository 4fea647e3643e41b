import Language
import LegalText

/// The verbs that give a term its meaning: "means", "includes", "has the same meaning as", and a term's repeal in brackets.
struct DefiningVerb {
    var range: TextRange
    /// "mean", "include", "have the meaning": several terms at once.
    var isPlural: Bool
    /// "includes" says this of many things that are no terms; "means" rarely does.
    var isFirm: Bool

    /// The verb at the word that begins at `start` (and ends at `end`).
    /// - Parameter afterQuotes: the term stands in quotes, so that "is defined in" speaks of it and of nothing else.
    init?(_ bytes: [UInt8], at start: Int, wordEnd end: Int, afterQuotes: Bool) {
        let word = TextBytes.packed(start, end, in: bytes)
        guard Self.verbs.contains(word) else { return nil }
        var close = end
        var plural = false
        var firm = true
        switch word {
        case Self.means:
            // "a means of containment", "by any other means"
            if Self.packed(after: end, in: bytes) == Self.of
                || start >= 2 && Self.nounBefore.contains(Self.packed(before: start, in: bytes))
            {
                return nil
            }
        case Self.mean: plural = true
        case Self.includes, Self.comprises: firm = false
        case Self.include:
            plural = true
            firm = false
        case Self.has, Self.have:
            guard
                let meaning = Self.phrase(
                    [" the meaning", " the same meaning", " the respective meaning", " the following meaning"], after: end, in: bytes)
            else { return nil }
            plural = word == Self.have
            close = meaning
        case Self.shall, Self.will:
            guard
                let meaning = Self.phrase(
                    [" mean", " include", " have the meaning", " have the same meaning", " be construed", " have the following meaning"],
                    after: end, in: bytes)
            else { return nil }
            close = meaning
        case Self.also:
            guard let also = Self.phrase([" includes"], after: end, in: bytes) else { return nil }
            close = also
            firm = false
        case Self.does:
            guard let not = Self.phrase([" not include"], after: end, in: bytes) else { return nil }
            close = not
            firm = false
        case Self.isWord, Self.are:
            guard afterQuotes, let defined = Self.phrase([" defined in", " defined as"], after: end, in: bytes) else { return nil }
            close = defined
            firm = false
        case Self.désigne: break
        case Self.sEntend: break
        default: return nil
        }
        range = TextRange(start, close)
        isPlural = plural
        isFirm = firm
    }

    private static func key(_ word: String) -> UInt64 { TextBytes.packed(word) }
    private static let means = key("means"), mean = key("mean"), includes = key("includes"), include = key("include"),
        comprises = key("comprise")
    private static let has = key("has"), have = key("have"), shall = key("shall"), will = key("will"), also = key("also"),
        does = key("does"), isWord = key("is"), are = key("are")
    /// The words that a verb can begin with, by `TextBytes.packed`: no other word is asked.
    static let verbs: WordSet = [
        means, mean, includes, include, comprises, has, have, shall, will, also, does, isWord, are, désigne, sEntend,
    ]
    private static let désigne = key("désigne"), sEntend = key("entend"), of = key("of")
    private static let nounBefore = TextBytes.words("by any other no a the such some all same as these those this what it which")

    static func packed(after offset: Int, in bytes: [UInt8]) -> UInt64 {
        guard offset < bytes.count, TextBytes.isSpace(bytes[offset]) else { return 0 }
        var end = offset + 1
        while end < bytes.count, TextBytes.isLetter(bytes[end]), end - offset < 12 { end += 1 }
        return TextBytes.packed(offset + 1, end, in: bytes)
    }

    static func packed(before offset: Int, in bytes: [UInt8]) -> UInt64 {
        guard offset > 1, TextBytes.isSpace(bytes[offset - 1]) else { return 0 }
        var start = offset - 1
        while start > 0, TextBytes.isLetter(bytes[start - 1]), offset - start < 12 { start -= 1 }
        return TextBytes.packed(start, offset - 1, in: bytes)
    }

    private static func phrase(_ phrases: [String], after offset: Int, in bytes: [UInt8]) -> Int? {
        for phrase in phrases where bytes[offset...].starts(with: phrase.utf8) {
            let end = offset + phrase.utf8.count
            if end == bytes.count || !TextBytes.isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "s") { return end }
        }
        return nil
    }
}
