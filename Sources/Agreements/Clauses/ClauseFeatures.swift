import Language
package import LegalText

/// What the clause-type model sees of a sentence: its words, its pairs of words, the heading it stands under, the cues it holds,
/// each as a 32-bit hash. Training and reading call the same code, so they cannot drift apart.
package struct SentenceFeatures: Sendable {
    package var features: [UInt32] = []
    /// The words' hashes in order; training finds labelled spans by them.
    package var words: [UInt64] = []
    /// Bit c is set where a rule for clause type c holds.
    package var rules: UInt64 = 0
    /// Index into `Document.provisions`.
    package var provision: Int

    /// A sentence with no more features than this shows nothing.
    package static let fewest = 3

    /// Every sentence of `document`, in order.
    package static func read(_ document: Document) -> [SentenceFeatures] {
        let text = AgreementText(document)
        var extractor = ClauseFeatures(text)
        return text.sentences.indices.map { number in
            var sentence = SentenceFeatures(provision: text.provision(at: text.sentences[number].lowerBound) ?? 0)
            extractor.collect(number, into: &sentence.features)
            sentence.rules = ClauseRules.types(in: text, text.sentences[number])
            sentence.words = text.sentences[number].filter { text.tokens[$0].kind != .mark }.map { text.tokens[$0].hash }
            return sentence
        }
    }

    /// The hashes of the words of a labelled span, comparable to `words`.
    package static func words(of span: String) -> [UInt64] {
        var document = Document()
        var provision = Provision(.paragraph, depth: 0)
        provision.text = span
        document.provisions = [provision]
        return AgreementText(document).tokens.filter { $0.kind != .mark }.map(\.hash)
    }
}

/// Makes the features of one sentence after the other.
struct ClauseFeatures {
    private let text: AgreementText
    private var heading: Range<Int> = 0..<0

    /// A sentence this short is the heading of those that follow.
    private static let longestHeading = 9
    /// A cue counts as much as this many words.
    private static let cueWeight = 4
    private static let number: UInt32 = 0x23

    init(_ text: AgreementText) { self.text = text }

    /// Replaces `features` by those of sentence `number`; to be called in order, because a heading counts for what follows it.
    mutating func collect(_ number: Int, into features: inout [UInt32]) {
        features.removeAll(keepingCapacity: true)
        let sentence = text.sentences[number]
        var previous: UInt32 = 0
        var beforePrevious: UInt32 = 0
        for index in sentence {
            let token = text.tokens[index]
            guard token.kind != .mark else { continue }
            let word = token.kind == .number ? Self.number : token.feature
            features.append(word)
            features.append(Self.mix(previous, word))
            if beforePrevious != 0 { features.append(Self.mix(Self.mix(beforePrevious, 0x51ED_270B), word)) }
            beforePrevious = previous
            previous = word
        }
        for index in heading where text.tokens[index].isWord { features.append(Self.mix(0x9E37_79B9, text.tokens[index].feature)) }
        for hit in ClauseCues.set.hits(in: text, sentence) {
            for _ in 0..<Self.cueWeight { features.append(ClauseCues.feature(hit.pattern)) }
        }
        if sentence.count <= Self.longestHeading, !sentence.isEmpty { heading = sentence }
    }

    static func mix(_ a: UInt32, _ b: UInt32) -> UInt32 {
        var hash = (a &* 0x85EB_CA6B) ^ (b &* 0xC2B2_AE35) ^ (a >> 15)
        hash ^= hash >> 16
        hash = hash &* 0x7FEB_352D
        return hash ^ (hash >> 15)
    }
}
