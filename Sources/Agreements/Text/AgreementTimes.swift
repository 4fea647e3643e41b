import Calendar
import Language
import LegalText

/// What `Calendar` reads of time, by the fine tokens of an agreement.
extension AgreementText {
    struct Timed<Value: Sendable>: Sendable {
        var value: Value
        var range: Range<Int>
    }

    /// The date that begins at token `index`; none where its day was left blank ("this ___ day of March, 2018", "June , 2010"), because
    /// such an agreement is not dated yet.
    func date(at index: Int) -> Timed<PartialDate>? {
        guard let source = numeral(index), let (date, next) = times.date(at: source) else { return nil }
        if date.day == nil {
            if isWord(index - 1, Self.of), isWord(index - 2, Self.day) { return nil }
            if isMark(index + 1, ","), !touchesPrevious(index + 1) { return nil }
        }
        return Timed(value: date, range: index..<fine(next))
    }

    func dates(in range: Range<Int>) -> [Timed<PartialDate>] { all(in: range, date) }

    /// The length of time that begins at token `index`; none told in quarters, by which accounts are kept and no term is.
    func period(at index: Int) -> Timed<Period>? {
        guard let source = numeral(index), let (period, next) = times.period(at: source),
            ![.quarter, .quarters].contains(times.text.tokens[next - 1].word)
        else { return nil }
        return Timed(value: period, range: index..<fine(next))
    }

    /// Those that begin in `range` and end no further than two tokens behind it.
    func periods(in range: Range<Int>) -> [Timed<Period>] {
        all(in: range) { index in period(at: index).flatMap { $0.range.upperBound <= range.upperBound + 2 ? $0 : nil } }
    }

    /// "fifth", "5th", "fifteenth (15th)", and the token after it.
    func ordinal(at index: Int) -> (value: Int, end: Int)? {
        guard let source = numeral(index), let value = NumberWords.ordinal(times.text, times.text.tokens[source]) else { return nil }
        let end = fine(source + 1)
        let closing = isMark(end, "(") ? (end + 2...end + 4).first { isMark($0, ")") } : nil
        return (value, closing.map { $0 + 1 } ?? end)
    }

    private func all<Value>(in range: Range<Int>, _ read: (Int) -> Timed<Value>?) -> [Timed<Value>] {
        var found: [Timed<Value>] = []
        let range = range.clamped(to: tokens.indices)
        var index = range.lowerBound
        while index < range.upperBound {
            if let one = read(index) {
                found.append(one)
                index = max(one.range.upperBound, index + 1)
            } else {
                index += 1
            }
        }
        return found
    }

    /// The token of `Language` that begins at fine token `index`, where it is a number, a word that holds one or a month.
    private func numeral(_ index: Int) -> Int? {
        guard tokens.indices.contains(index) else { return nil }
        let source = Int(tokens[index].source)
        guard index == 0 || Int(tokens[index - 1].source) != source, times.isNumeral(source) else { return nil }
        return source
    }

    /// The first fine token that is of token `source` of `Language` or of one after it.
    private func fine(_ source: Int) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].source) < source { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static let of = TextBytes.hash("of")
    private static let day = TextBytes.hash("day")
}
