import LegalText

/// References turned round: for a citation, who mentions it; and those that lead nowhere.
///
/// A base holds as many as it has references, so each is a few numbers, sorted; names are kept once.
struct IncomingReferences: Sendable {
    /// A reference that leads nowhere: what it names and how far it looks.
    struct Loose: Sendable {
        var place: ReferencePlace
        fileprivate var clauseBits: Int32
        /// Into `targets`.
        fileprivate var targetBits: Int32
        var isExternal: Bool

        var clause: Int { Int(clauseBits) }
        var target: Int { Int(targetBits) }
    }

    private struct Entry {
        var target: Int32
        var document: Int32
        var reference: Int32
        var clause: Int32
        /// Of the provision's identifier; 0 for the document as such.
        var provision: UInt64
    }

    private var entries: [Entry] = []
    /// In the order of the base.
    private(set) var loose: [Loose] = []
    private(set) var targets: [String] = []
    private var numbers: [String: Int] = [:]

    /// - Parameter find: the index of the document with an id.
    mutating func add(_ links: [DocumentGist.Link], of document: Int, find: (String) -> Int?) {
        for (number, link) in links.enumerated() {
            if let citation = link.resolved {
                guard let target = find(citation.document) else { continue }
                entries.append(
                    Entry(
                        target: Int32(target), document: Int32(document), reference: Int32(number),
                        clause: Int32(truncatingIfNeeded: link.clause), provision: citation.provision.map { Fingerprint($0).value } ?? 0))
            } else {
                let target = numbers[link.target] ?? targets.count
                if target == targets.count {
                    targets.append(link.target)
                    numbers[link.target] = target
                }
                loose.append(
                    Loose(
                        place: ReferencePlace(document: document, reference: number), clauseBits: Int32(clamping: link.clause),
                        targetBits: Int32(clamping: target), isExternal: link.isExternal))
            }
        }
    }

    mutating func finish() {
        numbers = [:]
        entries.sort { ($0.target, $0.document, $0.reference) < ($1.target, $1.document, $1.reference) }
    }

    /// The mentions of a document and of anything in it.
    private func mentions(of document: Int) -> ArraySlice<Entry> {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(entries[middle].target) < document { low = middle + 1 } else { high = middle }
        }
        return entries[low...].prefix { Int($0.target) == document }
    }

    func to(document: Int) -> [Mention] {
        mentions(of: document).map {
            Mention(
                place: ReferencePlace(document: Int($0.document), reference: Int($0.reference)), clause: Int($0.clause),
                provision: $0.provision == 0 ? nil : Fingerprint(value: $0.provision))
        }
    }

    /// How often each document mentions each other, by both.
    func counts() -> [(from: Int, to: Int, count: Int)] {
        var counts: [SIMD2<Int32>: Int] = [:]
        for entry in entries where entry.target != entry.document { counts[SIMD2(entry.document, entry.target), default: 0] += 1 }
        return counts.map { (Int($0.key.x), Int($0.key.y), $0.value) }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    /// A mention of a document, or of the provision with this fingerprint of its identifier.
    struct Mention: Sendable {
        var place: ReferencePlace
        var clause: Int
        var provision: Fingerprint?
    }
}
