import Foundation
import SearchIndex

/// Puts what a build made in its place, so that a reader sees the old or the new, whole.
extension BaseBuilder {
    func publish(_ ledger: Ledger) throws(BaseError) {
        let text = Data(LedgerFile.write(ledger).utf8)
        if FileManager.default.contents(atPath: folder.ledger.path) == text { return }
        try write(text, to: folder.ledger)
    }

    /// The index goes into a folder named for what is in it, beside the one in use; the base, which names it, is then put in place in one step.
    func publish(_ base: KnowledgeBase) throws(BaseError) {
        let content = StoredBase.bytes(of: base, indexName: "")
        let name = "index-" + Fingerprint(content).description
        let target = folder.state.appending(path: name)
        try makeFolder(folder.state)
        if !FileManager.default.fileExists(atPath: target.path) || isFull {
            let draft = folder.state.appending(path: "draft-\(ProcessInfo.processInfo.processIdentifier)")
            try? FileManager.default.removeItem(at: draft)
            do throws(IndexError) {
                let writer = try IndexWriter(directory: draft.path)
                for (number, analyzed) in base.documents.enumerated() {
                    try writer.replace(
                        document: analyzed.document.id, title: analyzed.document.title, records: base.searchRecords(of: number))
                }
                try writer.publish()
            } catch { throw .index(error) }
            try? FileManager.default.removeItem(at: target)
            do { try FileManager.default.moveItem(at: draft, to: target) } catch {
                throw .unwritable(path: ".concordat/" + name, reason: "\(error.localizedDescription)")
            }
        }
        try write(Data(StoredBase.bytes(of: base, indexName: name)), to: folder.state.appending(path: StoredBase.fileName))
        for other in (try? FileManager.default.contentsOfDirectory(atPath: folder.state.path)) ?? []
        where other != name && (other.hasPrefix("index-") || other.hasPrefix("draft-")) {
            try? FileManager.default.removeItem(at: folder.state.appending(path: other))
        }
    }

    private func makeFolder(_ url: URL) throws(BaseError) {
        do { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) } catch {
            throw .unwritable(path: url.lastPathComponent, reason: error.localizedDescription)
        }
    }

    private func write(_ data: Data, to url: URL) throws(BaseError) {
        do { try data.write(to: url, options: .atomic) } catch {
            throw .unwritable(path: url.lastPathComponent, reason: error.localizedDescription)
        }
    }
}
