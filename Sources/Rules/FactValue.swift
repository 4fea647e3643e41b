package import LegalText

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

extension PartialDate {
    /// Days since 1970-01-01; nil below day precision.
    package var dayNumber: Int? {
        guard let month, let day else { return nil }
        let year = month > 2 ? self.year : self.year - 1
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    package init(dayNumber: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}
