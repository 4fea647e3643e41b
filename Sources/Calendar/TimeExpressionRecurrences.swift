import Language
import LegalText

/// How often: "at least once a year", "every six months", "on a quarterly basis".
extension TimeScanner {
    package func recurrence(at index: Int) -> (recurrence: Recurrence, next: Int)? {
        if let day = recurringDay(at: index), day.next <= limit { return day }
        var at = index
        // "at least", "no less than", "not more than", "up to": degree belongs to the span.
        switch word(index) {
        case .at where word(index + 1) == .least || word(index + 1) == .most: at += 2
        case .not, .no:
            guard [.more, .less, .fewer].contains(word(index + 1)), word(index + 2) == .than else { return nil }
            at += 3
        case .more, .less, .fewer:
            guard word(index + 1) == .than else { return nil }
            at += 2
        case .a where word(index + 1) == .maximum || word(index + 1) == .minimum: at += word(index + 2) == .of ? 3 : 2
        default: break
        }
        guard let found = often(at) else { return nil }
        return recurrence(index, found)
    }

    /// What stands from `start` on; `rule` where it names a day.
    func recurrence(_ start: Int, _ found: Found, rule: String? = nil) -> (recurrence: Recurrence, next: Int) {
        let value = Recurrence(
            text: text.string(start..<found.next), range: range(start..<found.next), times: found.times, period: found.unit,
            every: found.every, rrule: rule ?? Self.rule(found.times, found.unit, found.every))
        return (value, found.next)
    }

    typealias Found = (times: Int, unit: Period.Unit, every: Int, next: Int)

    private func often(_ index: Int) -> Found? {
        times(index) ?? every(index) ?? basis(index) ?? adverb(index).flatMap { standsAlone(index) ? $0 : nil }
    }

    /// "once a year", "three times each calendar year", "twice in every month", "une fois par an".
    private func times(_ index: Int) -> Found? {
        var at = index
        let count: Int
        switch word(index) {
        case .once: (count, at) = (1, index + 1)
        case .twice: (count, at) = (2, index + 1)
        default:
            guard let number = NumberWords.read(text, at: index, limit: limit),
                word(number.next) == .times || word(number.next) == .time || isFrenchTimes(number.next)
            else { return nil }
            (count, at) = (number.value, number.next + 1)
        }
        guard count > 0 else { return nil }
        if word(at) == .in || word(at) == .during || word(at) == .within { at += 1 }
        if word(at) == .every || word(at) == .each || word(at) == .any {
            guard let every = every(at) else { return nil }
            return (count, every.unit, every.every, every.next)
        }
        // "twice yearly".
        if let found = adverb(at), found.times == 1 { return (count, found.unit, found.every, found.next) }
        guard [.a, .an, .per, .par, .the].contains(word(at)) else { return nil }
        guard word(at) != .the, let unit = unit(at: at + 1) else { return nil }
        return (count, unit.unit, unit.every, unit.next)
    }

    private func isFrenchTimes(_ index: Int) -> Bool {
        token(index).map { text.bytes[$0.lower..<$0.upper].elementsEqual("fois".utf8) } ?? false
    }

    /// "every year", "each calendar quarter", "every two (2) years", "every other week", "every third year", "chaque année".
    private func every(_ index: Int) -> Found? {
        guard [.every, .each, .chaque, .any].contains(word(index)), !isShare(before: index) else { return nil }
        var at = index + 1
        var count = 1
        if word(at) == .another || word(at) == .other {
            (count, at) = (2, at + 1)
        } else if let token = token(at), let ordinal = NumberWords.ordinal(text, token), word(index) != .each {
            (count, at) = (ordinal, at + 1)
        } else if let number = NumberWords.read(text, at: at, limit: limit) {
            (count, at) = (number.value, number.next)
            // "any 12-month period".
            if word(at) == .dash, token(at)?.isSpaced == false { at += 1 }
        }
        guard count > 0, let unit = unit(at: at) else { return nil }
        let (every, overflow) = count.multipliedReportingOverflow(by: unit.every)
        return overflow ? nil : (1, unit.unit, every, word(unit.next) == .period ? unit.next + 1 : unit.next)
    }

