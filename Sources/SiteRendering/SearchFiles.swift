import Foundation
import KnowledgeBase
import SearchIndex

/// `search/`: what the browser searches with. The module, and the index as the command line has it: one segment, as it is for http, and
/// as a script that carries it for pages opened from a disk, where nothing may be fetched.
enum SearchFiles {
    static let module = "search.wasm"

    /// - Throws: `IndexError`, or the file system's own errors.
    static func render(_ base: KnowledgeBase, assets: URL) throws -> [SiteFile] {
        let code = try Data(contentsOf: assets.appending(path: module))
        return pair(module, code) + pair("index.bin", try segment(base))
    }

    private static func segment(_ base: KnowledgeBase) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(path: "concordat-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let writer = try IndexWriter(directory: folder.path)
        for (index, analyzed) in base.documents.enumerated() {
            try writer.replace(document: analyzed.document.id, title: analyzed.document.title, records: base.searchRecords(of: index))
        }
        try writer.publish(merging: .whole)
        guard let file = try IndexReader.segmentFiles(directory: folder.path).first else { return Data() }
        return try Data(contentsOf: URL(filePath: file))
    }

    private static func pair(_ name: String, _ data: Data) -> [SiteFile] {
        let script = "ConcordatEngine.files[\"\(name)\"]=\"\(data.base64EncodedString())\";\n"
        return [SiteFile(path: "search/" + name, bytes: Array(data)), SiteFile(path: "search/\(name).js", bytes: Array(script.utf8))]
    }
}
