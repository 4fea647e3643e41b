import KnowledgeBase
import LegalText

/// Whether something due was done, in words.
enum FulfilmentWords {
    /// "done on 12 March 2026 by A. Reviewer; evidence: minutes/2026-03.pdf"; nil where nobody recorded anything.
    static func describe(_ record: Review?) -> String? {
        guard let record else { return nil }
        var words = record.decision.rawValue
        if let on = record.on { words += ", recorded \(DateWords.describe(on))" }
        if let by = record.by { words += " by \(by)" }
        return words + (record.evidence.map { "; evidence: \($0)" } ?? "; no evidence given")
    }
}
