import Foundation
import KnowledgeBase
import SearchIndex

/// `search/`: what the browser searches with. The module, and the index in pieces, of which a question brings those it needs: each as a
/// `.bin` for http, and as a script that carries it for pages opened from a disk, where nothing may be fetched.
struct SearchFiles {
    /// Compressed, because not every host does that for it.
    static let module = "search.wasm.gz"

    let base: KnowledgeBase
    let assets: URL
    /// The folder of the index that was built of the base; nil where there is none, and one is built here.
    let index: URL?

    /// - Throws: `IndexError`, or the file system's own errors.
    func forEach(_ body: (SiteFile) throws -> Void) throws {
        try put(Self.module, "", Array(Data(contentsOf: assets.appending(path: Self.module))), body)
        guard let index else {
            let folder = FileManager.default.temporaryDirectory.appending(path: "concordat-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let writer = try IndexWriter(directory: folder.path)
            for (number, analyzed) in base.documents.enumerated() {
                try writer.replace(document: analyzed.document.id, title: analyzed.document.title, records: base.searchRecords(of: number))
            }
            try writer.publish(merging: .whole)
            return try cut(folder, body)
        }
        try cut(index, body)
    }

    private func cut(_ folder: URL, _ body: (SiteFile) throws -> Void) throws {
        guard let segment = try IndexReader.segments(directory: folder.path).first else { return }
        var fault: (any Error)?
        try PieceWriter(segment).write { name, bytes in
            if fault != nil { return }
            do { try put(name, ".bin", bytes, body) } catch { fault = error }
        }
        if let fault { throw fault }
    }

    private func put(_ name: String, _ ending: String, _ bytes: [UInt8], _ body: (SiteFile) throws -> Void) throws {
        let script = "ConcordatEngine.files[\"\(name)\"]=\"\(Data(bytes).base64EncodedString())\";\n"
        try body(SiteFile(path: "search/" + name + ending, bytes: bytes))
        try body(SiteFile(path: "search/\(name).js", bytes: Array(script.utf8)))
    }
}
