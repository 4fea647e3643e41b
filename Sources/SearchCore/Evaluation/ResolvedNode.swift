/// A term of the segment that a part of the query stands for.
struct ResolvedTerm: Sendable {
    var leaf: Leaf
    var entry: TermEntry
}

/// A part of a query as one segment sees it: which records match is known, or told by the lists of its terms; what they get is not yet added up.
indirect enum ResolvedNode: Sendable {
    /// Records with any of these terms; each term gives its points.
    case terms([ResolvedTerm])
    /// Records by rising number, and the points of each.
    case rows(records: [UInt32], points: [UInt32])
    /// Records that match any of these; each gives its points.
    case any([ResolvedNode])
    /// These records only; there all of these give their points.
    case within(RecordSet, [ResolvedNode])
    /// These records, a point each.
    case marks(RecordSet)

    /// No more records than this match.
    var mostRecords: Int {
        switch self {
        case .terms(let terms): terms.reduce(0) { $0 + $1.entry.found }
        case .rows(let records, _): records.count
        case .any(let nodes): nodes.reduce(0) { $0 + $1.mostRecords }
        case .within(let set, _), .marks(let set): set.count
        }
    }
}
