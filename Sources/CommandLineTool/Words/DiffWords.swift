import KnowledgeBase
import Norms

/// What changed in a norm, in words.
enum DiffWords {
    static func describe(_ change: ExpressionDiff.NormChange, old: AnalyzedDocument, new: AnalyzedDocument) -> String {
        func words(_ text: String?) -> String { text.map { "“\($0)”" } ?? "none" }
        func words(_ list: [String]) -> String { list.isEmpty ? "none" : list.map { "“\($0)”" }.joined(separator: ", ") }
        switch change.kind {
        case .added: return "new: " + (change.new.map { summary(new.norms[$0]) } ?? "")
        case .removed: return "gone: " + (change.old.map { summary(old.norms[$0]) } ?? "")
        case .modality(let from, let to): return "\(article(from)) became \(article(to))"
        case .strength(let from, let to): return "\(from.rawValue) became \(to.rawValue)"
        case .bearers(let from, let to): return "who is bound: \(words(from)) became \(words(to))"
        case .action(let from, let to): return "what is to be done: \(words(from)) became \(words(to))"
        case .deadline(let from, let to): return "deadline: \(words(from)) became \(words(to))"
        case .recurrence(let from, let to): return "how often: \(words(from)) became \(words(to))"
        case .conditions(let from, let to): return "conditions: \(words(from)) became \(words(to))"
        case .exceptions(let from, let to): return "exceptions: \(words(from)) became \(words(to))"
        }
    }

    /// A word for the kind of change, for JSON.
    static func name(_ kind: ExpressionDiff.NormChange.Kind) -> String {
        switch kind {
        case .added: "added"
        case .removed: "removed"
        case .modality: "modality"
        case .strength: "strength"
        case .bearers: "bearers"
        case .action: "action"
        case .deadline: "deadline"
        case .recurrence: "recurrence"
        case .conditions: "conditions"
        case .exceptions: "exceptions"
        }
    }

    private static func article(_ modality: Modality) -> String {
        let name = NormWords.name(modality)
        return (modality == .obligation || modality == .exemption ? "an " : "a ") + name
    }

    private static func summary(_ norm: Norm) -> String { NormWords.head(norm) + ", " + norm.action.text }
}
