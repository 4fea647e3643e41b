import Glibc
import SearchCore
import SearchIndex

/// What a site's `search/` holds for a corpus, without the pages: the index in pieces.
struct BrowserBundle {
    let corpus: String
    let directory: String
    var sizes = PieceWriter.Sizes()

    func write() throws {
        mkdir(directory, 0o777)
        let path = directory + "/segment.cseg"
        let records = try build(path)
        var (files, bytes) = (0, 0)
        try PieceWriter(try Segment.open(path: path, verifying: false), sizes: sizes).write { name, piece in
            let script = PieceScript.bytes(name, piece)
            guard let file = fopen(directory + "/" + name + ".js", "w") else { return }
            fwrite(script, 1, script.count, file)
            fclose(file)
            files += 1
            bytes += script.count
        }
        unlink(path)
        print("records \(records), files \(files), bytes \(bytes)")
    }

    /// The whole segment; how many records.
    private func build(_ path: String) throws -> Int {
        var settings = IndexSettings()
        settings.threads = 1
        settings.occurrencesPerRun = 1 << 20
        let builder = try SegmentBuilder(path: path, settings: settings)
        var lines = JSONLines(path: corpus)
        var clause = JSONLines.Clause()
        var document: [UInt8] = []
        while lines.next(&clause) {
            let (title, heading) = split(clause.title)
            if clause.document != document {
                document = clause.document
                builder.beginDocument(String(decoding: document, as: UTF8.self), title: String(decoding: title, as: UTF8.self))
            }
            try builder.add(key: clause.id, heading: heading, text: clause.text)
        }
        try builder.finish()
        return builder.recordCount
    }

    /// "Document — Heading", as the corpus has its titles.
    private func split(_ title: [UInt8]) -> ([UInt8], [UInt8]) {
        let dash = Array(" — ".utf8)
        guard title.count > dash.count else { return (title, []) }
        for at in 0..<(title.count - dash.count) where title[at..<(at + dash.count)].elementsEqual(dash) {
            return (Array(title[..<at]), Array(title[(at + dash.count)...]))
        }
        return (title, [])
    }
}
