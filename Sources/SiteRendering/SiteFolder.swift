import Foundation

/// What rendering did to the site's folder, or would do.
package struct SiteReport: Sendable, Equatable {
    package var files = 0
    package var bytes = 0
    /// Paths below the site's folder.
    package var changed: [String] = []
    package var removed: [String] = []
}

/// A page whose path is no path inside the site: its document's id is not fit for one.
package struct SitePathError: Error, Equatable {
    package var path: String
}

/// The folder that a site is written to.
struct SiteFolder {
    private let folder: URL
    private let isReadOnly: Bool
    private var others: Set<String>
    private(set) var report = SiteReport()

    init(_ folder: URL, isReadOnly: Bool = false) throws {
        self.folder = folder
        self.isReadOnly = isReadOnly
        others = Self.files(in: folder)
    }

    /// Writes a file whose bytes differ from what is there. A path that would leave the folder is refused.
    mutating func write(_ file: SiteFile) throws {
        if file.path.split(separator: "/", omittingEmptySubsequences: false).contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
            throw SitePathError(path: file.path)
        }
        others.remove(file.path)
        report.files += 1
        report.bytes += file.bytes.count
        let target = folder.appending(path: file.path)
        let data = Data(file.bytes)
        if let present = try? Data(contentsOf: target), present == data { return }
        report.changed.append(file.path)
        if isReadOnly { return }
        try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: target)
    }

    /// Removes what earlier renderings left and this one did not make, and folders that are empty then.
    mutating func removeOthers() throws {
        report.removed = others.sorted()
        if isReadOnly { return }
        for path in report.removed {
            var url = folder.appending(path: path)
            try FileManager.default.removeItem(at: url)
            while true {
                url = url.deletingLastPathComponent()
                guard url.path.count > folder.path.count, (try? FileManager.default.contentsOfDirectory(atPath: url.path))?.isEmpty == true
                else { break }
                try FileManager.default.removeItem(at: url)
            }
        }
    }

    private static func files(in folder: URL) -> Set<String> {
        guard let walk = FileManager.default.enumerator(atPath: folder.path) else { return [] }
        var result: Set<String> = []
        for case let path as String in walk {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: folder.appending(path: path).path, isDirectory: &isFolder), !isFolder.boolValue {
                result.insert(path)
            }
        }
        return result
    }
}
