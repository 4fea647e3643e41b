import Foundation
import KnowledgeBase

/// What the last rendering wrote, and from what: `.concordat/site`, a line a file, sorted by print.
///
///     concordat-site 2 <print of everything>
///     <print, 16 hex digits> <bytes> <seconds>.<nanoseconds> <path>
///
/// It may be lost or wrong without harm: a file that is not exactly as recorded is made again. A site has a line for every page, so a line
/// is kept as a few numbers and its path's bytes, about a hundred bytes in all.
struct RenderRecord: Sendable {
    struct File: Sendable, Equatable {
        var path: String
        var facts: FileFacts
    }

    private struct Line {
        var print: Fingerprint
        var facts: FileFacts
        /// Of the path, in `paths`.
        var start: Int
        var end: Int
    }

    private static let head = "concordat-site 2 "
    private var lines: [Line] = []
    private var paths: [UInt8] = []
    /// Of all that the site was made from.
    var all: Fingerprint?

    init() {}

    init(contentsOf url: URL) {
        guard let bytes = FileManager.default.contents(atPath: url.path).map(Array.init) else { return }
        let newline = UInt8(ascii: "\n")
        guard bytes.starts(with: Self.head.utf8), var end = bytes.firstIndex(of: newline) else { return }
        all = Fingerprint(Substring(decoding: bytes[Self.head.utf8.count..<end], as: UTF8.self))
        while end < bytes.count {
            let start = end + 1
            end = bytes[start...].firstIndex(of: newline) ?? bytes.count
            let parts = bytes[start..<end].split(separator: UInt8(ascii: " "), maxSplits: 3)
            guard parts.count == 4, let print = Fingerprint(Substring(decoding: parts[0], as: UTF8.self)),
                let size = Int(String(decoding: parts[1], as: UTF8.self)),
                let time = FileFacts.Time(String(decoding: parts[2], as: UTF8.self))
            else { continue }
            add(path: parts[3], FileFacts(size: size, time: time), print)
        }
        sort()
    }

    /// In the order of their paths' coming.
    private mutating func sort() { lines.sort { ($0.print, $0.start) < ($1.print, $1.start) } }

    /// The files that were made from what this is the print of; the record must be one that was read.
    func files(_ print: Fingerprint) -> [File] {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].print < print { low = middle + 1 } else { high = middle }
        }
        return lines[low...].prefix { $0.print == print }.map(file)
    }

    /// The file at a path.
    func file(_ path: String) -> File? {
        let wanted = Array(path.utf8)
        return lines.first { paths[$0.start..<$0.end].elementsEqual(wanted) }.map(file)
    }

    /// Each file with its print.
    var everyFile: some Sequence<(print: Fingerprint, file: File)> { lines.lazy.map { ($0.print, file($0)) } }

    private func file(_ line: Line) -> File {
        File(path: String(decoding: paths[line.start..<line.end], as: UTF8.self), facts: line.facts)
    }

    mutating func add(_ file: File, _ print: Fingerprint) { add(path: file.path.utf8, file.facts, print) }

    private mutating func add(path: some Sequence<UInt8>, _ facts: FileFacts, _ print: Fingerprint) {
        let start = paths.count
        paths += path
        lines.append(Line(print: print, facts: facts, start: start, end: paths.count))
    }

    consuming func write(to url: URL) throws {
        sort()
        var text = Array((Self.head + (all?.description ?? "") + "\n").utf8)
        text.reserveCapacity(lines.count * 50 + paths.count)
        for line in lines {
            text += "\(line.print.description) \(line.facts.size) \(line.facts.time.description) ".utf8
            text += paths[line.start..<line.end]
            text.append(UInt8(ascii: "\n"))
        }
        try Data(text).write(to: url, options: .atomic)
    }
}

/// The size and the time of a file, by which a change by another hand is noticed.
struct FileFacts: Sendable, Equatable {
    struct Time: Sendable, Equatable {
        var seconds: Int
        var nanoseconds: Int32

        /// Seconds, a point and nanoseconds, without leading zeros.
        var description: String { "\(seconds).\(nanoseconds)" }

        init(_ time: timespec) {
            seconds = time.tv_sec
            nanoseconds = Int32(truncatingIfNeeded: time.tv_nsec)
        }

        init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, let seconds = Int(parts[0]), let nanoseconds = Int32(parts[1]) else { return nil }
            self.seconds = seconds
            self.nanoseconds = nanoseconds
        }
    }

    var size: Int
    var time: Time

    init(size: Int, time: Time) {
        self.size = size
        self.time = time
    }

    /// Nil where there is no such file.
    init?(path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        self.init(facts)
    }

    init(_ facts: stat) {
        size = Int(facts.st_size)
        time = Time(facts.st_mtim)
    }
}
