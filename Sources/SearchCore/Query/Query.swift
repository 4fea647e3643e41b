/// Where a word stands in a record.
public enum TextField: UInt8, Sendable {
    case text
    case heading
}

/// How near two things must be.
public enum Reach: Sendable, Equatable {
    case sentence
    case clause
    case words(Int)
}

public enum Comparison: Sendable, Equatable {
    case less, atMost, equal, atLeast, greater
}

/// One part of a question. Terms are folded bytes, as the index holds them.
public indirect enum QueryNode: Sendable, Equatable {
    case word([UInt8], isAcronym: Bool)
    case prefix([UInt8])
    case fuzzy([UInt8], distance: Int)
    /// Two words or more, one after another: a quotation, or a word with inner punctuation (`non-member`).
    case phrase([[UInt8]])
    case any([QueryNode])
    case near(QueryNode, QueryNode, Reach)
    case inField(TextField, QueryNode)
    /// A record carries the value; values compare without regard to case and accents.
    case facet(field: [UInt8], value: [UInt8])
    /// Values that compare as bytes, such as ISO dates: `due:<2027`.
    case range(field: [UInt8], Comparison, value: [UInt8])
}

/// A provision asked for by its number: "section 12(3)(a)", "ALL 4(8)(b)".
public struct CitedNumber: Sendable, Equatable {
    /// The number as the index holds it: small letters, no spaces.
    public var number: [UInt8]
    /// Other words of the query, which tell the document.
    public var words: [[UInt8]]
}

/// A question, understood. Every string is one; what could not be used is told in `notes`.
public struct Query: Sendable, Equatable {
    /// All of these, ranked.
    public var required: [QueryNode] = []
    /// None of these.
    public var excluded: [QueryNode] = []
    /// All of these, without a part in the ranking.
    public var filters: [QueryNode] = []
    public var citation: CitedNumber?
    public var notes: [Note] = []

    public init() {}
}

/// What the reader of an answer should know. A fact; the words are chosen above.
public enum Note: Sendable, Equatable {
    /// No record has all the words; these have any of them.
    case relaxedToAnyWord
    /// No record has all the words; these have all but those that only ask or join, which are named.
    case leftOut(String)
    /// A part of the query that means nothing here (a lone quotation mark, an operator without operands).
    case ignored(String)
    /// The query has more parts than are looked at.
    case shortened
    /// More words match the prefix or the misspelt word than are looked at.
    case tooManyWords(String)
    /// A stored text is not what was written; its hit has none.
    case damaged
}
