import Foundation
import LegalText
import Norms
import References

/// The second half of a build: documents get their identifiers and norm ids, decisions are laid over, references led to where they point.
///
/// Documents are taken from the cache one after another, in the order of ids, and written to a draft of the base; none is held longer.
/// One that is as it was, like all that it refers to, is taken from the last base as it lies there.
struct Linking: Sendable {
    struct Source: Sendable {
        var file: CorpusFile
        var survey: ReadFile.Survey
    }

    let corpus: URL
    let register: Register
    let ledger: LedgerReader
    let cache: AnalysisCache
    /// By id.
    let sources: [String: Source]
    let reviews: [Review]
    /// The last build, where it left the ledger as it is now.
    let earlier: EarlierBuild?

    /// What a document is made into on a thread of its own.
    private struct Linked: Sendable {
        var gist: DocumentGist
        var gistBytes: [UInt8]
        var encoded: BaseDraft.Encoded
        var ledgerLines: [UInt8]
        var tombstones: [Tombstone]
        /// Identifiers that are new, and that are gone.
        var added = 0
        var gone = 0
    }

    func run(
        _ started: BaseBuilder.Report, unread: Set<String>, inputs: Fingerprint?, jobs: Int, state: URL
    ) throws(BaseError) -> Assembly {
        var report = started
        let (draft, ledgerDraft, links) = try drafts(state)
        let ids = sources.keys.sorted()
        var gathering = BaseGathering(
            register: register, places: Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) }))
        let (resolver, names) = resolver()
        links.names = names
        let (book, decided) = try decisions()
        let kept = keeping(names, decided)
        var tombstones: [Tombstone] = []
        var isWritten = ledgerDraft.append(LedgerFile.heading)

        var position = 0
        let order = Set(ids).union(ledger.documents).sorted()
        while position < order.count {
            let batch = self.batch(order, from: position)
            position = batch.upperBound
            let linked = Workers.map(batch.count, jobs: jobs) { offset -> Linked? in
                let id = order[batch.lowerBound + offset]
                return kept?.document(id, ledger) ?? link(id, resolver, decided)
            }
            guard linked.count == batch.count else { throw .stored(.unreadable) }
            for (id, linked) in zip(order[batch], linked) {
                guard let linked else {
                    guard sources[id] == nil else { throw .stored(.unreadable) }
                    var entries = ledger.entries(of: id)
                    // What cannot be read now is not gone.
                    if !unread.contains(id) {
                        report.gone += entries.count { !$0.isGone }
                        for index in entries.indices { entries[index].isGone = true }
                    }
                    tombstones += Ledger.tombstones(of: id, entries, isLive: false)
                    isWritten = ledgerDraft.append(LedgerFile.lines(of: id, entries)) && isWritten
                    continue
                }
                report.added += linked.added
                report.gone += linked.gone
                gathering.add(linked.gist)
                tombstones += linked.tombstones
                let lines = ledgerDraft.count..<(ledgerDraft.count + linked.ledgerLines.count)
                isWritten = ledgerDraft.append(linked.ledgerLines) && draft.append(linked.encoded) && isWritten
                guard let survey = sources[id]?.survey else { continue }
                isWritten =
                    links.append(linked.gistBytes, names: survey.names, key: survey.key, isDecided: decided[id] != nil, ledger: lines)
                    && isWritten
            }
        }
        guard isWritten, let documents = draft.documents() else {
            throw .unwritable(path: ".concordat", reason: String(cString: strerror(errno)))
        }
        let base = KnowledgeBase(
            register: register, documents: DocumentList(documents), summaries: draft.takeSummaries(), tombstones: tombstones,
            reviews: book, tables: gathering.tables())
        return Assembly(base: base, report: report, inputs: inputs, drafts: (draft, ledgerDraft, links))
    }

    private static func live(_ entries: [Ledger.Entry]) -> Set<String> { Set(entries.lazy.filter { !$0.isGone }.map(\.wId)) }

    /// Beside the base, or where the system puts what is for a while: a base may be asked about where nothing can be written.
    private func drafts(_ state: URL) throws(BaseError) -> (BaseDraft, DraftFile, LinkDraft) {
        let name = "draft-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0...UInt32.max))"
        for folder in [state, FileManager.default.temporaryDirectory] {
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let path = folder.appending(path: name).path
            if let base = BaseDraft(path + ".base"), let ledger = DraftFile(path + ".ledger"), let links = LinkDraft(path + ".links") {
                return (base, ledger, links)
            }
        }
        throw .unwritable(path: ".concordat", reason: String(cString: strerror(errno)))
    }

    /// So many documents as are linked at once: up to 64, and not more than a few megabytes of them.
    private func batch(_ order: [String], from start: Int) -> Range<Int> {
        var (end, size) = (start, 0)
        while end < order.count, end - start < 64, size < 2 << 20 {
            size += sources[order[end]].map { cache.length($0.survey.key) } ?? 0
            end += 1
        }
        return start..<end
    }

    // MARK: What stays

    /// The documents that need not be linked again. Where all are called as before, a document depends on nothing but itself and those that
    /// its references lead into: a work is found by its name alone (`ReferenceResolver`).
    private struct Keeping: Sendable {
        let earlier: EarlierBuild
        /// Documents that are not what they were.
        let changed: Set<String>
        /// Those that may lead into another without a reference that says so, and those that a person decided of.
        let excepted: Set<String>

        /// Nil for one that must be linked.
        func document(_ id: String, _ ledger: LedgerReader) -> Linked? {
            guard !changed.contains(id), !excepted.contains(id), let kept = earlier.document(id),
                !kept.gist.links.contains(where: { $0.resolved.map { changed.contains($0.document) } ?? false }),
                let lines = ledger.bytes(kept.ledger)
            else { return nil }
            return Linked(
                gist: kept.gist, gistBytes: kept.gistBytes, encoded: kept.encoded, ledgerLines: lines, tombstones: kept.tombstones)
        }
    }

    /// - Parameter names: of what all documents are called now.
    private func keeping(_ names: Fingerprint, _ decided: [String: [Norm]]) -> Keeping? {
        guard let earlier, earlier.names == names else { return nil }
        let changed = sources.filter { !earlier.holds($0.key, from: $0.value.survey.key) }.map(\.key)
        let amending = sources.filter { register.entry(for: $0.value.file.source)?.amends.isEmpty == false }.map(\.key)
        return Keeping(earlier: earlier, changed: Set(changed), excepted: Set(amending).union(decided.keys))
    }

    // MARK: One document

    /// Nil for one that is no longer there.
    private func link(_ id: String, _ resolver: ReferenceResolver, _ decided: [String: [Norm]]) -> Linked? {
        guard case (var analyzed, let entries, let known)? = identified(id) else { return nil }
        analyzed.references = resolver.resolve(analyzed.references, of: analyzed.document)
        if let amended = register.entry(for: analyzed.document.source)?.amends, amended.count == 1 {
            analyzed.references = analyzed.references.map { lead($0, of: analyzed.document, into: amended[0], resolver) }
        }
        if let norms = decided[id] { analyzed.norms = norms }
        let gist = DocumentGist(analyzed)
        let (before, now) = (Self.live(known), Self.live(entries))
        return Linked(
            gist: gist, gistBytes: gist.storedForm, encoded: BaseDraft.Encoded(analyzed), ledgerLines: LedgerFile.lines(of: id, entries),
            tombstones: Ledger.tombstones(of: id, entries, isLive: true), added: now.subtracting(before).count,
            gone: before.subtracting(now).count)
    }

    /// A document with its identifiers and those of its norms; its lines of the ledger as they are now, and as they were.
    private func identified(_ id: String) -> (AnalyzedDocument, entries: [Ledger.Entry], known: [Ledger.Entry])? {
        guard let source = sources[id], var analyzed = analysis(of: source) else { return nil }
        analyzed.document.id = id
        let known = ledger.entries(of: id)
        let entries = IdentityAssigner.assign(&analyzed.document, ledger: known)
        var counts: [Int: Int] = [:]
        for index in analyzed.norms.indices {
            let clause = analyzed.norms[index].clause
            counts[clause, default: 0] += 1
            analyzed.norms[index].id = "\(analyzed.citation(of: clause))~\(counts[clause] ?? 0)"
        }
        return (analyzed, entries, known)
    }

    private func analysis(of source: Source) -> AnalyzedDocument? {
        if let found = cache.find(source.survey.key) { return found }
        // The cache could not be written.
        let entry = register.entry(for: source.file.source)
        if case .document(let analyzed, _) = ReadFile.read(source.file, corpus: corpus, entry: entry, cache: cache) { return analyzed }
        return nil
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

    // MARK: What all of them share

    /// With a fingerprint of what all documents are called: where that is the same, a reference leads to the same document.
    private func resolver() -> (ReferenceResolver, Fingerprint) {
        let earlierVersions = earlierVersions()
        let names = sources.keys.sorted().lazy.map { id in
            let names = sources[id]?.survey.names
            return ReferenceResolver.Names(
                id: id, title: names?.title ?? "", uri: names?.uri, source: names?.source ?? "", aliases: names?.aliases ?? [])
        }
        var prints: [UInt8] = []
        for names in names {
            var writer = ByteWriter()
            writer.put(names.names)
            writer.put(!earlierVersions.contains(names.id))
            prints += Fingerprint(writer.bytes).bytes
        }
        let resolver = ReferenceResolver(names, isCurrent: { !earlierVersions.contains($0) }) { identified($0)?.0.document }
        return (resolver, Fingerprint(prints))
    }

    /// Ids of the documents of which the base holds a later expression of their work.
    private func earlierVersions() -> Set<String> {
        let works = Set(register.documents.values.compactMap(\.work))
        if works.isEmpty { return [] }
        var latest: [String: (version: String, id: String)] = [:]
        var earlier: Set<String> = []
        for (id, source) in sources.sorted(by: { $0.key < $1.key }) {
            let entry = register.entry(for: source.file.source)
            let (work, version) = (entry?.work ?? id, entry?.version?.description ?? "")
            guard works.contains(work) else { continue }
            if let known = latest[work] {
                earlier.insert(known.version >= version ? id : known.id)
                if known.version >= version { continue }
            }
            latest[work] = (version, id)
        }
        return earlier
    }

    /// What people decided, and by document the norms as they are under it; only the documents that are spoken of are looked at.
    private func decisions() throws(BaseError) -> (ReviewBook, norms: [String: [Norm]]) {
        if reviews.isEmpty { return (ReviewBook(), [:]) }
        var ids: Set<String> = []
        for review in reviews {
            switch review.subject {
            case .norm(let id, _): ids.insert(Self.document(of: id))
            case .conflict(let first, let second): ids.formUnion([Self.document(of: first), Self.document(of: second)])
            }
        }
        var documents = ids.filter { sources[$0] != nil }.sorted().compactMap { identified($0)?.0 }
        let book = ReviewBook(reviews, applyingTo: &documents)
        return (book, Dictionary(uniqueKeysWithValues: documents.map { ($0.document.id, $0.norms) }))
    }

    /// `a` of `a#b~1` and of `a~expiry`.
    private static func document(of id: String) -> String {
        String(id.prefix { $0 != "#" && $0 != "~" })
    }
}
