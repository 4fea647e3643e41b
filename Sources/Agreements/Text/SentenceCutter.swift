import Language

/// Cuts tokens into sentences, and long sentences at semicolons: the units that clause types are read from.
enum SentenceCutter {
    /// Sentences longer than this many tokens are cut at the next semicolon, or here.
    private static let long = 60
    private static let limit = 250

    private static let stop = TextBytes.hash(".")
    private static let semicolon = TextBytes.hash(";")
    /// Words before a full stop that ends no sentence.
    private static let abbreviations = WordSet(
        "inc corp co ltd llc mr mrs ms dr no nos sec art art. st jr sr vs v etc eg ie al bros dept est fig ph u.s a b c d e f g h i j k l m n o p q r s t u w x y z lp pp vol approx ext attn"
    )

    static func cut(_ tokens: [FineToken]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        sentences.reserveCapacity(tokens.count / 20)
        var start = 0
        for index in tokens.indices {
            let token = tokens[index]
            if token.opensLine, index > start {
                sentences.append(start..<index)
                start = index
            }
            guard index + 1 < tokens.count else { break }
            let length = index - start
            let ends =
                token.hash == stop && length > 1 && tokens[index + 1].start > token.end && !continues(tokens, index)
                || token.hash == semicolon && length > long || length > limit
            if ends {
                sentences.append(start..<index + 1)
                start = index + 1
            }
        }
        if start < tokens.count { sentences.append(start..<tokens.count) }
        return sentences
    }

    /// True where the full stop at `index` belongs to an abbreviation, or small print follows it.
    private static func continues(_ tokens: [FineToken], _ index: Int) -> Bool {
        let next = tokens[index + 1]
        if next.isWord, !next.isCapitalised { return true }
        let previous = tokens[index - 1]
        return previous.isNumber && next.isNumber || abbreviations.contains(previous)
    }
}
