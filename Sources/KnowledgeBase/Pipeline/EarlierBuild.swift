import Foundation

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
