/// The first piece of an index cut up for the browser: what scores depend on, which words and records are where, the sum of every other
/// piece, and the text that pieces of rows copy from. It grows with the number of pieces, not of records.
package final class PieceHead: Sendable {
    package let folding: Folding
    package let records: Int
    /// Records that a piece of lengths holds.
    package let lengthStride: Int
    package let textWords: Int
    package let headingWords: Int
    package let facetFields: [[UInt8]]
    let lists: [ListPlace]
    /// First record of each piece of rows, and one behind the last.
    package let rowStarts: [Int]
    /// What rows are packed with.
    let rowModel: PieceModel
    /// Length codes of the first records, texts' then headings'; other ranges are pieces of their own.
    let lengths: SegmentBytes
    /// The sums of all other pieces.
    private let sums: [UInt8]

    /// Where a piece of lists stands in the row of all of them.
    struct ListPlace: Sendable {
        /// Words (terms without their kind) from here on are in this piece, if they are not in the next.
        var fromWord: [UInt8]
        var postings: Int
        var postingsCount: Int
        var positions: Int
        var positionsCount: Int
        /// The positions are a piece of their own.
        var isApart: Bool
    }

    package init(_ owner: SegmentBytes) throws(SegmentError) {
        let frame = try PieceFrame(owner.bytes)
        guard frame.name == PieceName(.head) else { throw .notASegment }
        // Facts, preset and lengths, each packed by itself; then the sums.
        var parts = PieceReader(frame.packed)
        let body = try PieceFrame.unpack(parts.part(), PieceModel(isText: true), count: frame.unpackedCount)
        defer { withExtendedLifetime(body) {} }
        var reader = PieceReader(body.bytes)
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
                    fromWord: word, postings: postings, postingsCount: postingsCount, positions: positions,
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
        guard let model = PieceModel(isText: true).behind(unpacking: parts.part(), count: reader.number()) else { throw .corrupt }
        rowModel = model
        lengths = try PieceFrame.unpack(parts.part(), PieceModel(isText: false), count: 2 * min(records, lengthStride))
        sums = parts.bytes.array(parts.at, parts.bytes.count - parts.at)
    }

    /// The sum that a piece must have, nil where there is no such piece.
    package func sum(of name: PieceName) -> UInt32? {
        let rows = rowStarts.count - 1
        var place = 0
        switch name.kind {
        case .lists where name.number < lists.count: place = name.number
        case .rows where name.number < rows: place = lists.count + name.number
        case .sentences: place = lists.count + rows
        case .facets: place = lists.count + rows + 1
        case .words: place = lists.count + rows + 2
        case .positions where name.number < lists.count && lists[name.number].isApart:
            place = lists.count + rows + 3 + lists[..<name.number].count { $0.isApart }
        case .lengths where name.number > 0 && name.number < lengthPieces:
            place = lists.count + rows + 3 + lists.count { $0.isApart } + name.number - 1
        default: return nil
        }
        let at = place * Self.sumSize
        guard at + Self.sumSize <= sums.count else { return nil }
        return sums[at..<(at + Self.sumSize)].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    package static let sumSize = 2
    var lengthPieces: Int { (records + lengthStride - 1) / lengthStride }

    /// The piece whose range the word is in; 0 for a word before all.
    func piece(of word: ArraySlice<UInt8>) -> Int {
        var low = 0
        var high = lists.count
        while low < high {
            let middle = (low + high) / 2
            if word.lexicographicallyPrecedes(lists[middle].fromWord) { high = middle } else { low = middle + 1 }
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
