/// The documents of a base in the order of their ids.
///
/// A base that is asked questions holds them all; one that is built or rendered reads each from its file when it is asked for and keeps
/// but the last few, so that memory does not grow with the corpus. Who reads them in order reads each once.
package struct DocumentList: RandomAccessCollection, Sendable {
    private enum Source {
        case held([LoadedDocument])
        case filed(DocumentFile)
    }

    private let source: Source

    package init(_ documents: [AnalyzedDocument]) { source = .held(documents.map(LoadedDocument.init)) }

    init(_ file: DocumentFile) { source = .filed(file) }

    package var startIndex: Int { 0 }

    package var endIndex: Int {
        switch source {
        case .held(let documents): documents.count
        case .filed(let file): file.count
        }
    }

    /// Lent, not copied: a document has some forty fields to count references of.
    package subscript(index: Int) -> AnalyzedDocument {
        _read { yield loaded(index).analyzed }
    }

    func loaded(_ index: Int) -> LoadedDocument {
        switch source {
        case .held(let documents): documents[index]
        case .filed(let file): file.document(index)
        }
    }

    /// What lists show of a document, without the rest of it.
    package func digest(_ index: Int) -> DocumentDigest {
        switch source {
        case .held(let documents): documents[index].digest
        case .filed(let file): file.digest(index)
        }
    }

    /// Of the stored form.
    func fingerprint(_ index: Int) -> Fingerprint {
        switch source {
        case .held(let documents): Fingerprint(documents[index].analyzed.storedForm)
        case .filed(let file): file.places[index].fingerprint
        }
    }

    /// About how many bytes a document takes.
    func length(_ index: Int) -> Int {
        switch source {
        case .held(let documents): documents[index].analyzed.document.provisions.reduce(0) { $0 + $1.text.utf8.count }
        case .filed(let file): file.places[index].length
        }
    }

    /// Throws where a document that was asked for could not be read: what was made since is not to be trusted.
    package func check() throws(StorageFault) {
        if case .filed(let file) = source, file.isDamaged { throw .corrupt }
    }
}
