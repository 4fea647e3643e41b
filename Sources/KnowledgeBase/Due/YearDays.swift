import LegalText

/// Days that come back each year, as a text names them without a year: "by 30 November in each year", "each June", "fin mars".
enum YearDays {
    struct Found: Hashable {
        var month: Int
        /// Nil where the text names the month alone.
        var day: Int?

        /// Its date in a year; the last of February where that year has no 29th.
        func date(in year: Int) -> PartialDate {
            PartialDate(year: year, month: month, day: day.map { min($0, PartialDate.days(inMonth: month, year: year)) })
        }
    }

    private static let months: [String: Int] = {
        let names = [
            ["january", "janvier"], ["february", "février"], ["march", "mars"], ["april", "avril"], ["may", "mai"], ["june", "juin"],
            ["july", "juillet"], ["august", "août"], ["september", "septembre"], ["october", "octobre"], ["november", "novembre"],
            ["december", "décembre"],
        ]
        return Dictionary(uniqueKeysWithValues: names.enumerated().flatMap { number, names in names.map { ($0, number + 1) } })
    }()
    /// Words before a month without a day ...
    private static let openings: Set<String> = ["in", "each", "every", "by", "of", "during", "en", "chaque"]
    /// ... which these are other words too often for.
    private static let ambiguous: Set<String> = ["march", "may", "mars"]

    /// True for words that say a time comes back each year.
    static func isYearly(_ text: String) -> Bool {
        let words = PhraseKey.words(text)
        return words.contains("annually") || words.contains("yearly")
            || zip(words, words.dropFirst()).contains {
                ["each", "every", "any", "per", "a", "chaque"].contains($0) && ["year", "calendar", "an", "année"].contains($1)
            }
    }

    static func find(in text: String) -> [Found] {
        let words = PhraseKey.words(text)
        func word(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }
        var found: [Found] = []
        for (index, name) in words.enumerated() {
            guard let month = months[name] else { continue }
            let (before, next) = (word(index - 1), word(index + 1))
            if isYear(next) || isYear(word(index + 2)) && day(next) != nil { continue }
            let earlier = before == "of" && index > 1 ? word(index - 2) : before
            if let day = day(earlier) ?? day(next) {
                found.append(Found(month: month, day: day))
            } else if earlier == "end" || earlier == "fin" {
                found.append(Found(month: month, day: PartialDate.days(inMonth: month, year: 2000)))
            } else if openings.contains(before), !ambiguous.contains(name) {
                found.append(Found(month: month, day: nil))
            }
        }
        var seen: Set<Found> = []
        return found.filter { one in (one.day ?? 1) <= PartialDate.days(inMonth: one.month, year: 2000) && seen.insert(one).inserted }
    }

    /// "1", "1st", "1er", "30"
    private static func day(_ word: String) -> Int? {
        let digits = word.prefix { ("0"..."9").contains($0) }
        guard let number = Int(digits), (1...31).contains(number),
            ["", "st", "nd", "rd", "th", "er"].contains(word.dropFirst(digits.count))
        else { return nil }
        return number
    }

    private static func isYear(_ word: String) -> Bool { word.count == 4 && Int(word) != nil }
}
