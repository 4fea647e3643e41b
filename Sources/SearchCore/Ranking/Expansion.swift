/// A word of the index that a prefix or a misspelling stands for.
package struct ExpandedTerm: Sendable {
    /// Without its kind.
    package var term: [UInt8]
    package var entry: TermEntry
    /// Slips away from what was asked; 0 for a prefix.
    package var distance: Int
}

/// Finds the words of the index that a part of a query stands for.
package enum Expansion {
    package static func prefix(_ prefix: [UInt8], kind: UInt8, _ dictionary: TermDictionary, limit: Int = .max) -> [ExpandedTerm] {
        var found: [ExpandedTerm] = []
        let start = [kind] + prefix
        var walk = dictionary.walk(from: start)
        while found.count < limit, walk.next(), walk.term.starts(with: start) {
            found.append(ExpandedTerm(term: Array(walk.term.dropFirst()), entry: walk.entry, distance: 0))
        }
        return found
    }

    /// Words within `distance` slips (1 or 2) of `term`.
    package static func fuzzy(_ term: [UInt8], distance: Int, kind: UInt8, _ dictionary: TermDictionary) -> [ExpandedTerm] {
        let wanted = scalars(term)
        if distance == 1, wanted.count >= 2 { return oneSlip(wanted, kind, dictionary) }
        return scan(wanted, from: [kind], distance: distance, dictionary)
    }

    /// All words with these first bytes, the kind included, that are near enough.
    private static func scan(_ wanted: [UInt32], from start: [UInt8], distance: Int, _ dictionary: TermDictionary) -> [ExpandedTerm] {
        var found: [ExpandedTerm] = []
        var measure = SlipMeasure(wanted)
        let longest = bytes(wanted[...]).count + 4 * distance
        var walk = dictionary.walk(from: start)
        while walk.next(), walk.term.starts(with: start) {
            let bytes = walk.term.count - 1
            if bytes + distance < wanted.count || bytes > longest { continue }
            let slips = measure.slips(to: walk.term[1...], most: distance)
            if slips <= distance { found.append(ExpandedTerm(term: Array(walk.term.dropFirst()), entry: walk.entry, distance: slips)) }
        }
        return found
    }

    /// Letters that are tried one by one; others are looked for in the dictionary.
    private static let letters: [UInt8] = Array(0x30...0x39) + Array(0x61...0x7A)

    /// The slip is behind the first letters: these stand as they are, and few words begin so. Or it is among them: at each place there
    /// every letter is tried as a changed or an added one, besides the letter left out and two swapped.
    private static func oneSlip(_ wanted: [UInt32], _ kind: UInt8, _ dictionary: TermDictionary) -> [ExpandedTerm] {
        let first = min(4, wanted.count - 1)
        var found = scan(wanted, from: [kind] + bytes(wanted[..<first]), distance: 1, dictionary)
        var term: [UInt8] = []
        func look() {
            guard let entry = dictionary.entry(term), !found.contains(where: { $0.entry.postings == entry.postings }) else { return }
            found.append(ExpandedTerm(term: Array(term.dropFirst()), entry: entry, distance: 1))
        }
        for place in 0..<first {
            let before = [kind] + bytes(wanted[..<place])
            let from = bytes(wanted[place...])
            let behind = bytes(wanted[(place + 1)...])
            term = before + behind
            look()
            if wanted[place] != wanted[place + 1] {
                term = before + bytes([wanted[place + 1], wanted[place]]) + bytes(wanted[(place + 2)...])
                look()
            }
            for (rest, isAdded) in [(behind, false), (from, true)] {
                term = before + [0] + rest
                for letter in letters where isAdded || UInt32(letter) != wanted[place] {
                    term[before.count] = letter
                    look()
                }
            }
            // Letters beyond ASCII that the dictionary has here; they sort behind all others.
            var next = before + [0x80]
            while true {
                var walk = dictionary.walk(from: next)
                guard walk.next(), walk.term.starts(with: before), walk.term.count > before.count else { break }
                let (letter, width) = scalar(walk.term, before.count)
                if letter != wanted[place] {
                    term = before + bytes([letter]) + behind
                    look()
                }
                term = before + bytes([letter]) + from
                look()
                // Behind all words that go on with this letter: no byte of UTF-8 is 0xFF.
                next = Array(walk.term[..<(before.count + width)]) + [0xFF]
            }
        }
        return found
    }

    private static func scalar(_ bytes: [UInt8], _ at: Int) -> (UInt32, Int) {
        let all = scalars(Array(bytes[at..<min(bytes.count, at + 4)]))
        let lead = bytes[at]
        let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        return (all.first ?? 0, min(width, bytes.count - at))
    }

    private static func bytes(_ scalars: ArraySlice<UInt32>) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in scalars { appendScalar(scalar, to: &bytes) }
        return bytes
    }
}

/// UTF-8 as scalars; terms are well formed, what is not gives some scalar.
func scalars(_ bytes: [UInt8]) -> [UInt32] {
    var scalars: [UInt32] = []
    var at = 0
    while at < bytes.count {
        let lead = UInt32(bytes[at])
        let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        var scalar = width == 1 ? lead : lead & (0xFF >> UInt32(width + 1))
        for step in 1..<max(width, 1) where at + step < bytes.count { scalar = scalar << 6 | UInt32(bytes[at + step] & 0x3F) }
        scalars.append(scalar)
        at += width
    }
    return scalars
}

func appendScalar(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80: bytes.append(UInt8(scalar))
    case ..<0x800: bytes += [UInt8(0xC0 | scalar >> 6), UInt8(0x80 | scalar & 0x3F)]
    case ..<0x10000: bytes += [UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F)]
    default:
        bytes += [
            UInt8(0xF0 | scalar >> 18 & 7), UInt8(0x80 | scalar >> 12 & 0x3F), UInt8(0x80 | scalar >> 6 & 0x3F),
            UInt8(0x80 | scalar & 0x3F),
        ]
    }
}
