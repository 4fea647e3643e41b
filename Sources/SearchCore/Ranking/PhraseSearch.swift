/// Room for the positions of one record; grows.
@safe final class PositionRoom {
    private(set) var numbers: UnsafeMutablePointer<UInt32>
    private(set) var capacity: Int

    init() {
        capacity = 256
        unsafe numbers = .allocate(capacity: 256)
    }

    func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        unsafe numbers.deallocate()
        capacity = wanted * 2
        unsafe numbers = .allocate(capacity: capacity)
    }

    deinit { unsafe numbers.deallocate() }
}

/// Records in which some terms stand one after another.
@safe package struct PhraseSearch {
    /// In the order of the phrase.
    let terms: UnsafeMutableBufferPointer<ScoredCursor>
    /// Places in `terms` by rising number of records: the order in which they are asked.
    let order: [Int]
    private let first = PositionRoom()
    private let second = PositionRoom()

    /// SAFETY: `terms` are started cursors, alive while the search is.
    @unsafe package init(_ terms: UnsafeMutableBufferPointer<ScoredCursor>) {
        unsafe self.terms = terms
        order = unsafe terms.indices.sorted { unsafe (terms[$0].cursor.found, $0) < (terms[$1].cursor.found, $1) }
    }

    /// Adds the best records to `top`: the phrase scores as a term whose rarity is the sum of its words'.
    package mutating func collect(docBase: UInt32, into top: inout TopHits) {
        guard let rarest = order.first, let base = unsafe terms.baseAddress else { return }
        // Each cursor's weight is that of the whole phrase (the caller's promise), so that any term's bound bounds the phrase.
        let lead = unsafe base + rarest
        let blocks = unsafe lead.pointee.cursor.blockCount
        var block = 0
        while block < blocks {
            defer { block &+= 1 }
            if unsafe lead.pointee.boundOfBlock(block) <= top.threshold { continue }
            if unsafe lead.pointee.cursor.block != block { unsafe lead.pointee.cursor.load(block) }
            if unsafe lead.pointee.cursor.doc == PostingCursor.end { return }
            let count = unsafe lead.pointee.cursor.count
            // SAFETY: place < count <= 128.
            for place in 0..<count {
                unsafe lead.pointee.cursor.index = place
                let doc = unsafe lead.pointee.cursor.docs[place]
                unsafe lead.pointee.cursor.doc = doc
                if unsafe lead.pointee.points() <= top.threshold { continue }
                guard let isIn = seekOthers(doc, threshold: top.threshold) else { return }
                guard isIn else { continue }
                let frequency = occurrences()
                if frequency > 0 {
                    let points = unsafe lead.pointee.points(frequency: frequency)
                    if points > top.threshold { top.offer(doc &+ docBase, points) }
                }
            }
        }
    }

    /// Tells each record and how often it has the phrase.
    package mutating func forEach(_ visit: (UInt32, UInt32) -> Void) {
        guard let rarest = order.first, let base = unsafe terms.baseAddress else { return }
        let lead = unsafe base + rarest
        while unsafe lead.pointee.cursor.doc != PostingCursor.end {
            let doc = unsafe lead.pointee.cursor.doc
            guard let isIn = seekOthers(doc, threshold: 0) else { return }
            if isIn {
                let frequency = occurrences()
                if frequency > 0 { visit(doc, frequency) }
            }
            unsafe lead.pointee.cursor.next()
        }
    }

    /// Whether all other terms have the record too and may pass the threshold there; nil where a list is at its end.
    @inline(__always) private mutating func seekOthers(_ doc: UInt32, threshold: UInt32) -> Bool? {
        for place in 1..<order.count {
            let at = order[place]
            if threshold > 0, unsafe !terms[at].cursor.hasUnpacked(doc) {
                let holding = unsafe terms[at].cursor.blockHolding(doc)
                if unsafe holding >= terms[at].cursor.blockCount { return nil }
                if unsafe terms[at].boundOfBlock(holding) <= threshold { return false }
            }
            unsafe terms[at].cursor.seek(doc)
            let here = unsafe terms[at].cursor.doc
            if here == PostingCursor.end { return nil }
            if here != doc { return false }
            if threshold > 0, unsafe terms[at].points() <= threshold { return false }
        }
        return true
    }

    /// How often the phrase stands in the record that all cursors stand at.
    private func occurrences() -> UInt32 {
        // The place in the phrase that occurs least gives the candidates; each other place strikes out those it does not follow.
        var least = 0
        for at in 1..<order.count {
            if unsafe terms[at].cursor.frequency() < terms[least].cursor.frequency() { least = at }
        }
        first.reserve(unsafe Int(terms[least].cursor.frequency()))
        var left = unsafe terms[least].cursor.readPositions(first.numbers, limit: first.capacity)
        var at = 0
        while at < order.count, left > 0 {
            defer { at &+= 1 }
            if at == least { continue }
            second.reserve(unsafe Int(terms[at].cursor.frequency()))
            let count = unsafe terms[at].cursor.readPositions(second.numbers, limit: second.capacity)
            let distance = at &- least
            var kept = 0
            var other = 0
            for candidate in 0..<left {
                let wanted = unsafe Int(first.numbers[candidate]) &+ distance
                while other < count, unsafe Int(second.numbers[other]) < wanted { other &+= 1 }
                if other == count { break }
                if unsafe Int(second.numbers[other]) == wanted {
                    unsafe first.numbers[kept] = first.numbers[candidate]
                    kept &+= 1
                }
            }
            left = kept
        }
        return UInt32(truncatingIfNeeded: left)
    }
}
