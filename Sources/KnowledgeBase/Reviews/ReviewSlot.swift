import Calendar
import Norms
package import YAMLReading

extension Review {
    /// A part of a norm that a person may set, and its values as texts.
    package enum Slot: String, Sendable, CaseIterable {
        case modality, strength, bearers, counterparties, participants, action, conditions, exceptions, deadline, recurrence

        /// It has one value, or none.
        package var isOne: Bool {
            switch self {
            case .modality, .strength, .action, .deadline, .recurrence: true
            case .bearers, .counterparties, .participants, .conditions, .exceptions: false
            }
        }

        /// What is wrong with values for this slot; nil where they can be set.
        package func fault(in values: [String]) -> (expectation: FileError.Expectation, found: String)? {
            if isOne, values.count > 1 { return (.syntax("one value"), values.joined(separator: ", ")) }
            func first(_ expectation: FileError.Expectation, _ isRight: (String) -> Bool) -> (FileError.Expectation, String)? {
                values.first { !isRight($0) }.map { (expectation, $0) }
            }
            switch self {
            case .modality:
                return values.isEmpty
                    ? (.oneOf(Modality.allCases.map(\.rawValue)), "")
                    : first(.oneOf(Modality.allCases.map(\.rawValue))) { Modality(rawValue: $0) != nil }
            case .strength:
                return values.isEmpty
                    ? (.oneOf(Strength.allCases.map(\.rawValue)), "")
                    : first(.oneOf(Strength.allCases.map(\.rawValue))) { Strength(rawValue: $0) != nil }
            case .action: return values.first.map(\.isEmpty) ?? true ? (.text, "") : nil
            case .participants:
                return first(.syntax("a part and a name, such as \"leads: the Director\" (leads, attends, nominee, may attend)")) {
                    Participant(reviewed: $0) != nil
                }
            case .deadline:
                return first(.syntax("a time such as \"within 30 days of receipt\"")) { !TimeExpressions.deadlines(in: $0).isEmpty }
            case .recurrence:
                return first(.syntax("an interval such as \"every two years\"")) { !TimeExpressions.recurrences(in: $0).isEmpty }
            case .bearers, .counterparties, .conditions, .exceptions: return first(.text) { !$0.isEmpty }
            }
        }
    }
}

extension Participant {
    /// "leads: the Director"
    init?(reviewed text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
        guard parts.count == 2, !parts[1].isEmpty, let role = Role(rawValue: String(parts[0])) else { return nil }
        self.init(name: String(parts[1]), role: role)
    }

    var reviewed: String { "\(role.rawValue): \(name)" }
}
