import LegalText

/// Finds which clause of a new text is which clause of the old one: first equal words, then likeness, for which an equal identifier
/// speaks but which it does not decide: in a text that was numbered again the old 3 may be the new 4.
enum ClauseAlignment {
    struct Pair {
        var old: Int?
        var new: Int?
        /// The clause stands elsewhere among its fellows than before.
        var isMoved = false
    }

    /// Pairs in the order of the new text; what was removed stands behind what it stood behind.
    static func align(_ old: [Provision], _ new: [Provision]) -> [Pair] {
        let before = old.indices.filter { old[$0].isClause || !old[$0].heading.isEmpty }
        let after = new.indices.filter { new[$0].isClause || !new[$0].heading.isEmpty }
        var partner: [Int: Int] = [:]  // new -> old
        var taken: Set<Int> = []
        func pair(_ n: Int, _ o: Int) {
            partner[n] = o
            taken.insert(o)
        }
        pairEqual(old, before, new, after, pair)
        pairAlike(old, before.filter { !taken.contains($0) }, new, after.filter { partner[$0] == nil }, pair)
        return order(before, after, partner)
    }

    /// Equal words pair up, equal identifiers first, then in order.
    private static func pairEqual(_ old: [Provision], _ before: [Int], _ new: [Provision], _ after: [Int], _ pair: (Int, Int) -> Void) {
        func key(_ provision: Provision) -> String { provision.heading + "\u{0}" + provision.text }
        var places = Dictionary(grouping: before) { key(old[$0]) }
        var rest: [Int] = []
        for n in after {
            let found = places[key(new[n])]?.firstIndex { old[$0].identifier == new[n].identifier }
            if let found { pair(n, places[key(new[n])]!.remove(at: found)) } else { rest.append(n) }
        }
        for n in rest {
            guard let o = places[key(new[n])]?.first else { continue }
            places[key(new[n])]!.removeFirst()
            pair(n, o)
        }
    }

    /// The most alike first. Only clauses that share a rare word are compared, so the cost stays near the size of the texts.
    private static func pairAlike(_ old: [Provision], _ before: [Int], _ new: [Provision], _ after: [Int], _ pair: (Int, Int) -> Void) {
        let oldWords = Dictionary(uniqueKeysWithValues: before.map { ($0, words(old[$0])) })
        let newWords = Dictionary(uniqueKeysWithValues: after.map { ($0, words(new[$0])) })
        var holders: [Substring: [Int]] = [:]
        for o in before { for word in oldWords[o]! { holders[word, default: []].append(o) } }
        let byIdentifier = Dictionary(before.map { (old[$0].identifier, $0) }, uniquingKeysWith: { first, _ in first })
        var candidates: [(likeness: Double, new: Int, old: Int)] = []
        for n in after {
            var seen: Set<Int> = []
            for word in newWords[n]! where (holders[word]?.count ?? 0) <= 32 { seen.formUnion(holders[word] ?? []) }
            let same = byIdentifier[new[n].identifier]
            if let same { seen.insert(same) }
            for o in seen {
                let value = likeness(oldWords[o]!, newWords[n]!)
                if value >= (o == same ? 0.3 : 0.5) { candidates.append((value + (o == same ? 0.15 : 0), n, o)) }
            }
        }
        candidates.sort { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) }
        var (usedNew, usedOld) = (Set<Int>(), Set<Int>())
        for candidate in candidates where !usedNew.contains(candidate.new) && !usedOld.contains(candidate.old) {
            usedNew.insert(candidate.new)
            usedOld.insert(candidate.old)
            pair(candidate.new, candidate.old)
        }
    }

    private static func words(_ provision: Provision) -> Set<Substring> {
        Set(WordDiff.words(provision.heading + " " + provision.text))
    }

    /// Dice's coefficient.
    private static func likeness(_ a: Set<Substring>, _ b: Set<Substring>) -> Double {
        a.isEmpty && b.isEmpty ? 1 : 2 * Double(a.intersection(b).count) / Double(a.count + b.count)
    }

    private static func order(_ before: [Int], _ after: [Int], _ partner: [Int: Int]) -> [Pair] {
        let steady = Set(longestRise(after.compactMap { partner[$0] }))
        var pairs: [Pair] = []
        let matched = Set(partner.values)
        var removed = before.filter { !matched.contains($0) }[...]
        for n in after {
            let o = partner[n]
            if let o, steady.contains(o) {
                while let first = removed.first, first < o {
                    pairs.append(Pair(old: first, new: nil))
                    removed.removeFirst()
                }
            }
            pairs.append(Pair(old: o, new: n, isMoved: o.map { !steady.contains($0) } ?? false))
        }
        return pairs + removed.map { Pair(old: $0, new: nil) }
    }

    /// A longest increasing subsequence: the clauses that kept their order; the others moved.
    private static func longestRise(_ numbers: [Int]) -> [Int] {
        var tails: [Int] = []
        var previous = Array(repeating: -1, count: numbers.count)
        for (index, number) in numbers.enumerated() {
            var (low, high) = (0, tails.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[tails[middle]] < number { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = tails[low - 1] }
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var rise: [Int] = []
        var at = tails.last ?? -1
        while at >= 0 {
            rise.append(numbers[at])
            at = previous[at]
        }
        return rise.reversed()
    }
}
