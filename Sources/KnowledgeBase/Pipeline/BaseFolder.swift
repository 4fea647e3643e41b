package import Foundation

/// Where a knowledge base lies: the folder that holds `corpus/`.
package struct BaseFolder: Sendable, Hashable {
    package let root: URL

    package init(root: URL) { self.root = root }

    package var corpus: URL { root.appending(path: "corpus", directoryHint: .isDirectory) }
    package var templates: URL { root.appending(path: "templates", directoryHint: .isDirectory) }
    package var site: URL { root.appending(path: "site", directoryHint: .isDirectory) }
    /// What can be made again from the corpus.
    package var state: URL { root.appending(path: ".concordat", directoryHint: .isDirectory) }
    package var register: URL { corpus.appending(path: RegisterFile.name) }
    package var ledger: URL { corpus.appending(path: LedgerFile.name) }

    package var exists: Bool { Self.isFolder(corpus) }

    /// The nearest folder at or above `start` that holds `corpus/`; nil where there is none.
    package static func find(from start: URL) -> BaseFolder? {
        var folder = start.standardizedFileURL
        while true {
            let base = BaseFolder(root: folder)
            if base.exists { return base }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            guard parent.path != folder.path, folder.path != "/" else { return nil }
            folder = parent
        }
    }

    private static func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
