/// What a word can be in a sentence. A word may be several things at once ("report": a noun and a verb); the grammar decides by place.
@frozen package struct WordClass: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32
    @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }
    /// The library's own is generic, and a fifth of all time went into it.
    @inlinable package init(arrayLiteral elements: WordClass...) {
        var bits: UInt32 = 0
        for element in elements { bits |= element.rawValue }
        rawValue = bits
    }
    /// One of several: `.agent.or(.thing)` is a constant, where `[.agent, .thing]` makes an array first.
    @inlinable @inline(__always) package func or(_ other: Self) -> Self { Self(rawValue: rawValue | other.rawValue) }

    @inlinable package static var determiner: Self { Self(rawValue: 1 << 0) }
    @inlinable package static var preposition: Self { Self(rawValue: 1 << 1) }
    @inlinable package static var pronoun: Self { Self(rawValue: 1 << 2) }
    @inlinable package static var possessive: Self { Self(rawValue: 1 << 3) }
    /// "and", "or", "nor", "but".
    @inlinable package static var conjunction: Self { Self(rawValue: 1 << 4) }
    /// Opens a subordinate clause: "if", "where", "unless".
    @inlinable package static var subordinator: Self { Self(rawValue: 1 << 5) }
    /// A form of be, have or do.
    @inlinable package static var auxiliary: Self { Self(rawValue: 1 << 6) }
    @inlinable package static var modal: Self { Self(rawValue: 1 << 7) }
    @inlinable package static var adverb: Self { Self(rawValue: 1 << 8) }
    @inlinable package static var negation: Self { Self(rawValue: 1 << 9) }
    /// An infinitive, or the plain present.
    @inlinable package static var verb: Self { Self(rawValue: 1 << 10) }
    /// "provides".
    @inlinable package static var presentVerb: Self { Self(rawValue: 1 << 11) }
    /// "provided": a participle or the past.
    @inlinable package static var participle: Self { Self(rawValue: 1 << 12) }
    @inlinable package static var gerund: Self { Self(rawValue: 1 << 13) }
    /// A noun for somebody who acts: a person, an office, a body.
    @inlinable package static var agent: Self { Self(rawValue: 1 << 14) }
    /// A noun for what does not act.
    @inlinable package static var thing: Self { Self(rawValue: 1 << 15) }
    /// "which", "who", "whose".
    @inlinable package static var relative: Self { Self(rawValue: 1 << 16) }
    @inlinable package static var adjective: Self { Self(rawValue: 1 << 17) }
    /// "thirty", "hundred".
    @inlinable package static var number: Self { Self(rawValue: 1 << 18) }
    /// "third", "21st".
    @inlinable package static var ordinal: Self { Self(rawValue: 1 << 19) }
    @inlinable package static var month: Self { Self(rawValue: 1 << 20) }
    /// "day", "weeks".
    @inlinable package static var timeUnit: Self { Self(rawValue: 1 << 21) }
    /// One of the words that can decide a norm; a sentence without any is passed over.
    @inlinable package static var cue: Self { Self(rawValue: 1 << 22) }
    /// A verb that says how things are, not what somebody does: "contain", "constitute".
    @inlinable package static var stative: Self { Self(rawValue: 1 << 23) }
    /// "section", "article": what a number follows.
    @inlinable package static var citationUnit: Self { Self(rawValue: 1 << 24) }
    /// A verb that takes the person it is done to as its object: "notify", "indemnify".
    @inlinable package static var personal: Self { Self(rawValue: 1 << 25) }
    /// A verb or noun that an infinitive completes: "continue to", "right to", "efforts to".
    @inlinable package static var control: Self { Self(rawValue: 1 << 26) }
    @inlinable package static var french: Self { Self(rawValue: 1 << 27) }
    /// Belongs to contracts: "tenant", "herein".
    @inlinable package static var contract: Self { Self(rawValue: 1 << 29) }
    /// A word that can open an adverbial; no other word is tried.
    @inlinable package static var opener: Self { Self(rawValue: 1 << 28) }
}
