/// The first file of an index cut up for the browser: what scores depend on, the codes of the other pieces, and which words are where.
/// It grows with the number of pieces, not of records.
package struct PieceHead: Sendable {
    /// 256 + 256 + 256 code lengths of at most 12, two in a byte.
    package static let codesSize = 384

    package let index: UInt64
    package let folding: Folding
    package let records: Int
    /// Records that a piece of lengths holds.
    package let lengthStride: Int
    package let textWords: Int
    package let headingWords: Int
    package let facetFields: [[UInt8]]
    let lists: [ListPlace]
    /// First record of each piece of rows, and one behind the last.
    let rowStarts: [Int]
    let codes: [StoredCodes]
    /// Keep the dictionary of `codes` alive.
    private let owners: [SegmentBytes]

    /// Where a piece of lists stands in the row of all of them.
    struct ListPlace: Sendable {
        /// The first word (a term without its kind) of this piece; words before the next piece's are here.
        var firstWord: [UInt8]
        var postings: Int
        var postingsCount: Int
        var positions: Int
        var positionsCount: Int
        /// The positions are a piece of their own.
        var isApart: Bool
    }

    package init(_ owner: SegmentBytes) throws(SegmentError) {
        let frame = try PieceFrame(owner)
        guard frame.name == PieceName(.head) else { throw .notASegment }
        index = frame.index
        // Codes, then the preset text of rows (counted), then the packed rest.
        let raw = frame.packed
        var reader = PieceReader(raw, at: 3 * Self.codesSize)
        let preset = reader.array()
        let owners = (0..<3).map { SegmentBytes(copying: Self.lengths(raw, $0 * Self.codesSize) + ($0 == 1 ? preset : [])) }
        self.owners = owners
        codes = owners.map { StoredCodes($0.bytes) }
        let body = try frame.unpack(codes[PieceName.Kind.head.codes], from: reader.at)
        defer { withExtendedLifetime(body) {} }
        reader = PieceReader(body.bytes)
        guard let folding = Folding(rawValue: UInt32(truncatingIfNeeded: reader.number())) else { throw .corrupt }
        self.folding = folding
        records = reader.number()
        lengthStride = max(1, reader.number())
        textWords = reader.number(most: 1 << 30)
        headingWords = reader.number(most: 1 << 30)
        guard records <= SegmentLayout.mostRecords else { throw .corrupt }
        var fields: [[UInt8]] = []
        for _ in 0..<reader.count() { fields.append(reader.array()) }
        facetFields = fields
        var lists: [ListPlace] = []
        var word: [UInt8] = []
        var (postings, positions) = (0, 0)
        for _ in 0..<reader.count() {
            word.removeLast(min(word.count, reader.number()))
            word += reader.array()
            let postingsCount = reader.number()
            let positionsCount = reader.number()
            lists.append(
                ListPlace(
                    firstWord: word, postings: postings, postingsCount: postingsCount, positions: positions,
                    positionsCount: positionsCount >> 1, isApart: positionsCount & 1 == 1))
            postings += postingsCount
            positions += positionsCount >> 1
            guard postings < 1 << 30, positions < 1 << 30 else { throw .corrupt }
        }
        self.lists = lists
        var starts = [0]
        for _ in 0..<reader.count() {
            let next = starts[starts.count - 1] + reader.number()
            guard next <= records else { throw .corrupt }
            starts.append(next)
        }
        guard starts.last == records else { throw .corrupt }
        rowStarts = starts
    }

    private static func lengths(_ raw: Bytes, _ start: Int) -> [UInt8] {
        (0..<(2 * codesSize)).map { $0 % 2 == 0 ? raw[start + $0 / 2] & 15 : raw[start + $0 / 2] >> 4 }
    }

    /// The piece whose range the word is in; 0 for a word before all.
    func piece(of word: ArraySlice<UInt8>) -> Int {
        var low = 0
        var high = lists.count
        while low < high {
            let middle = (low + high) / 2
            if word.lexicographicallyPrecedes(lists[middle].firstWord) { high = middle } else { low = middle + 1 }
        }
        return max(0, low - 1)
    }

    /// The piece that a list begins in.
    func piece(ofList postings: Int) -> Int {
        var low = 0
        var high = lists.count
        while low < high {
            let middle = (low + high) / 2
            if postings < lists[middle].postings { high = middle } else { low = middle + 1 }
        }
        return max(0, low - 1)
    }

    /// The piece of rows that holds a record, nil for none.
    func rows(of record: Int) -> Int? {
        guard record >= 0, record < records else { return nil }
        var low = 0
        var high = rowStarts.count
        while low < high {
            let middle = (low + high) / 2
            if rowStarts[middle] <= record { low = middle + 1 } else { high = middle }
        }
        return low - 1
    }
}
