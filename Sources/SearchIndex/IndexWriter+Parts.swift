import Glibc
import SearchCore

/// Documents that stand together in an index.
public struct IndexGroup: Sendable {
    /// Of the identifiers, titles and records of its documents, and of the program: all that they are indexed from.
    public var print: UInt64
    /// The documents, counted over all groups.
    public var documents: Range<Int>

    public init(print: UInt64, documents: Range<Int>) {
        self.print = print
        self.documents = documents
    }
}

extension IndexWriter {
    /// Writes an index anew, as `write(directory:settings:count:document:)` does and with the same bytes, but for groups of documents: what a
    /// group's words were sorted into is kept in a folder, and a group that is as it was is not asked for its documents again.
    /// - Parameters:
    ///   - folder: where that is kept; what no group needs any longer is removed. Losing it costs time only.
    ///   - groups: all documents, in the order of their identifiers (of their bytes).
    public static func write(
        directory: String, settings: IndexSettings = IndexSettings(), keeping folder: String, groups: [IndexGroup],
        document: (Int) -> (id: String, title: String, records: [Record])
    ) throws(IndexError) {
        try makeFolder(directory)
        try makeFolder(folder)
        var manifest = Manifest()
        var names: Set<String> = []
        if !groups.isEmpty {
            let path = directory + "/building"
            let builder = try SegmentBuilder(path: path, settings: settings)
            for group in groups {
                let name = String(group.print, radix: 16)
                names.insert(name)
                try builder.add(try part(at: folder + "/" + name, group, settings, document))
            }
            manifest.parts = [Manifest.Part(file: try finish(builder, at: path, in: directory))]
        }
        try manifest.publish(in: directory)
        for name in entries(of: folder) where !names.contains(name) && !isInUse(name) { remove(folder + "/" + name) }
    }

    /// The part that was kept, or a new one.
    private static func part(
        at path: String, _ group: IndexGroup, _ settings: IndexSettings,
        _ document: (Int) -> (id: String, title: String, records: [Record])
    ) throws(IndexError) -> InvertedPart {
        if let part = InvertedPart(path: path), part.documentCount == group.documents.count { return part }
        // Another build may be at the same part, and may remove this one as soon as it has its name: what is mapped stays.
        let draft = path + ".\(getpid())"
        let writer = try PartWriter(path: draft, settings: settings)
        for number in group.documents {
            let (id, title, records) = document(number)
            try writer.add(id: id, title: title, records)
        }
        try writer.finish()
        guard let part = InvertedPart(path: draft) else { throw .corrupt(path: draft) }
        try rename(draft, to: path)
        return part
    }

    /// The draft of a build that runs now: its part's name, a point, the number of its process.
    private static func isInUse(_ name: String) -> Bool {
        guard let point = name.lastIndex(of: "."), let process = pid_t(name[name.index(after: point)...]) else { return false }
        return process != getpid() && (kill(process, 0) == 0 || errno != ESRCH)
    }

    /// Names of the files in a folder.
    private static func entries(of folder: String) -> [String] {
        guard let stream = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            // SAFETY: the system ends the name with a zero.
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
