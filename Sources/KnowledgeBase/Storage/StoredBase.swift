package import Foundation

/// A built base on disk: one file, of which a document is read only when it is asked for.
///
///     8 bytes  "CONCBASE"
///     8 bytes  where the head begins, little-endian
///     8 bytes  length of the head
///     8 bytes  fingerprint of the head
///     body     the documents, one after another: each its digest, then itself
///     head     version, index folder, inputs, register, tombstones, reviews, one line a document: summary, place, fingerprint
package struct StoredBase: Sendable {
    package static let fileName = "base"
    static let magic = Array("CONCBASE".utf8)
    static let prefixSize = 32
    /// Raised whenever the stored form of any value changes.
    static let version = 6

    package struct Line: Hashable, Sendable {
        package var summary: DocumentSummary
        var place: DocumentFile.Place

        package var id: String { summary.id }
        package var source: String { summary.source }
        package var title: String { summary.title }
    }

    package let register: Register
    package let tombstones: [Tombstone]
    package let reviews: ReviewBook
    /// Sorted by id.
    package let lines: [Line]
    /// The name of the index's folder beside this file.
    package let indexName: String
    /// Of all that it was built from; 0 where that was not told.
    let inputs: Fingerprint
    let headPrint: Fingerprint
    private let file: ReadableFile

    /// - Parameter state: the folder `.concordat`.
    package init(state: URL) throws(StorageFault) {
        let path = state.appending(path: Self.fileName).path
        guard FileManager.default.fileExists(atPath: path) else { throw .absent }
        guard let file = ReadableFile(path) else { throw .unreadable }
        guard let prefix = file.read(at: 0, count: Self.prefixSize), Array(prefix[..<8]) == Self.magic else { throw .corrupt }
        let start = Fingerprint(bytes: prefix[8..<16]).value
        let length = Fingerprint(bytes: prefix[16..<24]).value
        let size = UInt64(file.size)
        guard start >= UInt64(Self.prefixSize), start <= size, length == size - start else { throw .corrupt }
        headPrint = Fingerprint(bytes: prefix[24..<32])
        guard let head = file.read(at: Int(start), count: Int(length)), Fingerprint(head) == headPrint else { throw .corrupt }
        var reader = ByteReader(head)
        guard try reader.get(Int.self) == Self.version else { throw .otherVersion }
        indexName = try reader.get()
        inputs = Fingerprint(bytes: try reader.raw(8))
        register = try reader.get()
        tombstones = try reader.get()
        reviews = ReviewBook(try reader.get([ReviewBook.Outcome].self))
        lines = try reader.get()
        self.file = file
        for line in lines where line.place.offset < Self.prefixSize || line.place.digestLength < 0 || line.place.length < 0 {
            throw .corrupt
        }
    }

    /// Decodes one document. Throws `corrupt` where its bytes are not those that were written.
    package func document(_ line: Line) throws(StorageFault) -> AnalyzedDocument {
        guard let bytes = file.read(at: line.place.offset + line.place.digestLength, count: line.place.length),
            Fingerprint(bytes) == line.place.fingerprint
        else { throw .corrupt }
        var reader = ByteReader(bytes)
        return try reader.get()
    }

    /// One document as it lies there; nil where its bytes are not those that were written.
    func encoded(_ line: Line) -> BaseDraft.Encoded? {
        let place = line.place
        guard let digest = file.read(at: place.offset, count: place.digestLength), Fingerprint(digest) == place.digest,
            let bytes = file.read(at: place.offset + place.digestLength, count: place.length), Fingerprint(bytes) == place.fingerprint
        else { return nil }
        return BaseDraft.Encoded(summary: line.summary, digest: digest, bytes: bytes, fingerprint: place.fingerprint)
    }

    package func document(id: String) throws(StorageFault) -> AnalyzedDocument? {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].id < id { low = middle + 1 } else { high = middle }
        }
        guard low < lines.count, lines[low].id == id else { return nil }
        return try document(lines[low])
    }

    /// Everything, at hand.
    package func load() throws(StorageFault) -> KnowledgeBase {
        var documents: [AnalyzedDocument] = []
        for line in lines {
            documents.append(try document(line))
            guard let digest = file.read(at: line.place.offset, count: line.place.digestLength), Fingerprint(digest) == line.summary.digest
            else { throw .corrupt }
        }
        return KnowledgeBase(
            register: register, documents: DocumentList(documents), summaries: SummaryList(lines.lazy.map(\.summary)),
            tombstones: tombstones,
            reviews: reviews)
    }

    /// Everything, each document read when it is asked for: for work that goes through all of them.
    func stream() -> KnowledgeBase {
        KnowledgeBase(
            register: register, documents: DocumentList(DocumentFile(file, places: lines.map(\.place))),
            summaries: SummaryList(lines.lazy.map(\.summary)),
            tombstones: tombstones, reviews: reviews)
    }
}

extension StoredBase.Line: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(summary)
        writer.put(place.offset)
        writer.put(place.digestLength)
        writer.put(place.length)
        writer.put(raw: place.fingerprint.bytes)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        let summary: DocumentSummary = try reader.get()
        self.init(
            summary: summary,
            place: DocumentFile.Place(
                offset: try reader.get(), digestLength: try reader.get(), digest: summary.digest, length: try reader.get(),
                fingerprint: Fingerprint(bytes: try reader.raw(8))))
    }
}
