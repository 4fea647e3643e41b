import LegalText
import YAMLReading

extension FactDeclaration {
    /// The value that a word stands for under this declaration; nil when it is none.
    func value(of text: String) -> FactValue? {
        switch kind {
        case .yesNo:
            switch text.lowercased() {
            case "yes", "true": .yesNo(true)
            case "no", "false": .yesNo(false)
            default: nil
            }
        case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil }
        case .date: PartialDate(text)?.dayNumber.map(FactValue.day)
        case .text: .text(text)
        case .choice(let values): values.contains(text) ? .text(text) : nil
        }
    }

    /// True when `text` is one of the choices, so that it is read as a value even where a fact has the same name.
    func allows(_ text: String) -> Bool {
        if case .choice(let values) = kind { values.contains(text) } else { false }
    }

    var expectation: FileError.Expectation {
        switch kind {
        case .yesNo: .yesOrNo
        case .number: .number
        case .date: .date
        case .text: .text
        case .choice(let values): .oneOf(values)
        }
    }
}
