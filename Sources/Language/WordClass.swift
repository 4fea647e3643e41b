/// What a word can be in a sentence. A word may be several things at once ("report": a noun and a verb); the grammar decides by place.
@frozen public struct WordClass: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32
    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// The library's own is generic, and a fifth of all time went into it.
    @inlinable public init(arrayLiteral elements: WordClass...) {
        var bits: UInt32 = 0
        for element in elements { bits |= element.rawValue }
        rawValue = bits
    }
    /// One of several: `.agent.or(.thing)` is a constant, where `[.agent, .thing]` makes an array first.
    @inlinable @inline(__always) public func or(_ other: Self) -> Self { Self(rawValue: rawValue | other.rawValue) }

    @inlinable public static var determiner: Self { Self(rawValue: 1 << 0) }
    @inlinable public static var preposition: Self { Self(rawValue: 1 << 1) }
    @inlinable public static var pronoun: Self { Self(rawValue: 1 << 2) }
    @inlinable public static var possessive: Self { Self(rawValue: 1 << 3) }
    /// "and", "or", "nor", "but".
    @inlinable public static var conjunction: Self { Self(rawValue: 1 << 4) }
    /// Opens a subordinate clause: "if", "where", "unless".
    @inlinable public static var subordinator: Self { Self(rawValue: 1 << 5) }
    /// A form of be, have or do.
    @inlinable public static var auxiliary: Self { Self(rawValue: 1 << 6) }
    @inlinable public static var modal: Self { Self(rawValue: 1 << 7) }
    @inlinable public static var adverb: Self { Self(rawValue: 1 << 8) }
    @inlinable public static var negation: Self { Self(rawValue: 1 << 9) }
    /// An infinitive, or the plain present.
    @inlinable public static var verb: Self { Self(rawValue: 1 << 10) }
    /// "provides".
    @inlinable public static var presentVerb: Self { Self(rawValue: 1 << 11) }
    /// "provided": a participle or the past.
    @inlinable public static var participle: Self { Self(rawValue: 1 << 12) }
    @inlinable public static var gerund: Self { Self(rawValue: 1 << 13) }
    /// A noun for somebody who acts: a person, an office, a body.
    @inlinable public static var agent: Self { Self(rawValue: 1 << 14) }
    /// A noun for what does not act.
    @inlinable public static var thing: Self { Self(rawValue: 1 << 15) }
    /// "which", "who", "whose".
    @inlinable public static var relative: Self { Self(rawValue: 1 << 16) }
    @inlinable public static var adjective: Self { Self(rawValue: 1 << 17) }
    /// "thirty", "hundred".
    @inlinable public static var number: Self { Self(rawValue: 1 << 18) }
    /// "third", "21st".
    @inlinable public static var ordinal: Self { Self(rawValue: 1 << 19) }
    @inlinable public static var month: Self { Self(rawValue: 1 << 20) }
    /// "day", "weeks".
    @inlinable public static var timeUnit: Self { Self(rawValue: 1 << 21) }
    /// One of the words that can decide a norm; a sentence without any is passed over.
    @inlinable public static var cue: Self { Self(rawValue: 1 << 22) }
    /// A verb that says how things are, not what somebody does: "contain", "constitute".
    @inlinable public static var stative: Self { Self(rawValue: 1 << 23) }
    /// "section", "article": what a number follows.
    @inlinable public static var citationUnit: Self { Self(rawValue: 1 << 24) }
    /// A verb that takes the person it is done to as its object: "notify", "indemnify".
    @inlinable public static var personal: Self { Self(rawValue: 1 << 25) }
    /// A verb or noun that an infinitive completes: "continue to", "right to", "efforts to".
    @inlinable public static var control: Self { Self(rawValue: 1 << 26) }
    @inlinable public static var french: Self { Self(rawValue: 1 << 27) }
    /// Belongs to contracts: "tenant", "herein".
    @inlinable public static var contract: Self { Self(rawValue: 1 << 29) }
    /// A word that can open an adverbial; no other word is tried.
    @inlinable public static var opener: Self { Self(rawValue: 1 << 28) }
}
