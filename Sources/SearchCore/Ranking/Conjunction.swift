/// The records that have all of some terms. The rarest term leads, block by block, past those whose bound is too low.
package enum Conjunction {
    /// Adds the best records to `top`, each with `extra` points more.
    /// SAFETY: `terms` are started cursors by rising number of records, alive during the call.
    @unsafe package static func collect<Filter: RecordFilter>(
        _ terms: UnsafeMutableBufferPointer<ScoredCursor>, filter: inout Filter, extra: UInt32 = 0, docBase: UInt32, into top: inout TopHits
    ) {
        guard let lead = terms.baseAddress else { return }
        var others: UInt32 = extra
        for at in 1..<max(1, terms.count) { unsafe others &+= terms[at].bound }
        // No record before this one has all the terms.
        var least: UInt32 = 0
        var block = unsafe lead.pointee.blockAbove(top.threshold, others: others, from: 0)
        while unsafe block < lead.pointee.cursor.blockCount {
            if unsafe lead.pointee.cursor.lastDoc(block) >= least {
                if unsafe lead.pointee.cursor.block != block { unsafe lead.pointee.cursor.load(block) }
                if unsafe lead.pointee.cursor.doc == PostingCursor.end { return }
                let count = unsafe lead.pointee.cursor.count
                let ratio = unsafe lead.pointee.leastRatio(top.threshold, others: others)
                if ratio > 0 { unsafe lead.pointee.cursor.needFrequencies() }
                // SAFETY: place < count <= 128.
                for place in 0..<count {
                    let doc = unsafe lead.pointee.cursor.docs[place]
                    if doc < least { continue }
                    if ratio > 0, unsafe !lead.pointee.reaches(ratio, at: place) { continue }
                    unsafe lead.pointee.cursor.index = place
                    unsafe lead.pointee.cursor.doc = doc
                    guard let points = unsafe pointsOfAll(terms, doc, others: others, threshold: top.threshold, &least) else { continue }
                    if points &+ extra > top.threshold, filter.accepts(doc) { top.offer(doc &+ docBase, points &+ extra) }
                }
            }
            if least == PostingCursor.end { return }
            block = unsafe lead.pointee.blockAbove(top.threshold, others: others, from: block &+ 1)
        }
    }

    /// The points of the record at which the lead stands, nil where another term lacks it or it cannot pass the threshold;
    /// `least` then is the next record that may have all. Nothing is scored before it must be: to have all the terms is rare.
    @inline(__always) private static func pointsOfAll(
        _ terms: UnsafeMutableBufferPointer<ScoredCursor>, _ doc: UInt32, others: UInt32, threshold: UInt32, _ least: inout UInt32
    ) -> UInt32? {
        var points: UInt32 = 0
        var scored = 0
        var rest = others
        for at in 1..<max(1, terms.count) {
            unsafe rest &-= terms[at].bound
            if unsafe terms[at].cursor.hasUnpacked(doc) {
                unsafe terms[at].cursor.seek(doc)
            } else {
                let holding = unsafe terms[at].cursor.blockHolding(doc)
                // Before another block is unpacked, its bound is asked.
                if threshold > 0, unsafe holding < terms[at].cursor.blockCount {
                    while scored < at {
                        unsafe points &+= terms[scored].points()
                        scored &+= 1
                    }
                    if unsafe points &+ rest &+ terms[at].boundOfBlock(holding) <= threshold { return nil }
                }
                unsafe terms[at].cursor.seek(doc, in: holding)
            }
            let here = unsafe terms[at].cursor.doc
            if here != doc {
                least = here
                return nil
            }
        }
        while scored < terms.count {
            unsafe points &+= terms[scored].points()
            scored &+= 1
        }
        return points
    }

    /// How many records there are, without scores; `visit` is told each.
    /// SAFETY: as for `collect`.
    @unsafe package static func forEach<Filter: RecordFilter>(
        _ terms: UnsafeMutableBufferPointer<ScoredCursor>, filter: inout Filter, _ visit: (UInt32) -> Void
    ) {
        guard let lead = terms.baseAddress else { return }
        while unsafe lead.pointee.cursor.doc != PostingCursor.end {
            let doc = unsafe lead.pointee.cursor.doc
            var isIn = true
            for at in 1..<max(1, terms.count) {
                unsafe terms[at].cursor.seek(doc)
                let here = unsafe terms[at].cursor.doc
                if here == doc { continue }
                if here == PostingCursor.end { return }
                isIn = false
                unsafe lead.pointee.cursor.seek(here)
                break
            }
            if isIn {
                if filter.accepts(doc) { visit(doc) }
                unsafe lead.pointee.cursor.next()
            }
        }
    }
}
