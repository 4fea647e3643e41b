import KnowledgeBase
import LegalText

/// What `diff --json` answers.
struct DiffAnswer: Encodable {
    struct Side: Encodable { var citation: String, number: String, text: String }
    struct Word: Encodable { var change: String, text: String }
    struct NormChange: Encodable { var kind: String, old: String?, new: String?, message: String }
    struct Entry: Encodable {
        var change: String
        /// What may come on top of `change`.
        var renumbered: Bool
        var moved: Bool
        var old: Side?
        var new: Side?
        var words: [Word]
        var norms: [NormChange]
    }

    var version = 1
    var old: String
    var new: String
    var changes: [Entry]

    init(_ entries: [ExpressionDiff.Entry], old: Int, new: Int, of base: KnowledgeBase) {
        let (before, after) = (base.documents[old], base.documents[new])
        self.old = before.document.id
        self.new = after.document.id
        func side(_ analyzed: AnalyzedDocument, _ place: Int?) -> Side? {
            place.map {
                let provision = analyzed.document.provisions[$0]
                return Side(citation: analyzed.citation(of: $0).description, number: provision.number, text: provision.text)
            }
        }
        changes = entries.map { entry in
            Entry(
                change: entry.change.rawValue, renumbered: entry.isRenumbered, moved: entry.isMoved, old: side(before, entry.old),
                new: side(after, entry.new),
                words: (entry.words?.pieces ?? []).map(Self.word),
                norms: entry.norms.map {
                    NormChange(
                        kind: DiffWords.name($0.kind), old: $0.old.map { before.norms[$0].id }, new: $0.new.map { after.norms[$0].id },
                        message: DiffWords.describe($0, old: before, new: after))
                })
        }
    }

    private static func word(_ piece: WordDiff.Piece) -> Word {
        switch piece {
        case .kept(let text): Word(change: "kept", text: text)
        case .removed(let text): Word(change: "removed", text: text)
        case .added(let text): Word(change: "added", text: text)
        }
    }
}
