import LegalText
import Norms

/// Pairs the norms of a clause before and after an edit, and names what changed in each.
enum NormComparison {
    static func changes(
        _ before: [Int], of old: AnalyzedDocument, _ after: [Int], of new: AnalyzedDocument
    ) -> [ExpressionDiff.NormChange] {
        var changes: [ExpressionDiff.NormChange] = []
        var rest = before
        for n in after {
            let norm = new.norms[n]
            guard let place = rest.indices.max(by: { likeness(old.norms[rest[$0]], norm) < likeness(old.norms[rest[$1]], norm) }),
                likeness(old.norms[rest[place]], norm) >= 0.3
            else {
                changes.append(ExpressionDiff.NormChange(kind: .added, new: n))
                continue
            }
            let o = rest.remove(at: place)
            changes += kinds(old.norms[o], norm).map { ExpressionDiff.NormChange(kind: $0, old: o, new: n) }
        }
        return changes + rest.map { ExpressionDiff.NormChange(kind: .removed, old: $0) }
    }

    private static func likeness(_ a: Norm, _ b: Norm) -> Double {
        let (x, y) = (Set(WordDiff.words(a.action.text + " ")), Set(WordDiff.words(b.action.text + " ")))
        let words = x.isEmpty && y.isEmpty ? 1 : 2 * Double(x.intersection(y).count) / Double(x.count + y.count)
        return words + (a.bearers == b.bearers ? 0.2 : 0) + (a.modality == b.modality ? 0.1 : 0)
    }

    private static func kinds(_ a: Norm, _ b: Norm) -> [ExpressionDiff.NormChange.Kind] {
        var kinds: [ExpressionDiff.NormChange.Kind] = []
        if a.modality != b.modality { kinds.append(.modality(from: a.modality, to: b.modality)) }
        if a.strength != b.strength { kinds.append(.strength(from: a.strength, to: b.strength)) }
        if a.bearers != b.bearers { kinds.append(.bearers(from: a.bearers, to: b.bearers)) }
        if a.deadline?.text != b.deadline?.text { kinds.append(.deadline(from: a.deadline?.text, to: b.deadline?.text)) }
        if a.recurrence?.text != b.recurrence?.text { kinds.append(.recurrence(from: a.recurrence?.text, to: b.recurrence?.text)) }
        let (before, after) = (a.conditions.map(\.text), b.conditions.map(\.text))
        if before != after { kinds.append(.conditions(from: before, to: after)) }
        let (except, exceptNow) = (a.exceptions.map(\.text), b.exceptions.map(\.text))
        if except != exceptNow { kinds.append(.exceptions(from: except, to: exceptNow)) }
        if a.action.text != b.action.text { kinds.append(.action(from: a.action.text, to: b.action.text)) }
        return kinds
    }
}
