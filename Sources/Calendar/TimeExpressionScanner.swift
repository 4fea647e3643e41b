package import Language
package import LegalText

/// Reads expressions of time in tokenized text, one place at a time. Each function looks at the token it is given and says what
/// begins there and which token comes after it; nil where nothing of its kind begins.
package struct TimeScanner: Sendable {
    package let text: TokenizedText
    /// Tokens from here on are not looked at.
    package let limit: Int
    /// "3/4/11" is the fourth of March, as Americans write it; else such figures are no date, because nobody can tell.
    let monthFirst: Bool

    package init(_ text: TokenizedText, limit: Int? = nil, monthFirst: Bool = false) {
        self.text = text
        self.monthFirst = monthFirst
        self.limit = min(limit ?? text.tokens.count, text.tokens.count)
    }

    /// A number, or a word that holds one: no date and no period begins further than one token before it.
    @inline(__always) package func isNumeral(_ index: Int) -> Bool {
        guard index < limit else { return false }
        let token = text.tokens[index]
        return token.kind == .number || token.hasHyphen || token.is(.number.or(.ordinal).or(.month))
    }

    @inline(__always) func token(_ index: Int) -> Token? { index >= 0 && index < limit ? text.tokens[index] : nil }
    @inline(__always) func word(_ index: Int) -> Word { token(index)?.word ?? .unlisted }

    package func range(_ tokens: Range<Int>) -> TextRange {
        text.bounds(tokens).map { TextRange($0.lowerBound, $0.upperBound) } ?? TextRange(0, 0)
    }

    // MARK: Units and periods

    /// "days", "business days", "calendar month", "quarter": `every` is what one of them counts in its unit.
    func unit(at index: Int) -> (unit: Period.Unit, every: Int, next: Int)? {
        var at = index
        var business = false
        while let token = token(at), [.business, .working, .banking, .calendar].contains(token.word) || isQualifier(token) {
            if [.business, .working, .banking].contains(token.word) { business = true }
            at += 1
            if at - index > 2 { return nil }
        }
        switch word(at) {
        case .day, .days, .jour, .jours:
            return (business || isFrenchWorking(at + 1) ? .businessDay : .day, 1, at + (isFrenchWorking(at + 1) ? 2 : 1))
        case .week, .weeks, .semaine, .semaines: return (.week, 1, at + 1)
        case .fortnight: return (.week, 2, at + 1)
        case .month, .months, .mois: return (.month, 1, at + 1)
        case .quarter, .quarters: return (.month, 3, at + 1)
        case .year, .years, .an, .ans: return (.year, 1, at + 1)
        default: return nil
        }
    }

    /// "fiscal year", "contract year", "full months".
    private func isQualifier(_ token: Token) -> Bool {
        guard token.kind == .word else { return false }
        let hash = TextBytes.hash(token.lower, token.upper, in: text.bytes)
        return (token.isCapital ? Self.namedQualifiers.contains(hash) : Self.qualifiers.contains(hash))
            && !text.bytes[(token.lower + 1)..<token.upper].contains(where: TextBytes.isUpper)
    }

    private static let qualifiers = TextBytes.hashes(
        "fiscal financial accounting reporting policy contract full academic clear successive lease")
    private static let namedQualifiers = TextBytes.hashes("fiscal financial accounting reporting policy contract academic lease")

    private func isFrenchWorking(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .word else { return false }
        return text.bytes[token.lower..<token.upper].elementsEqual("ouvrables".utf8)
            || text.bytes[token.lower..<token.upper].elementsEqual("ouvrés".utf8)
    }

    /// "thirty (30) days", "6 months", "one year", "three-year"; `article` lets "a year" count as one.
    package func period(at index: Int, article: Bool = false) -> (period: Period, next: Int)? {
        guard let first = token(index) else { return nil }
        if let hyphened = hyphenedPeriod(first) { return (hyphened, index + 1) }
        let number: (value: Int, next: Int)
        if let read = NumberWords.read(text, at: index, limit: limit) {
            number = read
        } else if article, [.a, .an, .the, .un, .une].contains(first.word) {
            number = (1, index + 1)
        } else {
            return nil
        }
        var at = number.next
        // "one (I) year": a figure misread in its bracket. "two (2)-year", "two (2) - year".
        if isMisreadOne(at) { at += 1 }
        if word(at) == .dash { at += 1 }
        while at < number.next + 4, isFiller(at) { at += 1 }
        guard let unit = unit(at: at) else { return hours(number.value, at: at) }
        let (count, overflow) = number.value.multipliedReportingOverflow(by: unit.every)
        guard !overflow, number.value > 0 else { return nil }
        return (Period(count, unit.unit), unit.next)
    }

    /// What may stand between a number and its unit: "two (2) additional years".
    private func isFiller(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .word else { return false }
        return Self.fillers.contains(TextBytes.hash(token.lower, token.upper, in: text.bytes))
    }

    private static let fillers = TextBytes.hashes("additional consecutive further subsequent separate renewal new extra more")

    private func isMisreadOne(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .label, token.upper - token.lower == 3 else { return false }
        let inner = text.bytes[token.lower + 1] | 0x20
        return inner == UInt8(ascii: "i") || inner == UInt8(ascii: "l")
    }

    /// Whole days told in hours.
    private func hours(_ count: Int, at index: Int) -> (period: Period, next: Int)? {
        guard word(index) == .hours || word(index) == .hour, count > 0, count % 24 == 0 else { return nil }
        return (Period(count / 24, .day), index + 1)
    }

    /// "three-year", "one-month"; the hyphen of "30-day" is a token.
    private func hyphenedPeriod(_ token: Token) -> Period? {
        guard token.hasHyphen, token.upper - token.lower > 4 else { return nil }
        // The last letter of day, week, month, year, and of their plurals.
        switch text.bytes[token.upper - 1] | 0x20 {
        case 0x79, 0x6B, 0x68, 0x72, 0x73: break
        default: return nil
        }
        let bytes = text.bytes[token.lower..<token.upper]
        guard let hyphen = bytes.lastIndex(of: 0x2D), hyphen > token.lower else { return nil }
        let tail = String(decoding: bytes[(hyphen + 1)...], as: UTF8.self).lowercased()
        let unit: Period.Unit
        switch tail {
        case "day", "days": unit = .day
        case "week", "weeks": unit = .week
        case "month", "months": unit = .month
        case "year", "years": unit = .year
        default: return nil
        }
        let head = TokenizedText(bytes: Array(bytes[..<hyphen]))
        guard head.tokens.count == 1, let number = NumberWords.read(head, at: 0, limit: 1), number.value > 0 else { return nil }
        return Period(number.value, unit)
    }
}
