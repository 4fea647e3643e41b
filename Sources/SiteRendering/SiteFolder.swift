import Foundation
import KnowledgeBase

/// What rendering did to the site's folder, or would do.
package struct SiteReport: Sendable, Equatable {
    package var files = 0
    package var bytes = 0
    /// Pages and files that were made; the others were kept as an earlier rendering left them.
    package var made = 0
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
    private let folder: String
    private let isReadOnly: Bool
    private let last: RenderRecord
    private var others: Set<String>
    private var folders: Set<String> = []
    private(set) var report = SiteReport()
    /// What is in the folder once this rendering is done.
    private(set) var record = RenderRecord()

    /// - Parameter last: what the rendering before this one left.
    init(_ folder: URL, last: RenderRecord = RenderRecord(), isReadOnly: Bool = false) throws {
        self.folder = folder.path
        self.isReadOnly = isReadOnly
        self.last = last
        others = Self.files(in: folder)
    }

    /// True where all that the last rendering made from the same stands untouched; it stays.
    mutating func keeps(_ print: Fingerprint) -> Bool {
        guard let group = last.files[print], group.allSatisfy({ FileFacts(path: path(of: $0.path)) == $0.facts }) else { return false }
        keep(group, print)
        return true
    }

    /// True where the last rendering was made from the same altogether and stands untouched.
    mutating func keepsEverything(_ print: Fingerprint) -> Bool {
        record.all = print
        guard last.all == print else { return false }
        let groups = last.files
        guard groups.values.allSatisfy({ $0.allSatisfy { FileFacts(path: path(of: $0.path)) == $0.facts } }) else { return false }
        for (group, files) in groups { keep(files, group) }
        return true
    }

    private mutating func keep(_ files: [RenderRecord.File], _ print: Fingerprint) {
        for file in files {
            others.remove(file.path)
            report.files += 1
            report.bytes += file.facts.size
        }
        record.add(files, print)
    }

    /// Writes a file whose bytes differ from what is there. A path that would leave the folder is refused.
    /// - Parameter print: what it was made from.
    mutating func write(_ file: SiteFile, madeFrom print: Fingerprint) throws {
        if file.path.split(separator: "/", omittingEmptySubsequences: false).contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
            throw SitePathError(path: file.path)
        }
        let isPresent = others.remove(file.path) != nil
        report.files += 1
        report.made += 1
        report.bytes += file.bytes.count
        let target = path(of: file.path)
        if !isPresent || !WholeFile.holds(file.bytes, at: target) {
            report.changed.append(file.path)
            if isReadOnly { return }
            try makeFolder(of: target)
            try WholeFile.write(file.bytes, to: target, replaces: isPresent)
        }
        if !isReadOnly, let facts = FileFacts(path: target) { record.add(RenderRecord.File(path: file.path, facts: facts), print) }
    }

    /// Removes what earlier renderings left and this one did not make, and folders that are empty then.
    mutating func removeOthers() throws {
        report.removed = others.sorted()
        if isReadOnly { return }
        for path in report.removed {
            var url = URL(filePath: self.path(of: path))
            try FileManager.default.removeItem(at: url)
            while true {
                url = url.deletingLastPathComponent()
                guard url.path.count > folder.count, (try? FileManager.default.contentsOfDirectory(atPath: url.path))?.isEmpty == true
                else { break }
                try FileManager.default.removeItem(at: url)
            }
        }
    }

    private func path(of file: String) -> String { folder + "/" + file }

    private mutating func makeFolder(of path: String) throws {
        let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        guard folders.insert(parent).inserted else { return }
        if mkdir(parent, 0o777) == 0 || errno == EEXIST { return }
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    }

    private static func files(in folder: URL) -> Set<String> {
        guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
        let start = folder.path.utf8.count + 1
        var result: Set<String> = []
        for case let url as URL in walk where !url.hasDirectoryPath {
            result.insert(String(decoding: url.path.utf8.dropFirst(start), as: UTF8.self))
        }
        return result
    }
}
