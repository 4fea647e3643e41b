/// A file of an index cut up for the browser: what it holds, and which of its kind it is.
package struct PieceName: Equatable, Sendable {
    package enum Kind: UInt8, Sendable, CaseIterable {
        /// What is known of all pieces; comes first.
        case head
        /// The terms of a range of words, with their lists.
        case lists
        /// Positions of a very frequent term, whose list is the piece of lists with the same number.
        case positions
        /// What a range of records keeps: texts, headings, facets, documents.
        case rows
        /// Length codes of a range of records.
        case lengths
        /// Where sentences begin, in all records.
        case sentences
        /// The facets of all records, for counting.
        case facets
        /// All words without their lists, for misspellings.
        case words

        /// The name of its files, before a number.
        package var text: StaticString {
            switch self {
            case .head: "head"
            case .lists: "lists"
            case .positions: "positions"
            case .rows: "rows"
            case .lengths: "lengths"
            case .sentences: "sentences"
            case .facets: "facets"
            case .words: "words"
            }
        }
    }

    package var kind: Kind
    package var number: Int

    package init(_ kind: Kind, _ number: Int = 0) {
        self.kind = kind
        self.number = number
    }
}

/// The frame around a piece's packed bytes: sum of what follows u32, version u8, kind u8, then number and unpacked length as varints.
package struct PieceFrame {
    package static let version: UInt8 = 3

    package let name: PieceName
    package let unpackedCount: Int
    /// The upper two bytes of the sum. The head has them for every piece, so that one of another index is known.
    package let sum: UInt32
    let packed: Bytes

    package init(_ bytes: Bytes) throws(SegmentError) {
        guard bytes.count > 6 else { throw .notASegment }
        guard bytes.u32(0) == Self.sum(bytes.slice(4, bytes.count - 4)) else { throw .corrupt }
        sum = bytes.u32(0) >> 16
        let version = bytes[4]
        if version < Self.version { throw .tooOld(Int(version)) }
        if version > Self.version { throw .tooNew(Int(version)) }
        var reader = PieceReader(bytes, at: 6)
        guard let kind = PieceName.Kind(rawValue: bytes[5]) else { throw .corrupt }
        name = PieceName(kind, reader.number())
        unpackedCount = reader.number()
        packed = bytes.slice(reader.at, bytes.count - reader.at)
    }

    package static func sum(_ bytes: Bytes) -> UInt32 { UInt32(truncatingIfNeeded: checksum(bytes) >> 32) }

    func unpack(_ model: PieceModel) throws(SegmentError) -> SegmentBytes { try Self.unpack(packed, model, count: unpackedCount) }

    /// The unpacked bytes, eight zeros behind them, so that lists can be read by the word.
    static func unpack(_ packed: Bytes, _ model: PieceModel, count: Int) throws(SegmentError) -> SegmentBytes {
        guard let bytes = model.unpack(packed, count: count) else { throw .corrupt }
        return SegmentBytes(copying: bytes + [UInt8](repeating: 0, count: 8))
    }
}

/// Reads varints and counted bytes one after another; behind the end there are zeros.
package struct PieceReader {
    package let bytes: Bytes
    package var at = 0

    package init(_ bytes: Bytes, at: Int = 0) {
        self.bytes = bytes
        self.at = at
    }

    /// At most 2^28 unless told, so that sums fit an Int of 32 bits.
    package mutating func number(most: Int = 1 << 28) -> Int {
        let number = bytes.varint(&at)
        return number >= 0 ? min(number, most) : 0
    }

    /// A count of things that take a byte each at least.
    package mutating func count() -> Int { min(number(), max(0, bytes.count - at)) }

    package mutating func part() -> Bytes {
        let count = count()
        defer { at += count }
        return bytes.slice(at, count)
    }

    package mutating func array() -> [UInt8] {
        let part = part()
        return part.array(0, part.count)
    }
}
