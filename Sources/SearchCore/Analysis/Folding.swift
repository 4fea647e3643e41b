/// How words become terms. `plain` only lower-cases; `standard` also drops accents, so that "naïve" and "naive" are one term.
public enum Folding: UInt32, Sendable {
    case plain = 0
    case standard = 1

    /// Longer words (in UTF-8 bytes of the term) keep their place in the text but are not indexed.
    @inlinable package var longestTerm: Int { self == .plain ? 39 : 120 }
}

/// Whether the scalar belongs to a word. ASCII is answered by `asciiTerms`.
func isWordScalar(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = wordRuns.count / 2
    while low < high {
        let middle = (low + high) / 2
        if wordRuns[2 * middle + 1] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < wordRuns.count / 2 && wordRuns[2 * low] <= scalar
}

/// The small letter of a capital, any other scalar unchanged.
func smallLetter(_ scalar: UInt32) -> UInt32 {
    let wanted = Int32(bitPattern: scalar)
    var low = 0
    var high = capitalRuns.count / 4
    while low < high {
        let middle = (low + high) / 2
        if capitalRuns[4 * middle + 1] < wanted { low = middle + 1 } else { high = middle }
    }
    guard low < capitalRuns.count / 4, capitalRuns[4 * low] <= wanted else { return scalar }
    let inStep = (wanted - capitalRuns[4 * low]) % capitalRuns[4 * low + 2] == 0
    return inStep ? UInt32(bitPattern: wanted &+ capitalRuns[4 * low + 3]) : scalar
}

/// The letter without its accent, in small; 0 for a combining mark, which vanishes. Ligatures are spelt out by `spelling`.
func plainLetter(_ scalar: UInt32) -> UInt32 {
    if scalar >= 0x300 && scalar <= 0x36F { return 0 }
    guard scalar < 0x10000 else { return smallLetter(scalar) }
    var low = 0
    var high = plainLetters.count
    while low < high {
        let middle = (low + high) / 2
        if plainLetters[middle] >> 16 < scalar { low = middle + 1 } else { high = middle }
    }
    if low < plainLetters.count, plainLetters[low] >> 16 == scalar { return plainLetters[low] & 0xFFFF }
    return smallLetter(scalar)
}

/// Letters that fold to two letters, as they are written where the letter is missing: ß as ss.
func spelling(_ scalar: UInt32) -> (UInt8, UInt8)? {
    switch scalar {
    case 0xDF, 0x1E9E: (0x73, 0x73)
    case 0xC6, 0xE6: (0x61, 0x65)
    case 0x152, 0x153: (0x6F, 0x65)
    case 0xDE, 0xFE: (0x74, 0x68)
    case 0xFB00: (0x66, 0x66)
    case 0xFB01: (0x66, 0x69)
    case 0xFB02: (0x66, 0x6C)
    case 0xD8, 0xF8: (0x6F, 0)
    case 0xD0, 0xF0, 0x110, 0x111: (0x64, 0)
    case 0x141, 0x142: (0x6C, 0)
    case 0x131: (0x69, 0)
    default: nil
    }
}

/// For each ASCII byte: the byte of the term it gives, 0 where it ends a word, 0xFF above ASCII.
package let asciiTerms: [UInt8] = (0..<256).map { byte in
    switch byte {
    case 0x30...0x39, 0x61...0x7A: UInt8(byte)
    case 0x41...0x5A: UInt8(byte + 32)
    case 0x80...: 0xFF
    default: 0
    }
}
