import Language
package import LegalText

/// What a text says of time, kept as written beside its typed value.

/// "within thirty days of receipt": `count` and `unit` are nil for an event without a count ("before the audit").
package struct Deadline: Hashable, Sendable, Codable {
    package enum Direction: String, Sendable, Codable {
        case within, before, after, atLeastBefore = "at-least-before", byDate = "by-date"
    }

    package var text: String
    package var range: TextRange
    package var count: Int?
    package var unit: Period.Unit?
    package var direction: Direction
    /// The event or date counted from, as written ("receipt of the notice", "31 March 2027"); nil when unstated.
    package var anchor: String?

    package init(text: String, range: TextRange, count: Int?, unit: Period.Unit?, direction: Direction, anchor: String?) {
        self.text = text
        self.range = range
        self.count = count
        self.unit = unit
        self.direction = direction
        self.anchor = anchor
    }
}

/// "at least once a year", "every six months" (times 1, period month, every 6). `rrule` is RFC 5545, where one exists.
package struct Recurrence: Hashable, Sendable, Codable {
    package var text: String
    package var range: TextRange
    package var times: Int
    package var period: Period.Unit
    package var every: Int
    package var rrule: String?

    package init(text: String, range: TextRange, times: Int, period: Period.Unit, every: Int, rrule: String?) {
        self.text = text
        self.range = range
        self.times = times
        self.period = period
        self.every = every
        self.rrule = rrule
    }
}

/// A date found in running text.
package struct DateMention: Hashable, Sendable, Codable {
    package var range: TextRange
    package var value: PartialDate

    package init(range: TextRange, value: PartialDate) {
        self.range = range
        self.value = value
    }
}

/// A length of time found in running text.
package struct PeriodMention: Hashable, Sendable, Codable {
    package var range: TextRange
    package var value: Period

    package init(range: TextRange, value: Period) {
        self.range = range
        self.value = value
    }
}
