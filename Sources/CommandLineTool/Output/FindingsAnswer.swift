import KnowledgeBase
import LegalText

/// What `lint`, `coverage` and `conflicts` answer (DESIGN.md section 6).
struct FindingsAnswer: Encodable {
    struct Item: Encodable {
        var kind: String
        var citation: String
        var line: Int
        var message: String
        var quotes: [String]
    }

    var version = 1
    var findings: [Item]
}

extension FindingsAnswer.Item {
    init(_ finding: Finding, of base: KnowledgeBase) {
        kind = finding.kind.rawValue
        citation =
            finding.place.map { base.citation(of: $0).description } ?? finding.document.map { base.documents[$0].document.id }
            ?? (finding.isOfReviews ? finding.subject : "register.yaml")
        line = finding.line
        message = FindingWords.describe(finding)
        quotes = finding.quote.isEmpty ? [] : [finding.quote]
    }
}

extension Finding {
    /// It stands in `corpus/reviews.yaml`.
    var isOfReviews: Bool { kind == .staleReview || kind == .missingEvidence }
}
