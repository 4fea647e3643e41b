import Language
import LegalText
import TestSupport
import Testing

@testable import Calendar

/// Dates and periods looked for at numerals, beside the same looked for at every token.
@Suite struct SlowTwinTests {
    private static let parts = [
        "1", "30", "2002", "1,000", "first", "21st", "thirty", "twenty-one", "three-year", "30-day", "(30)", "April", "May", "march",
        "avril", "of", "the", "le",
        "this", "in", "by", "since", "day", "days", "business", "months", "years", ",", ".", "/", "-", "31/12/2005", "2002-04-01", "two",
        "thousand", "and",
        "nineteen", "ninety-nine", "rent", "un", "mois",
    ]

    @Test func everyTokenIsAskedForDatesAndPeriods() {
        var generator = SeededGenerator(seed: 6)
        var found = 0
        for round in 0..<6_000 {
            let words = (0...(round % 9)).map { _ in Self.parts.randomElement(using: &generator)! }
            let text = TokenizedText(words.joined(separator: round % 4 == 0 ? "" : " "))
            let dates = TimeExpressions.dates(in: text)
            let periods = TimeExpressions.periods(in: text)
            found += dates.count + periods.count
            #expect(
                dates.map(\.range) == Self.ranges(text) { ($0.date(at: $1).map { (0, $0.next) }) ?? $0.year(at: $1).map { (1, $0.next) } },
                "\(words)")
            #expect(periods.map(\.range) == Self.ranges(text) { $0.period(at: $1).map { (0, $0.next) } }, "\(words)")
        }
        #expect(found > 2_000)
    }

    /// - Parameter read: how many tokens of what is found are no part of it, and where it ends.
    private static func ranges(_ text: TokenizedText, _ read: (TimeScanner, Int) -> (skipped: Int, next: Int)?) -> [TextRange] {
        let scanner = TimeScanner(text)
        var found: [TextRange] = []
        var index = 0
        while index < text.tokens.count {
            if let (skipped, next) = read(scanner, index) {
                found.append(scanner.range((index + skipped)..<next))
                index = max(next, index + 1)
            } else {
                index += 1
            }
        }
        return found
    }
}
