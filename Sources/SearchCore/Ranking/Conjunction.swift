/// The records that have all of some terms. The rarest term leads.
package enum Conjunction {
    /// Adds the best records to `top`, each with `extra` points more.
    /// SAFETY: `terms` are started cursors by rising number of records, alive during the call.
    @unsafe package static func collect<Filter: RecordFilter>(
        _ terms: UnsafeMutableBufferPointer<ScoredCursor>, filter: inout Filter, extra: UInt32 = 0, docBase: UInt32, into top: inout TopHits
    ) {
        guard let lead = terms.baseAddress else { return }
        var others: UInt32 = extra
        for at in 1..<max(1, terms.count) { unsafe others &+= terms[at].bound }
        let second = unsafe terms.count > 1 ? lead + 1 : nil
        let rest = unsafe others &- (second?.pointee.bound ?? 0)
        let judge = unsafe ConjunctionJudge(terms, filter, others: others, rest: rest, docBase: docBase)
        var walk = unsafe LeadWalk(lead: lead, second: second, others: others, rest: rest, judge: judge)
        walk.collect(into: &top)
        filter = walk.judge.filter
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

/// Looks a record up in the terms where it is not known to be, and offers it where they all have it.
@safe private struct ConjunctionJudge<Filter: RecordFilter>: SharedRecordJudge {
    static var addsPoints: Bool { true }

    private let terms: UnsafeMutableBufferPointer<ScoredCursor>
    private(set) var filter: Filter
    /// What the terms but the first, and but the first two, give at most, with what every record gets.
    private let others: UInt32
    private let rest: UInt32
    private let docBase: UInt32

    /// SAFETY: as for `Conjunction.collect`.
    @unsafe init(_ terms: UnsafeMutableBufferPointer<ScoredCursor>, _ filter: Filter, others: UInt32, rest: UInt32, docBase: UInt32) {
        unsafe self.terms = terms
        self.filter = filter
        self.others = others
        self.rest = rest
        self.docBase = docBase
    }

    /// Nothing is scored before it must be: to have all the terms is rare.
    @inline(__always) mutating func judge(known: Int, least: inout UInt32, into top: inout TopHits) {
        let doc = unsafe terms[0].cursor.doc
        if doc < least { return }
        var points: UInt32 = 0
        var scored = 0
        var left = known == 1 ? others : rest
        for at in unsafe known..<max(known, terms.count) {
            unsafe left &-= terms[at].bound
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
                    if unsafe points &+ left &+ terms[at].boundOfBlock(holding) <= top.threshold { return }
                }
                unsafe terms[at].cursor.seek(doc, in: holding)
            }
            let here = unsafe terms[at].cursor.doc
            if here != doc {
                least = here
                return
            }
        }
        while unsafe scored < terms.count {
            unsafe points &+= terms[scored].points()
            scored &+= 1
        }
        points &+= left
        if points > top.threshold, filter.accepts(doc) { top.offer(doc &+ docBase, points) }
    }
}
