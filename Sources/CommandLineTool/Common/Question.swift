import KnowledgeBase
import LegalText
import Norms
import Rules
import YAMLReading

/// A question of the user's own, with the answer it must have. A file of them is a list:
///
///     - ask: Who may not be given access?
///       search: access not a member
///       expect: membership-policy#para_6          # the first hit; `within: 3` allows it among the first three
///     - facts: { provider.member: no, access.given: yes }
///       expect: violation
///       clause: membership-policy#para_6          # the clause that decides
///     - norms: membership-policy#para_6
///       expect: prohibition                       # a modality that the clause states
///     - due: care-learning-alliance
///       as-of: 2025-01-01
///       expect: 2026-05                           # a date among what falls due from then on; or unscheduled, contingent
///     - status: hosting-agreement
///       as-of: 2026-06-01
///       expect: in-force                          # how the document stands on that day
struct Question {
    enum Kind {
        case search(query: String, expect: [String], within: Int)
        case facts(YAMLValue, expect: Evaluation.Verdict, clause: String?)
        case norms(citation: String, expect: Modality)
        /// `expect` is a date as it is written, or a kind of what has none.
        case due(citation: String, asOf: PartialDate, expect: String)
        case status(document: String, asOf: PartialDate, expect: DocumentTimes.Standing)
    }

    var kind: Kind
    /// What is asked, for a message.
    var words: String
    var place: FilePlace

    static func read(_ text: String, file: String) throws(FileError) -> [Question] {
        var questions: [Question] = []
        for value in try YAMLValue.root(of: text, file: file)?.list() ?? [] { questions.append(try question(value)) }
        return questions
    }

    private static func question(_ value: YAMLValue) throws(FileError) -> Question {
        let fields = try value.fields(["ask", "search", "facts", "norms", "due", "status", "expect", "clause", "within", "as-of"])
        guard let expect = fields["expect"] else { throw value.error(.missingKey("expect")) }
        let kind: Kind
        let words: String
        if let query = fields["search"] {
            let within = try fields["within"]?.wholeNumber() ?? 1
            words = try query.text()
            kind = .search(query: words, expect: try expect.texts(), within: max(1, within))
        } else if let facts = fields["facts"] {
            guard let verdict = Evaluation.Verdict(rawValue: try expect.text()) else {
                throw expect.mismatch(.oneOf(["compliant", "violation", "unknown"]))
            }
            words = "facts of line \(facts.place.line)"
            kind = .facts(facts, expect: verdict, clause: try fields["clause"]?.text())
        } else if let clause = fields["norms"] {
            words = "norms of " + (try clause.text())
            kind = .norms(citation: try clause.text(), expect: try expect.choice(Modality.self))
        } else if let clause = fields["due"] {
            guard let asOf = fields["as-of"] else { throw value.error(.missingKey("as-of")) }
            words = "what " + (try clause.text()) + " makes due"
            let isKind = [DueItem.Kind.unscheduled, .contingent].contains { $0.rawValue == (try? expect.text()) }
            kind = .due(
                citation: try clause.text(), asOf: try asOf.date(), expect: isKind ? try expect.text() : try expect.date().description)
        } else if let document = fields["status"] {
            guard let asOf = fields["as-of"] else { throw value.error(.missingKey("as-of")) }
            words = "how " + (try document.text()) + " stands"
            kind = .status(
                document: try document.text(), asOf: try asOf.date(), expect: try expect.choice(DocumentTimes.Standing.self))
        } else {
            throw value.error(.missingKey("search"))
        }
        return Question(kind: kind, words: try fields["ask"]?.text() ?? words, place: value.place)
    }
}
