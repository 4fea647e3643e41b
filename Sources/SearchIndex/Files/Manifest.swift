import Glibc
import SearchCore

/// Which segments make up an index, and which of their records are gone: a small text file that is replaced in one step.
struct Manifest: Equatable {
    struct Part: Equatable {
        var file: String
        var deleted: [Range<Int>] = []
    }

    static let name = "manifest"
    private static let heading = "concordat-index"
    private static let version = 1

    var parts: [Part] = []

    var text: String {
        var lines = "\(Self.heading) \(Self.version)\n"
        for part in parts {
            lines += "segment \(part.file)\n"
            for range in part.deleted { lines += "deleted \(range.lowerBound) \(range.upperBound)\n" }
        }
        return lines + "sum \(Self.sum(lines))\n"
    }

    private static func sum(_ lines: String) -> String {
        let owner = SegmentBytes(copying: Array(lines.utf8))
        return String(checksum(owner.bytes), radix: 16)
    }

    static func path(_ directory: String) -> String { directory + "/" + name }

    /// The manifest of a folder, nil where there is none.
    static func read(_ directory: String) throws(IndexError) -> Manifest? {
        let path = path(directory)
        let text: String
        do {
            text = String(decoding: try MappedFile.read(path), as: UTF8.self)
        } catch .absent {
            return nil
        }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first?.split(separator: " "), first.count == 2, first[0] == heading, let version = Int(first[1]) else {
            throw .corrupt(path: path)
        }
        if version < Self.version { throw .tooOld(path: path, version: version) }
        if version > Self.version { throw .tooNew(path: path, version: version) }
        guard lines.count >= 3, lines.removeLast().isEmpty else { throw .corrupt(path: path) }
        let last = lines.removeLast()
        guard last == "sum \(sum(lines.joined(separator: "\n") + "\n"))" else { throw .corrupt(path: path) }
        var manifest = Manifest()
        for line in lines.dropFirst() {
            let words = line.split(separator: " ")
            if words.count == 2, words[0] == "segment" {
                manifest.parts.append(Part(file: String(words[1])))
            } else if words.count == 3, words[0] == "deleted", let start = Int(words[1]), let end = Int(words[2]), start <= end,
                !manifest.parts.isEmpty
            {
                manifest.parts[manifest.parts.count - 1].deleted.append(start..<end)
            } else {
                throw .corrupt(path: path)
            }
        }
        return manifest
    }

    /// Puts the manifest in the place of the old one, whole: written beside, made safe, renamed.
    func publish(in directory: String) throws(IndexError) {
        let beside = Self.path(directory) + ".new"
        let file = try OutputFile(path: beside)
        try file.append(Array(text.utf8))
        try file.sync()
        try rename(beside, to: Self.path(directory))
        try syncFolder(directory)
    }
}

func rename(_ path: String, to other: String) throws(IndexError) {
    if unsafe Glibc.rename(path, other) != 0 { throw .system(path: other, code: errno) }
}

/// Makes renames in a folder safe on the disk.
func syncFolder(_ directory: String) throws(IndexError) {
    let descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { throw .system(path: directory, code: errno) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0, errno != EINVAL { throw .system(path: directory, code: errno) }
}

/// Makes a folder, and those above it, if it is not there.
func makeFolder(_ path: String) throws(IndexError) {
    if unsafe mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
        try makeFolder(String(path[..<slash]))
        if unsafe mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    }
    throw .system(path: path, code: errno)
}

func remove(_ path: String) { _ = unsafe unlink(path) }
