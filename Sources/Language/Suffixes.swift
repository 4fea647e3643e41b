/// What the end of an unknown word tells of it.
enum Suffixes {
    static func classes(of word: ArraySlice<UInt8>) -> WordClass {
        classes(of: tail(of: word), count: word.count)
    }

    /// The last eight bytes of a word, its last byte highest.
    static func tail(of word: some Collection<UInt8>) -> UInt64 { word.reduce(0) { $0 >> 8 | UInt64($1) << 56 } }

    /// - Parameters:
    ///   - tail: the last eight bytes of the word in lower case, its last byte highest.
    ///   - count: the bytes of the word.
    static func classes(of tail: UInt64, count: Int) -> WordClass {
        let last = Int(tail >> 56) - 0x61
        guard count > 3, last >= 0, last < 26 else { return [] }
        for row in table.rows[table.starts[last]..<table.starts[last + 1]]
        where tail & row.mask == row.ending && count > row.count + 1 {
            return row.classes
        }
        return []
    }

    private struct Row {
        var ending: UInt64 = 0
        /// The bytes of `tail` that the ending takes.
        var mask: UInt64 = 0
        var count = 0
        var classes: WordClass
    }

    /// The endings by last letter, so that a word meets the few it can have; `starts` tells where each letter's begin.
    private static let table: (rows: [Row], starts: [Int]) = {
        var rows: [Row] = []
        var starts = [0]
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
            for (ending, classes) in endings where ending.utf8.last == letter {
                var row = Row(count: ending.utf8.count, classes: classes)
                for byte in ending.utf8 {
                    row.ending = row.ending >> 8 | UInt64(byte) << 56
                    row.mask = row.mask >> 8 | 0xFF << 56
                }
                rows.append(row)
            }
            starts.append(rows.count)
        }
        return (rows, starts)
    }()

    /// At most eight letters each.
    private static let endings: [(String, WordClass)] = [
        ("tions", .thing), ("tion", .thing), ("sions", .thing), ("sion", .thing), ("ments", .thing), ("ment", .thing), ("ness", .thing),
        ("ities", .thing), ("ity", .thing), ("ances", .thing), ("ance", .thing), ("ences", .thing), ("ence", .thing), ("ures", .thing),
        ("ure", .thing), ("ship", .thing), ("ism", .thing), ("age", .thing), ("ages", .thing), ("ology", .thing), ("ysis", .thing),
        ("ware", .thing), ("ancy", .thing), ("ancies", .thing), ("ency", .thing), ("encies", .thing), ("ings", .thing), ("hood", .thing),
        ("ally", .adverb), ("ly", .adverb), ("ingly", .adverb), ("ing", .gerund), ("ed", .participle),
        ("isers", .agent), ("iser", .agent), ("izers", .agent), ("izer", .agent), ("ists", .agent), ("ist", .agent), ("ees", .agent),
        ("ee", .agent),
        ("ors", .agent), ("tor", .agent), ("sor", .agent), ("icians", .agent), ("ician", .agent), ("holders", .agent), ("holder", .agent),
        ("ants", .agent),
        ("makers", .agent), ("maker", .agent), ("keepers", .agent), ("keeper", .agent), ("workers", .agent), ("worker", .agent),
        ("owners", .agent), ("owner", .agent), ("ioners", .agent), ("ioner", .agent),
        ("able", .adjective), ("ible", .adjective), ("ful", .adjective), ("less", .adjective), ("ous", .adjective), ("ive", .adjective),
        ("ical", .adjective), ("ial", .adjective), ("wide", .adverb),
    ]
}
