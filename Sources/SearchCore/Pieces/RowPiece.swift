/// What a range of records keeps.
struct RowPiece: Sendable {
    private let owner: SegmentBytes
    private let firstRecord: Int
    private var documents: [DocumentEntry] = []
    private var values: [(field: [UInt8], value: [UInt8])] = []
    private var starts: [Int] = []

    /// Documents: how many; for each its first record from the piece's first, identifier and title. Facet values: how many; fields and values.
    /// Then for each record the length of its row, then the rows: key, heading, number, facets (how many, value numbers), text.
    init(_ owner: SegmentBytes, records: Range<Int>) {
        self.owner = owner
        firstRecord = records.lowerBound
        var reader = PieceReader(owner.bytes)
        for _ in 0..<reader.count() {
            let first = min(records.lowerBound + reader.number(), records.upperBound)
            if !documents.isEmpty { documents[documents.count - 1].records = documents[documents.count - 1].records.lowerBound..<first }
            documents.append(DocumentEntry(id: reader.array(), title: reader.array(), records: first..<records.upperBound))
            if first < (documents.dropLast().last?.records.lowerBound ?? 0) { documents.removeLast() }
        }
        for _ in 0..<reader.count() { values.append((reader.array(), reader.array())) }
        var sum = 0
        for _ in records {
            starts.append(sum)
            sum = min(sum + reader.number(), owner.count)
        }
        for place in starts.indices { starts[place] += reader.at }
    }

    func document(of record: Int) -> DocumentEntry? { documents.last { $0.records.lowerBound <= record } }

    func facets(of record: Int) -> [(field: [UInt8], value: [UInt8])] {
        var facets: [(field: [UInt8], value: [UInt8])] = []
        guard var reader = reader(record) else { return [] }
        for _ in 0..<3 { _ = reader.part() }
        for _ in 0..<reader.count() {
            let number = reader.number()
            if number < values.count { facets.append(values[number]) }
        }
        return facets
    }

    func row(_ record: Int) -> StoredRow? {
        guard var reader = reader(record) else { return nil }
        var row = StoredRow(key: reader.array(), heading: reader.array(), number: reader.array())
        for _ in 0..<reader.count() { _ = reader.number() }
        row.text = reader.array()
        return row
    }

    private func reader(_ record: Int) -> PieceReader? {
        let place = record - firstRecord
        return starts.indices.contains(place) ? PieceReader(owner.bytes, at: starts[place]) : nil
    }
}
