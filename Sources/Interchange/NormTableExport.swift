package import KnowledgeBase
import Norms

/// Norms as CSV (RFC 4180, CRLF): a row a norm, lists joined by "; ".
package enum NormTableExport {
    static func write(_ base: KnowledgeBase, _ documents: [Int], to sink: Export.Sink) throws {
        let places = documents.flatMap { document in
            base.documents[document].norms.indices.map { NormPlace(document: document, norm: $0) }
        }
        // What a reviewer rejected is no norm.
        try write(base, places.filter { base.norm(at: $0).status != .rejected }, to: sink)
    }

    /// The rows of some norms, for `norms --csv` too.
    package static func write(_ base: KnowledgeBase, _ places: [NormPlace], to sink: Export.Sink) throws {
        try sink(row(columns))
        for place in places {
            let norm = base.norm(at: place)
            let clause = base.documents[place.document].document.provisions[norm.clause]
            try sink(row(values(norm, citation: base.citation(of: place).description, quote: String(clause.text[norm.quote]))))
        }
    }

    private static let columns = [
        "id", "citation", "modality", "strength", "bearers", "counterparties", "participants", "action", "conditions", "exceptions",
        "deadline", "recurrence", "rrule", "cue", "confidence", "status", "quote",
    ]

    private static func values(_ norm: Norm, citation: String, quote: String) -> [String] {
        func list(_ texts: [String]) -> String { texts.joined(separator: "; ") }
        return [
            norm.id, citation, norm.modality.rawValue, norm.strength.rawValue, list(norm.bearers), list(norm.counterparties),
            list(norm.participants.map { "\($0.name) (\($0.role.rawValue))" }), norm.action.text, list(norm.conditions.map(\.text)),
            list(norm.exceptions.map(\.text)), norm.deadline?.text ?? "", norm.recurrence?.text ?? "", norm.recurrence?.rrule ?? "",
            norm.cue, "\((norm.confidence * 100).rounded() / 100)", norm.status.rawValue, quote,
        ]
    }

    private static func row(_ values: [String]) -> String { values.map(field).joined(separator: ",") + "\r\n" }

    /// Quoted where it must be. A field that a spreadsheet would run as a formula is led by an apostrophe.
    private static func field(_ value: String) -> String {
        let formula = value.first.map { "=+-@\t\r".contains($0) } ?? false
        let value = formula ? "'" + value : value
        guard value.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return value }
        return "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}
