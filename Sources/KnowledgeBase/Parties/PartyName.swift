/// How names of parties and roles are compared.
enum PartyName {
    /// The form for comparing: lower-case words without articles and quantifiers, the last word in the singular.
    /// "each Partner HEP", "the partner HEPs’" -> "partner hep".
    static func key(_ name: String) -> String {
        var words = PhraseKey.words(name)
        while words.count > 1, let first = words.first, determiners.contains(first) { words.removeFirst() }
        if words.first == "of", words.count > 1 { words.removeFirst() }
        while words.count > 1, let first = words.first, determiners.contains(first) { words.removeFirst() }
        if let last = words.popLast() { words.append(singular(last)) }
        return words.joined(separator: " ")
    }

    /// The name without its leading article or quantifier, as printed otherwise.
    static func withoutArticle(_ name: String) -> String {
        var words = name.split(separator: " ")
        while words.count > 1, determiners.contains(words[0].lowercased()) { words.removeFirst() }
        // "any of its bodies": what is left names nobody by itself.
        if words.first?.lowercased() == "of" { return name }
        return words.joined(separator: " ")
    }

    /// Names an alias that may be shown beside the party: an acronym or a name, not "the Company" or "Licensor".
    static func isDistinctive(_ alias: String) -> Bool {
        let letters = alias.filter(\.isLetter)
        return letters.count > 1 && letters.allSatisfy(\.isUppercase) || alias.split(separator: " ").count > 2
    }

    /// Stands for somebody only inside its sentence.
    static func isVague(_ name: String) -> Bool {
        let key = key(name)
        return pronouns.contains(key) || collectives.contains(key)
    }

    /// In the form of `key`.
    static let collectives: Set<String> = [
        "party", "partner", "organisation", "organization", "body", "institution", "both", "two organisation", "two organization",
        "two body", "two party", "parties hereto", "party hereto", "signatory", "two", "side", "two side", "other", "partie",
    ]

    private static let determiners: Set<String> = [
        "the", "a", "an", "each", "every", "any", "either", "both", "all", "its", "our", "their", "his", "her", "such", "no", "neither",
        "that", "this", "those", "these", "another", "other", "le", "la", "les", "l’", "chaque", "tout", "toute", "autre",
    ]

    private static let pronouns: Set<String> = [
        "it", "they", "them", "he", "she", "who", "we", "us", "you", "i", "one", "this", "that", "these", "those", "which", "both", "each",
        "either", "neither", "none", "anyone", "everyone", "someone", "nobody",
    ]

    private static func singular(_ word: String) -> String {
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        if word.hasSuffix("s’") { return singular(String(word.dropLast())) }
        if word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is") || word.count < 4 || !word.hasSuffix("s") { return word }
        return String(word.dropLast())
    }
}
