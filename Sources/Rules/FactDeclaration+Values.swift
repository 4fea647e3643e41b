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

/// The known name that is nearest to a misspelt one.
enum Nearest {
    static func name(to text: String, among names: some Sequence<String>) -> String? {
        let best = names.map { (distance(text, $0), $0) }.min { $0 < $1 }
        guard let best, best.0 <= max(2, text.count / 3) else { return nil }
        return best.1
    }

    private static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.unicodeScalars)
        let b = Array(b.unicodeScalars)
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let substitution = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
