import Language

/// A reference's target as the steps that lead to it from the top of its work, as codes cite by path.
extension Reference {
    /// `["42-3141.02", "(b)", "(1)"]` for "42-3141.02(b)(1)"; `["2", "5", "IV"]` for "subchapter IV of Chapter 5 of Title 2";
    /// empty for a work as a whole.
    package var path: [String] {
        var words = Substring(target)
        if let work {
            guard words.hasPrefix(work) else { return [] }
            words = words.dropFirst(work.count).drop { $0 == "," || $0 == " " }
        }
        if let divisions = Self.divisions(words) { return divisions }
        let steps = Self.steps(words)
        // "42-3141.02" counts in a code; "D.C. Law 13-241" and "5 U.S.C. § 9" name works.
        let isNumber = steps.first.map { $0.first?.isNumber == true && !$0.utf8.contains(0x20) } ?? false
        return scope == .internal || work != nil || isNumber ? steps : []
    }

    /// The numbers of nested divisions, outermost first; nil where the words are not such a nest through and through.
    private static func divisions(_ words: Substring) -> [String]? {
        // Most targets are none, which their first word tells.
        let first = Array(words.utf8.drop { $0 == 0x20 }.prefix { $0 != 0x20 })
        guard Rank.names[TextBytes.hash(first[...])]?.rank.isDivision == true else { return nil }
        var numbers: [String] = []
        var words = words.split(separator: " ")[...]
        while let name = words.popFirst(), let number = words.popFirst() {
            guard Rank.names[TextBytes.hash(String(name))]?.rank.isDivision == true else { return nil }
            numbers.append(String(number))
            guard words.isEmpty || words.removeFirst() == "of" else { return nil }
        }
        return numbers.isEmpty || !words.isEmpty ? nil : numbers.reversed()
    }

    private static func steps(_ words: Substring) -> [String] {
        let place = Place(number: words)
        return (place.base.isEmpty ? [] : [place.base]) + place.steps
    }
}
