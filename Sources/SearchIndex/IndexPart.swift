import SearchCore

/// A segment of an index on its way through a writer: its documents by name, and those of them that are gone.
struct IndexPart {
    let directory: String
    let file: String
    let segment: Segment
    private(set) var deleted: [Range<Int>]
    private var live: [String: Int] = [:]

    /// The parts of the index in a folder; none where there is no index.
    static func open(_ directory: String) throws(IndexError) -> [IndexPart] {
        var parts: [IndexPart] = []
        for part in try Manifest.read(directory)?.parts ?? [] {
            parts.append(try IndexPart(directory: directory, file: part.file, deleted: part.deleted))
        }
        return parts
    }

    init(directory: String, file: String, deleted: [Range<Int>]) throws(IndexError) {
        self.directory = directory
        self.file = file
        self.deleted = deleted
        segment = try Segment.open(path: directory + "/" + file, verifying: true)
        for number in 0..<segment.documentCount {
            let document = segment.document(number)
            if !deleted.contains(where: { $0.overlaps(document.records) }) { live[String(decoding: document.id, as: UTF8.self)] = number }
        }
    }

    /// Names of the documents that are still there.
    var documents: [String] { Array(live.keys) }

    func records(of document: String) -> Range<Int>? { live[document].map { segment.document($0).records } }

    mutating func delete(_ document: String) {
        guard let number = live.removeValue(forKey: document) else { return }
        let records = segment.document(number).records
        if records.isEmpty { return }
        deleted.append(records)
        deleted.sort { $0.lowerBound < $1.lowerBound }
    }

    /// Adds a document of this part to a segment being built, from its stored rows.
    func copy(_ id: String, to builder: SegmentBuilder) throws(IndexError) {
        guard let number = live[id] else { return }
        let document = segment.document(number)
        builder.beginDocument(id, title: String(decoding: document.title, as: UTF8.self))
        var rows = StoredRows(segment)
        let column = segment.facetColumn
        for record in document.records {
            guard let row = rows.row(record) else { throw .corrupt(path: directory + "/" + file) }
            let facets = column.numbers(record).map { number in
                let (field, value) = segment.facetValue(number)
                return FacetValue(field: field, value: value)
            }
            try builder.add(row, facets: facets)
        }
    }

    func copied(to other: String) throws(IndexError) -> IndexPart {
        let path = other + "/" + file
        let out = try OutputFile(path: path + ".new")
        try out.append(try MappedFile.read(directory + "/" + file))
        try out.sync()
        try rename(path + ".new", to: path)
        return try IndexPart(directory: other, file: file, deleted: deleted)
    }
}
