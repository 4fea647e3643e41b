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
        let isNear = unsafe terms.count == 1 || terms[1].cursor.found < Candidates.many * lead.pointee.cursor.found
        unsafe Candidates.withRoom { candidates in
            // No record before this one has all the terms.
            var least: UInt32 = 0
            var block = unsafe lead.pointee.blockAbove(top.threshold, others: others, from: 0)
            while unsafe block < lead.pointee.cursor.blockCount {
                if unsafe lead.pointee.cursor.lastDoc(block) >= least {
                    if unsafe lead.pointee.cursor.block != block { unsafe lead.pointee.cursor.load(block) }
                    if unsafe lead.pointee.cursor.doc == PostingCursor.end { return }
                    if isNear {
                        unsafe walk(terms, others: others, &filter, docBase, &least, &top)
                    } else {
                        unsafe candidates.take(&lead.pointee, from: least, threshold: top.threshold, others: others)
                        unsafe narrow(&candidates, terms, others: others, &filter, docBase, &least, &top)
                    }
                }
                if least == PostingCursor.end { return }
                block = unsafe lead.pointee.blockAbove(top.threshold, others: others, from: block &+ 1)
            }
        }
    }

    /// Looks the records of the lead's block up in the other terms one by one: for lists of about one length, where each look passes over some
    /// of the lead's records.
    @inline(__always) private static func walk<Filter: RecordFilter>(
        _ terms: UnsafeMutableBufferPointer<ScoredCursor>, others: UInt32, _ filter: inout Filter, _ docBase: UInt32,
        _ least: inout UInt32, _ top: inout TopHits
    ) {
        guard let lead = terms.baseAddress else { return }
        let ratio = unsafe lead.pointee.leastRatio(top.threshold, others: others)
        if ratio > 0 { unsafe lead.pointee.cursor.needFrequencies() }
        // SAFETY: place < count <= 128.
        for place in unsafe 0..<lead.pointee.cursor.count {
            let doc = unsafe lead.pointee.cursor.docs[place]
            if doc < least { continue }
            if ratio > 0, unsafe !lead.pointee.reaches(ratio, at: place) { continue }
            unsafe lead.pointee.cursor.stand(at: place)
            unsafe judge(terms, known: 1, rest: others, &filter, docBase, &least, &top)
        }
    }

    @inline(__always) private static func offer<Filter: RecordFilter>(
        _ terms: UnsafeMutableBufferPointer<ScoredCursor>, _ points: UInt32, _ filter: inout Filter, _ docBase: UInt32, _ top: inout TopHits
    ) {
        let doc = unsafe terms[0].cursor.doc
        if points > top.threshold, filter.accepts(doc) { top.offer(doc &+ docBase, points) }
    }

    /// More frequencies than these are sooner unpacked with their whole block than taken one by one.
    private static let fewFrequencies = 4

    /// Looks the lead's candidates up in the second term, a block of it at a time, and what is left in the others.
    @inline(__always) private static func narrow<Filter: RecordFilter>(
        _ candidates: inout Candidates, _ terms: UnsafeMutableBufferPointer<ScoredCursor>, others: UInt32,
        _ filter: inout Filter, _ docBase: UInt32, _ least: inout UInt32, _ top: inout TopHits
    ) {
        guard let lead = terms.baseAddress else { return }
        let second = unsafe lead + 1
        // What the terms behind the second give at most.
        let rest = unsafe others &- second.pointee.bound
        let leadBound = unsafe lead.pointee.boundOfBlock(lead.pointee.cursor.block)
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
                // Before another block is unpacked, its bound is asked: with the lead's block's, then with what the record has there.
                if top.threshold > 0 {
                    let bound = unsafe second.pointee.boundOfBlock(holding) &+ rest
                    if leadBound &+ bound <= top.threshold {
                        let last = unsafe second.pointee.cursor.lastDoc(holding)
                        repeat { next &+= 1 } while next < candidates.count && candidates[next] <= last
                        continue
                    }
                    unsafe lead.pointee.cursor.stand(at: candidates.place(next))
                    if unsafe lead.pointee.points() &+ bound <= top.threshold {
                        next &+= 1
                        continue
                    }
                }
                unsafe second.pointee.cursor.load(holding)
                if unsafe second.pointee.cursor.doc == PostingCursor.end {
                    least = PostingCursor.end
                    return
                }
            }
            let hits = unsafe candidates.find(in: second, from: &next)
            if hits > fewFrequencies { unsafe second.pointee.cursor.needFrequencies() }
            for hit in 0..<hits {
                unsafe second.pointee.cursor.stand(at: candidates.placeFound(hit))
                unsafe lead.pointee.cursor.stand(at: candidates.place(candidates.found(hit)))
                unsafe judge(terms, known: 2, rest: rest, &filter, docBase, &least, &top)
            }
        }
    }

    /// Looks the record at which the first `known` terms stand up in the others, and offers it where they have it. Nothing is scored before it
    /// must be: to have all the terms is rare. `rest` is what the others give at most, and what every record gets.
    @inline(__always) private static func judge<Filter: RecordFilter>(
        _ terms: UnsafeMutableBufferPointer<ScoredCursor>, known: Int, rest: UInt32, _ filter: inout Filter, _ docBase: UInt32,
        _ least: inout UInt32, _ top: inout TopHits
    ) {
        let doc = unsafe terms[0].cursor.doc
        if doc < least { return }
        var points: UInt32 = 0
        var scored = 0
        var rest = rest
        for at in known..<max(known, terms.count) {
            unsafe rest &-= terms[at].bound
            if unsafe terms[at].cursor.hasUnpacked(doc) {
                unsafe terms[at].cursor.seek(doc)
            } else {
                let holding = unsafe terms[at].cursor.blockHolding(doc)
                // Before another block is unpacked, its bound is asked.
                if top.threshold > 0, unsafe holding < terms[at].cursor.blockCount {
                    while scored < at {
                        unsafe points &+= terms[scored].points()
                        scored &+= 1
                    }
                    if unsafe points &+ rest &+ terms[at].boundOfBlock(holding) <= top.threshold { return }
                }
                unsafe terms[at].cursor.seek(doc, in: holding)
            }
            let here = unsafe terms[at].cursor.doc
            if here != doc {
                least = here
                return
            }
        }
        while scored < terms.count {
            unsafe points &+= terms[scored].points()
            scored &+= 1
        }
        unsafe offer(terms, points &+ rest, &filter, docBase, &top)
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
