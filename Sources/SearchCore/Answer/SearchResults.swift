/// A value that a record carries under a field: `party: HEFCE`.
public struct Facet: Sendable, Equatable {
    public var field: String
    public var value: String

    public init(_ field: String, _ value: String) {
        self.field = field
        self.value = value
    }
}

/// What to look for besides the query, and how much of the answer to give.
public struct SearchOptions: Sendable {
    /// Hits to give, after `offset` hits are passed over.
    public var limit = 10
    public var offset = 0
    /// Hits whose order is made final, at least those that are given: who gives hits a few at a time says how many there will be in the end.
    public var settled = 0
    /// Every one must hold; values of one field are alternatives.
    public var filters: [Facet] = []
    /// Look in one field only.
    public var field: TextField?
    /// Fields whose values are counted over all records found.
    public var countedFields: [String] = []
    /// Say how each score came about.
    public var explains = false
    /// Words of other forms match too ("shares" for "share"), below the form that was asked for.
    public var stems = true
    /// Length of a snippet, in UTF-8 bytes; 0 for none.
    public var snippetLength = 240

    public init() {}
}

/// The best passage of a record. Offsets are UTF-8 offsets into `text`; `start` is where the passage begins in the record's text.
public struct Snippet: Sendable, Equatable {
    public var text = ""
    public var highlights: [Range<Int>] = []
    public var start = 0

    public init() {}
}

/// Why a score is what it is: one line a term.
public struct Contribution: Sendable, Equatable {
    public var term: String
    public var field: TextField
    /// Rarity of the term, times it occurs in the record, and what that adds to the score.
    public var inverseDocumentFrequency: Double
    public var frequency: Int
    public var score: Double

    package init(term: String, field: TextField, inverseDocumentFrequency: Double, frequency: Int, score: Double) {
        self.term = term
        self.field = field
        self.inverseDocumentFrequency = inverseDocumentFrequency
        self.frequency = frequency
        self.score = score
    }
}

/// One record found.
public struct Hit: Sendable {
    /// The citation, "document#wId".
    public var key = ""
    public var document = ""
    public var title = ""
    public var heading = ""
    public var number = ""
    public var text = ""
    public var facets: [Facet] = []
    public var stored: [UInt8] = []
    public var score = 0.0
    public var snippet = Snippet()
    /// Empty unless asked for.
    public var explanation: [Contribution] = []

    public init() {}
}

public struct FacetCount: Sendable, Equatable {
    public var field: String
    public var value: String
    public var count: Int

    package init(field: String, value: String, count: Int) {
        self.field = field
        self.value = value
        self.count = count
    }
}

/// The answer to a query. Hits by falling score, equal scores in record order.
public struct SearchResults: Sendable {
    public var total = 0
    public var hits: [Hit] = []
    /// By field in the order asked for, then falling count, then value.
    public var facets: [FacetCount] = []
    public var notes: [Note] = []

    public init() {}
}
