package import Norms
import YAMLReading

/// A rule drafted from an accepted norm, as YAML for a person to finish: the conditions over facts are theirs to write.
package enum RuleDraft {
    package static func yaml(for norm: Norm, citation: String, quote: String) -> String {
        func quoted(_ text: String) -> String { YAMLText.quoted(text) }
        let id = norm.id.isEmpty ? "draft" : String(norm.id.map { $0.isLetter || $0.isNumber ? $0 : "-" })
        var lines = [
            "  - id: \(id)",
            "    clause: \(quoted(citation))",
            "    quote: \(quoted(quote))",
            "    modality: \(norm.modality.rawValue)",
            "    bearer: \(quoted(norm.bearers.joined(separator: " and ")))",
        ]
        if !norm.counterparties.isEmpty { lines.append("    counterparty: \(quoted(norm.counterparties.joined(separator: " and ")))") }
        lines.append("    action: \(quoted(norm.action.text))")
        for condition in norm.conditions { lines.append("    # when: the facts that say \(quoted(condition.text))") }
        for exception in norm.exceptions { lines.append("    # unless: the facts that say \(quoted(exception.text))") }
        if norm.modality == .obligation || norm.modality == .prohibition {
            lines.append("    # act: the facts that say it was done")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
