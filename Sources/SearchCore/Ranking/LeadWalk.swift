/// What becomes of a record that some terms share: whether it is a hit, and for how many points.
protocol SharedRecordJudge {
    /// Whether the points of the terms are added up; if not, the bound of each term bounds the whole.
    static var addsPoints: Bool { get }

    /// Told a record, at which the first `known` terms stand. `least`: no record before it has all the terms.
    mutating func judge(known: Int, least: inout UInt32, into top: inout TopHits)
}

/// The walk through the records of the rarest term, block by block, past those whose bound is too low: what a conjunction and a phrase share.
@safe struct LeadWalk<Judge: SharedRecordJudge> {
    /// The rarest term, and the next, where there is one.
    private let lead: UnsafeMutablePointer<ScoredCursor>
    private let second: UnsafeMutablePointer<ScoredCursor>?
    /// What the terms but the lead, and but the first two, give a record at most.
    private let others: UInt32
    private let rest: UInt32
    var judge: Judge

    /// SAFETY: both are started cursors, alive while the walk is; `judge` looks at them too.
    @unsafe init(
        lead: UnsafeMutablePointer<ScoredCursor>, second: UnsafeMutablePointer<ScoredCursor>?, others: UInt32, rest: UInt32, judge: Judge
    ) {
        unsafe self.lead = lead
        unsafe self.second = second
        self.others = others
        self.rest = rest
        self.judge = judge
    }

    mutating func collect(into top: inout TopHits) {
        Candidates.withRoom { candidates in
            // No record before this one has all the terms.
            var least: UInt32 = 0
            var block = unsafe lead.pointee.blockAbove(top.threshold, others: others, from: 0)
            while unsafe block < lead.pointee.cursor.blockCount {
                if unsafe lead.pointee.cursor.lastDoc(block) >= least {
                    if unsafe lead.pointee.cursor.block != block { unsafe lead.pointee.cursor.load(block) }
                    if unsafe lead.pointee.cursor.doc == PostingCursor.end { return }
                    if let second = unsafe second, unsafe second.pointee.cursor.found >= Candidates.many * lead.pointee.cursor.found {
                        unsafe candidates.take(&lead.pointee, from: least, threshold: top.threshold, others: others)
                        unsafe narrow(&candidates, second, &least, &top)
                    } else {
                        walk(&least, &top)
                    }
                }
                if least == PostingCursor.end { return }
                block = unsafe lead.pointee.blockAbove(top.threshold, others: others, from: block &+ 1)
            }
        }
    }

    /// Shows the records of the lead's block one by one: for lists of about one length, where each look passes over some of them.
    @inline(__always) private mutating func walk(_ least: inout UInt32, _ top: inout TopHits) {
        let ratio = unsafe lead.pointee.leastRatio(top.threshold, others: others)
        if ratio > 0 { unsafe lead.pointee.cursor.needFrequencies() }
        // SAFETY: place < count <= 128.
        for place in unsafe 0..<lead.pointee.cursor.count {
            let doc = unsafe lead.pointee.cursor.docs[place]
            if doc < least { continue }
            if ratio > 0, unsafe !lead.pointee.reaches(ratio, at: place) { continue }
            unsafe lead.pointee.cursor.stand(at: place)
            judge.judge(known: 1, least: &least, into: &top)
        }
    }

    /// More frequencies than these are sooner unpacked with their whole block than taken one by one.
    private static var fewFrequencies: Int { 4 }

    /// Looks the lead's candidates up in the second term, a block of it at a time, and shows what is left.
    @inline(__always) private mutating func narrow(
        _ candidates: inout Candidates, _ second: UnsafeMutablePointer<ScoredCursor>, _ least: inout UInt32, _ top: inout TopHits
    ) {
        let leadBound = unsafe Judge.addsPoints ? lead.pointee.boundOfBlock(lead.pointee.cursor.block) : 0
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
                    if Judge.addsPoints {
                        unsafe lead.pointee.cursor.stand(at: candidates.place(next))
                        if unsafe lead.pointee.points() &+ bound <= top.threshold {
                            next &+= 1
                            continue
                        }
                    }
                }
                unsafe second.pointee.cursor.load(holding)
                if unsafe second.pointee.cursor.doc == PostingCursor.end {
                    least = PostingCursor.end
                    return
                }
            }
            let hits = unsafe candidates.find(in: second, from: &next)
            if Judge.addsPoints, hits > Self.fewFrequencies { unsafe second.pointee.cursor.needFrequencies() }
            for hit in 0..<hits {
                unsafe second.pointee.cursor.stand(at: candidates.placeFound(hit))
                unsafe lead.pointee.cursor.stand(at: candidates.place(candidates.found(hit)))
                judge.judge(known: 2, least: &least, into: &top)
            }
        }
    }
}
