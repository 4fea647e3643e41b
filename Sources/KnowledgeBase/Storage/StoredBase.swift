package import Foundation

/// A built base on disk: one file, mapped, of which a document is decoded only when it is asked for.
///
///     8 bytes  "CONCBASE"
///     8 bytes  length of the head, little-endian
///     8 bytes  fingerprint of the head
///     head     version, index folder, register, tombstones, one line a document: id, source, offset, length, fingerprint
///     body     the documents, one after another
package struct StoredBase: Sendable {
    package static let fileName = "base"
    private static let magic = Array("CONCBASE".utf8)
    /// Raised whenever the stored form of any value changes.
    private static let version = 4

    package struct Line: Hashable, Sendable {
        package var id: String
        package var source: String
        package var title: String
        var offset: Int
        var length: Int
        var fingerprint: Fingerprint
    }

    package let register: Register
    package let tombstones: [Tombstone]
    package let reviews: ReviewBook
    /// Sorted by id.
    package let lines: [Line]
    /// The name of the index's folder beside this file.
    package let indexName: String
    private let file: Data
    private let bodyStart: Int

    /// - Parameter state: the folder `.concordat`.
    package init(state: URL) throws(StorageFault) {
        let path = state.appending(path: Self.fileName)
        guard FileManager.default.fileExists(atPath: path.path) else { throw .absent }
        guard let file = try? Data(contentsOf: path, options: .alwaysMapped) else { throw .unreadable }
        guard file.count >= 24, Array(file[..<8]) == Self.magic else { throw .corrupt }
        let length = Fingerprint(bytes: file[8..<16]).value
        guard length <= UInt64(file.count - 24) else { throw .corrupt }
        let head = [UInt8](file[24..<(24 + Int(length))])
        guard Fingerprint(head) == Fingerprint(bytes: file[16..<24]) else { throw .corrupt }
        var reader = ByteReader(head[...])
        guard try reader.get(Int.self) == Self.version else { throw .otherVersion }
        indexName = try reader.get()
        register = try reader.get()
        tombstones = try reader.get()
        reviews = ReviewBook(try reader.get([ReviewBook.Outcome].self))
        lines = try reader.get()
        self.file = file
        bodyStart = 24 + Int(length)
    }

    /// Decodes one document. Throws `corrupt` where its bytes are not those that were written.
    package func document(_ line: Line) throws(StorageFault) -> AnalyzedDocument {
        let start = bodyStart + line.offset
        guard line.offset >= 0, line.length >= 0, start + line.length <= file.count else { throw .corrupt }
        let bytes = [UInt8](file[start..<(start + line.length)])
        guard Fingerprint(bytes) == line.fingerprint else { throw .corrupt }
        var reader = ByteReader(bytes[...])
        return try reader.get()
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

    /// Everything.
    package func load() throws(StorageFault) -> KnowledgeBase {
        var documents: [AnalyzedDocument] = []
        for line in lines { documents.append(try document(line)) }
        return KnowledgeBase(register: register, documents: documents, tombstones: tombstones, reviews: reviews)
    }

    /// The bytes of the file; equal bases give equal bytes.
    static func bytes(of base: KnowledgeBase, indexName: String) -> [UInt8] {
        var body = ByteWriter()
        let lines = base.documents.map { analyzed in
            let start = body.bytes.count
            body.put(analyzed)
            return Line(
                id: analyzed.document.id, source: analyzed.document.source, title: analyzed.document.title, offset: start,
                length: body.bytes.count - start, fingerprint: Fingerprint(body.bytes[start...]))
        }
        var head = ByteWriter()
        head.put(version)
        head.put(indexName)
        head.put(base.register)
        head.put(base.tombstones)
        head.put(base.reviews.outcomes)
        head.put(lines)
        return magic + Fingerprint(value: UInt64(head.bytes.count)).bytes + Fingerprint(head.bytes).bytes + head.bytes + body.bytes
    }
}

extension StoredBase.Line: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(id)
        writer.put(source)
        writer.put(title)
        writer.put(offset)
        writer.put(length)
        writer.put(raw: fingerprint.bytes)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        self.init(
            id: try reader.get(), source: try reader.get(), title: try reader.get(), offset: try reader.get(), length: try reader.get(),
            fingerprint: Fingerprint(bytes: try reader.raw(8)))
    }
}
