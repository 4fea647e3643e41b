/// A word, a number or a mark of punctuation in running text; offsets count UTF-8 bytes.
@frozen public struct Token: Hashable, Sendable {
    @frozen public enum Kind: UInt8, Sendable {
        case word, number, mark
        /// "(a)", "(iv)", "(2)" as the label of a list item within a sentence.
        case label
        /// "'s": belongs to the word before.
        case genitive

        @inlinable @inline(__always) public static func == (one: Kind, other: Kind) -> Bool {
            unsafeBitCast(one, to: UInt8.self) == unsafeBitCast(other, to: UInt8.self)
        }
    }

    public var start: Int32
    public var end: Int32
    public var kind: Kind
    /// The first letter is a capital.
    public var isCapital = false
    /// Two letters or more, all capitals: "HEFCE".
    public var isAcronym = false
    /// White space stands before it.
    public var isSpaced = false
    /// A line break stands before it.
    public var startsLine = false
    /// A hyphen stands in it.
    public var hasHyphen = false
    public var word = Word.unlisted
    public var classes: WordClass = []

    @inlinable public init(start: Int, end: Int, kind: Kind) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
        self.kind = kind
    }

    @inlinable public func `is`(_ any: WordClass) -> Bool { classes.rawValue & any.rawValue != 0 }

    @inlinable public var lower: Int { Int(start) }
    @inlinable public var upper: Int { Int(end) }
}
