import Language

/// A token as names and drafters' phrases are told by: the parts of a hyphenated word apart ("non", "-", "compete"), an initialism
/// whole ("U.S."), a possessive ending with its word, each known by the hash of its lower-case form.
struct FineToken: Sendable {
    enum Kind: UInt8, Sendable { case word, number, mark }

    /// UTF-8 offsets into `AgreementText.bytes`.
    var start: UInt32
    var end: UInt32
    /// `TextBytes.hash` of the word without its possessive ending and the stops of an initialism.
    var hash: UInt64
    /// The index of the token of `Language` that it is, or the first part of it is.
    var source: UInt32
    var kind: Kind
    /// Begins with a capital letter (any letter beyond ASCII counts as one).
    var isCapitalised: Bool
    /// The first token of its line: a label, a heading or a clause's text.
    var opensLine: Bool

    /// The word as a feature of a model.
    var feature: UInt32 { UInt32(truncatingIfNeeded: hash) }
    var isWord: Bool { kind == .word }
    var isNumber: Bool { kind == .number }
}

extension WordSet {
    init(_ words: String) { self = TextBytes.hashes(words) }

    func contains(_ token: FineToken) -> Bool { contains(token.hash) }
}
