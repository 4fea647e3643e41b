import SearchCore

/// Runs that are read side by side: a heap of readers, the one with the least term on top; of equal terms the run of earlier records.
struct RunQueue {
    private var readers: [RunReader]
    private var heap: [Place] = []

    private struct Place {
        /// The first eight bytes of the term, which decide nearly always.
        var key: UInt64
        var reader: Int
    }

    init(_ readers: [RunReader]) {
        self.readers = readers
        for reader in readers.indices where !readers[reader].isAtEnd {
            heap.append(Place(key: TermDictionary.key(readers[reader].term), reader: reader))
        }
        for at in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(at) }
    }

    /// The least term that is left.
    var term: [UInt8]? { heap.first.map { readers[$0.reader].term } }

    /// Adds what all runs have of this term, which is the least, to `lists`, and goes on to the next one.
    mutating func take(_ term: [UInt8], into lists: inout TermOccurrences, hasPositions: Bool) {
        while let top = heap.first, readers[top.reader].term == term {
            readers[top.reader].read(into: &lists, hasPositions: hasPositions)
            readers[top.reader].next()
            if readers[top.reader].isAtEnd {
                heap[0] = heap[heap.count - 1]
                heap.removeLast()
            } else {
                heap[0].key = TermDictionary.key(readers[top.reader].term)
            }
            sink(0)
        }
    }

    private func precedes(_ one: Place, _ other: Place) -> Bool {
        if one.key != other.key { return one.key < other.key }
        let (a, b) = (readers[one.reader].term, readers[other.reader].term)
        return a == b ? one.reader < other.reader : a.lexicographicallyPrecedes(b)
    }

    private mutating func sink(_ start: Int) {
        var at = start
        while true {
            var least = at
            for child in [2 * at + 1, 2 * at + 2] where child < heap.count && precedes(heap[child], heap[least]) { least = child }
            if least == at { return }
            heap.swapAt(at, least)
            at = least
        }
    }
}
