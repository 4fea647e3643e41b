import SearchCore

/// Builds or updates the index in a folder, document by document. Nothing is seen by readers until `publish()`; a reader sees the index
/// as it was or as it is, whole, whatever is killed when. One writer at a time.
///
/// A merged index is a pure function of its documents: sorted by identifier, each with its records in order. However they came here,
/// in one run or many, on one machine or as shards, the bytes are the same.
public final class IndexWriter {
    public enum Merging: Sendable {
        /// One segment with everything: smallest, fastest, the same bytes for the same documents.
        case whole
        /// Only what changed is written, as a segment of its own; what it replaces is marked as gone.
        case none
    }

    public let directory: String
    private let settings: IndexSettings
    private var parts: [IndexPart]
    private var pending: [String: PendingDocument] = [:]
    private var pendingBytes = 0

    /// Documents are held in memory up to about this many bytes of text, then written aside.
    private static let mostPendingBytes = 64 << 20

    /// Opens the index in the folder, or begins one where there is none.
    public init(directory: String, settings: IndexSettings = IndexSettings()) throws(IndexError) {
        self.directory = directory
        self.settings = settings
        parts = try IndexPart.open(directory)
    }

    /// Puts the document's records in the place of those it had.
    public func replace(document: String, title: String, records: [Record]) throws(IndexError) {
        delete(document: document)
        pending[document] = PendingDocument(title: title, records: records)
        pendingBytes += records.reduce(0) { $0 + $1.text.utf8.count + $1.heading.utf8.count + 256 }
        if pendingBytes > Self.mostPendingBytes { try setAside() }
    }

    public func delete(document: String) {
        pending[document] = nil
        for place in parts.indices { parts[place].delete(document) }
    }

    /// Takes in all documents of another index (a shard); they replace those of the same name.
    public func add(index other: String) throws(IndexError) {
        try setAside()
        for part in try IndexPart.open(other) {
            for document in part.documents {
                for place in parts.indices { parts[place].delete(document) }
            }
            parts.append(part)
        }
    }

    /// Makes the changes visible, all at once.
    public func publish(merging: Merging = .whole) throws(IndexError) {
        try makeFolder(directory)
        switch merging {
        case .whole:
            let part = try write(documents: Set(pending.keys).union(parts.flatMap(\.documents)).sorted(by: Self.precedes))
            parts = part.map { [$0] } ?? []
        case .none:
            if let part = try write(documents: pending.keys.sorted(by: Self.precedes)) { parts.append(part) }
            parts.removeAll { $0.documents.isEmpty }
            for place in parts.indices where parts[place].directory != directory { parts[place] = try parts[place].copied(to: directory) }
        }
        pending = [:]
        pendingBytes = 0
        let old = try Manifest.read(directory)
        let manifest = Manifest(parts: parts.map { Manifest.Part(file: $0.file, deleted: $0.deleted) })
        try manifest.publish(in: directory)
        // Readers that have the old files mapped keep them.
        for part in (old?.parts ?? []) + aside where !manifest.parts.contains(where: { $0.file == part.file }) {
            remove(directory + "/" + part.file)
        }
        aside = []
    }

    /// Segments written before publishing, only to free memory.
    private var aside: [Manifest.Part] = []

    private func setAside() throws(IndexError) {
        try makeFolder(directory)
        guard let part = try write(documents: pending.keys.sorted(by: Self.precedes)) else { return }
        parts.append(part)
        aside.append(Manifest.Part(file: part.file))
        pending = [:]
        pendingBytes = 0
    }

    private static func precedes(_ one: String, _ other: String) -> Bool { one.utf8.lexicographicallyPrecedes(other.utf8) }

    /// Puts a segment that is written in its place. Its name, which is returned, is the sum of its bytes.
    static func finish(_ builder: SegmentBuilder, at path: String, in directory: String) throws(IndexError) -> String {
        let name = "segment-" + String(try builder.finish(), radix: 16) + ".cseg"
        try rename(path, to: directory + "/" + name)
        return name
    }

    /// Writes a segment of these documents, pending ones or those in parts; nil for none.
    private func write(documents: [String]) throws(IndexError) -> IndexPart? {
        if documents.isEmpty { return nil }
        let path = directory + "/building"
        let builder = try SegmentBuilder(path: path, settings: settings)
        for id in documents {
            if let document = pending[id] {
                builder.beginDocument(id, title: document.title)
                for record in document.records { try builder.add(record) }
            } else if let place = parts.lastIndex(where: { $0.records(of: id) != nil }) {
                try parts[place].copy(id, to: builder)
            }
        }
        return try IndexPart(directory: directory, file: Self.finish(builder, at: path, in: directory), deleted: [])
    }

    private struct PendingDocument {
        var title: String
        var records: [Record]
    }
}
