package import LegalText

/// What every list of documents shows of one, small enough to be at hand for all of them.
package struct DocumentSummary: Hashable, Sendable {
    package var id: String
    /// The file's path below `corpus/`.
    package var source: String
    package var title: String
    package var kind: DocumentKind
    package var language: String
    /// The date it bears: the day it was signed, else takes effect.
    package var date: PartialDate?
    package var clauses: Int
    package var norms: Int
    /// References that lead nowhere.
    package var unresolved: Int
    /// Something may fall due under it.
    package var hasDue: Bool
    /// Of how the document and its provisions are called: what the pages of others show of it.
    package var names: Fingerprint
    /// Of its digest: what lists show of it.
    package var digest: Fingerprint
    /// Of all in it that falls due, and of what its dates are counted from; 0 where nothing is.
    package var due: Fingerprint

    package init(_ analyzed: AnalyzedDocument) {
        self.init(analyzed, digest: DocumentDigest(analyzed).bytes)
    }

    init(_ analyzed: AnalyzedDocument, digest: [UInt8]) {
        let document = analyzed.document
        id = document.id
        source = document.source
        title = document.title
        kind = document.kind
        language = document.language
        let dates = [document.dates.signed, analyzed.agreement.signed, document.dates.effective, analyzed.agreement.effective]
        date = dates.lazy.compactMap { $0?.value }.first
        clauses = document.provisions.count(where: \.isClause)
        norms = analyzed.norms.count
        unresolved = analyzed.references.count { $0.resolved == nil }
        hasDue = DueReckoning.hasDue(analyzed)
        due = hasDue ? DueReckoning.print(of: analyzed) : Fingerprint(value: 0)
        var writer = ByteWriter()
        writer.put(id)
        writer.put(title)
        for provision in document.provisions {
            writer.put(provision.wId)
            writer.put(provision.eId)
            writer.put(provision.number)
            writer.put(provision.heading)
        }
        names = Fingerprint(writer.bytes)
        self.digest = Fingerprint(digest)
    }
}

extension DocumentSummary: Storable {
    func write(to writer: inout ByteWriter) {
        writer.put(id)
        writer.put(source)
        writer.put(title)
        writer.put(kind)
        writer.put(language)
        writer.put(date)
        writer.put(clauses)
        writer.put(norms)
        writer.put(unresolved)
        writer.put(hasDue)
        writer.put(raw: names.bytes)
        writer.put(raw: digest.bytes)
        writer.put(raw: due.bytes)
    }

    init(from reader: inout ByteReader) throws(StorageFault) {
        id = try reader.get()
        source = try reader.get()
        title = try reader.get()
        kind = try reader.get()
        language = try reader.get()
        date = try reader.get()
        clauses = try reader.get()
        norms = try reader.get()
        unresolved = try reader.get()
        hasDue = try reader.get()
        names = Fingerprint(bytes: try reader.raw(8))
        digest = Fingerprint(bytes: try reader.raw(8))
        due = Fingerprint(bytes: try reader.raw(8))
    }
}
