/// A proleptic Gregorian date at the precision its text has: a year, a month or a day. Never filled in by a guess.
package struct PartialDate: Hashable, Sendable, Codable {
    package var year: Int
    package var month: Int?
    package var day: Int?

    package init(year: Int, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = month == nil ? nil : day
    }

    package enum Precision: String, Sendable, Codable { case year, month, day }

    package var precision: Precision { month == nil ? .year : day == nil ? .month : .day }
}

extension PartialDate: CustomStringConvertible {
    /// `2002`, `2002-04` or `2002-04-01`.
    package var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return digits.utf8.count < width ? String(repeating: "0", count: width - digits.utf8.count) + digits : digits
        }
        var text = padded(year, 4)
        for number in [month, day] {
            guard let number else { continue }
            text += "-"
            text += padded(number, 2)
        }
        return text
    }

    /// Reads what `description` writes; nil for anything else, an impossible month or day included.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4 else { return nil }
        let numbers = parts.compactMap { $0.allSatisfy { ("0"..."9").contains($0) } ? Int($0) : nil }
        guard numbers.count == parts.count, parts.dropFirst().allSatisfy({ $0.count == 2 }) else { return nil }
        if numbers.count > 1, !(1...12).contains(numbers[1]) { return nil }
        if numbers.count > 2, !(1...Self.days(inMonth: numbers[1], year: numbers[0])).contains(numbers[2]) { return nil }
        self.init(year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    }

    package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    package static func days(inMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension PartialDate: Comparable {
    /// By what is stated, the vaguer first: 2002 < 2002-04 < 2002-04-01.
    package static func < (a: PartialDate, b: PartialDate) -> Bool {
        (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
    }
}

/// A length of time as a text gives it: "thirty (30) days" is `Period(30, .day)`.
package struct Period: Hashable, Sendable, Codable {
    package enum Unit: String, Sendable, Codable, CaseIterable {
        case day, businessDay = "business-day", week, month, year
    }

    package var count: Int
    package var unit: Unit

    package init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }
}
