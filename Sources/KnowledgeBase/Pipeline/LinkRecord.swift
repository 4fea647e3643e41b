import Foundation

/// What the documents of a base were linked from: `.concordat/links`, beside the base that came of it. A build links again only what has
/// changed and takes the other documents as the base has them. Losing it costs time only.
///
///     prefix   as a base's: magic, where the head begins, its length, its fingerprint
///     body     the gist of each document
///     head     version, fingerprints of the base's head, of the ledger and of what documents are called; one line a document
enum LinkRecord {
    static let fileName = "links"
    static let magic = Array("CONCLINK".utf8)
    static let version = 1

    struct Line: Sendable {
        var names: DocumentNames
        var key: AnalysisCache.Key
        /// A person decided of its norms.
        var isDecided: Bool
        /// Where its lines of the ledger are.
        var ledger: Range<Int>
        /// Where its gist is.
        var gist: Range<Int>
        var gistPrint: Fingerprint
    }
}

/// A record on its way to the disk.
final class LinkDraft {
    private let file: DraftFile
    private var lines: [LinkRecord.Line] = []
    /// Of what all documents are called.
    var names = Fingerprint(value: 0)

    /// Nil where the file cannot be made.
    init?(_ path: String) {
        guard let file = DraftFile(path), file.append([UInt8](repeating: 0, count: StoredBase.prefixSize)) else { return nil }
        self.file = file
    }

    /// False where the system refuses.
    func append(_ gist: [UInt8], names: DocumentNames, key: AnalysisCache.Key, isDecided: Bool, ledger: Range<Int>) -> Bool {
        lines.append(
            LinkRecord.Line(
                names: names, key: key, isDecided: isDecided, ledger: ledger, gist: file.count..<(file.count + gist.count),
                gistPrint: Fingerprint(gist)))
        return file.append(gist)
    }

    /// Writes the head and puts the file in its place, whole; once.
    /// - Parameters:
    ///   - base: of the head of the base that was made.
    ///   - ledger: of the ledger beside it.
    func place(at path: String, base: Fingerprint, ledger: Fingerprint) -> Bool {
        var head = ByteWriter()
        head.put(LinkRecord.version)
        for print in [base, ledger, names] { head.put(raw: print.bytes) }
        head.put(lines)
        lines = []
        let start = file.count
        let prefix =
            LinkRecord.magic + Fingerprint(value: UInt64(start)).bytes + Fingerprint(value: UInt64(head.bytes.count)).bytes
            + Fingerprint(head.bytes).bytes
        return file.append(head.bytes) && file.flush() && file.write(prefix, at: 0) && file.place(at: path)
    }
}

/// The last build, as far as a new one can go on from it.
struct EarlierBuild: Sendable {
    let stored: StoredBase
    /// Of the ledger as that build left it.
    let ledger: Fingerprint
    /// Of what all documents were called.
    let names: Fingerprint
    /// In the order of `stored.lines`.
    private let lines: [LinkRecord.Line]
    private let byId: [String: Int]
    private let bySource: [String: Int]
    private let tombstones: [String: [Tombstone]]
    private let file: ReadableFile

    /// Nil where there is no record that fits the base.
    init?(_ stored: StoredBase, state: URL) {
        guard let file = ReadableFile(state.appending(path: LinkRecord.fileName).path),
            let prefix = file.read(at: 0, count: StoredBase.prefixSize), Array(prefix[..<8]) == LinkRecord.magic
        else { return nil }
        let start = Fingerprint(bytes: prefix[8..<16]).value
        let length = Fingerprint(bytes: prefix[16..<24]).value
        let size = UInt64(file.size)
        guard start <= size, length == size - start, let head = file.read(at: Int(start), count: Int(length)),
            Fingerprint(head) == Fingerprint(bytes: prefix[24..<32])
        else { return nil }
        var reader = ByteReader(head)
        do throws(StorageFault) {
            guard try reader.get(Int.self) == LinkRecord.version, Fingerprint(bytes: try reader.raw(8)) == stored.headPrint else {
                return nil
            }
            ledger = Fingerprint(bytes: try reader.raw(8))
            names = Fingerprint(bytes: try reader.raw(8))
            lines = try reader.get()
        } catch { return nil }
        guard lines.count == stored.lines.count else { return nil }
        byId = Dictionary(stored.lines.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        bySource = Dictionary(stored.lines.enumerated().map { ($1.source, $0) }, uniquingKeysWith: { first, _ in first })
        tombstones = Dictionary(grouping: stored.tombstones, by: \.document)
        self.stored = stored
        self.file = file
    }

    /// What a file was called, where it was read from the same bytes by the same program.
    func names(of source: String, _ key: AnalysisCache.Key) -> DocumentNames? {
        guard let place = bySource[source], lines[place].key == key else { return nil }
        return lines[place].names
    }

    /// Its document was made from this.
    func holds(_ id: String, from key: AnalysisCache.Key) -> Bool { byId[id].map { lines[$0].key == key } ?? false }

    /// A document as it was linked; nil where that is damaged, or a person decided of it.
    func document(_ id: String) -> Kept? {
        guard let place = byId[id], !lines[place].isDecided else { return nil }
        let (line, stored) = (lines[place], self.stored.lines[place])
        guard let gistBytes = file.read(at: line.gist.lowerBound, count: line.gist.count), Fingerprint(gistBytes) == line.gistPrint,
            let encoded = self.stored.encoded(stored)
        else { return nil }
        var reader = ByteReader(gistBytes)
        guard let gist = try? reader.get(DocumentGist.self) else { return nil }
        return Kept(gist: gist, gistBytes: gistBytes, encoded: encoded, ledger: line.ledger, tombstones: tombstones[id] ?? [])
    }

    struct Kept: Sendable {
        var gist: DocumentGist
        var gistBytes: [UInt8]
        var encoded: BaseDraft.Encoded
        var ledger: Range<Int>
        var tombstones: [Tombstone]
    }
}

extension LinkRecord.Line: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(names.id)
        writer.put(names.title)
        writer.put(names.source)
        writer.put(names.uri)
        writer.put(names.aliases)
        writer.put(raw: key.bytes)
        writer.put(isDecided)
        for range in [ledger, gist] {
            writer.put(range.lowerBound)
            writer.put(range.count)
        }
        writer.put(raw: gistPrint.bytes)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        names = DocumentNames(
            id: try reader.get(), title: try reader.get(), source: try reader.get(), uri: try reader.get(), aliases: try reader.get())
        key = AnalysisCache.Key(content: Fingerprint(bytes: try reader.raw(8)), circumstances: Fingerprint(bytes: try reader.raw(8)))
        isDecided = try reader.get()
        ledger = try Self.range(&reader)
        gist = try Self.range(&reader)
        gistPrint = Fingerprint(bytes: try reader.raw(8))
    }

    private static func range(_ reader: inout ByteReader) throws(StorageFault) -> Range<Int> {
        let (start, count): (Int, Int) = (try reader.get(), try reader.get())
        guard start >= 0, count >= 0, start <= Int.max - count else { throw .corrupt }
        return start..<(start + count)
    }
}
