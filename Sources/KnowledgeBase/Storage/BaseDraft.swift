import Foundation

/// A base on its way to the disk: documents are written as they come, the head when all is known.
final class BaseDraft {
    private let file: DraftFile
    private var places: [DocumentFile.Place] = []
    /// Taken when the base is made of them.
    private var summaries = SummaryList()
    /// Of the head, once it is written.
    private(set) var headPrint = Fingerprint(value: 0)
    private var contentPrint: Fingerprint?

    /// Nil where the file cannot be made.
    init?(_ path: String) {
        guard let file = DraftFile(path), file.append([UInt8](repeating: 0, count: StoredBase.prefixSize)) else { return nil }
        self.file = file
    }

    /// A document in the form it is stored in.
    struct Encoded: Sendable {
        var summary: DocumentSummary
        var digest: [UInt8]
        var bytes: [UInt8]
        var fingerprint: Fingerprint

        init(summary: DocumentSummary, digest: [UInt8], bytes: [UInt8], fingerprint: Fingerprint) {
            self.summary = summary
            self.digest = digest
            self.bytes = bytes
            self.fingerprint = fingerprint
        }

        init(_ analyzed: AnalyzedDocument) {
            digest = DocumentDigest(analyzed).bytes
            summary = DocumentSummary(analyzed, digest: digest)
            bytes = analyzed.storedForm
            fingerprint = Fingerprint(bytes)
        }
    }

    /// False where the system refuses.
    func append(_ document: Encoded) -> Bool {
        let place = DocumentFile.Place(
            offset: file.count, digestLength: document.digest.count, digest: document.summary.digest, length: document.bytes.count,
            fingerprint: document.fingerprint)
        places.append(place)
        summaries.append(document.summary)
        return file.append(document.digest) && file.append(document.bytes)
    }

    /// The documents that were written, to be read from the draft.
    func documents() -> DocumentFile? {
        guard file.flush(), let open = ReadableFile(file.path) else { return nil }
        return DocumentFile(open, places: places)
    }

    /// What lists show of them; from then on the base holds it.
    func takeSummaries() -> SummaryList {
        defer { summaries = SummaryList() }
        return summaries
    }

    /// What the base that was made of this holds, whatever index it names.
    func content(_ base: KnowledgeBase) -> Fingerprint {
        let found = contentPrint ?? Fingerprint(head(base, indexName: "", inputs: Fingerprint(value: 0)))
        contentPrint = found
        return found
    }

    /// Writes the head and puts the file in its place, whole.
    func place(at path: String, _ base: KnowledgeBase, indexName: String, inputs: Fingerprint) -> Bool {
        let head = head(base, indexName: indexName, inputs: inputs)
        headPrint = Fingerprint(head)
        let start = file.count
        let prefix =
            StoredBase.magic + Fingerprint(value: UInt64(start)).bytes + Fingerprint(value: UInt64(head.count)).bytes
            + headPrint.bytes
        return file.append(head) && file.flush() && file.write(prefix, at: 0) && file.place(at: path)
    }

    private func head(_ base: KnowledgeBase, indexName: String, inputs: Fingerprint) -> [UInt8] {
        var head = ByteWriter()
        head.put(StoredBase.version)
        head.put(indexName)
        head.put(raw: inputs.bytes)
        head.put(base.register)
        head.put(base.tombstones)
        head.put(base.reviews.outcomes)
        head.put(UInt64(places.count))
        for (summary, place) in zip(base.summaries, places) { head.put(StoredBase.Line(summary: summary, place: place)) }
        return head.bytes
    }
}
