import Foundation
import Synchronization

/// The documents of a stored base, read from its file one at a time.
///
/// Read, not mapped: pages of a mapping count as the program's memory as long as the system has no need of them.
final class DocumentFile: Sendable {
    /// Where a document lies: its digest, and right behind it its stored form.
    struct Place: Sendable, Hashable {
        var offset: Int
        var digestLength: Int
        /// Of the digest.
        var digest: Fingerprint
        var length: Int
        /// Of the stored form.
        var fingerprint: Fingerprint
    }

    let places: [Place]
    private let file: ReadableFile
    /// A few are kept: pages look back at what they have just shown.
    private let documents = Mutex(Recent<LoadedDocument>(mostItems: 24, mostBytes: 1 << 20))
    private let digests = Mutex(Recent<DocumentDigest>(mostItems: 96, mostBytes: 1 << 20))
    private let damage = Atomic(false)

    init(_ file: ReadableFile, places: [Place]) {
        self.file = file
        self.places = places
    }

    var count: Int { places.count }

    /// Some document could not be read since the file was opened; what was given in its place is empty.
    var isDamaged: Bool { damage.load(ordering: .relaxed) }

    func document(_ index: Int) -> LoadedDocument {
        if let known = documents.withLock({ $0.find(index) }) { return known }
        let place = places[index]
        let read = LoadedDocument(decode(at: place.offset + place.digestLength, place.length, place.fingerprint) ?? Self.nothing)
        documents.withLock { $0.keep(read, index, bytes: place.length) }
        return read
    }

    func digest(_ index: Int) -> DocumentDigest {
        if let known = digests.withLock({ $0.find(index) }) { return known }
        let place = places[index]
        let read = bytes(at: place.offset, place.digestLength, place.digest).flatMap { try? DocumentDigest($0) } ?? noDigest()
        digests.withLock { $0.keep(read, index, bytes: place.digestLength) }
        return read
    }

    private func decode(at offset: Int, _ length: Int, _ fingerprint: Fingerprint) -> AnalyzedDocument? {
        guard let bytes = bytes(at: offset, length, fingerprint) else { return nil }
        var reader = ByteReader(bytes)
        if let document = try? reader.get(AnalyzedDocument.self) { return document }
        damage.store(true, ordering: .relaxed)
        return nil
    }

    /// Nil where they are not those that were written.
    private func bytes(at offset: Int, _ length: Int, _ fingerprint: Fingerprint) -> [UInt8]? {
        if let bytes = file.read(at: offset, count: length), Fingerprint(bytes) == fingerprint { return bytes }
        damage.store(true, ordering: .relaxed)
        return nil
    }

    private func noDigest() -> DocumentDigest {
        damage.store(true, ordering: .relaxed)
        return DocumentDigest(Self.nothing)
    }

    private static let nothing = AnalyzedDocument(
        document: .init(), agreement: .init(), norms: [], statements: [], references: [], definitions: [], termUses: [])
}

/// The values that were used last, up to a number and up to a size.
private struct Recent<Value: Sendable> {
    private var items: [(index: Int, bytes: Int, value: Value)] = []
    private var bytes = 0
    let mostItems: Int
    let mostBytes: Int

    init(mostItems: Int, mostBytes: Int) {
        self.mostItems = mostItems
        self.mostBytes = mostBytes
    }

    func find(_ index: Int) -> Value? {
        // The last ones are asked for most.
        items.last { $0.index == index }?.value
    }

    mutating func keep(_ value: Value, _ index: Int, bytes count: Int) {
        items.append((index, count, value))
        bytes += count
        while items.count > 1, items.count > mostItems || bytes > mostBytes { bytes -= items.removeFirst().bytes }
    }
}
