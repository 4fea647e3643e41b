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
        guard let bytes = ReadableFile.contents(of: corpus.path + "/" + file.source) else { return .unreadable }
        let key = cache.key(of: Fingerprint(bytes), source: file.source, entry: entry)
        if let known = cache.find(key) {
            return .document(known, Survey(names: DocumentNames(known.document), key: key, isReused: true, isWhole: true))
        }
        return read(bytes, of: file, corpus: corpus, entry: entry, key, cache)
    }

    /// Reads and analyses the bytes of a file.
    /// - Parameter key: of the analysis, under which it is kept.
    private static func read(
        _ bytes: [UInt8], of file: CorpusFile, corpus: URL, entry: Register.Entry?, _ key: AnalysisCache.Key, _ cache: AnalysisCache
    ) -> ReadFile {
        var key = key
        let folder = file.source.lastIndex(of: "/").map { corpus.appending(path: file.source[..<$0]) } ?? corpus
        let loader = IncludeLoader(root: corpus, folder: folder)
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
        guard let bytes = ReadableFile.contents(of: corpus.path + "/" + file.source) else { return .failure(.unreadable) }
        let key = cache.key(of: Fingerprint(bytes), source: file.source, entry: entry)
        if let names = earlier?.names(of: file.source, key) {
            return .success(Survey(names: names, key: key, isReused: true, isWhole: true))
        }
        if let known = cache.bytes(key) {
            var reader = ByteReader(known)
            if let names = try? DocumentNames(from: &reader) {
                return .success(Survey(names: names, key: key, isReused: true, isWhole: true))
            }
        }
        switch read(bytes, of: file, corpus: corpus, entry: entry, key, cache) {
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
