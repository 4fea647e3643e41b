import LegalText

/// Days that come back each year, as a text names them without a year: "by 30 November in each year", "each June".
enum YearDays {
    struct Found: Hashable {
        var month: Int
        /// Nil where the text names the month alone.
        var day: Int?

        /// Its date in a year; nil where that year has no such day.
        func date(in year: Int) -> PartialDate? {
            guard let day else { return PartialDate(year: year, month: month) }
            return day <= PartialDate.days(inMonth: month, year: year) ? PartialDate(year: year, month: month, day: day) : nil
        }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
    /// Words before a month without a day; "may" and "march" are other words too often.
    private static let openings: Set<String> = ["in", "each", "every", "by", "of", "during"]

    static func find(in text: String) -> [Found] {
        let words = PhraseKey.words(text)
        var found: [Found] = []
        for (index, word) in words.enumerated() {
            guard let month = months.firstIndex(of: word).map({ $0 + 1 }) else { continue }
            let before = index > 0 ? words[index - 1] : ""
            let next = index + 1 < words.count ? words[index + 1] : ""
            if isYear(next) || isYear(index + 2 < words.count ? words[index + 2] : "") && day(next) != nil { continue }
            let earlier = before == "of" && index > 1 ? words[index - 2] : before
            if let day = day(earlier) ?? day(next) {
                found.append(Found(month: month, day: day))
            } else if openings.contains(before), month != 3, month != 5 {
                found.append(Found(month: month, day: nil))
            }
        }
        var seen: Set<Found> = []
        return found.filter { one in (one.day ?? 1) <= PartialDate.days(inMonth: one.month, year: 2000) && seen.insert(one).inserted }
    }

    /// "1", "1st", "30"
    private static func day(_ word: String) -> Int? {
        let digits = word.prefix { ("0"..."9").contains($0) }
        guard let number = Int(digits), (1...31).contains(number), ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
        else { return nil }
        return number
    }

    private static func isYear(_ word: String) -> Bool { word.count == 4 && Int(word) != nil }
}
