/// What a word can be in a sentence. A word may be several things at once ("report": a noun and a verb); the grammar decides by place.
package struct WordClass: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let determiner = Self(rawValue: 1 << 0)
    package static let preposition = Self(rawValue: 1 << 1)
    package static let pronoun = Self(rawValue: 1 << 2)
    package static let possessive = Self(rawValue: 1 << 3)
    /// "and", "or", "nor", "but".
    package static let conjunction = Self(rawValue: 1 << 4)
    /// Opens a subordinate clause: "if", "where", "unless".
    package static let subordinator = Self(rawValue: 1 << 5)
    /// A form of be, have or do.
    package static let auxiliary = Self(rawValue: 1 << 6)
    package static let modal = Self(rawValue: 1 << 7)
    package static let adverb = Self(rawValue: 1 << 8)
    package static let negation = Self(rawValue: 1 << 9)
    /// An infinitive, or the plain present.
    package static let verb = Self(rawValue: 1 << 10)
    /// "provides".
    package static let presentVerb = Self(rawValue: 1 << 11)
    /// "provided": a participle or the past.
    package static let participle = Self(rawValue: 1 << 12)
    package static let gerund = Self(rawValue: 1 << 13)
    /// A noun for somebody who acts: a person, an office, a body.
    package static let agent = Self(rawValue: 1 << 14)
    /// A noun for what does not act.
    package static let thing = Self(rawValue: 1 << 15)
    /// "which", "who", "whose".
    package static let relative = Self(rawValue: 1 << 16)
    package static let adjective = Self(rawValue: 1 << 17)
    /// "thirty", "hundred".
    package static let number = Self(rawValue: 1 << 18)
    /// "third", "21st".
    package static let ordinal = Self(rawValue: 1 << 19)
    package static let month = Self(rawValue: 1 << 20)
    /// "day", "weeks".
    package static let timeUnit = Self(rawValue: 1 << 21)
    /// One of the words that can decide a norm; a sentence without any is passed over.
    package static let cue = Self(rawValue: 1 << 22)
    /// A verb that says how things are, not what somebody does: "contain", "constitute".
    package static let stative = Self(rawValue: 1 << 23)
    /// "section", "article": what a number follows.
    package static let citationUnit = Self(rawValue: 1 << 24)
    /// A verb that takes the person it is done to as its object: "notify", "indemnify".
    package static let personal = Self(rawValue: 1 << 25)
    /// A verb or noun that an infinitive completes: "continue to", "right to", "efforts to".
    package static let control = Self(rawValue: 1 << 26)
    package static let french = Self(rawValue: 1 << 27)
}
