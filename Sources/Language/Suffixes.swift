/// What the end of an unknown word tells of it.
enum Suffixes {
    static func classes(of word: ArraySlice<UInt8>) -> WordClass {
        guard word.count > 3, let last = word.last, last &- 0x61 < 26 else { return [] }
        for row in rows[Int(last - 0x61)] where word.count > row.ending.count + 1 && word.hasEnding(row.ending) { return row.classes }
        return []
    }

    private typealias Row = (ending: [UInt8], classes: WordClass)

    /// By last letter, so that a word meets the few endings it can have.
    private static let rows: [[Row]] = {
        var rows = [[Row]](repeating: [], count: 26)
        for (ending, classes) in endings {
            let bytes = Array(ending.utf8)
            if let last = bytes.last { rows[Int(last - 0x61)].append((bytes, classes)) }
        }
        return rows
    }()

    private static let endings: [(String, WordClass)] = [
        ("tions", .thing), ("tion", .thing), ("sions", .thing), ("sion", .thing), ("ments", .thing), ("ment", .thing), ("ness", .thing),
        ("ities", .thing), ("ity", .thing), ("ances", .thing), ("ance", .thing), ("ences", .thing), ("ence", .thing), ("ures", .thing),
        ("ure", .thing), ("ship", .thing), ("ism", .thing), ("age", .thing), ("ages", .thing), ("ology", .thing), ("ysis", .thing),
        ("ware", .thing),
        ("ally", .adverb), ("ly", .adverb), ("ingly", .adverb), ("ing", .gerund), ("ed", .participle),
        ("isers", .agent), ("iser", .agent), ("izers", .agent), ("izer", .agent), ("ists", .agent), ("ist", .agent), ("ees", .agent),
        ("ee", .agent),
        ("ors", .agent), ("tor", .agent), ("sor", .agent), ("icians", .agent), ("ician", .agent), ("holders", .agent), ("holder", .agent),
        ("ants", .agent),
        ("makers", .agent), ("maker", .agent), ("keepers", .agent), ("keeper", .agent), ("workers", .agent), ("worker", .agent),
        ("owners", .agent), ("owner", .agent),
        ("able", .adjective), ("ible", .adjective), ("ful", .adjective), ("less", .adjective), ("ous", .adjective), ("ive", .adjective),
        ("ical", .adjective), ("ial", .adjective), ("wide", .adverb),
    ]
}

extension ArraySlice<UInt8> {
    fileprivate func hasEnding(_ ending: [UInt8]) -> Bool {
        guard count >= ending.count else { return false }
        var at = endIndex - ending.count
        for byte in ending {
            if self[at] != byte { return false }
            at += 1
        }
        return true
    }
}
