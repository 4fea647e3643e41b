/// The records that have all of some terms. The rarest term leads; before a block of another is unpacked, its bound is asked.
package enum Conjunction {
    /// Adds the best records to `top`.
    /// SAFETY: `terms` are started cursors by rising number of records, alive during the call.
    @unsafe package static func collect<Filter: RecordFilter>(
        _ terms: UnsafeMutableBufferPointer<ScoredCursor>, filter: inout Filter, extra: UInt32 = 0, docBase: UInt32, into top: inout TopHits
    ) {
        guard let lead = terms.baseAddress else { return }
        var others: UInt32 = extra
        for at in 1..<max(1, terms.count) { unsafe others &+= terms[at].bound }
        let blocks = unsafe lead.pointee.cursor.blockCount
        var block = 0
        while block < blocks {
            defer { block &+= 1 }
            if unsafe lead.pointee.boundOfBlock(block) &+ others <= top.threshold { continue }
            if unsafe lead.pointee.cursor.block != block { unsafe lead.pointee.cursor.load(block) }
            if unsafe lead.pointee.cursor.doc == PostingCursor.end { return }
            let count = unsafe lead.pointee.cursor.count
            // SAFETY: place < count <= 128.
            for place in 0..<count {
                let doc = unsafe lead.pointee.cursor.docs[place]
                unsafe lead.pointee.cursor.index = place
                unsafe lead.pointee.cursor.doc = doc
                var points = unsafe lead.pointee.points()
                var rest = others
                if points &+ rest <= top.threshold { continue }
                var isIn = true
                for at in 1..<max(1, terms.count) {
                    unsafe rest &-= terms[at].bound
                    // Before another block is unpacked, its bound is asked.
                    if unsafe !terms[at].cursor.hasUnpacked(doc) {
                        let holding = unsafe terms[at].cursor.blockHolding(doc)
                        if unsafe holding >= terms[at].cursor.blockCount { return }
                        if unsafe points &+ rest &+ terms[at].boundOfBlock(holding) <= top.threshold {
                            isIn = false
                            break
                        }
                    }
                    unsafe terms[at].cursor.seek(doc)
                    if unsafe terms[at].cursor.doc != doc {
                        isIn = false
                        break
                    }
                    unsafe points &+= terms[at].points()
                }
                if isIn, points &+ extra > top.threshold, filter.accepts(doc) { top.offer(doc &+ docBase, points &+ extra) }
            }
        }
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
