/// The content words of an action, endings cut, for telling whether two norms speak of the same act.
struct ActionWords {
    let words: Set<String>
    /// The word that says what is done: the first of them.
    let verb: String
    /// What the act is said not to be about: "any activity that is not Reach Activity".
    let excluded: Set<String>
    /// What it is done to: the words between the verb and the first preposition; empty where none stands there.
    let object: Set<String>

    init(_ action: String) {
        let all = PhraseKey.words(action)
        let negation = all.firstIndex { ["not", "non"].contains($0) || $0.hasPrefix("non-") }
        excluded = Set(
            negation.map { all[$0...].filter { $0.count > 2 && !Self.empty.contains($0) }.prefix(3).map { Self.stem($0) } } ?? [])
        let stems = Self.stems(all[...])
        words = Set(stems)
        verb = stems.first ?? ""
        object = Set(Self.stems(all.prefix { !Self.prepositions.contains($0) }).dropFirst())
    }

    private static func stems(_ words: ArraySlice<String>) -> [String] {
        words.filter { $0.count > 2 && !empty.contains($0) }.map(stem)
    }

    /// The same verb over the same object, and the smaller set lies for the most part in the larger, which is not all about something else.
    func overlaps(_ other: ActionWords) -> Bool {
        let (smaller, larger) = (min(words.count, other.words.count), max(words.count, other.words.count))
        guard smaller > 0, verb == other.verb, !excludes(other), !other.excludes(self) else { return false }
        guard object.isEmpty || other.object.isEmpty || !object.isDisjoint(with: other.object) else { return false }
        let shared = words.intersection(other.words).count
        return shared >= min(2, smaller) && shared * 5 >= smaller * 3 && shared * 3 >= larger
    }

    /// The other act is of the very kind that this one leaves out.
    private func excludes(_ other: ActionWords) -> Bool {
        !excluded.isEmpty && excluded.isSubset(of: other.words) && excluded.isDisjoint(with: other.excluded)
    }

    /// Nearly the same words on both sides: one duty told twice.
    func isSame(as other: ActionWords) -> Bool {
        guard verb == other.verb else { return false }
        let shared = words.intersection(other.words).count
        return shared * 5 >= max(words.count, other.words.count) * 3
    }

    private static func stem(_ word: String) -> String {
        for ending in ["ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "y"]
        where word.hasSuffix(ending) && word.count - ending.count >= 3 {
            return String(word.dropLast(ending.count))
        }
        return word.hasSuffix("e") && word.count > 4 ? String(word.dropLast()) : word
    }

    private static let prepositions: Set<String> = [
        "of", "to", "for", "with", "in", "on", "at", "by", "from", "about", "within", "without", "through", "under", "against", "towards",
    ]

    private static let empty: Set<String> = [
        "the", "and", "any", "all", "its", "their", "his", "her", "that", "this", "such", "other", "each", "for", "with", "from", "into",
        "not", "been", "being", "are", "was", "were", "has", "have", "had", "which", "who", "whom", "under", "upon", "per", "via", "also",
        "only", "both", "either", "same",
    ]
}
