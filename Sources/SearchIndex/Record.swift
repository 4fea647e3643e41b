public import SearchCore

/// What is indexed and found: one clause. The index knows no law; everything it is told is here.
public struct Record: Sendable {
    /// The citation, "document#wId"; unique in the index.
    public var key: String
    /// Headings above the record, outermost first, as one line; searched with more weight than the text. The document's title is added to it.
    public var heading: String
    public var text: String
    /// UTF-8 offsets into `text` where sentences begin, ascending; what `/s` goes by. Empty: one sentence.
    public var sentences: [Int]
    /// The full human number, "5(2)(b)", for queries that cite it; empty for none.
    public var number: String
    /// Values to filter and count by. Dates are ISO ("2027-04"), so that `due:<2027` compares them.
    public var facets: [Facet]
    /// Bytes that come back with a hit as they are.
    public var stored: [UInt8]

    public init(
        key: String, heading: String = "", text: String, sentences: [Int] = [], number: String = "", facets: [Facet] = [],
        stored: [UInt8] = []
    ) {
        self.key = key
        self.heading = heading
        self.text = text
        self.sentences = sentences
        self.number = number
        self.facets = facets
        self.stored = stored
    }
}
