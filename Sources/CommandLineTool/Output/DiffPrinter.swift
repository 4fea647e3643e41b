import KnowledgeBase
import LegalText

/// The differences of two expressions for people: removed words in [-brackets-], added ones in {+braces+}.
struct DiffPrinter {
    var style: Style
    private var width: Int { Console.current.facts.width }

    init(style: Style) { self.style = style }

    func print(_ entries: [ExpressionDiff.Entry], old: Int, new: Int, of base: KnowledgeBase) throws {
        let console = Console.current
        let (before, after) = (base.documents[old], base.documents[new])
        try console.print("\(before.document.id) -> \(after.document.id)")
        for entry in entries {
            try console.print()
            try console.print(style.citation(heading(entry, before, after)))
            if let words = entry.words {
                try console.print(Paragraph.wrap(marked(words), indent: "  ", width: width))
            } else if let place = entry.new ?? entry.old {
                let text = (entry.new == nil ? before : after).document.provisions[place].text
                try console.print(Paragraph.wrap(Paragraph.harmless(text), indent: "  ", width: width))
            }
            for change in entry.norms {
                let words = Paragraph.harmless(DiffWords.describe(change, old: before, new: after))
                try console.print(Paragraph.wrap(words, indent: "      ", first: "    norm: ", width: width))
            }
        }
        try console.print(entries.isEmpty ? "Nothing changed." : "\n\(summary(entries)).")
    }

    private func heading(_ entry: ExpressionDiff.Entry, _ before: AnalyzedDocument, _ after: AnalyzedDocument) -> String {
        let citation = entry.new.map { after.citation(of: $0) } ?? before.citation(of: entry.old)
        let numbers = (entry.old.map { before.document.provisions[$0].number }, entry.new.map { after.document.provisions[$0].number })
        var words = entry.change.rawValue
        if let from = numbers.0, let to = numbers.1, from != to, !from.isEmpty, !to.isEmpty { words += " (\(from) became \(to))" }
        return "\(citation)  \(words)"
    }

    private func marked(_ words: WordDiff) -> String {
        words.pieces.map { piece in
            let text = Paragraph.harmless(piece.text)
            let space = text.hasSuffix(" ") ? " " : ""
            let core = space.isEmpty ? text : String(text.dropLast())
            switch piece {
            case .kept: return text
            case .removed: return style.warning("[-\(core)-]") + space
            case .added: return style.mark("{+\(core)+}") + space
            }
        }.joined()
    }

    private func summary(_ entries: [ExpressionDiff.Entry]) -> String {
        let kinds: [ExpressionDiff.Entry.Change] = [.changed, .added, .removed, .renumbered, .moved]
        return kinds.compactMap { kind in
            let count = entries.count { $0.change == kind }
            return count == 0 ? nil : "\(count) \(kind.rawValue)"
        }.joined(separator: ", ")
    }
}
