import Foundation
import KnowledgeBase

/// What rendering did to the site's folder, or would do.
package struct SiteReport: Sendable, Equatable {
    /// Paths below the site's folder: how many, and the first of them by name.
    package struct Paths: Sendable, Equatable {
        package private(set) var count = 0
        package private(set) var first: [String] = []
        /// A new site is nothing but new paths.
        private static let most = 200

        mutating func add(_ path: String) {
            count += 1
            if first.count < Self.most { first.append(path) }
        }
    }

    package var files = 0
    package var bytes = 0
    /// Pages and files that were made; the others were kept as an earlier rendering left them.
    package var made = 0
    package var changed = Paths()
    package var removed = Paths()
}

/// A page whose path is no path inside the site: its document's id is not fit for one.
package struct SitePathError: Error, Equatable {
    package var path: String
}

/// The folder that a site is written to.
final class SiteFolder {
    private let folder: String
    private let isReadOnly: Bool
    private let last: RenderRecord
    /// Of the paths that belong to the site; a number each, because there are as many as pages.
    private var own: Set<Fingerprint> = []
    private var lastFolder = ""
    private(set) var report = SiteReport()
    /// What is in the folder once this rendering is done.
    private(set) var record = RenderRecord()

    /// - Parameter last: what the rendering before this one left.
    init(_ folder: URL, last: RenderRecord = RenderRecord(), isReadOnly: Bool = false) {
        self.folder = folder.path
        self.isReadOnly = isReadOnly
        self.last = last
    }

    /// True where all that the last rendering made from the same stands untouched; it stays.
    func keeps(_ print: Fingerprint) -> Bool {
        let group = last.files(print)
        guard !group.isEmpty, group.allSatisfy(isUntouched) else { return false }
        for file in group { keep(file, print) }
        return true
    }

    /// True where the last rendering was made from the same altogether and stands untouched.
    func keepsEverything(_ print: Fingerprint) -> Bool {
        record.all = print
        guard last.all == print, last.everyFile.allSatisfy({ isUntouched($0.file) }) else { return false }
        for (print, file) in last.everyFile { keep(file, print) }
        return true
    }

    /// The bytes of a file that stands as the last rendering left it.
    func untouched(_ path: String) -> [UInt8]? {
        guard let file = last.file(path), isUntouched(file) else { return nil }
        return FileManager.default.contents(atPath: self.path(of: path)).map(Array.init)
    }

    private func isUntouched(_ file: RenderRecord.File) -> Bool { FileFacts(path: path(of: file.path)) == file.facts }

    private func keep(_ file: RenderRecord.File, _ print: Fingerprint) {
        own.insert(Fingerprint(file.path))
        report.files += 1
        report.bytes += file.facts.size
        record.add(file, print)
    }

    /// Writes a file whose bytes differ from what is there. A path that would leave the folder is refused.
    /// - Parameter print: what it was made from.
    func write(_ file: SiteFile, madeFrom print: Fingerprint) throws {
        if file.path.split(separator: "/", omittingEmptySubsequences: false).contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
            throw SitePathError(path: file.path)
        }
        own.insert(Fingerprint(file.path))
        report.files += 1
        report.made += 1
        report.bytes += file.size
        let target = path(of: file.path)
        var facts = FileFacts(path: target)
        if try facts.map({ try $0.size != file.size || !WholeFile.holds(file, at: target) }) ?? true {
            report.changed.add(file.path)
            if isReadOnly { return }
            try makeFolder(of: target)
            facts = try WholeFile.write(file, to: target, replaces: facts != nil)
        }
        if let facts { record.add(RenderRecord.File(path: file.path, facts: facts), print) }
    }

    /// Removes what earlier renderings left and this one did not make, and folders that are empty then.
    func removeOthers() throws {
        for path in FolderWalk.files(in: folder, where: { !own.contains(Fingerprint($0)) }).sorted() {
            report.removed.add(path)
            if isReadOnly { continue }
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

    private func makeFolder(of path: String) throws {
        let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        if parent == lastFolder { return }
        lastFolder = parent
        if mkdir(parent, 0o777) == 0 || errno == EEXIST { return }
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    }
}
