import DocumentReading
import Foundation
import LegalText

/// What became of one file of the corpus.
enum ReadFile: Sendable {
    case document(AnalyzedDocument, reused: Bool)
    /// Read, and found to be no document.
    case nothing(Diagnostic)
    case unreadable

    /// Reads and analyses a file, or takes its analysis from the cache when neither its bytes nor the program have changed.
    static func read(_ file: CorpusFile, corpus: URL, entry: Register.Entry?, cache: AnalysisCache) -> ReadFile {
        let path = corpus.appending(path: file.source)
        guard let data = FileManager.default.contents(atPath: path.path) else { return .unreadable }
        let bytes = [UInt8](data)
        let key = cache.key(bytes, source: file.source, entry: entry)
        if let known = cache.find(key) { return .document(known, reused: true) }

        let loader = IncludeLoader(root: corpus, folder: path.deletingLastPathComponent())
        var document = DocumentReader(load: { loader.load($0) }).read(bytes, name: file.source)
        if document.provisions.isEmpty {
            return .nothing(document.diagnostics.first(where: \.saysNoDocument) ?? Diagnostic(.empty))
        }
        document.source = file.source
        entry?.apply(to: &document)
        if document.title.isEmpty { document.title = fallbackTitle(of: document, slug: file.slug) }
        let analyzed = AnalyzedDocument(analyzing: document)
        if !loader.hasLoaded { cache.keep(analyzed, key) }
        return .document(analyzed, reused: false)
    }

    /// The first heading at the top, else the file's name in words: "membership-policy" -> "Membership policy".
    private static func fallbackTitle(of document: Document, slug: String) -> String {
        if let first = document.provisions.first, !first.heading.isEmpty { return first.heading }
        let words = slug.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
