package import Foundation

/// Tells whether anything below some folders has changed, by names, sizes and times: asked now and then, it needs no service of the system
/// and works on every disk.
package struct FolderWatch {
    private struct Facts: Equatable {
        var size: Int64
        var seconds: Int
        var nanoseconds: Int
        var number: UInt64
    }

    private let folders: [String]
    private let ignored: Set<String>
    private var seen: [String: Facts]

    /// - Parameter ignored: names of files whose changes do not count, because the program itself writes them.
    package init(_ folders: [URL], ignoring ignored: Set<String> = []) {
        self.folders = folders.map(\.path)
        self.ignored = ignored
        seen = Self.facts(of: self.folders, ignored)
    }

    /// True where something has changed since this was last asked.
    package mutating func hasChanged() -> Bool {
        let now = Self.facts(of: folders, ignored)
        defer { seen = now }
        return now != seen
    }

    private static func facts(of folders: [String], _ ignored: Set<String>) -> [String: Facts] {
        var found: [String: Facts] = [:]
        for folder in folders {
            guard let walk = FileManager.default.enumerator(atPath: folder) else { continue }
            for case let path as String in walk where !ignored.contains(path) {
                var facts = stat()
                guard stat(folder + "/" + path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { continue }
                found[folder + "/" + path] = Facts(
                    size: Int64(facts.st_size), seconds: facts.st_mtim.tv_sec, nanoseconds: facts.st_mtim.tv_nsec,
                    number: UInt64(facts.st_ino))
            }
        }
        return found
    }
}
