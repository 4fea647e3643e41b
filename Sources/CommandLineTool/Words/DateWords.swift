import KnowledgeBase
import LegalText

/// Dates in words, never more precise than the text.
enum DateWords {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    /// "April 2005", "1 April 2005", "2005"
    static func describe(_ date: PartialDate) -> String {
        guard let month = date.month, (1...12).contains(month) else { return String(date.year) }
        let words = "\(months[month - 1]) \(date.year)"
        return date.day.map { "\($0) \(words)" } ?? words
    }

    /// "3 years"
    static func describe(_ period: Period) -> String {
        let count = abs(period.count)
        let unit = period.unit == .businessDay ? "business day" : period.unit.rawValue
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }

    /// "April 2002 + 2 × 3 years = April 2008"
    static func describe(_ arithmetic: DueItem.Arithmetic, result: PartialDate?) -> String {
        let sign = arithmetic.period.count < 0 ? "−" : "+"
        let times = arithmetic.count == 1 ? "" : "\(arithmetic.count) × "
        let offset = arithmetic.offset.map { " \($0.count < 0 ? "−" : "+") \(describe($0))" } ?? ""
        let sum = "\(describe(arithmetic.base)) \(sign) \(times)\(describe(arithmetic.period))\(offset)"
        return result.map { "\(sum) = \(describe($0))" } ?? sum
    }

    static func describe(_ standing: DocumentTimes.Standing) -> String {
        switch standing {
        case .notYet: "not yet in force"
        case .inForce: "in force"
        case .lapsed: "lapsed"
        case .superseded: "superseded"
        case .unknown: "no date stated"
        }
    }
}
