package import Foundation
import SearchIndex

/// What a build made, before it is put in its place.
package struct Assembly {
    package let base: KnowledgeBase
    package let report: BaseBuilder.Report
    /// Of all that it was made from; nil where that is not known.
    let inputs: Fingerprint?
    /// Nil where everything is as the last build left it.
    let drafts: (base: BaseDraft, ledger: DraftFile, links: LinkDraft)?
}

/// Puts what a build made in its place, so that a reader sees the old or the new, whole.
extension BaseBuilder {
    /// The ledger first, because identifiers must never be lost, then index and base together.
    package func publish(_ made: Assembly) throws(BaseError) {
        guard let drafts = made.drafts else {
            // Nothing is to be written; that the corpus was looked at shows in the file's time.
            _ = utimes(folder.state.appending(path: StoredBase.fileName).path, nil)
            return
        }
        try publish(drafts.ledger)
        try publish(made, drafts.base, drafts.links)
    }

    private func publish(_ ledger: DraftFile) throws(BaseError) {
        let path = folder.ledger.path
        if ledger.equals(path) || ledger.place(at: path) { return }
        // The draft may lie on another disk than the corpus.
        guard let data = FileManager.default.contents(atPath: ledger.path) else { throw .unwritable(path: LedgerFile.name, reason: "") }
        do { try data.write(to: folder.ledger, options: .atomic) } catch {
            throw .unwritable(path: LedgerFile.name, reason: error.localizedDescription)
        }
    }

    /// The folder of the search index of what was made, where a build left one.
    package func index(of made: Assembly) -> URL? {
        let name = made.drafts.map { Self.indexName(made.base, $0.base) } ?? (try? StoredBase(state: folder.state))?.indexName
        let target = name.map { folder.state.appending(path: $0) }
        return target.flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
    }

    /// Beside the index: what groups of documents were sorted into, for the next build.
    private static let partsName = "parts"

    private static func indexName(_ base: KnowledgeBase, _ draft: BaseDraft) -> String { "index-" + draft.content(base).description }

    /// The index goes into a folder named for what is in it, beside the one in use; the base, which names it, is then put in place in one step.
    private func publish(_ made: Assembly, _ draft: BaseDraft, _ links: LinkDraft) throws(BaseError) {
        let base = made.base
        let name = Self.indexName(base, draft)
        let target = folder.state.appending(path: name)
        try makeFolder(folder.state)
        if !FileManager.default.fileExists(atPath: target.path) || isFull {
            let draft = folder.state.appending(path: "draft-\(ProcessInfo.processInfo.processIdentifier)")
            try? FileManager.default.removeItem(at: draft)
            do throws(IndexError) {
                let kept = folder.state.appending(path: Self.partsName)
                if isFull { try? FileManager.default.removeItem(at: kept) }
                try IndexWriter.write(
                    directory: draft.path, keeping: kept.path, groups: base.indexGroups(program: AnalysisCache.programStamp)
                ) { number in
                    (base.summaries[number].id, base.title(of: number), base.searchRecords(of: number))
                }
            } catch { throw .index(error) }
            try? FileManager.default.removeItem(at: target)
            do { try FileManager.default.moveItem(at: draft, to: target) } catch {
                throw .unwritable(path: ".concordat/" + name, reason: "\(error.localizedDescription)")
            }
        }
        do throws(StorageFault) { try base.documents.check() } catch { throw .stored(error) }
        // The ledger that the next build finds is the one that this build left.
        let ledger = LedgerReader.fingerprint(ofFile: folder.ledger.path)
        let inputs = made.inputs.map { Self.mixed($0, ledger) }
        guard
            draft.place(
                at: folder.state.appending(path: StoredBase.fileName).path, base, indexName: name, inputs: inputs ?? Fingerprint(value: 0))
        else { throw .unwritable(path: ".concordat/" + StoredBase.fileName, reason: String(cString: strerror(errno))) }
        // Without it the next build links everything.
        _ = links.place(at: folder.state.appending(path: LinkRecord.fileName).path, base: draft.headPrint, ledger: ledger)
        for other in (try? FileManager.default.contentsOfDirectory(atPath: folder.state.path)) ?? []
        where other != name && (other.hasPrefix("index-") || Self.isForsaken(other)) {
            try? FileManager.default.removeItem(at: folder.state.appending(path: other))
        }
    }

    /// A draft of a build that no longer runs: `draft-PID...`.
    private static func isForsaken(_ name: String) -> Bool {
        guard name.hasPrefix("draft-"), let process = pid_t(name.dropFirst(6).prefix { $0.isNumber }) else { return false }
        return process == getpid() || kill(process, 0) != 0 && errno == ESRCH
    }

    static func mixed(_ a: Fingerprint, _ b: Fingerprint) -> Fingerprint { Fingerprint(a.bytes + b.bytes) }

    private func makeFolder(_ url: URL) throws(BaseError) {
        do { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) } catch {
            throw .unwritable(path: url.lastPathComponent, reason: error.localizedDescription)
        }
    }
}
