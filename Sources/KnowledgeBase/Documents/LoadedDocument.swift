import LegalText
import Synchronization

/// A document at hand, with where its provisions and norms are found; the tables are made when they are first asked for.
final class LoadedDocument: Sendable {
    let analyzed: AnalyzedDocument
    private let made = Mutex<Tables?>(nil)
    private let shown = Mutex<DocumentDigest?>(nil)

    private struct Tables {
        var wIds: [String: Int] = [:]
        /// The source's own identifiers. An eId is none: what is third today was another clause yesterday.
        var others: [String: Int] = [:]
        var norms: Groups
    }

    init(_ analyzed: AnalyzedDocument) { self.analyzed = analyzed }

    /// The provision with this wId, and where no wId fits with this identifier of the source's own.
    func provision(_ name: String) -> Int? { tables { $0.wIds[name] ?? $0.others[name] } }

    /// The norms of a provision, in the order of the text, but for those that a person rejected.
    func norms(of provision: Int) -> [Int] { tables { Array($0.norms[provision]) }.filter { analyzed.norms[$0].status != .rejected } }

    var digest: DocumentDigest {
        shown.withLock { known in
            if let known { return known }
            let digest = DocumentDigest(analyzed)
            known = digest
            return digest
        }
    }

    private func tables<Result: Sendable>(_ use: (Tables) -> Result) -> Result {
        made.withLock { known in
            if let known { return use(known) }
            let provisions = analyzed.document.provisions
            var tables = Tables(norms: Groups(analyzed.norms.lazy.map(\.clause), count: provisions.count))
            for (number, provision) in provisions.enumerated() {
                if !provision.wId.isEmpty { tables.wIds[provision.wId] = number }
                for name in provision.aliases where !name.isEmpty && tables.others[name] == nil { tables.others[name] = number }
            }
            known = tables
            return use(tables)
        }
    }
}

/// Items grouped by a small number, in two flat arrays.
package struct Groups: Sendable {
    private var starts: [Int]
    private var items: [Int]

    package init(_ keys: some Collection<Int>, count: Int) {
        starts = Array(repeating: 0, count: count + 2)
        for key in keys where key >= 0 && key < count { starts[key + 2] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        items = Array(repeating: 0, count: starts[count + 1])
        for (item, key) in keys.enumerated() where key >= 0 && key < count {
            items[starts[key + 1]] = item
            starts[key + 1] += 1
        }
    }

    package subscript(key: Int) -> ArraySlice<Int> {
        key >= 0 && key + 1 < starts.count ? items[starts[key]..<starts[key + 1]] : []
    }
}