    /// "99.9% of each calendar month", "two thirds of every year": how much of it, not how often.
    private func isShare(before index: Int) -> Bool {
        guard index > 1, word(index - 1) == .of, let token = token(index - 2) else { return false }
        return token.kind == .number && text.bytes[token.upper - 1] == UInt8(ascii: "%")
            || Self.shares.contains(TextBytes.hash(token.lower, token.upper, in: text.bytes))
    }

    private static let shares = TextBytes.hashes("% percent cent third thirds half quarters part portion proportion")

    private func adverb(_ index: Int) -> Found? {
        switch word(index) {
        case .annually, .yearly: (1, .year, 1, index + 1)
        case .monthly: (1, .month, 1, index + 1)
        case .quarterly: (1, .month, 3, index + 1)
        case .weekly: (1, .week, 1, index + 1)
        case .fortnightly: (1, .week, 2, index + 1)
        case .daily: (1, .day, 1, index + 1)
        case .biennially: (1, .year, 2, index + 1)
        case .biannually: (2, .year, 1, index + 1)
        case .semiannually: (2, .year, 1, index + 1)
        default: nil
        }
    }

    /// "on a quarterly basis", "on an annual basis".
    private func basis(_ index: Int) -> Found? {
        guard word(index) == .on, word(index + 1) == .a || word(index + 1) == .an, word(index + 3) == .basis, let found = rhythm(index + 2)
        else { return nil }
        return (found.times, found.unit, found.every, index + 4)
    }

    /// "annual meetings": an adjective, and only before something that happens; the word is part of its noun phrase.
    package func attributiveRecurrence(at index: Int) -> (recurrence: Recurrence, next: Int)? {
        guard let found = rhythm(index), isAttributive(index) else { return nil }
        return recurrence(index, found)
    }

    /// "monthly" behind its verb, not before a noun ("monthly gross sales").
    private func standsAlone(_ index: Int) -> Bool {
        guard let next = token(index + 1) else { return true }
        return next.kind != .word
            || next.is(.preposition.or(.conjunction).or(.subordinator).or(.adverb).or(.modal).or(.relative).or(.determiner))
            || next.word == .to
    }

    private func isAttributive(_ index: Int) -> Bool {
        guard rhythm(index) != nil, let next = token(index + 1) else { return false }
        return happens(next) || token(index + 2).map(happens) ?? false && next.is(.adjective.or(.thing).or(.participle))
    }

    private func rhythm(_ index: Int) -> Found? {
        switch word(index) {
        case .annual: (1, .year, 1, index + 1)
        case .biennial: (1, .year, 2, index + 1)
        case .triennial: (1, .year, 3, index + 1)
        case .semiannual: (2, .year, 1, index + 1)
        default: adverb(index)
        }
    }

    private func happens(_ token: Token) -> Bool {
        guard token.kind == .word else { return false }
        let word = String(decoding: text.bytes[token.lower..<token.upper], as: UTF8.self).lowercased()
        return Self.events.contains(word) || word.hasSuffix("s") && Self.events.contains(String(word.dropLast()))
    }

    private static let events: Set<String> = [
        "meeting", "review", "report", "audit", "statement", "update", "assessment", "inspection", "conference", "training", "check",
        "return",
        "evaluation", "survey", "test", "exercise", "instalment", "installment", "payment", "summary", "briefing", "forecast", "call",
        "session", "reporting",
    ]

    /// RFC 5545; nil where several times a period leave the days open.
    static func rule(_ times: Int, _ unit: Period.Unit, _ every: Int) -> String? {
        guard times == 1 else { return nil }
        let frequency: String
        switch unit {
        case .day: frequency = "DAILY"
        case .businessDay: return every == 1 ? "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" : nil
        case .week: frequency = "WEEKLY"
        case .month: frequency = "MONTHLY"
        case .year: frequency = "YEARLY"
        }
        return "FREQ=" + frequency + (every > 1 ? ";INTERVAL=\(every)" : "")
    }
}
