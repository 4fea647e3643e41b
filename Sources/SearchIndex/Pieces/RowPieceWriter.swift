import SearchCore

/// Rows that stand together in a piece: what `RowPiece` reads.
struct RowBatch {
    let firstRecord: Int
    private(set) var count = 0
    private var rows: [UInt8] = []
    private var sizes: [Int] = []
    private var documents: [DocumentEntry] = []
    private var values: [FacetValue] = []

    init(firstRecord: Int) { self.firstRecord = firstRecord }

    var size: Int { rows.count }

    mutating func add(_ row: StoredRow, _ facets: [(field: [UInt8], value: [UInt8])], _ document: DocumentEntry?) {
        if let document, documents.last?.records != document.records { documents.append(document) }
        let before = rows.count
        for field in [row.key, row.heading, row.number] { rows.appendCounted(field) }
        rows.appendVarint(facets.count)
        for (field, value) in facets {
            let facet = FacetValue(field: field, value: value)
            let number = values.firstIndex(of: facet) ?? values.count
            if number == values.count { values.append(facet) }
            rows.appendVarint(number)
        }
        rows.appendCounted(row.text)
        sizes.append(rows.count - before)
        count += 1
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.appendVarint(documents.count)
        for document in documents {
            bytes.appendVarint(max(0, document.records.lowerBound - firstRecord))
            bytes.appendCounted(document.id)
            bytes.appendCounted(document.title)
        }
        bytes.appendVarint(values.count)
        for value in values {
            bytes.appendCounted(value.field)
            bytes.appendCounted(value.value)
        }
        for size in sizes { bytes.appendVarint(size) }
        return bytes + rows
    }
}

extension Segment {
    /// The batches of rows, of at most about this size, from a record on, until `body` answers false. One that is half as large ends where a
    /// document does: then what follows is cut the same whatever stands before.
    func forEachRowBatch(of wantedSize: Int, from first: Int = 0, _ body: (RowBatch) throws(IndexError) -> Bool) throws(IndexError) {
        var rows = StoredRows(self)
        var batch = RowBatch(firstRecord: first)
        for record in first..<max(first, recordCount) {
            let document = document(of: record)
            if batch.size >= wantedSize || batch.size >= wantedSize / 2 && document?.records.lowerBound == record {
                guard try body(batch) else { return }
                batch = RowBatch(firstRecord: record)
            }
            batch.add(rows.row(record) ?? StoredRow(), facets(of: record), document)
        }
        if batch.count > 0 { _ = try body(batch) }
    }

    /// What pieces of rows may copy from: some of the rows of a few documents. Which ones depends on their names alone, so that other
    /// documents may change and the pieces stay.
    func presetRows(of wantedSize: Int) throws(IndexError) -> [UInt8] {
        let places = 16
        let size = min(16 << 10, textWords / 80 & ~1023)
        guard size > 0, documentCount > 0 else { return [] }
        let documents = (0..<documentCount).map { number in
            let id = SegmentBytes(copying: document(number).id)
            return (sum: withExtendedLifetime(id) { checksum(id.bytes) }, number: number)
        }
        let chosen = documents.sorted { ($0.sum, $0.number) < ($1.sum, $1.number) }.prefix(places).map { document($0.number).records }
        var preset: [UInt8] = []
        for place in 0..<places {
            let records = chosen[place % chosen.count]
            let turns = places / chosen.count + 1
            let record = records.lowerBound + records.count * (place / chosen.count + 1) / (turns + 1)
            try forEachRowBatch(of: min(wantedSize, size / places), from: min(record, recordCount - 1)) { batch in
                preset += batch.bytes.prefix(size / places)
                return false
            }
        }
        return preset
    }
}
