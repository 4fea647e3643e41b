import Foundation
import KnowledgeBase
import LegalText
import SearchIndex

/// A knowledge base as a verb finds it: its folder, and what the last build left there.
struct OpenedBase {
    let folder: BaseFolder
    let stored: StoredBase

    /// - Throws: `Problem` with what to do, where there is no base, or none that was built.
    init(_ options: CommonOptions) throws {
        folder = try Self.folder(options)
        do throws(StorageFault) {
            stored = try StoredBase(state: folder.state)
        } catch {
            throw Problem(error == .corrupt ? .integrity : .usage, ErrorWords.describe(error))
        }
        if !options.quiet, Freshness.isStale(folder, stored) {
            options.note("Note: corpus/ has changed since the last build; run `concordat build` to take it in.")
        }
    }

    static func folder(_ options: CommonOptions) throws -> BaseFolder {
        if let base = options.base {
            let folder = BaseFolder(root: URL(filePath: base, relativeTo: Console.current.facts.folder))
            guard folder.exists else {
                throw Problem(
                    .usage, "--base \(base): holds no corpus/ folder. Give the folder above corpus/, or make one: concordat init \(base)")
            }
            return folder
        }
        guard let folder = BaseFolder.find(from: Console.current.facts.folder) else {
            throw Problem(
                .usage,
                "No knowledge base here: neither this folder nor one above it holds corpus/. Go to one, give --base DIR, or make one: concordat init DIR"
            )
        }
        return folder
    }

    func load() throws -> KnowledgeBase {
        do throws(StorageFault) { return try stored.load() } catch { throw Problem(.integrity, ErrorWords.describe(error)) }
    }

    func document(_ id: String) throws -> AnalyzedDocument? {
        do throws(StorageFault) { return try stored.document(id: id) } catch { throw Problem(.integrity, ErrorWords.describe(error)) }
    }

    func index() throws -> IndexReader {
        do throws(IndexError) {
            return try IndexReader(directory: folder.state.appending(path: stored.indexName).path)
        } catch {
            throw Problem(ErrorWords.isDamage(error) ? .integrity : .usage, ErrorWords.describe(error))
        }
    }
}

/// Whether the corpus has changed since the base was built, told from the files' times alone.
enum Freshness {
    static func isStale(_ folder: BaseFolder, _ stored: StoredBase) -> Bool {
        guard let built = changed(folder.state.appending(path: StoredBase.fileName).path) else { return false }
        let corpus = folder.corpus.path
        // New and removed files show in their folder's time, which the ledger's own writing does not pass: it comes before the base.
        var folders: Set<String> = [""]
        for line in stored.lines {
            if let cut = line.source.lastIndex(of: "/") { folders.insert(String(line.source[..<cut])) }
            guard let time = changed("\(corpus)/\(line.source)"), time <= built else { return true }
        }
        return (folders.map { "\(corpus)/\($0)" } + [folder.register.path]).contains { changed($0).map { $0 > built } ?? false }
    }

    /// Nanoseconds; nil where there is no such file.
    private static func changed(_ path: String) -> Int? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return facts.st_mtim.tv_sec * 1_000_000_000 + facts.st_mtim.tv_nsec
    }
}
