import Calendar
import LegalText
package import Norms

/// Norms as texts by slot, and texts laid over norms.
extension Norm {
    /// The values of a slot as a review writes them.
    package func values(of slot: Review.Slot) -> [String] {
        switch slot {
        case .modality: [modality.rawValue]
        case .strength: [strength.rawValue]
        case .bearers: bearers
        case .counterparties: counterparties
        case .participants: participants.map(\.reviewed)
        case .action: [action.text]
        case .conditions: conditions.map(\.text)
        case .exceptions: exceptions.map(\.text)
        case .deadline: [deadline?.text].compactMap { $0 }
        case .recurrence: [recurrence?.text].compactMap { $0 }
        }
    }

    /// All slots that hold something.
    package var values: [Review.Slot: [String]] {
        Review.Slot.allCases.reduce(into: [:]) { all, slot in
            let texts = values(of: slot)
            if !texts.isEmpty { all[slot] = texts }
        }
    }

    /// Where it differs from what the machine had read: the machine's values, slot by slot.
    package func corrections(of machine: Norm) -> [[String]] {
        Review.Slot.allCases.filter { values(of: $0) != machine.values(of: $0) }.map { machine.values(of: $0) }
    }

    /// The norm with a person's decision laid over it.
    /// - Parameter text: of its clause.
    func applying(_ review: Review, text: String) -> Norm {
        var norm = self
        norm.confidence = 1
        switch review.decision {
        case .accepted: norm.status = .accepted
        case .rejected: norm.status = .rejected
        default: norm.status = .corrected
        }
        guard review.decision != .rejected else { return norm }
        // What was accepted, or left as it was while another slot was set, is what the person saw.
        for slot in Review.Slot.allCases {
            if let values = review.set[slot] ?? review.machine[slot] { norm.set(slot, to: values, in: text) }
        }
        return norm
    }

    /// Sets a slot. A text that stands in the clause gets its range; another has an empty one.
    private mutating func set(_ slot: Review.Slot, to values: [String], in text: String) {
        guard values != self.values(of: slot) else { return }
        func filled(_ words: String) -> Slot { Slot(text: words, range: Self.range(of: words, in: text)) }
        switch slot {
        case .modality: modality = values.first.flatMap(Modality.init) ?? modality
        case .strength: strength = values.first.flatMap(Strength.init) ?? strength
        case .bearers:
            bearers = values
            bearerIsImplied = false
        case .counterparties: counterparties = values
        case .participants: participants = values.compactMap(Participant.init(reviewed:))
        case .action: action = values.first.map(filled) ?? action
        case .conditions: conditions = values.map(filled)
        case .exceptions: exceptions = values.map(filled)
        case .deadline:
            deadline = values.first.flatMap { TimeExpressions.deadlines(in: $0).first }
            deadline?.text = values.first ?? ""
            deadline?.range = Self.range(of: values.first ?? "", in: text)
        case .recurrence:
            recurrence = values.first.flatMap { TimeExpressions.recurrences(in: $0).first }
            recurrence?.text = values.first ?? ""
            recurrence?.range = Self.range(of: values.first ?? "", in: text)
        }
    }

    private static func range(of words: String, in text: String) -> TextRange {
        guard !words.isEmpty, let found = text.range(of: words) else { return TextRange(0, 0) }
        let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
        return TextRange(start, start + words.utf8.count)
    }
}
