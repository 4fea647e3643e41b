import Foundation
import SearchIndex

/// An index in a folder of its own, gone when the test is.
final class TemporaryIndex {
    let directory: String
    let writer: IndexWriter

    init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "index-\(UUID().uuidString)").path
        writer = try IndexWriter(directory: directory)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }
}
