import Language
package import LegalText

extension DefinitionFinder {
    /// Where the defined terms are used in `document`, the defining places apart. A longer term wins over one inside it;
    /// an acronym counts in the singular and the plural; letters count in their case.
    package static func uses(of definitions: [Definition], in document: Document) -> [TermUse] {
        let lexicon = TermLexicon(definitions)
        guard !lexicon.isEmpty else { return [] }
        var defining: [Int: [TextRange]] = [:]
        for definition in definitions { defining[definition.clause, default: []].append(definition.range) }
        var uses: [TermUse] = []
        for (clause, provision) in document.provisions.enumerated() where !provision.text.isEmpty {
            let places = defining[clause] ?? []
            for (range, definition) in lexicon.matches(in: Array(provision.text.utf8)) where !places.contains(where: { $0.overlaps(range) })
            {
                uses.append(TermUse(clause: clause, range: range, definition: definition))
            }
        }
        return uses
    }
}

/// Defined terms by their first word.
private struct TermLexicon {
    private struct Entry {
        var bytes: [UInt8]
        var definition: Int
    }

    /// By the hash of the first word, longest term first.
    private var entries: [UInt64: [Entry]] = [:]

    var isEmpty: Bool { entries.isEmpty }

    init(_ definitions: [Definition]) {
        for (index, definition) in definitions.enumerated() {
            var bytes = Array(definition.term.utf8)
            if definition.kind == .acronym, bytes.count > 2, bytes.last == UInt8(ascii: "s"), TextBytes.isUpper(bytes[bytes.count - 2]) {
                bytes.removeLast()
            }
            // One letter, or none at all, would be found everywhere.
            guard bytes.count > 1, let first = bytes.first, TextBytes.isWord(first) else { continue }
            var end = 0
            while end < bytes.count, TextBytes.isWord(bytes[end]) { end += 1 }
            entries[Self.hash(bytes[0..<end]), default: []].append(Entry(bytes: bytes, definition: index))
        }
        for key in entries.keys {
            // The first definition of a term stands for all.
            entries[key]?.sort { ($0.bytes.count, $1.definition) > ($1.bytes.count, $0.definition) }
        }
    }

    func matches(in bytes: [UInt8]) -> [(TextRange, Int)] {
        var found: [(TextRange, Int)] = []
        var offset = 0
        while offset < bytes.count {
            guard TextBytes.isWord(bytes[offset]) else {
                offset += 1
                continue
            }
            var end = offset
            while end < bytes.count, TextBytes.isWord(bytes[end]) { end += 1 }
            let match = match(at: offset, wordEnd: end, in: bytes)
            if let match { found.append(match) }
            offset = max(end, match?.0.end ?? 0)
        }
        return found
    }

    private func match(at start: Int, wordEnd: Int, in bytes: [UInt8]) -> (TextRange, Int)? {
        // A plural's first word may be the whole term: "APPs" for "APP".
        for close in [wordEnd, wordEnd - 1, wordEnd - 2] where close > start {
            if close < wordEnd, bytes[close] != UInt8(ascii: "s"), bytes[close] != UInt8(ascii: "e") { break }
            guard let candidates = entries[Self.hash(bytes[start..<close])] else { continue }
            for entry in candidates where bytes[start...].starts(with: entry.bytes) {
                var end = start + entry.bytes.count
                if end < bytes.count, bytes[end] == UInt8(ascii: "e"), end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "s") {
                    end += 1
                }
                if end < bytes.count, bytes[end] == UInt8(ascii: "s") { end += 1 }
                if end == bytes.count || !TextBytes.isWord(bytes[end]) || bytes[end] == 0xE2 || bytes[end] == 0xC2 {
                    return (TextRange(start, end), entry.definition)
                }
                let exact = start + entry.bytes.count
                if !TextBytes.isWord(bytes[exact]) || bytes[exact] == 0xE2 || bytes[exact] == 0xC2 {
                    return (TextRange(start, exact), entry.definition)
                }
            }
        }
        return nil
    }

    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
