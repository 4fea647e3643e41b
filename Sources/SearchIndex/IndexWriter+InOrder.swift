import SearchCore

extension IndexWriter {
    /// Writes an index anew from documents that come in the order of their identifiers (of their bytes), each held no longer than it takes
    /// to write it. The bytes are those of `replace` for each and `publish()`.
    public static func write(
        directory: String, settings: IndexSettings = IndexSettings(), count: Int,
        document: (Int) -> (id: String, title: String, records: [Record])
    ) throws(IndexError) {
        try makeFolder(directory)
        var manifest = Manifest()
        if count > 0 {
            let path = directory + "/building"
            let builder = try SegmentBuilder(path: path, settings: settings)
            for number in 0..<count {
                let document = document(number)
                builder.beginDocument(document.id, title: document.title)
                for record in document.records { try builder.add(record) }
            }
            manifest.parts = [Manifest.Part(file: try finish(builder, at: path, in: directory))]
        }
        try manifest.publish(in: directory)
    }
}
