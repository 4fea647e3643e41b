/// What scores depend on, over all segments: so that records score alike wherever they are.
package struct IndexStatistics: Sendable {
    package let records: Int
    package let textAverage: Float
    package let headingAverage: Float
    private let segments: [Segment]

    package init(_ segments: [Segment]) {
        self.segments = segments
        records = segments.reduce(0) { $0 + $1.recordCount }
        let count = Float(max(1, records))
        textAverage = Float(segments.reduce(0) { $0 + $1.textWords }) / count
        headingAverage = Float(segments.reduce(0) { $0 + $1.headingWords }) / count
    }

    /// In how many records a term (its kind first) is.
    package func found(_ term: [UInt8]) -> Int {
        segments.reduce(0) { $0 + ($1.dictionary.entry(term)?.found ?? 0) }
    }

    package func inverseDocumentFrequency(_ found: Int) -> Double {
        Scoring.inverseDocumentFrequency(found: found, records: records)
    }
}
