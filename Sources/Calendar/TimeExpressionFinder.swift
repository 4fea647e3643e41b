package import Language
import LegalText

/// Finds dates, periods, deadlines and recurrences in running text, from left to right, none inside another of its kind.
package enum TimeExpressions {
    package static func dates(in text: String) -> [DateMention] { dates(in: TokenizedText(text)) }
    package static func periods(in text: String) -> [PeriodMention] { periods(in: TokenizedText(text)) }
    package static func recurrences(in text: String) -> [Recurrence] {
        all(TokenizedText(text)) { scanner, index in
            (scanner.recurrence(at: index) ?? scanner.attributiveRecurrence(at: index)).map { ($0.recurrence, $0.next) }
        }
    }
    package static func deadlines(in text: String) -> [Deadline] {
        all(TokenizedText(text)) { $0.deadline(at: $1).map { ($0.deadline, $0.next) } }
    }

    package static func dates(in text: TokenizedText) -> [DateMention] {
        atNumerals(text, before: 1) { scanner, index in
            if let found = scanner.date(at: index) {
                return (DateMention(range: scanner.range(index..<found.next), value: found.date), found.next)
            }
            return scanner.year(at: index).map { (DateMention(range: scanner.range((index + 1)..<$0.next), value: $0.date), $0.next) }
        }
    }

    package static func periods(in text: TokenizedText) -> [PeriodMention] {
        atNumerals(text, before: 0) { scanner, index in
            scanner.period(at: index).map { (PeriodMention(range: scanner.range(index..<$0.next), value: $0.period), $0.next) }
        }
    }

    /// The same where every expression begins at a numeral, or so many tokens before one.
    private static func atNumerals<Found>(
        _ text: TokenizedText, before: Int, _ read: (TimeScanner, Int) -> (Found, Int)?
    ) -> [Found] {
        let scanner = TimeScanner(text)
        var found: [Found] = []
        var index = 0
        var numeral = 0
        while true {
            while numeral < text.tokens.count, numeral < index || !scanner.isNumeral(numeral) { numeral += 1 }
            guard numeral < text.tokens.count else { return found }
            index = max(index, numeral - before)
            while index <= numeral {
                if let (value, next) = read(scanner, index) {
                    found.append(value)
                    index = max(next, index + 1)
                } else {
                    index += 1
                }
            }
        }
    }

    private static func all<Found>(_ text: TokenizedText, _ read: (TimeScanner, Int) -> (Found, Int)?) -> [Found] {
        let scanner = TimeScanner(text)
        var found: [Found] = []
        var index = 0
        while index < text.tokens.count {
            if let (value, next) = read(scanner, index) {
                found.append(value)
                index = max(next, index + 1)
            } else {
                index += 1
            }
        }
        return found
    }
}
