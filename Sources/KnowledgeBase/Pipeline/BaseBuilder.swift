import Foundation
package import LegalText
import References
import YAMLReading

/// Makes a knowledge base from a corpus: reads and analyses every document, gives identifiers, links references, and writes the
/// ledger, the stored base and the index.
///
/// The same corpus gives the same bytes, whatever the number of threads and whatever was built before.
package struct BaseBuilder: Sendable {
    package var folder: BaseFolder
    /// Threads; 0 stands for one a processor.
    package var jobs = 0
    /// Reads every file again, whatever the cache holds.
    package var isFull = false

    package init(folder: BaseFolder) { self.folder = folder }

    /// What a build met.
    package struct Report: Sendable {
        package var files = 0
        package var read = 0
        package var reused = 0
        /// Read, and found to be no document.
        package var nothing: [(source: String, diagnostic: Diagnostic)] = []
        /// Paths below `corpus/` that could not be opened.
        package var unreadable: [String] = []
        /// Files in a form that is not read ("report.pdf").
        package var others: [String] = []
        /// Identifiers new in this build, and gone with it.
        package var added = 0
        package var gone = 0
    }

    /// Reads and links; writes nothing but the cache.
    /// - Parameter progress: called with the number of files done and of all; on any thread.
    package func assemble(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws(BaseError) -> (
        base: KnowledgeBase, ledger: Ledger, report: Report
    ) {
        let register = try readRegister()
        var ledger = try readLedger()
        let listing = CorpusFile.list(in: folder.corpus)
        let files = listing.documents
        let ids = CorpusFile.ids(of: files, register: register)
        let cache = AnalysisCache(state: folder.state, isUsed: !isFull)
        let corpus = folder.corpus
        let done = Counter()
        let read = Workers.map(files.count, jobs: jobs > 0 ? jobs : ProcessInfo.processInfo.activeProcessorCount) { index in
            defer { progress(done.next(), files.count) }
            return ReadFile.read(files[index], corpus: corpus, entry: register.entry(for: files[index].source), cache: cache)
        }

        cache.prune()

        var report = Report()
        report.files = files.count
        report.others = listing.others.map(\.source)
        var documents: [AnalyzedDocument] = []
        var entries: [String: [Ledger.Entry]] = [:]
        for (file, result) in zip(files, read) {
            let id = ids[file.source] ?? file.slug
            switch result {
            case .document(var analyzed, let reused):
                if reused { report.reused += 1 } else { report.read += 1 }
                analyzed.document.id = id
                entries[id] = IdentityAssigner.assign(&analyzed.document, ledger: ledger.documents[id] ?? [])
                documents.append(analyzed)
            case .nothing(let diagnostic): report.nothing.append((file.source, diagnostic))
            case .unreadable:
                report.unreadable.append(file.source)
                entries[id] = ledger.documents[id]
            }
        }
        for (id, known) in ledger.documents where entries[id] == nil {
            entries[id] = known.map {
                var entry = $0
                entry.isGone = true
                return entry
            }
        }
        report.added = count(entries, notIn: ledger)
        report.gone = count(ledger.documents, notIn: Ledger(documents: entries))
        ledger.documents = entries

        documents = link(documents, register)
        let reviews = ReviewBook(try readReviews(), applyingTo: &documents)
        let live = Set(documents.map(\.document.id))
        let base = KnowledgeBase(
            register: register, documents: documents, tombstones: ledger.tombstones(liveDocuments: live), reviews: reviews)
        return (base, ledger, report)
    }

    /// Publishes what `assemble` made: the ledger first, because identifiers must never be lost, then index and base together.
    package func publish(_ base: KnowledgeBase, _ ledger: Ledger) throws(BaseError) {
        try publish(ledger)
        try publish(base)
    }
}

extension BaseBuilder {
    func readRegister() throws(BaseError) -> Register {
        try readFile(RegisterFile.name, RegisterFile.read) ?? Register()
    }

    private func readReviews() throws(BaseError) -> [Review] {
        try readFile(ReviewFile.name, ReviewFile.read) ?? []
    }

    /// A file of `corpus/` that a person writes; nil where there is none.
    private func readFile<Value>(
        _ fileName: String, _ read: (_ text: String, _ file: String) throws(FileError) -> Value
    ) throws(BaseError) -> Value? {
        let path = folder.corpus.appending(path: fileName).path
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let name = "corpus/" + fileName
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self) else {
            throw .file(FileError(.unreadable, at: FilePlace(file: name)))
        }
        do throws(FileError) { return try read(text, name) } catch { throw .file(error) }
    }

    private func readLedger() throws(BaseError) -> Ledger {
        guard FileManager.default.fileExists(atPath: folder.ledger.path) else { return Ledger() }
        guard let data = FileManager.default.contents(atPath: folder.ledger.path) else {
            throw .file(FileError(.unreadable, at: FilePlace(file: "corpus/" + LedgerFile.name)))
        }
        do throws(LedgerFile.Fault) { return try LedgerFile.read([UInt8](data)) } catch { throw .ledger(error) }
    }

    /// Live identifiers of `entries` that are not live in `ledger`.
    private func count(_ entries: [String: [Ledger.Entry]], notIn ledger: Ledger) -> Int {
        entries.reduce(0) { sum, one in
            let known = Set((ledger.documents[one.key] ?? []).lazy.filter { !$0.isGone }.map(\.wId))
            return sum + one.value.count { !$0.isGone && !known.contains($0.wId) }
        }
    }

    /// Ids of the documents that are the latest expression of their work.
    private func current(_ documents: [Document], _ register: Register) -> Set<String> {
        var latest: [String: (version: String, id: String)] = [:]
        for document in documents {
            let entry = register.entry(for: document.source)
            let (work, version) = (entry?.work ?? document.id, entry?.version?.description ?? "")
            if let known = latest[work], known.version >= version { continue }
            latest[work] = (version, document.id)
        }
        return Set(latest.values.map(\.id))
    }

    /// Norm ids, and references led to where they point.
    private func link(_ documents: [AnalyzedDocument], _ register: Register) -> [AnalyzedDocument] {
        let sorted = documents.sorted { $0.document.id < $1.document.id }
        let resolver = ReferenceResolver(documents: sorted.map(\.document), current: current(sorted.map(\.document), register))
        return sorted.map { analyzed in
            var analyzed = analyzed
            var counts: [Int: Int] = [:]
            for index in analyzed.norms.indices {
                let clause = analyzed.norms[index].clause
                counts[clause, default: 0] += 1
                analyzed.norms[index].id = "\(analyzed.citation(of: clause))~\(counts[clause] ?? 0)"
            }
            analyzed.references = resolver.resolve(analyzed.references, of: analyzed.document)
            if let amended = register.entry(for: analyzed.document.source)?.amends, amended.count == 1 {
                analyzed.references = analyzed.references.map { lead($0, of: analyzed.document, into: amended[0], resolver) }
            }
            return analyzed
        }
    }

    /// "A new section 5A is inserted": a number that an amending document lacks is one of the document it amends.
    private func lead(_ reference: Reference, of document: Document, into amended: String, _ resolver: ReferenceResolver) -> Reference {
        guard reference.resolved == nil, reference.scope == .internal, reference.work == nil else { return reference }
        var trial = reference
        trial.work = amended
        guard let found = resolver.resolve([trial], of: document).first?.resolved, found.provision != nil else { return reference }
        var reference = reference
        reference.resolved = found
        reference.scope = .document
        return reference
    }
}
