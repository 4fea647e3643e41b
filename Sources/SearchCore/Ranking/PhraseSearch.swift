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
        order = terms.indices.sorted { unsafe (terms[$0].cursor.found, $0) < (terms[$1].cursor.found, $1) }
    }

    /// Adds the best records to `top`: the phrase scores as a term whose rarity is the sum of its words'.
    package func collect(docBase: UInt32, into top: inout TopHits) {
        guard let rarest = order.first, let base = unsafe terms.baseAddress else { return }
        let second = unsafe order.count > 1 ? base + order[1] : nil
        var walk = unsafe LeadWalk(
            lead: base + rarest, second: second, others: 0, rest: 0, judge: PhraseJudge(search: self, rarest: rarest, docBase: docBase))
        walk.collect(into: &top)
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
    @inline(__always) fileprivate func seekOthers(_ doc: UInt32, from first: Int, threshold: UInt32, _ least: inout UInt32) -> Bool {
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
    @inline(__always) fileprivate func mayPass(_ threshold: UInt32) -> Bool {
        if threshold == 0 { return true }
        var least = unsafe terms[0].cursor.frequency()
        for at in order.indices { unsafe least = min(least, terms[at].cursor.frequency()) }
        return unsafe terms[0].points(frequency: least) > threshold
    }

    /// How often the phrase stands in the record that all cursors stand at.
    fileprivate func occurrences() -> UInt32 {
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

/// Offers a record that has the phrase often enough.
@safe private struct PhraseJudge: SharedRecordJudge {
    /// Each cursor's weight is that of the whole phrase (the caller's promise), so that any term's bound bounds the phrase.
    static var addsPoints: Bool { false }

    let search: PhraseSearch
    let rarest: Int
    let docBase: UInt32

    mutating func judge(known: Int, least: inout UInt32, into top: inout TopHits) {
        let doc = unsafe search.terms[rarest].cursor.doc
        guard doc >= least, search.seekOthers(doc, from: known, threshold: top.threshold, &least), search.mayPass(top.threshold)
        else { return }
        let frequency = search.occurrences()
        if frequency == 0 { return }
        let points = unsafe search.terms[rarest].points(frequency: frequency)
        if points > top.threshold { top.offer(doc &+ docBase, points) }
    }
}
