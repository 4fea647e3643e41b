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

    /// How a token is written; bits of one byte, so that a token is sixteen bytes.
    @frozen public struct Look: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

        @inlinable public static var capital: Self { Self(rawValue: 1) }
        @inlinable public static var acronym: Self { Self(rawValue: 2) }
        @inlinable public static var spaced: Self { Self(rawValue: 4) }
        @inlinable public static var line: Self { Self(rawValue: 8) }
        @inlinable public static var hyphen: Self { Self(rawValue: 16) }

        @inlinable @inline(__always) func has(_ look: Self) -> Bool { rawValue & look.rawValue != 0 }
        @inlinable @inline(__always) public func or(_ other: Self) -> Self { Self(rawValue: rawValue | other.rawValue) }
    }

    public var start: Int32
    public var end: Int32
    public var kind: Kind
    public var look: Look = Look(rawValue: 0)
    public var word = Word.unlisted
    public var classes: WordClass = []

    /// The first letter is a capital.
    @inlinable @inline(__always) public var isCapital: Bool { look.has(.capital) }
    /// Two letters or more, all capitals: "HEFCE".
    @inlinable @inline(__always) public var isAcronym: Bool { look.has(.acronym) }
    /// White space stands before it.
    @inlinable @inline(__always) public var isSpaced: Bool { look.has(.spaced) }
    /// A line break stands before it.
    @inlinable @inline(__always) public var startsLine: Bool { look.has(.line) }
    /// A hyphen stands in it.
    @inlinable @inline(__always) public var hasHyphen: Bool { look.has(.hyphen) }

    @inlinable public init(start: Int, end: Int, kind: Kind) {
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
        self.kind = kind
    }

    @inlinable public func `is`(_ any: WordClass) -> Bool { classes.rawValue & any.rawValue != 0 }

    @inlinable public var lower: Int { Int(start) }
    @inlinable public var upper: Int { Int(end) }
}
