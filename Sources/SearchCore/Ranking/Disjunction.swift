/// The best records that have any of some terms: MaxScore by windows of records, on block bounds.
/// In each window the terms that could not lift a record over the threshold, even together, are only looked up for records that
/// the other terms found. All sums are whole points, so that the answer is exactly the exhaustive one.
package enum Disjunction {
    static let window: UInt32 = 4096

    /// Adds the best records to `top`. `docBase` is added to record numbers.
    /// SAFETY: `terms` are started cursors, alive during the call.
    @unsafe package static func collect(
        _ terms: UnsafeMutableBufferPointer<ScoredCursor>, records: UInt32, docBase: UInt32, into top: inout TopHits
    ) {
        // SAFETY: all indices stay below the counts allocated here: terms.count, window, window / 64.
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Int(window) + 2 * terms.count) { room in
            unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Int(window) / 64) { marks in
                guard let sums = room.baseAddress, let marks = marks.baseAddress, terms.count > 0 else { return }
                for at in 0..<Int(window) { unsafe sums[at] = 0 }
                for at in 0..<Int(window) / 64 { unsafe marks[at] = 0 }
                unsafe run(terms, records, docBase, &top, sums, marks, bounds: sums + Int(window), order: sums + Int(window) + terms.count)
            }
        }
    }

    private static func run(
        _ terms: UnsafeMutableBufferPointer<ScoredCursor>, _ records: UInt32, _ docBase: UInt32, _ top: inout TopHits,
        _ sums: UnsafeMutablePointer<UInt32>, _ marks: UnsafeMutablePointer<UInt64>, bounds: UnsafeMutablePointer<UInt32>,
        order: UnsafeMutablePointer<UInt32>
    ) {
        let count = terms.count
        var start: UInt32 = 0
        while start < records {
            let end = min(start &+ window, records)
            // The window's bound for each term, and the terms by rising bound.
            var sum: UInt32 = 0
            for at in 0..<count {
                let bound = unsafe terms[at].boundBetween(start, end &- 1)
                unsafe bounds[at] = bound
                sum &+= bound
                var place = at
                while place > 0, unsafe bounds[Int(order[place &- 1])] > bound {
                    unsafe order[place] = order[place &- 1]
                    place &-= 1
                }
                unsafe order[place] = UInt32(truncatingIfNeeded: at)
            }
            defer { start = end }
            if sum <= top.threshold { continue }
            // The first `optional` terms in `order` cannot do it alone; `optionalSum` is their bound together.
            var optional = 0
            var optionalSum: UInt32 = 0
            while optional < count, unsafe optionalSum &+ bounds[Int(order[optional])] <= top.threshold {
                unsafe optionalSum &+= bounds[Int(order[optional])]
                optional &+= 1
            }
            if optional &+ 1 == count {
                unsafe scanOne(terms, Int(order[optional]), start, end, docBase, &top, optional, optionalSum, bounds, order)
                continue
            }
            for place in optional..<count {
                let at = unsafe Int(order[place])
                unsafe terms[at].cursor.seek(start)
                while unsafe terms[at].cursor.doc < end { unsafe terms[at].addBlock(start: start, end: end, sums: sums, marks: marks) }
            }
            for word in 0..<Int(window) / 64 {
                var bits = unsafe marks[word]
                if bits == 0 { continue }
                unsafe marks[word] = 0
                while bits != 0 {
                    let place = word &* 64 &+ bits.trailingZeroBitCount
                    bits &= bits &- 1
                    let points = unsafe sums[place]
                    unsafe sums[place] = 0
                    if points &+ optionalSum > top.threshold {
                        unsafe finish(
                            terms, start &+ UInt32(truncatingIfNeeded: place), points, docBase, &top, optional, optionalSum, bounds, order)
                    }
                }
            }
        }
    }

    /// One term alone can lift a record over the threshold: block by block, without sums.
    private static func scanOne(
        _ terms: UnsafeMutableBufferPointer<ScoredCursor>, _ lead: Int, _ start: UInt32, _ end: UInt32, _ docBase: UInt32,
        _ top: inout TopHits,
        _ optional: Int, _ optionalSum: UInt32, _ bounds: UnsafeMutablePointer<UInt32>, _ order: UnsafeMutablePointer<UInt32>
    ) {
        let term = unsafe terms.baseAddress! + lead
        var next = start
        while next < end {
            let block = unsafe term.pointee.cursor.blockHolding(next)
            if unsafe block >= term.pointee.cursor.blockCount { return }
            let last = unsafe term.pointee.cursor.lastDoc(block)
            if unsafe term.pointee.boundOfBlock(block) &+ optionalSum <= top.threshold {
                next = last &+ 1
                continue
            }
            unsafe term.pointee.cursor.seek(next, in: block)
            // What a record needs at least is looked at before it is scored.
            let ratio = unsafe term.pointee.leastRatio(top.threshold, others: optionalSum)
            unsafe term.pointee.cursor.needFrequencies()
            let count = unsafe term.pointee.cursor.count
            var place = unsafe term.pointee.cursor.index
            // SAFETY: place < count <= 128.
            while place < count {
                let doc = unsafe term.pointee.cursor.docs[place]
                if doc >= end { return }
                if unsafe ratio == 0 || term.pointee.reaches(ratio, at: place) {
                    unsafe term.pointee.cursor.stand(at: place)
                    let points = unsafe term.pointee.points()
                    if points &+ optionalSum > top.threshold {
                        unsafe finish(terms, doc, points, docBase, &top, optional, optionalSum, bounds, order)
                    }
                }
                place &+= 1
            }
            if last >= end { return }
            next = last &+ 1
        }
    }

    /// Looks a candidate up in the optional terms, best bound first, until it cannot pass or is whole.
    @inline(__always) private static func finish(
        _ terms: UnsafeMutableBufferPointer<ScoredCursor>, _ doc: UInt32, _ first: UInt32, _ docBase: UInt32, _ top: inout TopHits,
        _ optional: Int,
        _ optionalSum: UInt32, _ bounds: UnsafeMutablePointer<UInt32>, _ order: UnsafeMutablePointer<UInt32>
    ) {
        var points = first
        var rest = optionalSum
        var place = optional
        while place > 0 {
            if points &+ rest <= top.threshold { return }
            place &-= 1
            let at = unsafe Int(order[place])
            unsafe rest &-= bounds[at]
            if unsafe !terms[at].cursor.hasUnpacked(doc) {
                // Before another block is unpacked, its bound is asked.
                let holding = unsafe terms[at].cursor.blockHolding(doc)
                if unsafe holding < terms[at].cursor.blockCount, unsafe points &+ rest &+ terms[at].boundOfBlock(holding) <= top.threshold {
                    return
                }
                unsafe terms[at].cursor.seek(doc, in: holding)
            } else {
                unsafe terms[at].cursor.seek(doc)
            }
            if unsafe terms[at].cursor.doc == doc { unsafe points &+= terms[at].points() }
        }
        if points > top.threshold { top.offer(doc &+ docBase, points) }
    }
}
