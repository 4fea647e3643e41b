import LegalText

/// Matches the provisions of a document with the identifiers its ledger knows: same text first, then same place among equal
/// texts, then likeness, then same number.
struct IdentityAlignment {
    /// By provision: the index of the entry whose identifier it keeps.
    private(set) var kept: [Int?]
    /// By entry.
    private(set) var isTaken: [Bool]

    private let document: Document
    private let contents: [String]
    private let fingerprints: [Fingerprint]
    private let entries: [Ledger.Entry]
    /// By provision: the one before it, and after it, in its family (`para_`, `sec_3__subsec_`).
    private var before: [Int?]
    private var after: [Int?]
    /// By entry, in natural order within the family.
    private var entryBefore: [Int?]
    private var entryAfter: [Int?]

    init(document: Document, contents: [String], fingerprints: [Fingerprint], entries: [Ledger.Entry]) {
        self.document = document
        self.contents = contents
        self.fingerprints = fingerprints
        self.entries = entries
        kept = Array(repeating: nil, count: contents.count)
        isTaken = Array(repeating: false, count: entries.count)
        (before, after) = Self.neighbours(document.provisions.map(\.eId), isMember: { _ in true })
        (entryBefore, entryAfter) = Self.neighbours(entries.map(\.wId), isMember: { !entries[$0].isGone })
        guard !entries.isEmpty else { return }
        matchEqualTexts()
        matchAlike()
        matchNumbers()
        matchRevived()
    }

    private mutating func match(_ provision: Int, _ entry: Int) {
        kept[provision] = entry
        isTaken[entry] = true
    }

    /// Texts that occur once here and once in the ledger; then equal texts beside a match; then the rest of them in order.
    private mutating func matchEqualTexts() {
        var here: [Fingerprint: [Int]] = [:]
        var there: [Fingerprint: [Int]] = [:]
        for (index, print) in fingerprints.enumerated() { here[print, default: []].append(index) }
        for (index, entry) in entries.enumerated() where !entry.isGone { there[entry.fingerprint, default: []].append(index) }
        for (print, provisions) in here where provisions.count == 1 {
            if let known = there[print], known.count == 1 { match(provisions[0], known[0]) }
        }
        matchEqualNeighbours()
        for print in here.keys.sorted() {
            let provisions = (here[print] ?? []).filter { kept[$0] == nil }
            let known = (there[print] ?? []).filter { !isTaken[$0] }
            for (provision, entry) in zip(provisions, known) { match(provision, entry) }
        }
    }

    /// From each match on to the neighbours, forwards and backwards, as long as the texts are equal.
    private mutating func matchEqualNeighbours() {
        func fits(_ provision: Int, _ entry: Int) -> Bool { !isTaken[entry] && fingerprints[provision] == entries[entry].fingerprint }
        for provision in contents.indices where kept[provision] == nil {
            if let neighbour = before[provision], let known = kept[neighbour], let entry = entryAfter[known], fits(provision, entry) {
                match(provision, entry)
            }
        }
        for provision in contents.indices.reversed() where kept[provision] == nil {
            if let neighbour = after[provision], let known = kept[neighbour], let entry = entryBefore[known], fits(provision, entry) {
                match(provision, entry)
            }
        }
    }

    /// Edited texts: the most alike pairs first; in the same place less likeness is enough.
    private mutating func matchAlike() {
        let open = contents.indices.filter { kept[$0] == nil }
        let lost = entries.indices.filter { !isTaken[$0] && !entries[$0].isGone }
        guard !open.isEmpty, !lost.isEmpty else { return }
        var byBand: [Int: [Int]] = [:]
        for entry in lost { for band in entries[entry].sketch.bands() { byBand[band, default: []].append(entry) } }
        var pairs: [(likeness: Double, provision: Int, entry: Int)] = []
        for provision in open {
            let sketch = Sketch(of: contents[provision])
            var candidates: Set<Int> = []
            // The cap keeps junk that is all alike from costing its square.
            if lost.count <= 64 {
                candidates.formUnion(lost)
            } else {
                for band in sketch.bands() { candidates.formUnion((byBand[band] ?? []).prefix(32)) }
            }
            let inPlace = Set(gap(around: provision))
            for entry in candidates.union(inPlace) {
                let likeness = sketch.likeness(to: entries[entry].sketch)
                if likeness >= (inPlace.contains(entry) ? 0.2 : 0.3) { pairs.append((likeness, provision, entry)) }
            }
        }
        pairs.sort { ($1.likeness, $0.provision, $0.entry) < ($0.likeness, $1.provision, $1.entry) }
        for pair in pairs where kept[pair.provision] == nil && !isTaken[pair.entry] { match(pair.provision, pair.entry) }
    }

    /// The lost identifiers that stood between the ones which the nearest matched neighbours keep.
    private func gap(around provision: Int) -> [Int] {
        var (low, high) = (before[provision], after[provision])
        var steps = 0
        while let at = low, kept[at] == nil, steps < 16 { (low, steps) = (before[at], steps + 1) }
        while let at = high, kept[at] == nil, steps < 32 { (high, steps) = (after[at], steps + 1) }
        let start = low.flatMap { kept[$0] }.map { entryAfter[$0] } ?? firstEntry(ofFamilyOf: provision)
        let end = high.flatMap { kept[$0] }
        var found: [Int] = []
        var entry = start
        while let at = entry, at != end, found.count < 16 {
            if isTaken[at] { break }
            found.append(at)
            entry = entryAfter[at]
        }
        return found
    }

    private func firstEntry(ofFamilyOf provision: Int) -> Int? {
        let family = Ledger.family(of: document.provisions[provision].eId)
        return entries.firstIndex { !$0.isGone && Ledger.family(of: $0.wId) == family }
    }

    /// Numbered text that was rewritten altogether keeps its number, if nothing else carries it on.
    private mutating func matchNumbers() {
        var byId: [String: Int] = [:]
        for (index, entry) in entries.enumerated() where !isTaken[index] && !entry.isGone { byId[entry.wId] = index }
        for (provision, content) in document.provisions.enumerated() where kept[provision] == nil && content.isNumbered {
            if let entry = byId[content.eId], !isTaken[entry] { match(provision, entry) }
        }
    }

    /// What was deleted and is back with the very same words.
    private mutating func matchRevived() {
        var gone: [Fingerprint: [Int]] = [:]
        for (index, entry) in entries.enumerated().reversed() where entry.isGone { gone[entry.fingerprint, default: []].append(index) }
        for provision in contents.indices where kept[provision] == nil {
            if let entry = gone[fingerprints[provision]]?.popLast() { match(provision, entry) }
        }
    }

    private static func neighbours(_ names: [String], isMember: (Int) -> Bool) -> (before: [Int?], after: [Int?]) {
        var before = [Int?](repeating: nil, count: names.count)
        var after = before
        var last: [Substring: Int] = [:]
        for (index, name) in names.enumerated() where isMember(index) {
            let family = Ledger.family(of: name)
            if let previous = last[family] {
                before[index] = previous
                after[previous] = index
            }
            last[family] = index
        }
        return (before, after)
    }
}

extension Provision {
    /// It carries a number or a letter of its own; a bullet is none.
    var isNumbered: Bool {
        if label.utf8.contains(where: { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }) { return true }
        return label.unicodeScalars.contains { $0.value > 0x7F && ($0.properties.isAlphabetic || $0.properties.numericType != nil) }
    }
}
