/// A word, a number or a mark of punctuation in running text; offsets count UTF-8 bytes.
@frozen package struct Token: Hashable, Sendable {
    @frozen package enum Kind: UInt8, Sendable {
        case word, number, mark
        /// "(a)", "(iv)", "(2)" as the label of a list item within a sentence.
        case label
        /// "'s": belongs to the word before.
        case genitive

        @inlinable @inline(__always) package static func == (one: Kind, other: Kind) -> Bool {
            unsafeBitCast(one, to: UInt8.self) == unsafeBitCast(other, to: UInt8.self)
        }
    }

    package var start: Int32
    package var end: Int32
    package var kind: Kind
    /// The first letter is a capital.
    package var isCapital = false
    /// Two letters or more, all capitals: "HEFCE".
    package var isAcronym = false
    /// White space stands before it.
    package var isSpaced = false
    /// A line break stands before it.
    package var startsLine = false
    package var word = Word.unlisted
    package var classes: WordClass = []

    package init(start: Int, end: Int, kind: Kind) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
        self.kind = kind
    }

    @inlinable package func `is`(_ any: WordClass) -> Bool { classes.rawValue & any.rawValue != 0 }

    @inlinable package var lower: Int { Int(start) }
    @inlinable package var upper: Int { Int(end) }
}
