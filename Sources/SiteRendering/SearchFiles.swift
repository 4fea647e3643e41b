import Foundation
import KnowledgeBase
import SearchIndex

/// `search/`: what the browser searches with. The engine with the module and the head of the index in it, and the index in pieces, of which a
/// question brings those it needs. One form serves http, where pieces are fetched, and pages opened from a disk, where nothing may be: each
/// piece is a script. The head is a piece, too, for a browser that kept an engine from before the site changed.
struct SearchFiles {
    /// Of `templates/assets`; what they make is in `search/`.
    static let module = "search.wasm.packed"
    static let engine = "search-engine.js"

    let base: KnowledgeBase
    let assets: URL
    /// The folder of the index that was built of the base; nil where there is none, and one is built here.
    let index: URL?
    /// Of what all pieces have in common.
    let print: Mixer

    /// - Throws: `IndexError`, or the file system's own errors.
    func write(to sink: SiteSink, all: Fingerprint) throws {
        guard let index else {
            let folder = FileManager.default.temporaryDirectory.appending(path: "concordat-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            try IndexWriter.write(directory: folder.path, count: base.documents.count) { number in
                (base.summaries[number].id, base.title(of: number), base.searchRecords(of: number))
            }
            return try cut(folder, sink, all)
        }
        try cut(index, sink, all)
    }

    private func cut(_ folder: URL, _ sink: SiteSink, _ all: Fingerprint) throws {
        guard let mapped = try IndexReader.mappedSegments(directory: folder.path).first else { return }
        var fault: (any Error)?
        var last: [UInt8] = []
        var count = 0
        /// Pieces of lists and rows are small; the others are of all records.
        func step(_ name: String) {
            count += 1
            if count % 64 == 0 || !name.hasPrefix("lists-") && !name.hasPrefix("rows-") { mapped.release() }
        }
        let head = sink.untouched("search/head-0.js").flatMap(PieceScript.piece)
        let earlier = EarlierPieces(head: head, document: { base.recordPrint(of: $0).value }) { name, print in
            step(name)
            return sink.keeps(self.print(of: name, print))
        }
        try PieceWriter(mapped.segment).write(after: earlier) { name, bytes, print in
            if fault != nil { return }
            last = bytes
            step(name)
            let file = SiteFile(path: "search/\(name).js", bytes: PieceScript.bytes(name, bytes))
            do { try sink.write(file, print == 0 ? all : self.print(of: name, print)) } catch { fault = error }
        }
        if let fault { throw fault }
        // The head comes last.
        try sink.write(SiteFile(path: "search/engine.js", bytes: engine(head: last)), all)
    }

    private func print(of name: String, _ piece: UInt64) -> Fingerprint {
        var print = print
        print.add(name)
        print.add(Fingerprint(value: piece))
        return print.fingerprint
    }

    private func engine(head: [UInt8]) throws -> [UInt8] {
        let module = try Data(contentsOf: assets.appending(path: Self.module)).base64EncodedString()
        let constants = "const searchModule = \"\(module)\", searchHead = \"\(Data(head).base64EncodedString())\";\n"
        return try Array(Data(constants.utf8) + Data(contentsOf: assets.appending(path: Self.engine)))
    }
}
