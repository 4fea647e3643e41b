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

    /// Reads and links, a document at a time; writes nothing but the cache, and drafts that go with the value.
    /// - Parameter progress: called with the number of files done and of all; on any thread.
    package func assemble(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws(BaseError) -> Assembly {
        let register = try readRegister()
        let reviews = try readReviews()
        let stored = isFull ? nil : try? StoredBase(state: folder.state)
        let earlier = stored.flatMap { EarlierBuild($0, state: folder.state) }
        let listing = CorpusFile.list(in: folder.corpus)
        let files = listing.documents
        let cache = AnalysisCache(state: folder.state, isUsed: !isFull)
        let corpus = folder.corpus
        let done = Counter()
        let surveys = Workers.map(files.count, jobs: threads) { index in
            defer { progress(done.next(), files.count) }
            return ReadFile.survey(
                files[index], corpus: corpus, entry: register.entry(for: files[index].source), cache: cache, earlier: earlier)
        }
        cache.prune()

        var report = Report()
        report.files = files.count
        report.others = listing.others.map(\.source)
        let ids = CorpusFile.ids(of: files, register: register)
        var sources: [String: Linking.Source] = [:]
        var unread: Set<String> = []
        for (file, result) in zip(files, surveys) {
            let id = ids[file.source] ?? file.slug
            switch result {
            case .success(let survey):
                if survey.isReused { report.reused += 1 } else { report.read += 1 }
                sources[id] = Linking.Source(file: file, survey: survey)
            case .failure(.nothing(let diagnostic)): report.nothing.append((file.source, diagnostic))
            case .failure(.unreadable):
                report.unreadable.append(file.source)
                unread.insert(id)
            }
        }
        let inputs = self.inputs(sources, report)
        let ledger = LedgerReader.fingerprint(ofFile: folder.ledger.path)
        if let inputs, let stored, stored.inputs == Self.mixed(inputs, ledger),
            FileManager.default.fileExists(atPath: folder.state.appending(path: stored.indexName).path)
        {
            return Assembly(base: stored.stream(), report: report, inputs: inputs, drafts: nil)
        }
        let linking = Linking(
            corpus: corpus, register: register, ledger: try readLedger(isKnown: earlier?.ledger == ledger), cache: cache, sources: sources,
            reviews: reviews, earlier: earlier?.ledger == ledger ? earlier : nil)
        return try linking.run(report, unread: unread, inputs: inputs, jobs: threads, state: folder.state)
    }

    private var threads: Int { jobs > 0 ? jobs : ProcessInfo.processInfo.activeProcessorCount }

    /// Of all that a base is made from but the ledger; nil where a document includes other files.
    private func inputs(_ sources: [String: Linking.Source], _ report: Report) -> Fingerprint? {
        var writer = ByteWriter()
        for name in [RegisterFile.name, ReviewFile.name] {
            let data = FileManager.default.contents(atPath: folder.corpus.appending(path: name).path)
            writer.put(raw: data.map { Fingerprint($0).bytes } ?? [])
            writer.put(data != nil)
        }
        for (id, source) in sources.sorted(by: { $0.key < $1.key }) {
            guard source.survey.isWhole else { return nil }
            writer.put(id)
            writer.put(raw: source.survey.key.bytes)
        }
        writer.put(report.unreadable)
        return Fingerprint(writer.bytes)
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

    private func readLedger(isKnown: Bool) throws(BaseError) -> LedgerReader {
        guard FileManager.default.fileExists(atPath: folder.ledger.path) else { return LedgerReader() }
        guard let file = ReadableFile(folder.ledger.path) else {
            throw .file(FileError(.unreadable, at: FilePlace(file: "corpus/" + LedgerFile.name)))
        }
        do throws(LedgerFile.Fault) { return try LedgerReader(file, isKnown: isKnown) } catch { throw .ledger(error) }
    }
}
