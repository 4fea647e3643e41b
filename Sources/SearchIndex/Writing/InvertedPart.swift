import SearchCore

/// Records of a few documents, their words sorted already: what a segment is made of when most of its documents are as they were. It is kept
/// in a file of its own and read by the program that wrote it.
///
///     rows      for each document id, title, how many records; for each of these its row, the numbers of its facets, its measures
///     values    the facets: field and value of each
///     runs      one after another, each as `RunBuilder` writes it
///     tail      magic, version, records, documents; of rows and of each run where they are, their sums, and a run's first record
///     32 bytes  where the tail begins, its length, its sum, the magic again
struct InvertedPart {
    static let magic: UInt64 = 0x5452_4150_434E_4F43
    static let version = 1

    struct Run {
        var bytes: Bytes
        var firstRecord: Int
    }

    let owner: SegmentBytes
    let recordCount: Int
    let documentCount: Int
    let rows: Bytes
    let values: [FacetValue]
    let runs: [Run]

    /// Nil where there is none, or it is not whole.
    init?(path: String) {
        guard let owner = try? MappedFile.open(path), owner.count > 32 else { return nil }
        let bytes = owner.bytes
        let end = bytes.slice(bytes.count - 32, 32)
        let (start, count) = (Int(truncatingIfNeeded: end.u64(0)), Int(truncatingIfNeeded: end.u64(8)))
        guard end.u64(24) == Self.magic, start >= 0, count >= 0, start <= bytes.count, count <= bytes.count - start else { return nil }
        let tail = bytes.slice(start, count)
        guard checksum(tail) == end.u64(16) else { return nil }
        var at = 0
        guard tail.varint(&at) == Self.version else { return nil }
        (recordCount, documentCount) = (tail.varint(&at), tail.varint(&at))
        var sections: [Bytes] = []
        var firsts: [Int] = []
        for _ in 0..<min(tail.varint(&at), tail.count) {
            let (start, count, first) = (tail.varint(&at), tail.varint(&at), tail.varint(&at))
            let section = bytes.slice(start, count)
            guard SectionChecksum.of(section) == tail.u64(at) else { return nil }
            at += 8
            sections.append(section)
            firsts.append(first)
        }
        guard sections.count > 1 else { return nil }
        self.owner = owner
        rows = sections[0]
        var (values, place): ([FacetValue], Int) = ([], 0)
        while place < sections[1].count {
            values.append(FacetValue(field: sections[1].counted(&place), value: sections[1].counted(&place)))
        }
        self.values = values
        runs = zip(sections, firsts).dropFirst(2).map { Run(bytes: $0, firstRecord: $1) }
    }

    /// Gives back the memory of what was read.
    func release() { MappedFile.release(owner) }
}

/// Reads the rows of a part from front to back.
struct PartRows {
    private let bytes: Bytes
    private let values: [Int]
    private var at = 0

    /// - Parameter values: what a reader calls each of the part's facets.
    init(_ part: InvertedPart, values: [Int]) {
        bytes = part.rows
        self.values = values
    }

    mutating func document() -> (id: [UInt8], title: [UInt8], count: Int) { (counted(), counted(), bytes.varint(&at)) }

    mutating func record() -> (row: StoredRow, values: [Int], measures: RecordMeasures) {
        var row = StoredRow(key: counted(), heading: counted(), number: counted(), text: counted())
        row.stored = counted()
        row.sentences = numbers()
        let found = numbers().map { values.indices.contains($0) ? values[$0] : 0 }
        return (row, found, RecordMeasures(sentences: numbers(), textWords: bytes.varint(&at), headingWords: bytes.varint(&at)))
    }

    private mutating func counted() -> [UInt8] { bytes.counted(&at) }

    private mutating func numbers() -> [Int] { (0..<min(bytes.varint(&at), bytes.count)).map { _ in bytes.varint(&at) } }
}

extension Bytes {
    /// Bytes with their count before them; moves `at` past them.
    fileprivate func counted(_ at: inout Int) -> [UInt8] {
        let count = varint(&at)
        defer { at += count }
        return array(at, count)
    }
}
