import Foundation
import KnowledgeBase

/// What the last rendering wrote, and from what: `.concordat/site`, a line a file.
///
///     concordat-site 2 <print of everything>
///     <print, 16 hex digits> <bytes> <seconds>.<nanoseconds> <path>
///
/// It may be lost or wrong without harm: a file that is not exactly as recorded is made again.
struct RenderRecord: Sendable {
    struct File: Sendable, Equatable {
        var path: String
        var facts: FileFacts
    }

    private static let head = "concordat-site 2 "
    private(set) var files: [Fingerprint: [File]] = [:]
    /// Of all that the site was made from.
    var all: Fingerprint?

    init() {}

    init(contentsOf url: URL) {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return }
        var lines = text.split(separator: "\n")[...]
        guard let head = lines.popFirst(), head.hasPrefix(Self.head) else { return }
        all = Fingerprint(head.dropFirst(Self.head.count))
        for line in lines {
            let parts = line.split(separator: " ", maxSplits: 3)
            guard parts.count == 4, let print = Fingerprint(parts[0]), let size = Int(parts[1]) else { continue }
            files[print, default: []].append(File(path: String(parts[3]), facts: FileFacts(size: size, time: String(parts[2]))))
        }
    }

    mutating func add(_ file: File, _ print: Fingerprint) { files[print, default: []].append(file) }
    mutating func add(_ kept: [File], _ print: Fingerprint) { files[print, default: []] += kept }

    func write(to url: URL) throws {
        var text = Self.head + (all?.description ?? "") + "\n"
        for (print, group) in files.sorted(by: { $0.key < $1.key }) {
            for file in group { text += "\(print.description) \(file.facts.size) \(file.facts.time) \(file.path)\n" }
        }
        try Data(text.utf8).write(to: url, options: .atomic)
    }
}

/// The size and the time of a file, by which a change by another hand is noticed.
struct FileFacts: Sendable, Equatable {
    var size: Int
    /// Seconds and nanoseconds.
    var time: String

    init(size: Int, time: String) {
        self.size = size
        self.time = time
    }

    /// Nil where there is no such file.
    init?(path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        size = Int(facts.st_size)
        time = "\(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)"
    }
}
