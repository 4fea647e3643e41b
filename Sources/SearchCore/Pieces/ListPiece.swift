/// The terms of a range of words: a dictionary of their own, and their lists as the index has them.
struct ListPiece: Sendable {
    let dictionary: TermDictionary
    /// From the first list to the end of the piece.
    let postings: Bytes
    /// Empty where the positions are a piece of their own.
    let positions: Bytes
    private let owners: [SegmentBytes]

    /// Words without lists. Bytes of terms and of the index of terms, as varints, then these two.
    init(words owner: SegmentBytes) {
        self.init(owner, SegmentBytes(copying: []), SegmentBytes(copying: []))
    }

    private init(_ owner: SegmentBytes, _ postings: SegmentBytes, _ positions: SegmentBytes) {
        owners = [owner, postings, positions]
        self.postings = postings.bytes
        self.positions = positions.bytes
        var reader = PieceReader(owner.bytes)
        let (blocks, index) = (reader.count(), reader.count())
        dictionary = TermDictionary(
            blocks: owner.bytes.slice(reader.at, blocks), index: owner.bytes.slice(reader.at + blocks, index))
    }

    /// The dictionary, counted; then the lists of its terms in their order, as `ListModel` packs them. Nil for damage.
    init?(_ frame: PieceFrame, isApart: Bool, textLengths: Bytes, headingLengths: Bytes) {
        var reader = PieceReader(frame.packed)
        guard let owner = try? PieceFrame.unpack(reader.part(), PieceModel(isText: true), count: frame.unpackedCount) else { return nil }
        let words = ListPiece(words: owner)
        var lists = ListModel.Decoder(frame.packed.slice(reader.at, frame.packed.count - reader.at))
        var (postings, positions): ([UInt8], [UInt8]) = ([], [])
        var walk = words.dictionary.walk(from: [0])
        while walk.next() {
            let kind = walk.term.first ?? 0
            let lengths = kind == TermKind.heading ? headingLengths : textLengths
            let shape = ListModel.Shape(kind, walk.entry, isApart: isApart, lengths: lengths)
            guard lists.next(shape, list: &postings, positions: &positions) else { return nil }
        }
        // So that they can be read by the word.
        let zeros = [UInt8](repeating: 0, count: 8)
        self.init(owner, SegmentBytes(copying: postings + zeros), SegmentBytes(copying: positions + zeros))
    }
}
