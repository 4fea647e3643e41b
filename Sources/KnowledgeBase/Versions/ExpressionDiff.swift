import LegalText
package import Norms

/// What changed between two expressions of a work, clause by clause and norm by norm.
package struct ExpressionDiff: Sendable {
    /// One clause, in the order of the new text; a removed one stands where it stood.
    package struct Entry: Sendable {
        package enum Change: String, Sendable { case kept, changed, added, removed, renumbered, moved }

        package var change: Change
        /// Indices into the provisions of the old and the new document; nil where it is not there.
        package var old: Int?
        package var new: Int?
        /// The text word by word; nil where it is the same.
        package var words: WordDiff?
        package var norms: [NormChange]
        /// It bears another number, or stands elsewhere among its fellows, whatever else happened to it.
        package var isRenumbered = false
        package var isMoved = false
    }

    package struct NormChange: Sendable {
        package enum Kind: Sendable, Hashable {
            case added, removed
            case modality(from: Modality, to: Modality)
            case strength(from: Strength, to: Strength)
            case bearers(from: [String], to: [String])
            case action(from: String, to: String)
            case deadline(from: String?, to: String?)
            case recurrence(from: String?, to: String?)
            case conditions(from: [String], to: [String])
            case exceptions(from: [String], to: [String])
        }

        package var kind: Kind
        /// Indices into the norms of the old and the new document.
        package var old: Int?
        package var new: Int?
    }

    package let entries: [Entry]

    package init(from old: AnalyzedDocument, to new: AnalyzedDocument) {
        let pairs = ClauseAlignment.align(old.document.provisions, new.document.provisions)
        let normsBefore = Dictionary(grouping: old.norms.indices) { old.norms[$0].clause }
        let normsAfter = Dictionary(grouping: new.norms.indices) { new.norms[$0].clause }
        entries = pairs.map { pair in
            let before = pair.old.map { old.document.provisions[$0] }
            let after = pair.new.map { new.document.provisions[$0] }
            let norms = NormComparison.changes(
                pair.old.flatMap { normsBefore[$0] } ?? [], of: old, pair.new.flatMap { normsAfter[$0] } ?? [], of: new)
            guard let before, let after else {
                return Entry(change: before == nil ? .added : .removed, old: pair.old, new: pair.new, words: nil, norms: norms)
            }
            let sameWords = before.text == after.text && before.heading == after.heading
            let change: Entry.Change =
                !sameWords ? .changed : pair.isMoved ? .moved : before.number != after.number ? .renumbered : .kept
            let words = before.text == after.text ? nil : WordDiff(from: before.text, to: after.text)
            return Entry(
                change: change, old: pair.old, new: pair.new, words: words, norms: norms, isRenumbered: before.number != after.number,
                isMoved: pair.isMoved)
        }
    }
}
