package import Foundation
import Synchronization

/// Loads what a document includes (XInclude, a DTD with entities), from inside one folder only: no path and no link leads out of it.
package final class IncludeLoader: Sendable {
    private let root: URL
    private let folder: URL
    private let loaded = Mutex(false)

    /// - Parameters:
    ///   - root: nothing outside this folder is read.
    ///   - folder: the document's own, inside `root`; paths are relative to it.
    package init(root: URL, folder: URL) {
        self.root = root
        self.folder = folder
    }

    /// Whether something was asked for, so that the document does not depend on its own bytes alone.
    package var hasLoaded: Bool { loaded.withLock { $0 } }

    /// The bytes of a file; nil when there is none, or it lies outside the root.
    package func load(_ path: String) -> [UInt8]? {
        loaded.withLock { $0 = true }
        // Links are followed here, not before: few documents include anything.
        let root = root.standardizedFileURL.resolvingSymlinksInPath().path
        let target = folder.standardizedFileURL.resolvingSymlinksInPath().appending(path: path).standardizedFileURL
            .resolvingSymlinksInPath()
        guard target.path.hasPrefix(root.hasSuffix("/") ? root : root + "/"), let data = FileManager.default.contents(atPath: target.path)
        else { return nil }
        return [UInt8](data)
    }
}
