import SearchCore

/// What an answer's reader should know about how the query was taken.
enum SearchWords {
    static func describe(_ note: Note) -> String {
        switch note {
        case .relaxedToAnyWord: "No clause has all of these words; these have any of them."
        case .leftOut(let words): "No clause has all of these words; left out: \(Paragraph.harmless(words))."
        case .ignored(let part): "Left out, it means nothing here: \(Paragraph.harmless(part))"
        case .shortened: "The query is very long; only its beginning was looked at."
        case .tooManyWords(let word): "Too many words match \(Paragraph.harmless(word)); the first ones were looked at."
        case .damaged: "The index is damaged, a text cannot be read: concordat verify says more, concordat build --full mends it."
        }
    }
}
