/// The ledger as a file: one line an identifier, sorted, tabs between, so that git merges it and a person can read it.
///
///     # concordat ledger 1: document, identifier, live or gone, fingerprint and sketch of its text
///     harbour-policy<TAB>para_6A<TAB>live<TAB>9f0c...<TAB>07a1...
package enum LedgerFile {
    package static let name = "ledger.tsv"
    private static let heading = "# concordat ledger 1: document, identifier, live or gone, fingerprint and sketch of its text"

    /// A line that is not as the program writes it, counted from 1.
    package struct Fault: Error, Hashable, Sendable {
        package enum Kind: Hashable, Sendable { case columns(Int), state, fingerprint, sketch, conflictMarker, repeated, notText }

        package var kind: Kind
        package var line: Int
    }

    package static func write(_ ledger: Ledger) -> String {
        var text = heading + "\n"
        for document in ledger.documents.keys.sorted() {
            for entry in NaturalOrder.sorted(ledger.documents[document] ?? [], by: \.wId) {
                text +=
                    "\(document)\t\(entry.wId)\t\(entry.isGone ? "gone" : "live")\t\(entry.fingerprint.description)\t\(entry.sketch.text)\n"
            }
        }
        return text
    }

    package static func read(_ bytes: [UInt8]) throws(Fault) -> Ledger {
        var ledger = Ledger()
        var seen: Set<String> = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            func fault(_ kind: Fault.Kind) -> Fault { Fault(kind: kind, line: index + 1) }
            guard let line = String(validating: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self) else { throw fault(.notText) }
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("<<<<<<<") || line.hasPrefix("=======") || line.hasPrefix(">>>>>>>") { throw fault(.conflictMarker) }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count == 5 else { throw fault(.columns(columns.count)) }
            guard columns[2] == "live" || columns[2] == "gone" else { throw fault(.state) }
            guard let fingerprint = Fingerprint(columns[3]) else { throw fault(.fingerprint) }
            guard let sketch = Sketch(columns[4]) else { throw fault(.sketch) }
            guard seen.insert(columns[0] + "#" + columns[1]).inserted else { throw fault(.repeated) }
            ledger.documents[String(columns[0]), default: []].append(
                Ledger.Entry(wId: String(columns[1]), fingerprint: fingerprint, sketch: sketch, isGone: columns[2] == "gone"))
        }
        ledger.documents = ledger.documents.mapValues { NaturalOrder.sorted($0, by: \.wId) }
        return ledger
    }
}
