package import Language

/// What the linear model sees of a sentence: its words, the window around its modal, and what the grammar made of it.
/// A feature is a number below `size`: equal strings are equal features on every machine.
package enum RegulativeFeatures {
    package static let size = 1 << 15

    /// - Parameter sentence: tokens of one sentence, the first 400 of which are looked at.
    package static func of(_ sentence: Range<Int>, in text: TokenizedText, norms: [Norm]) -> [Int] {
        let sentence = sentence.prefix(400)
        var features = Set<Int>()
        func add(_ kind: UInt64, _ hashes: UInt64...) {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ kind
            for part in hashes { hash = (hash ^ part) &* 0x0000_0100_0000_01B3 &+ (hash >> 31) }
            features.insert(Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & UInt64(size - 1)))
        }
        let words = sentence.map { word(text, text.tokens[$0]) }
        let modals = sentence.indices.filter { text.tokens[$0].is(.modal) }.map { $0 - sentence.startIndex }
        for word in words { add(1, word) }
        func at(_ index: Int) -> UInt64 { words.indices.contains(index) ? words[index] : 7 }
        add(2, at(0))
        add(3, at(0), at(1))
        add(4, UInt64(min(3, modals.count)))
        if let modal = modals.first {
            for distance in 1...5 {
                add(5, UInt64(distance), at(modal - distance))
                add(6, at(modal - distance))
                add(7, UInt64(distance), at(modal + distance))
                add(8, at(modal + distance))
            }
            add(9, at(modal), at(modal + 1), at(modal + 2))
            add(10, at(modal), at(modal + 1), at(modal + 2), at(modal + 3))
            add(11, at(modal - 1), at(modal - 2))
            add(12, at(modal - 1), at(modal - 2), at(modal - 3))
        }
        for modal in modals.dropFirst().prefix(3) {
            add(13, at(modal), at(modal + 1), at(modal + 2))
            add(14, at(modal - 1))
        }
        add(15, UInt64(min(norms.count, 3)))
        for norm in norms.prefix(4) {
            let modality = UInt64(Modality.allCases.firstIndex(of: norm.modality) ?? 0)
            let hasBearer: UInt64 = norm.bearers.isEmpty ? 0 : 1
            add(16, modality, hasBearer)
            add(17, hash(norm.action.text.utf8.prefix { $0 != 0x20 }), hasBearer)
            if let bearer = norm.bearers.first { add(18, hash(bearer.utf8.suffix(8))) }
            add(19, norm.deadline == nil ? 0 : 1)
            add(20, norm.bearerIsImplied ? 1 : 0)
        }
        return features.sorted()
    }

    private static func word(_ text: TokenizedText, _ token: Token) -> UInt64 {
        if token.kind == .number { return 3 }
        if token.kind == .label { return 5 }
        return hash(text.bytes[token.lower..<token.upper])
    }

    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }
}
