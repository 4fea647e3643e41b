import Glibc
import SearchCore
import SearchIndex

/// What a site's `search/` holds for a corpus, without the pages: the index in pieces for http, or also as scripts for pages opened from a disk.
struct BrowserBundle {
    let corpus: String
    let directory: String

    func write() throws {
        mkdir(directory, 0o777)
        let path = directory + "/segment.cseg"
        let builder = try SegmentBuilder(path: path)
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
        var (files, bytes) = (0, 0)
        try PieceWriter(try Segment.open(path: path, verifying: false)).write { name, piece in
            guard let file = fopen(directory + "/" + name + ".bin", "w") else { return }
            fwrite(piece, 1, piece.count, file)
            fclose(file)
            files += 1
            bytes += piece.count
        }
        unlink(path)
        print("records \(builder.recordCount), files \(files), bytes \(bytes)")
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
