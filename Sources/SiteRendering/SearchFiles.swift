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

    /// - Throws: `IndexError`, or the file system's own errors.
    func forEach(_ body: (SiteFile) throws -> Void) throws {
        guard let index else {
            let folder = FileManager.default.temporaryDirectory.appending(path: "concordat-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            try IndexWriter.write(directory: folder.path, count: base.documents.count) { number in
                (base.summaries[number].id, base.title(of: number), base.searchRecords(of: number))
            }
            return try cut(folder, body)
        }
        try cut(index, body)
    }

    private func cut(_ folder: URL, _ body: (SiteFile) throws -> Void) throws {
        guard let mapped = try IndexReader.mappedSegments(directory: folder.path).first else { return }
        var fault: (any Error)?
        var last: [UInt8] = []
        var count = 0
        try PieceWriter(mapped.segment).write { name, bytes in
            if fault != nil { return }
            last = bytes
            count += 1
            if count % 64 == 0 { mapped.release() }
            do { try body(SiteFile(path: "search/\(name).js", bytes: PieceScript.bytes(name, bytes))) } catch { fault = error }
        }
        if let fault { throw fault }
        // The head comes last.
        try body(SiteFile(path: "search/engine.js", bytes: engine(head: last)))
    }

    private func engine(head: [UInt8]) throws -> [UInt8] {
        let module = try Data(contentsOf: assets.appending(path: Self.module)).base64EncodedString()
        let constants = "const searchModule = \"\(module)\", searchHead = \"\(Data(head).base64EncodedString())\";\n"
        return try Array(Data(constants.utf8) + Data(contentsOf: assets.appending(path: Self.engine)))
    }
}
