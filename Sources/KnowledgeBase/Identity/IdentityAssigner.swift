package import LegalText

/// Gives each provision of a document its wId: the one its text had before, or a new one.
package enum IdentityAssigner {
    /// Fills in `wId` throughout `document` and returns the document's new ledger entries, in natural order.
    ///
    /// A provision whose text is as before, or much as before, keeps its identifier wherever it stands now. A new one takes its
    /// number, or the next free number, or a number between its neighbours' (`para_6A`). An identifier whose text is nowhere
    /// is gone; it comes back only with the very text it had.
    package static func assign(_ document: inout Document, ledger entries: [Ledger.Entry]) -> [Ledger.Entry] {
        let contents = TextPrint.of(document)
        let fingerprints = contents.map { Fingerprint($0) }
        let alignment = IdentityAlignment(document: document, contents: contents, fingerprints: fingerprints, entries: entries)
        var naming = IdentityNaming(document: document, used: entries.map(\.wId))
        for index in document.provisions.indices { naming.keep(alignment.kept[index].map { entries[$0].wId }, at: index) }
        naming.nameTheRest(isFirstReading: entries.isEmpty)

        var next = entries
        for index in next.indices where !alignment.isTaken[index] { next[index].isGone = true }
        for index in document.provisions.indices {
            document.provisions[index].wId = naming.names[index]
            if let kept = alignment.kept[index] {
                next[kept].isGone = false
                if next[kept].fingerprint != fingerprints[index] {
                    next[kept].fingerprint = fingerprints[index]
                    next[kept].sketch = Sketch(of: contents[index])
                }
            } else {
                next.append(
                    Ledger.Entry(
                        wId: naming.names[index], fingerprint: fingerprints[index], sketch: Sketch(of: contents[index]), isGone: false))
            }
        }
        return NaturalOrder.sorted(next, by: \.wId)
    }
}
