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
    package func collect(docBase: UInt32, into top: inout TopHits) {
        guard let rarest = order.first, let base = unsafe terms.baseAddress else { return }
        // Each cursor's weight is that of the whole phrase (the caller's promise), so that any term's bound bounds the phrase.
        let lead = unsafe base + rarest
        let second = unsafe base + order[min(1, order.count - 1)]
        let isNear = unsafe second.pointee.cursor.found < Candidates.many * lead.pointee.cursor.found
        unsafe Candidates.withRoom { candidates in
            var least: UInt32 = 0
            var block = unsafe lead.pointee.blockAbove(top.threshold, others: 0, from: 0)
            while unsafe block < lead.pointee.cursor.blockCount {
                if unsafe lead.pointee.cursor.lastDoc(block) >= least {
                    if unsafe lead.pointee.cursor.block != block { unsafe lead.pointee.cursor.load(block) }
                    if unsafe lead.pointee.cursor.doc == PostingCursor.end { return }
                    if isNear {
                        unsafe walk(lead, docBase, &least, &top)
                    } else {
                        unsafe candidates.take(&lead.pointee, from: least, threshold: top.threshold, others: 0)
                        unsafe narrow(&candidates, lead, second, docBase, &least, &top)
                    }
                }
                if least == PostingCursor.end { return }
                block = unsafe lead.pointee.blockAbove(top.threshold, others: 0, from: block &+ 1)
            }
        }
    }

    /// Looks the records of the lead's block up in the others one by one, as `Conjunction` does with lists of about one length.
    private func walk(_ lead: UnsafeMutablePointer<ScoredCursor>, _ docBase: UInt32, _ least: inout UInt32, _ top: inout TopHits) {
        let ratio = unsafe lead.pointee.leastRatio(top.threshold, others: 0)
        if ratio > 0 { unsafe lead.pointee.cursor.needFrequencies() }
        // SAFETY: place < count <= 128.
        for place in unsafe 0..<lead.pointee.cursor.count {
            let doc = unsafe lead.pointee.cursor.docs[place]
            if doc < least { continue }
            if ratio > 0, unsafe !lead.pointee.reaches(ratio, at: place) { continue }
            unsafe lead.pointee.cursor.stand(at: place)
            unsafe judge(lead, known: 1, docBase, &least, &top)
        }
    }

    /// Looks the lead's candidates up in the second term, a block of it at a time, and what is left in the others and by its positions.
    private func narrow(
        _ candidates: inout Candidates, _ lead: UnsafeMutablePointer<ScoredCursor>, _ second: UnsafeMutablePointer<ScoredCursor>,
        _ docBase: UInt32, _ least: inout UInt32, _ top: inout TopHits
    ) {
        var next = 0
        while next < candidates.count {
            let doc = candidates[next]
            if doc < least {
                next &+= 1
                continue
            }
            if unsafe !second.pointee.cursor.hasUnpacked(doc) {
                let holding = unsafe second.pointee.cursor.blockHolding(doc)
                if unsafe holding >= second.pointee.cursor.blockCount {
                    least = PostingCursor.end
                    return
                }
                // Before another block is unpacked, its bound is asked.
                if unsafe second.pointee.boundOfBlock(holding) <= top.threshold {
                    let last = unsafe second.pointee.cursor.lastDoc(holding)
                    repeat { next &+= 1 } while next < candidates.count && candidates[next] <= last
                    continue
                }
                unsafe second.pointee.cursor.load(holding)
                if unsafe second.pointee.cursor.doc == PostingCursor.end {
                    least = PostingCursor.end
                    return
                }
            }
            let hits = unsafe candidates.find(in: second, from: &next)
            for hit in 0..<hits {
                unsafe second.pointee.cursor.stand(at: candidates.placeFound(hit))
                unsafe lead.pointee.cursor.stand(at: candidates.place(candidates.found(hit)))
                unsafe judge(lead, known: 2, docBase, &least, &top)
            }
        }
    }

    /// Offers the record at which the first `known` terms stand (by rising number of records), if it has the phrase often enough.
    private func judge(
        _ lead: UnsafeMutablePointer<ScoredCursor>, known: Int, _ docBase: UInt32, _ least: inout UInt32, _ top: inout TopHits
    ) {
        let doc = unsafe lead.pointee.cursor.doc
        guard doc >= least, seekOthers(doc, from: known, threshold: top.threshold, &least), mayPass(top.threshold) else { return }
        let frequency = occurrences()
        if frequency == 0 { return }
        let points = unsafe lead.pointee.points(frequency: frequency)
        if points > top.threshold { top.offer(doc &+ docBase, points) }
    }

    /// Tells each record and how often it has the phrase.
    package func forEach(_ visit: (UInt32, UInt32) -> Void) {
        guard let rarest = order.first, let base = unsafe terms.baseAddress else { return }
        let lead = unsafe base + rarest
        var least: UInt32 = 0
        while unsafe lead.pointee.cursor.doc != PostingCursor.end {
            let doc = unsafe lead.pointee.cursor.doc
            if seekOthers(doc, from: 1, threshold: 0, &least) {
                let frequency = occurrences()
                if frequency > 0 { visit(doc, frequency) }
                unsafe lead.pointee.cursor.next()
            } else {
                if least == PostingCursor.end { return }
                unsafe lead.pointee.cursor.seek(max(least, doc &+ 1))
            }
        }
    }

    /// Whether the terms from `first` on, by rising number of records, have the record too and their blocks may pass the threshold; if not, `least` is the next that may be.
    @inline(__always) private func seekOthers(_ doc: UInt32, from first: Int, threshold: UInt32, _ least: inout UInt32) -> Bool {
        for place in first..<max(first, order.count) {
            let at = order[place]
            if unsafe terms[at].cursor.hasUnpacked(doc) {
                unsafe terms[at].cursor.seek(doc)
            } else {
                let holding = unsafe terms[at].cursor.blockHolding(doc)
                if threshold > 0, unsafe holding < terms[at].cursor.blockCount, unsafe terms[at].boundOfBlock(holding) <= threshold {
                    least = max(least, doc &+ 1)
                    return false
                }
                unsafe terms[at].cursor.seek(doc, in: holding)
            }
            let here = unsafe terms[at].cursor.doc
            if here != doc {
                least = here
                return false
            }
        }
        return true
    }

    /// Whether the record would pass if the phrase stood there as often as its least frequent word.
    @inline(__always) private func mayPass(_ threshold: UInt32) -> Bool {
        if threshold == 0 { return true }
        var least = unsafe terms[0].cursor.frequency()
        for at in order.indices { unsafe least = min(least, terms[at].cursor.frequency()) }
        return unsafe terms[0].points(frequency: least) > threshold
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
