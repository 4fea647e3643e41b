/// The ledger as a file: one line an identifier, sorted, tabs between, so that git merges it and a person can read it.
///
///     # concordat ledger 1: document, identifier, live or gone, fingerprint and sketch of its text
///     harbour-policy<TAB>para_6A<TAB>live<TAB>9f0c...<TAB>07a1...
package enum LedgerFile {
    package static let name = "ledger.tsv"
    static let heading = Array("# concordat ledger 1: document, identifier, live or gone, fingerprint and sketch of its text\n".utf8)

    /// A line that is not as the program writes it, counted from 1.
    package struct Fault: Error, Hashable, Sendable {
        package enum Kind: Hashable, Sendable { case columns(Int), state, fingerprint, sketch, conflictMarker, repeated, notText }

        package var kind: Kind
        package var line: Int
    }

    /// The lines of a document.
    /// - Parameter entries: in natural order.
    static func lines(of document: String, _ entries: [Ledger.Entry]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.count * 128)
        let tab = UInt8(ascii: "\t")
        for entry in entries {
            bytes += document.utf8
            bytes.append(tab)
            bytes += entry.wId.utf8
            bytes += (entry.isGone ? "\tgone\t" : "\tlive\t").utf8
            entry.fingerprint.write(to: &bytes)
            bytes.append(tab)
            entry.sketch.write(to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// What one line says; nil for an empty line and for a remark.
    static func line(_ bytes: ArraySlice<UInt8>, number: Int) throws(Fault) -> (document: ArraySlice<UInt8>, entry: Ledger.Entry)? {
        let line = bytes.last == 0x0D ? bytes.dropLast() : bytes
        guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
        for marker in ["<<<<<<<", "=======", ">>>>>>>"] where line.starts(with: marker.utf8) {
            throw Fault(kind: .conflictMarker, line: number)
        }
        let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        guard columns.count == 5 else { throw Fault(kind: .columns(columns.count), line: number) }
        guard let wId = String(validating: columns[1], as: UTF8.self), String(validating: columns[0], as: UTF8.self) != nil else {
            throw Fault(kind: .notText, line: number)
        }
        let isGone = columns[2].elementsEqual("gone".utf8)
        guard isGone || columns[2].elementsEqual("live".utf8) else { throw Fault(kind: .state, line: number) }
        guard let fingerprint = Fingerprint(digits: columns[3]) else { throw Fault(kind: .fingerprint, line: number) }
        guard let sketch = Sketch(digits: columns[4]) else { throw Fault(kind: .sketch, line: number) }
        return (columns[0], Ledger.Entry(wId: wId, fingerprint: fingerprint, sketch: sketch, isGone: isGone))
    }
}
