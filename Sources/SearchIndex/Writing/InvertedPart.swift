import Glibc
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
    func release() {
        // SAFETY: the bytes are a mapping of a file that nobody writes to, so its pages come back if they are read again.
        _ = unsafe madvise(UnsafeMutableRawPointer(mutating: owner.bytes.base), owner.count, MADV_DONTNEED)
    }
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

/// Writes a part, document by document.
final class PartWriter {
    private let file: OutputFile
    private let inverter: RecordInverter
    private let settings: IndexSettings
    private var run = RunBuilder(firstRecord: 0)
    private var values: [FacetValue: Int] = [:]
    private var valueBytes: [UInt8] = []
    /// Full runs wait in files of their own until all rows are written.
    private var spilt: [(path: String, firstRecord: Int)] = []
    private var records = 0
    private var documents = 0

    init(path: String, settings: IndexSettings) throws(IndexError) {
        file = try OutputFile(path: path)
        inverter = RecordInverter(settings.folding)
        self.settings = settings
    }

    func add(id: String, title: String, _ found: [Record]) throws(IndexError) {
        let title = Array(title.utf8)
        var bytes: [UInt8] = []
        bytes.appendCounted(Array(id.utf8))
        bytes.appendCounted(title)
        bytes.appendVarint(found.count)
        for record in found {
            let row = StoredRow(record)
            let facets = record.facets.map(FacetValue.init)
            let measures = inverter.add(row, title: title, facets: facets, to: &run)
            for field in [row.key, row.heading, row.number, row.text, row.stored] { bytes.appendCounted(field) }
            bytes.append(numbers: row.sentences)
            bytes.append(numbers: facets.map(number))
            bytes.append(numbers: measures.sentences)
            bytes.appendVarint(measures.textWords)
            bytes.appendVarint(measures.headingWords)
            records += 1
            try file.append(bytes)
            bytes.removeAll(keepingCapacity: true)
            if run.occurrences >= settings.occurrencesPerRun { try spill() }
        }
        try file.append(bytes)
        documents += 1
    }

    private func number(of facet: FacetValue) -> Int {
        if let known = values[facet] { return known }
        values[facet] = values.count
        valueBytes.appendCounted(facet.field)
        valueBytes.appendCounted(facet.value)
        return values.count - 1
    }

    private func spill() throws(IndexError) {
        let path = file.path + ".run\(spilt.count)"
        let out = try OutputFile(path: path)
        try run.write(to: out)
        spilt.append((path, run.firstRecord))
        run = RunBuilder(firstRecord: records)
    }

    func finish() throws(IndexError) {
        var sections = [(place: try file.endSection(), firstRecord: 0)]
        try file.append(valueBytes)
        sections.append((try file.endSection(), 0))
        for (path, first) in spilt {
            try file.append(contentsOf: path)
            remove(path)
            sections.append((try file.endSection(), first))
        }
        if !run.isEmpty {
            try run.write(to: file)
            sections.append((try file.endSection(), run.firstRecord))
        }
        var tail: [UInt8] = []
        for number in [InvertedPart.version, records, documents, sections.count] { tail.appendVarint(number) }
        for section in sections {
            for number in [section.place.start, section.place.count, section.firstRecord] { tail.appendVarint(number) }
            tail.appendLittle(section.place.checksum)
        }
        let start = file.offset
        // SAFETY: the view does not leave the closure.
        let sum = unsafe tail.withUnsafeBufferPointer { unsafe checksum(Bytes(base: $0.baseAddress!, count: $0.count)) }
        var end: [UInt8] = []
        for number in [UInt64(start), UInt64(tail.count), sum, InvertedPart.magic] { end.appendLittle(number) }
        try file.append(tail)
        try file.append(end)
        try file.flush()
    }
}

extension Bytes {
    /// Bytes with their count before them; moves `at` past them.
    fileprivate func counted(_ at: inout Int) -> [UInt8] {
        let count = varint(&at)
        defer { at += count }
        return array(at, count)
    }
}

extension [UInt8] {
    fileprivate mutating func append(numbers: [Int]) {
        appendVarint(numbers.count)
        for number in numbers { appendVarint(number) }
    }
}

extension StoredRow {
    init(_ record: Record) {
        self.init(
            key: Array(record.key.utf8), heading: Array(record.heading.utf8), number: Array(record.number.utf8),
            text: Array(record.text.utf8), sentences: record.sentences, stored: record.stored)
    }
}
