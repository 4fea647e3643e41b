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

    /// Appends the run to a file.
    func write(to file: OutputFile) throws(IndexError) {
        // Counting sort of the occurrences by term: records and positions in order within each.
        let count = terms.count
        var starts = [Int](repeating: 0, count: count + 1)
        for term in log where term != Self.gap { starts[Int(term) + 1] += 1 }
        for term in 0..<count { starts[term + 1] += starts[term] }
        let sorted = sortedOccurrences(starts)
        var row: [UInt8] = []
        let list = VarintRoom()
        for term in sortedTerms() {
            let name = terms.term(term)
            let hasPositions = TermKind.hasPositions(name.first ?? 0)
            let (start, end) = (starts[term], starts[term + 1])
            list.empty(room: 3 * (end - start))
            var found = 0
            var before: UInt64 = .max
            var place = start
            while place < end {
                let record = sorted[place] >> 32
                var behind = place + 1
                while behind < end, sorted[behind] >> 32 == record { behind += 1 }
                list.append(Int(truncatingIfNeeded: record &- before &- 1))
                list.append(behind - place)
                if hasPositions {
                    var last = 0
                    for occurrence in place..<behind {
                        let position = Int(truncatingIfNeeded: sorted[occurrence] & 0xFFFF_FFFF)
                        list.append(position - last)
                        last = position
                    }
                }
                before = record
                found += 1
                place = behind
            }
            row.removeAll(keepingCapacity: true)
            row.appendVarint(name.count)
            row += name
            row.appendVarint(found)
            row.appendVarint(list.count)
            try file.append(row)
            try file.append(list.bytes)
        }
        try file.flush()
    }

    /// Record in the upper half, position in the lower; each term's from its start on.
    private func sortedOccurrences(_ starts: [Int]) -> [UInt64] {
        var next = starts
        var sorted = [UInt64](repeating: 0, count: starts.last ?? 0)
        var at = 0
        for (field, end) in ends.enumerated() {
            let fieldStart = at
            let record = UInt64(field / 3) << 32
            while at < Int(end) {
                let term = log[at]
                if term != Self.gap {
                    sorted[next[Int(term)]] = record | UInt64(at - fieldStart)
                    next[Int(term)] += 1
                }
                at += 1
            }
        }
        return sorted
    }
}

/// Room for a row of numbers in groups of seven bits, without a look at what is left of it at each.
@safe private final class VarintRoom {
    private var base = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 12)
    private var capacity = 1 << 12
    private(set) var count = 0

    deinit { unsafe base.deallocate() }

    /// Forgets all numbers and makes room for `numbers`.
    func empty(room numbers: Int) {
        count = 0
        guard numbers * Self.longest > capacity else { return }
        unsafe base.deallocate()
        capacity = numbers * Self.longest
        unsafe base = .allocate(capacity: capacity)
    }

    /// A number of at most 35 bits takes at most five bytes.
    private static let longest = 5

    @inline(__always) func append(_ value: Int) {
        precondition(count &+ Self.longest <= capacity)
        var rest = UInt32(truncatingIfNeeded: value)
        // SAFETY: 32 bits are at most five groups, for which there is room.
        while rest >= 0x80 {
            unsafe base[count] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest &>>= 7
            count &+= 1
        }
        unsafe base[count] = UInt8(truncatingIfNeeded: rest)
        count &+= 1
    }

    var bytes: [UInt8] { unsafe [UInt8](UnsafeBufferPointer(start: base, count: count)) }
}
