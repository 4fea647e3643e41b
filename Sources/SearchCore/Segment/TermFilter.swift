/// Tells of nearly every word that is not in the index that it is not, at the cost of one look: a Bloom filter whose bits for a term are
/// all in one word of 64. Who tries hundreds of spellings asks it before the dictionary.
package struct TermFilter: Sendable {
    private let bytes: Bytes
    private let words: Int

    /// In an index without one, every term may be there.
    init(_ bytes: Bytes) {
        self.bytes = bytes
        words = bytes.count / 8
    }

    package var isThere: Bool { words > 0 }

    /// False only for terms (the kind first) that are not in the dictionary.
    package func mayHold(_ term: [UInt8]) -> Bool {
        guard words > 0 else { return true }
        let hash = Self.hash(term)
        let bits = Self.bits(hash)
        return bytes.u64(Self.place(hash, of: words) &* 8) & bits == bits
    }

    /// Words of 64 bits for so many terms: twelve bits a term, of which four are set; one absent term in a hundred passes.
    package static func words(for terms: Int) -> Int { (terms * 12 + 63) / 64 }

    package static func place(_ hash: UInt64, of words: Int) -> Int {
        Int(truncatingIfNeeded: ((hash &>> 32) &* UInt64(truncatingIfNeeded: words)) &>> 32)
    }

    package static func bits(_ hash: UInt64) -> UInt64 {
        1 &<< (hash & 63) | 1 &<< (hash &>> 6 & 63) | 1 &<< (hash &>> 12 & 63) | 1 &<< (hash &>> 18 & 63)
    }

    package static func hash(_ term: [UInt8]) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: term.count) &* 0x9E37_79B1_85EB_CA87
        var at = 0
        while at < term.count {
            var word: UInt64 = 0
            for place in at..<min(at &+ 8, term.count) { word = word &<< 8 | UInt64(term[place]) }
            hash = (hash ^ word) &* 0x9FB2_1C65_1E98_DF25
            hash ^= hash &>> 32
            at &+= 8
        }
        hash ^= hash &>> 29
        hash = hash &* 0xC2B2_AE3D_27D4_EB4F
        return hash ^ hash &>> 32
    }
}
