import Calendar
import KnowledgeBase
import LegalText
import Norms

/// Norms in words that read well aloud.
enum NormWords {
    /// "prohibition, binding: Uni Connect Partnership"
    static func head(_ norm: Norm) -> String {
        let kind = "\(name(norm.modality)), \(norm.strength.rawValue)"
        let bearers = list(norm.bearers)
        return bearers.isEmpty ? kind : "\(kind): \(bearers)\(norm.bearerIsImplied ? " (implied)" : "")"
    }

    static func name(_ modality: Modality) -> String { modality == .noRight ? "no right" : modality.rawValue }

    /// The action and what hangs on it, one line each: label and words.
    static func details(_ norm: Norm) -> [(label: String, words: String)] {
        var lines = [("to", norm.action.text)]
        if norm.modality == .prohibition { lines[0].0 = "not to" }
        if !norm.counterparties.isEmpty { lines.append(("toward", list(norm.counterparties))) }
        for slot in norm.conditions { lines.append(("condition", slot.text)) }
        for slot in norm.exceptions { lines.append(("exception", slot.text)) }
        if let deadline = norm.deadline { lines.append(("deadline", deadline.text)) }
        if let recurrence = norm.recurrence { lines.append(("how often", recurrence.text)) }
        return lines + attendance(norm.participants)
    }

    /// Who leads, attends, may send a nominee, may attend: one line each.
    static func attendance(_ participants: [Participant]) -> [(label: String, words: String)] {
        [(Participant.Role.leads, "leads"), (.attends, "attends"), (.nominee, "or nominee"), (.mayAttend, "may attend")].compactMap {
            role, label in
            let names = participants.filter { $0.role == role }.map(\.name)
            return names.isEmpty ? nil : (label, list(names))
        }
    }

    /// "A", "A and B", "A, B and C"
    static func list(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    /// The head and the details, laid out below a citation.
    static func lines(_ norm: Norm, indent: String, style: Style, width: Int) -> [String] {
        [indent + style.strong(Paragraph.harmless(head(norm)))]
            + details(norm).map {
                Paragraph.wrap(Paragraph.harmless($0.words), indent: indent + "    ", first: "\(indent)  \($0.label): ", width: width)
            }
    }
}
