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
    /// The batches of rows, of about this size, from a record on, until `body` answers false.
    func forEachRowBatch(of wantedSize: Int, from first: Int = 0, _ body: (RowBatch) throws(IndexError) -> Bool) throws(IndexError) {
        var rows = StoredRows(self)
        var batch = RowBatch(firstRecord: first)
        for record in first..<max(first, recordCount) {
            batch.add(rows.row(record) ?? StoredRow(), facets(of: record), document(of: record))
            guard batch.size >= wantedSize else { continue }
            guard try body(batch) else { return }
            batch = RowBatch(firstRecord: record + 1)
        }
        if batch.count > 0 { _ = try body(batch) }
    }
}
