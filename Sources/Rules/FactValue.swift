/// What is the case, as a facts file states it: values by dotted name (`provider.member`). A name that is absent is not known.
package struct Facts: Sendable, Equatable {
    package var values: [String: FactValue]

    package init(_ values: [String: FactValue] = [:]) { self.values = values }
}

package enum FactValue: Hashable, Sendable {
    case yesNo(Bool)
    case number(Double)
    /// A day, counted from 1970-01-01 in the proleptic Gregorian calendar.
    case day(Int)
    case text(String)
}

/// The type of a fact, its question for people, and, for a choice, its possible values.
package struct FactDeclaration: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case yesNo, number, date, text
        case choice([String])
    }

    package var name: String
    package var kind: Kind
    /// "Does the provider hold a membership?"; empty when the file gives none.
    package var question: String

    package init(name: String, kind: Kind, question: String = "") {
        self.name = name
        self.kind = kind
        self.question = question
    }
}
