import SearchCore

/// Collects the words of records and turns them into a run: every term of these records, sorted, with its list.
/// A run is a row of: length of the term, term, records, length of the list; the list is a row of: gap, frequency, gaps of positions.
struct RunBuilder {
    private(set) var terms = TermTable()
    /// The terms' numbers as they come: record by record its text, its heading, its other terms.
    private var log: [UInt32] = []
    /// For each record, where its text, heading and other terms end in `log`.
    private var ends: [UInt32] = []
    let firstRecord: Int

    /// A word that is not indexed but keeps its place.
    static let gap = UInt32.max

    init(firstRecord: Int) { self.firstRecord = firstRecord }

    var occurrences: Int { log.count }
    var isEmpty: Bool { ends.isEmpty }

    /// SAFETY: `term` has `count` bytes, and eight more that may be read.
    @unsafe @inline(__always) mutating func add(_ term: UnsafePointer<UInt8>, _ count: Int) {
        log.append(unsafe terms.intern(term, count))
    }

    mutating func addGap() { log.append(Self.gap) }

    /// Ends a field of the record: text first, then heading, then the rest.
    mutating func endField() { ends.append(UInt32(log.count)) }

    /// The terms' numbers in the order of their bytes; the first eight bytes decide nearly always.
    private func sortedTerms() -> [Int] {
        var keyed: [(key: UInt64, number: Int)] = []
        keyed.reserveCapacity(terms.count)
        for number in 0..<terms.count {
            var key: UInt64 = 0
            let term = terms.term(number)
            for place in 0..<8 { key = key << 8 | (place < term.count ? UInt64(term[term.startIndex + place]) : 0) }
            keyed.append((key, number))
        }
        keyed.sort { one, other in
            one.key != other.key ? one.key < other.key : terms.term(one.number).lexicographicallyPrecedes(terms.term(other.number))
        }
        return keyed.map(\.number)
    }

    func encoded() -> [UInt8] {
        // Counting sort of the occurrences by term: records and positions in order within each.
        let count = terms.count
        var starts = [Int](repeating: 0, count: count + 1)
        for term in log where term != Self.gap { starts[Int(term) + 1] += 1 }
        for term in 0..<count { starts[term + 1] += starts[term] }
        let total = starts[count]
        var bytes: [UInt8] = []
        bytes.reserveCapacity(total * 3 + terms.bytes)
        // SAFETY: every place is below `total`: it counts up from a term's start once for each of its occurrences.
        unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: max(1, total)) { sorted in
            var next = starts
            var at = 0
            for (field, end) in ends.enumerated() {
                let fieldStart = at
                let record = UInt64(field / 3) << 32
                while at < Int(end) {
                    let term = log[at]
                    if term != Self.gap {
                        unsafe sorted[next[Int(term)]] = record | UInt64(at - fieldStart)
                        next[Int(term)] += 1
                    }
                    at += 1
                }
            }
            let order = sortedTerms()
            var list: [UInt8] = []
            for term in order {
                let name = terms.term(term)
                let hasPositions = TermKind.hasPositions(name.first ?? 0)
                list.removeAll(keepingCapacity: true)
                var found = 0
                var before = -1
                var place = starts[term]
                let end = starts[term + 1]
                while place < end {
                    let record = unsafe sorted[place] >> 32
                    var behind = place + 1
                    while behind < end, unsafe sorted[behind] >> 32 == record { behind += 1 }
                    list.appendVarint(Int(record) - before - 1)
                    list.appendVarint(behind - place)
                    if hasPositions {
                        var last = 0
                        for occurrence in place..<behind {
                            let position = unsafe Int(sorted[occurrence] & 0xFFFF_FFFF)
                            list.appendVarint(position - last)
                            last = position
                        }
                    }
                    before = Int(record)
                    found += 1
                    place = behind
                }
                bytes.appendVarint(name.count)
                bytes += name
                bytes.appendVarint(found)
                bytes.appendVarint(list.count)
                bytes += list
            }
        }
        return bytes
    }
}
