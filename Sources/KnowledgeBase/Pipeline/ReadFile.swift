import DocumentReading
import Foundation
import LegalText

/// What became of one file of the corpus.
enum ReadFile: Sendable {
    case document(AnalyzedDocument, Survey)
    /// Read, and found to be no document.
    case nothing(Diagnostic)
    case unreadable

    /// What is at hand of a document whose analysis lies in the cache.
    struct Survey: Sendable {
        var names: DocumentNames
        /// Where its analysis lies.
        var key: AnalysisCache.Key
        var isReused: Bool
        /// The file alone decides what is read from it: it includes no other.
        var isWhole: Bool
    }

    /// Reads and analyses a file, or takes its analysis from the cache when neither its bytes nor the program have changed.
    static func read(_ file: CorpusFile, corpus: URL, entry: Register.Entry?, cache: AnalysisCache) -> ReadFile {
        let path = corpus.appending(path: file.source)
        guard let bytes = ReadableFile.contents(of: path.path) else { return .unreadable }
        var key = cache.key(of: Fingerprint(bytes), source: file.source, entry: entry)
        if let known = cache.find(key) {
            return .document(known, Survey(names: DocumentNames(known.document), key: key, isReused: true, isWhole: true))
        }
        let loader = IncludeLoader(root: corpus, folder: path.deletingLastPathComponent())
        var document = DocumentReader(load: { loader.load($0) }).read(bytes, name: file.source)
        if document.provisions.isEmpty {
            return .nothing(document.diagnostics.first(where: \.saysNoDocument) ?? Diagnostic(.empty))
        }
        document.source = file.source
        entry?.apply(to: &document)
        if document.title.isEmpty { document.title = fallbackTitle(of: document, slug: file.slug) }
        let analyzed = AnalyzedDocument(analyzing: document)
        if loader.hasLoaded { key = cache.passingKey() }
        cache.keep(analyzed, key)
        return .document(analyzed, Survey(names: DocumentNames(document), key: key, isReused: false, isWhole: !loader.hasLoaded))
    }

    /// As `read`, but an analysis that is in the cache stays there.
    static func survey(
        _ file: CorpusFile, corpus: URL, entry: Register.Entry?, cache: AnalysisCache, earlier: EarlierBuild?
    ) -> Result<Survey, Miss> {
        if let bytes = ReadableFile.contents(of: corpus.path + "/" + file.source) {
            let key = cache.key(of: Fingerprint(bytes), source: file.source, entry: entry)
            if let names = earlier?.names(of: file.source, key) {
                return .success(Survey(names: names, key: key, isReused: true, isWhole: true))
            }
            if let bytes = cache.bytes(key) {
                var reader = ByteReader(bytes)
                if let names = try? DocumentNames(from: &reader) {
                    return .success(Survey(names: names, key: key, isReused: true, isWhole: true))
                }
            }
        }
        switch read(file, corpus: corpus, entry: entry, cache: cache) {
        case .document(_, let survey): return .success(survey)
        case .nothing(let diagnostic): return .failure(.nothing(diagnostic))
        case .unreadable: return .failure(.unreadable)
        }
    }

    enum Miss: Error {
        case nothing(Diagnostic)
        case unreadable
    }

    /// The first heading at the top, else the file's name in words: "membership-policy" -> "Membership policy".
    private static func fallbackTitle(of document: Document, slug: String) -> String {
        if let first = document.provisions.first, !first.heading.isEmpty { return first.heading }
        let words = slug.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
