/// A file of an index cut up for the browser: what it holds, and which of its kind it is.
package struct PieceName: Equatable, Sendable {
    package enum Kind: UInt32, Sendable, CaseIterable {
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

        /// Which of the three codes in the head it is packed with.
        package var codes: Int {
            switch self {
            case .lists, .positions, .words: 0
            case .rows: 1
            case .head, .lengths, .sentences, .facets: 2
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

/// The frame around a piece's packed bytes: checksum of what follows u64, kind u32, number u32, unpacked length u32, version u32, sum of the index u64.
package struct PieceFrame {
    package static let size = 32
    package static let version: UInt32 = 1

    package let name: PieceName
    package let unpackedCount: Int
    /// The same in all pieces of one index: pieces of another are refused.
    package let index: UInt64
    package let packed: Bytes
    private let owner: SegmentBytes

    package init(_ owner: SegmentBytes) throws(SegmentError) {
        self.owner = owner
        let bytes = owner.bytes
        guard bytes.count >= Self.size else { throw .notASegment }
        guard bytes.u64(0) == checksum(bytes.slice(8, bytes.count - 8)) else { throw .corrupt }
        let version = bytes.u32(20)
        if version < Self.version { throw .tooOld(Int(version)) }
        if version > Self.version { throw .tooNew(Int(truncatingIfNeeded: version)) }
        guard let kind = PieceName.Kind(rawValue: bytes.u32(8)), bytes.u32(12) < 1 << 28, bytes.u32(16) < 1 << 28 else { throw .corrupt }
        name = PieceName(kind, Int(bytes.u32(12)))
        unpackedCount = Int(bytes.u32(16))
        index = bytes.u64(24)
        packed = bytes.slice(Self.size, bytes.count - Self.size)
    }

    /// The unpacked bytes, eight zeros behind them, so that lists can be read by the word.
    package func unpack(_ codes: StoredCodes, from start: Int = 0) throws(SegmentError) -> SegmentBytes {
        guard let bytes = unpackBlock(packed.slice(start, packed.count - start), codes, count: unpackedCount), bytes.count == unpackedCount
        else { throw .corrupt }
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
