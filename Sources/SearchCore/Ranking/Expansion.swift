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
        while found.count < limit, walk.next(), walk.begins(with: start) {
            found.append(ExpandedTerm(term: Array(walk.term.dropFirst()), entry: walk.entry, distance: 0))
        }
        return found
    }

    /// Words within `distance` slips (1 or 2) of `term`.
    package static func fuzzy(_ term: [UInt8], distance: Int, kind: UInt8, _ dictionary: TermDictionary, _ filter: TermFilter)
        -> [ExpandedTerm]
    {
        let wanted = scalars(term)
        guard wanted.count <= SlipRows.longest else { return [] }
        // The browser goes through all words, of which it has no filter: the same answer by less code.
        #if !hasFeature(Embedded)
            if distance == 1, wanted.count >= 2 { return oneSlip(wanted, kind, dictionary, filter) }
        #endif
        return scan(wanted, from: [kind], distance: distance, dictionary)
    }

    /// All words with these first bytes, the kind included, that are near enough. Passes over those whose first letters are too far already.
    private static func scan(_ wanted: [UInt32], from start: [UInt8], distance: Int, _ dictionary: TermDictionary) -> [ExpandedTerm] {
        var found: [ExpandedTerm] = []
        var rows = SlipRows(wanted, most: distance)
        var walk = dictionary.walk(from: start)
        var isThere = walk.next()
        while isThere, walk.begins(with: start) {
            switch rows.measure(walk.term, from: 1) {
            case .slips(let slips):
                found.append(ExpandedTerm(term: Array(walk.term.dropFirst()), entry: walk.entry, distance: slips))
                isThere = walk.next()
            case .tooMany: isThere = walk.next()
            case .none(let count): isThere = walk.next(beyond: 1 + count)
            }
        }
        return found
    }

    /// Letters that are tried one by one; others are looked for in the dictionary.
    private static let letters: [UInt8] = Array(0x30...0x39) + Array(0x61...0x7A)

    /// Where there are no more blocks of words, going through them is quicker than trying every letter at one more place; with a filter,
    /// which answers most tries, and without.
    private static func fewBlocks(_ filter: TermFilter) -> Int { filter.isThere ? 3 : 48 }
    private static func mostPlaces(_ filter: TermFilter) -> Int { filter.isThere ? 12 : 4 }

    /// The slip is behind the first letters: these stand as they are, and few words begin so. Or it is among them: at each place there
    /// every letter is tried as a changed or an added one, besides the letter left out and two swapped.
    private static func oneSlip(_ wanted: [UInt32], _ kind: UInt8, _ dictionary: TermDictionary, _ filter: TermFilter) -> [ExpandedTerm] {
        var first = 0
        let most = min(mostPlaces(filter), wanted.count - 1)
        var blocks = [dictionary.blocks(with: [kind])]
        while first < most, blocks[first].count > fewBlocks(filter) {
            first += 1
            blocks.append(dictionary.blocks(with: [kind] + bytes(wanted[..<first])))
        }
        var found = scan(wanted, from: [kind] + bytes(wanted[..<first]), distance: 1, dictionary)
        for place in 0..<first {
            let before = [kind] + bytes(wanted[..<place])
            let from = bytes(wanted[place...])
            let behind = bytes(wanted[(place + 1)...])
            let here = blocks[place]
            func look(_ term: [UInt8]) {
                guard filter.mayHold(term), let entry = dictionary.entry(term, in: here),
                    !found.contains(where: { $0.entry.postings == entry.postings })
                else { return }
                found.append(ExpandedTerm(term: Array(term.dropFirst()), entry: entry, distance: 1))
            }
            look(before + behind)
            if wanted[place] != wanted[place + 1] {
                look(before + bytes([wanted[place + 1], wanted[place]]) + bytes(wanted[(place + 2)...]))
            }
            for (rest, isAdded) in [(behind, false), (from, true)] {
                var term = before + [0] + rest
                for letter in letters where isAdded || UInt32(letter) != wanted[place] {
                    term[before.count] = letter
                    look(term)
                }
            }
            // Letters beyond ASCII that the dictionary has here; they sort behind all others.
            var walk = dictionary.walk(from: before + [0x80])
            var isThere = walk.next()
            while isThere, walk.begins(with: before), walk.term.count > before.count {
                let (letter, width) = scalar(walk.term, before.count)
                if letter != wanted[place] { look(before + bytes([letter]) + behind) }
                look(before + bytes([letter]) + from)
                isThere = walk.next(beyond: before.count + width)
            }
        }
        return found
    }

    private static func bytes(_ scalars: ArraySlice<UInt32>) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in scalars { appendScalar(scalar, to: &bytes) }
        return bytes
    }
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
