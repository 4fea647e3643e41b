/// The content words of an action, endings cut, for telling whether two norms speak of the same act.
struct ActionWords {
    let words: Set<String>

    init(_ action: String) {
        words = Set(PhraseKey.words(action).filter { $0.count > 2 && !Self.empty.contains($0) }.map(Self.stem))
    }

    /// The smaller set lies for the most part in the larger, and they share at least two words (or the only one).
    func overlaps(_ other: ActionWords) -> Bool {
        let smaller = min(words.count, other.words.count)
        guard smaller > 0 else { return false }
        let shared = words.intersection(other.words).count
        return shared >= min(2, smaller) && shared * 5 >= smaller * 3
    }

    private static func stem(_ word: String) -> String {
        for ending in ["ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "y"]
        where word.hasSuffix(ending) && word.count - ending.count >= 3 {
            return String(word.dropLast(ending.count))
        }
        return word.hasSuffix("e") && word.count > 4 ? String(word.dropLast()) : word
    }

    private static let empty: Set<String> = [
        "the", "and", "any", "all", "its", "their", "his", "her", "that", "this", "such", "other", "each", "for", "with", "from", "into",
        "not", "been", "being", "are", "was", "were", "has", "have", "had", "which", "who", "whom", "under", "upon", "per", "via",
    ]
}
