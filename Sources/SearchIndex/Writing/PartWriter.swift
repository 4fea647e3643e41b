import SearchCore

/// Writes an `InvertedPart`, document by document.
final class PartWriter {
    private let file: OutputFile
    private let inverter: RecordInverter
    private let settings: IndexSettings
    private var run = RunBuilder(firstRecord: 0)
    private var values: [FacetValue: Int] = [:]
    /// Of each value what the dictionary holds: records of a part have much the same values.
    private var terms: [[UInt8]] = []
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
            let facets = record.facets.map { number(of: FacetValue($0)) }
            let measures = inverter.add(row, title: title, facets: facets.map { terms[$0] }, to: &run)
            for field in [row.key, row.heading, row.number, row.text, row.stored] { bytes.appendCounted(field) }
            bytes.append(numbers: row.sentences)
            bytes.append(numbers: facets)
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
        terms.append(facet.term)
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
