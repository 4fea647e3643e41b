import LegalText

/// Dates at a place in the text: "July 11, 2006", "11th day of July, 2006", "1 August 2019", "3-14-18", "12/31/2004", "April 2002".
enum TokenDates {
    struct Found {
        var value: PartialDate
        var range: Range<Int>
    }

    private static let months: [UInt32: Int] = {
        let long = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        ]
        var table: [UInt32: Int] = [:]
        for (index, name) in long.enumerated() {
            table[WordHash.of(name)] = index + 1
            table[WordHash.of(name.prefix(3))] = index + 1
        }
        table[WordHash.of("sept")] = 9
        return table
    }()
    private static let of = WordHash.of("of")
    private static let day = WordHash.of("day")
    private static let dayWords = WordSet("day of")
    private static let marks = WordSet(", . of")

    static func all(_ text: AgreementText, in range: Range<Int>) -> [Found] {
        var found: [Found] = []
        let range = range.clamped(to: text.tokens.indices)
        var index = range.lowerBound
        while index < range.upperBound {
            if let date = date(text, at: index) {
                found.append(date)
                index = max(date.range.upperBound, index + 1)
            } else {
                index += 1
            }
        }
        return found
    }

    static func date(_ text: AgreementText, at start: Int) -> Found? {
        guard text.tokens.indices.contains(start) else { return nil }
        let token = text.tokens[start]
        if token.isNumber { return dayFirst(text, start) ?? numeric(text, start) }
        guard token.isWord else { return nil }
        if months[token.hash] != nil { return monthFirst(text, start) }
        return spelledDay(text, start)
    }

    /// "July 11, 2006", "July 11th 2006", "July, 2006".
    private static func monthFirst(_ text: AgreementText, _ start: Int) -> Found? {
        guard text.tokens[start].isCapitalised, let month = months[text.tokens[start].hash] else { return nil }
        // "June , 2010": the day was left blank, so the date is not there yet.
        if text.isMark(start + 1, ","), !text.touchesPrevious(start + 1) { return nil }
        if start > 1, text.isWord(start - 1, of), text.isWord(start - 2, day) { return nil }  // "this ___ day of March, 2018"
        var at = skip(text, start + 1, most: 1)
        if let (day, afterDay) = NumberWords.figure(text, at: at), (1...31).contains(day) {
            at = text.has(afterDay, NumberWords.ordinalEndings) ? afterDay + 1 : afterDay
            at = skip(text, at, most: 2)
            if let (year, end) = year(text, at) { return made(year, month, day, start..<end) }
            return nil
        }
        if let (year, end) = year(text, at) { return made(year, month, nil, start..<end) }
        return nil
    }

    /// "11th day of July, 2006", "1 August 2019", "14t h day of April, 2015".
    private static func dayFirst(_ text: AgreementText, _ start: Int) -> Found? {
        guard let (day, afterDay) = NumberWords.figure(text, at: start), (1...31).contains(day) else { return nil }
        return rest(text, start, day, afterDay)
    }

    /// "first day of May, 2004".
    private static func spelledDay(_ text: AgreementText, _ start: Int) -> Found? {
        guard let (day, afterDay) = NumberWords.ordinal(text, at: start), text.has(afterDay, dayWords) else { return nil }
        return rest(text, start, day, afterDay)
    }

    private static func rest(_ text: AgreementText, _ start: Int, _ day: Int, _ afterDay: Int) -> Found? {
        var at = afterDay
        // An ordinal ending, "day", "of", and marks; scans break "14th" in pieces.
        for _ in 0..<5 where text.tokens.indices.contains(at) && months[text.tokens[at].hash] == nil {
            let token = text.tokens[at]
            guard token.end - token.start <= 3, token.kind != .number else { return nil }
            at += 1
        }
        guard text.tokens.indices.contains(at), let month = months[text.tokens[at].hash] else { return nil }
        at = skip(text, at + 1, most: 2)
        guard let (year, end) = year(text, at) else { return nil }
        return made(year, month, day, start..<end)
    }

    /// "12/31/2004", "3-14-18" (month first), "2004-12-31", "31.12.2004".
    private static func numeric(_ text: AgreementText, _ start: Int) -> Found? {
        var parts: [Int] = []
        var at = start
        if let dotted = dotted(text, start) {
            parts = dotted
            at = start + 1
        } else {
            for index in 0..<3 {
                guard let (value, end) = NumberWords.figure(text, at: at) else { return nil }
                parts.append(value)
                at = end
                guard index < 2 else { break }
                guard text.isMark(at, "/") || text.isMark(at, "-"), text.touchesPrevious(at), text.touchesPrevious(at + 1) else {
                    return nil
                }
                at += 1
            }
        }
        guard parts.count == 3 else { return nil }
        if parts[0] > 1900 { return made(parts[0], parts[1], parts[2], start..<at) }
        let year = parts[2] > 1900 ? parts[2] : parts[2] < 50 ? 2000 + parts[2] : parts[2] < 100 ? 1900 + parts[2] : 0
        guard year > 0 else { return nil }
        return parts[0] > 12 ? made(year, parts[1], parts[0], start..<at) : made(year, parts[0], parts[1], start..<at)
    }

    private static func dotted(_ text: AgreementText, _ index: Int) -> [Int]? {
        let token = text.tokens[index]
        guard token.end - token.start >= 8, token.end - token.start <= 10 else { return nil }
        var parts = [0]
        for byte in text.bytes[Int(token.start)..<Int(token.end)] {
            if byte == 0x2E {
                parts.append(0)
            } else if byte == 0x2C {
                return nil
            } else {
                parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - 0x30)
            }
        }
        return parts.count == 3 ? parts : nil
    }

    private static func skip(_ text: AgreementText, _ start: Int, most: Int) -> Int {
        var at = start
        while at < start + most, text.has(at, marks) { at += 1 }
        return at
    }

    private static func year(_ text: AgreementText, _ at: Int) -> (Int, Int)? {
        guard let (year, end) = NumberWords.figure(text, at: at), (1900...2199).contains(year) else { return nil }
        return (year, end)
    }

    private static func made(_ year: Int, _ month: Int, _ day: Int?, _ range: Range<Int>) -> Found? {
        guard (1900...2199).contains(year), (1...12).contains(month) else { return nil }
        if let day, !(1...PartialDate.days(inMonth: month, year: year)).contains(day) { return nil }
        return Found(value: PartialDate(year: year, month: month, day: day), range: range)
    }
}
