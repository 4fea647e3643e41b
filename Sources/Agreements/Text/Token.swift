/// One word, number or punctuation mark of an agreement, known by the hash of its lower-case form.
///
/// Readers compare words by hash: a vocabulary of some hundred words in 32 bits meets a false friend about once in ten million words.
struct Token: Sendable {
    enum Kind: UInt8, Sendable { case word, number, mark }

    /// UTF-8 offsets into `AgreementText.bytes`.
    var start: UInt32
    var end: UInt32
    var hash: UInt32
    var kind: Kind
    /// Begins with a capital letter (any letter beyond ASCII counts as one).
    var isCapitalised: Bool
    /// The first token of its line: a label, a heading or a clause's text.
    var opensLine: Bool

    var isWord: Bool { kind == .word }
    var isNumber: Bool { kind == .number }
}

/// FNV-1a over bytes in lower case.
struct WordHash {
    private(set) var value: UInt32 = 2_166_136_261

    mutating func add(_ byte: UInt8) {
        let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        value = (value ^ UInt32(lower)) &* 16_777_619
    }

    static func of(_ text: some StringProtocol) -> UInt32 {
        var hash = WordHash()
        for byte in text.utf8 { hash.add(byte) }
        return hash.value
    }
}

/// A fixed set of words, for asking "is this token one of them".
struct WordSet: Sendable {
    private let hashes: Set<UInt32>

    init(_ words: String) { hashes = Set(words.split(separator: " ").map { WordHash.of($0) }) }

    func contains(_ token: Token) -> Bool { hashes.contains(token.hash) }
    func contains(_ hash: UInt32) -> Bool { hashes.contains(hash) }
}
