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
        all(text) { scanner, index in
            guard scanner.isNumeral(index) || scanner.isNumeral(index + 1) else { return nil }
            if let found = scanner.date(at: index) {
                return (DateMention(range: scanner.range(index..<found.next), value: found.date), found.next)
            }
            return scanner.year(at: index).map { (DateMention(range: scanner.range((index + 1)..<$0.next), value: $0.date), $0.next) }
        }
    }

    package static func periods(in text: TokenizedText) -> [PeriodMention] {
        all(text) { scanner, index in
            guard scanner.isNumeral(index) else { return nil }
            return scanner.period(at: index).map { (PeriodMention(range: scanner.range(index..<$0.next), value: $0.period), $0.next) }
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
