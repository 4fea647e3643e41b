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
