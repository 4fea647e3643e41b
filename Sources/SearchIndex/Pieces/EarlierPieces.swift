import SearchCore

/// Pieces that were cut from an index before, of which those that would come out the same need not be made again.
public struct EarlierPieces {
    private let head: PieceHead?
    private let keeps: (_ name: String, _ print: UInt64) -> Bool
    /// Of all that the records of a document are made from, by its number in the index.
    let document: ((Int) -> UInt64)?

    /// - Parameters:
    ///   - head: the head that was written with them; nil for none.
    ///   - document: of all that the records of a document are made from, by its number in the index.
    ///   - keeps: whether the piece of this name was made with this print and is still there. It stays then.
    public init(head: [UInt8]?, document: @escaping (Int) -> UInt64, keeps: @escaping (_ name: String, _ print: UInt64) -> Bool) {
        self.head = head.flatMap { try? PieceHead(SegmentBytes(copying: $0)) }
        self.document = document
        self.keeps = keeps
    }

    private init() {
        head = nil
        document = nil
        keeps = { _, _ in false }
    }

    static var none: EarlierPieces { EarlierPieces() }

    /// The sum of a piece that stays, nil for one that must be made.
    func sum(of name: PieceName, print: UInt64) -> [UInt8]? {
        guard let sum = head?.sum(of: name), keeps(name.file, print) else { return nil }
        return (0..<PieceHead.sumSize).map { UInt8(truncatingIfNeeded: sum >> UInt32($0 * 8)) }
    }

    /// How many records a piece of rows had.
    func rowCount(_ number: Int) -> Int? {
        guard let starts = head?.rowStarts, number >= 0, number + 1 < starts.count else { return nil }
        return starts[number + 1] - starts[number]
    }
}

extension PieceName {
    /// The name of its file, without an ending.
    var file: String { "\(kind.text)-\(number)" }
}

/// A fingerprint of what a piece is made from.
struct PiecePrint {
    private(set) var value: UInt64 = 0

    mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    mutating func add(_ number: UInt64) {
        let (high, low) = (value ^ number ^ 0x9E37_79B1_85EB_CA87).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        value = high ^ low
    }

    mutating func add(_ bytes: Bytes) {
        add(bytes.count)
        add(checksum(bytes))
    }

    mutating func add(_ bytes: [UInt8]) {
        // SAFETY: the view does not leave the closure.
        unsafe bytes.withUnsafeBufferPointer {
            if let base = $0.baseAddress { unsafe add(Bytes(base: base, count: $0.count)) } else { add(0) }
        }
    }
}

/// What pieces of rows are made from, told without reading a row.
struct RowPrints {
    private let segment: Segment
    private let starts: [Int]
    private let document: (Int) -> UInt64
    private let preset: UInt64

    /// - Parameter preset: of what all pieces of rows copy from.
    init(_ segment: Segment, document: @escaping (Int) -> UInt64, preset: UInt64) {
        self.segment = segment
        starts = (0..<segment.documentCount).map { segment.document($0).records.lowerBound }
        self.document = document
        self.preset = preset
    }

    /// Of the piece with this number and these records. Where it ends was told by the rows in it and by whether a document begins behind them,
    /// so the document behind is one of those that it is made from.
    func print(_ number: Int, _ records: Range<Int>) -> UInt64 {
        var print = PiecePrint()
        print.add(preset)
        print.add(number)
        print.add(records.count)
        print.add(records.upperBound == segment.recordCount ? 1 : 0)
        var at = place(of: records.lowerBound)
        if at < 0 { at = 0 }
        print.add(records.lowerBound - (starts.isEmpty ? 0 : starts[at]))
        while at < starts.count, starts[at] <= records.upperBound {
            print.add(document(at))
            at += 1
        }
        return print.value
    }

    /// The last document that begins at a record or before it; of several without records the first.
    private func place(of record: Int) -> Int {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= record { low = middle + 1 } else { high = middle }
        }
        low -= 1
        while low > 0, starts[low - 1] == starts[low] { low -= 1 }
        return low
    }
}
