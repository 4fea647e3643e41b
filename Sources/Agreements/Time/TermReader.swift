import Language
import Calendar
import LegalText

/// Reads when an agreement ends: on a fixed date, after a term that the text lets us compute, or not by itself.
struct TermReader {
    let text: AgreementText
    var effective: StatedDate?
    var signed: StatedDate?

    /// What makes a sentence one about the end of the agreement itself; the number is how sure it is.
    private static let about: [(weight: Int, pattern: Pattern)] = [
        (
            4,
            Pattern(
                "term of this|the|said|our|your ..2 agreement|contract|lease|alliance|venture|license|addendum|engagement|employment|letter"
            )
        ),
        (4, Pattern("initial term")), (3, Pattern("initial period")),
        (
            4,
            Pattern(
                "this|the|your ..2 agreement|contract|addendum|amendment|alliance|lease|venture|employment|engagement|appointment ..14 continue|continues|remain|remains|expire|expires|commence|commences|commencing|beginning|ending|valid|end|ends"
            )
        ),
        (3, Pattern("agreement|contract is|was entered|concluded into? for")),
        (4, Pattern("agreement|contract|lease|license|licence|appointment|memorandum|alliance is|be ..1 for ..3 term|period|duration")),
        (3, Pattern("this|the ..2 agreement|contract|addendum|amendment|alliance ..14 effect|effective|force|terminate|terminates")),
        (3, Pattern("term of ..3 agreement")), (3, Pattern("agreement|contract|cooperation|license term|period|duration")),
        (3, Pattern("term|duration|period :")),
        (3, Pattern("duration of|: ..2 agreement|contract")), (4, Pattern("expiration|expiry|end date :|is|means|shall")),
        (3, Pattern("expiration|expiry|termination|end date")), (2, Pattern("continue|remain in ..3 effect|force")),
        (3, Pattern("the|effective term|period shall|will|is|begins|commences|of")), (1, Pattern("term|terms")),
        (1, Pattern("terminating|expiring on")), (3, Pattern("term shall? means|mean")),
    ]
    private static let aboutSet = PatternSet(about.map(\.pattern))
    /// Words of sentences that speak of the end of something else, or of ending early.
    private static let elsewhere = WordSet(
        "survive survives survival confidentiality warranty warrants insurance invoice cure breach default insolvency bankruptcy forecast royalty fiscal inspection audit payments purchase vesting note calendar quarter quarterly quarters restricted indemnify records measure measures"
    )
    private static let earlyEnd = Pattern("may|right|entitled|option to? ..3 terminate|terminated|cancel")
    private static let continuing = WordSet(
        "continue continues remain remains expire expires commence commences begin begins ending end ends until through valid effect period initial duration terminating beginning commencing"
    )
    private static let during = PatternSet([
        Pattern("during the|each|any|such|its ..6 term|period|year|months|agreement"), Pattern("means|mean"),
        Pattern("thereafter|after termination|expiration"),
    ])
    private static let termMeans = Pattern("term|period|date shall? means|mean")

    func expiry() -> AgreementFacts.Expiry? {
        var best: (score: Int, expiry: AgreementFacts.Expiry)?
        /// How surely there is an end, on a day that the text does not tell: "ten years from the launch".
        var uncounted = 0
        var weights: [Int: Int] = [:]
        var order: [Int] = []
        for hit in Self.aboutSet.hits(in: text, text.tokens.indices) {
            let number = text.sentence(of: hit.range.lowerBound)
            if weights[number] == nil { order.append(number) }
            weights[number] = max(weights[number] ?? 0, Self.about[hit.pattern].weight)
        }
        for number in order {
            guard let (score, expiry) = expiry(in: text.sentences[number], weight: weights[number]!) else { continue }
            guard let expiry else {
                uncounted = max(uncounted, score)
                continue
            }
            if best == nil || score > best!.score { best = (score, expiry) }
        }
        if case .perpetual? = best?.expiry, uncounted >= best!.score { return nil }
        return best?.expiry
    }

    /// How sure, and the end; nil for an end after a term whose beginning is not dated.
    private func expiry(in sentence: Range<Int>, weight: Int) -> (Int, AgreementFacts.Expiry?)? {
        var score = weight
        if sentence.contains(where: { Self.elsewhere.contains(text.tokens[$0]) }) { score -= 3 }
        if Self.earlyEnd.first(in: text, sentence) != nil { score -= 2 }
        for hit in Self.during.hits(in: text, sentence) {
            if hit.pattern == 0 { score -= 3 }
            if hit.pattern == 1, Self.termMeans.first(in: text, sentence) == nil { score -= 2 }
            if hit.pattern == 2 { score -= 1 }
        }
        score += min(3, sentence.count { Self.continuing.contains(text.tokens[$0]) })
        if let (date, isDirect) = endDate(in: sentence) {
            if isDirect { score += 1 }
            return score >= 4 ? (score + 2, .date(date)) : nil
        }
        if let computed = computed(in: sentence) {
            return score + computed.weight >= 5 ? (score + computed.weight, .date(computed.date)) : nil
        }
        // As sure as a date that is told.
        if length(in: sentence) != nil { return score >= 5 ? (score + 2, nil) : nil }
        if let (words, isPlain) = perpetual(in: sentence), score + (isPlain ? 2 : 0) >= 6 {
            if isPlain { score += 2 }
            return (
                score - 1, .perpetual(.init(value: "perpetual", text: text.string(words), provision: text.provision(at: words.lowerBound)))
            )
        }
        return nil
    }

    // MARK: A fixed date

    private static let ends = PatternSet([
        Pattern("until|through|ending|till|expiring|thru|terminating|concluding"), Pattern("to"),
        Pattern(
            "expire|expires|terminate|terminates|end|ends|expiration|expiry|terminated|conclude|concludes ..3 on|at|upon|as|date|:|of"),
        Pattern("expire|expires|terminate|terminates|end|ends|conclude|concludes"), Pattern("event later than"),
    ])
    /// How far behind each the date may stand.
    private static let reaches = [9, 2, 9, 1, 3]

    /// The date after "until", "through", "expire on", and whether right after it; never one before the agreement begins.
    private func endDate(in sentence: Range<Int>) -> (StatedDate, isDirect: Bool)? {
        for hit in Self.ends.hits(in: text, sentence) {
            let reach = Self.reaches[hit.pattern]
            for at in text.window(hit.range.upperBound, min(hit.range.upperBound + reach, sentence.upperBound)) {
                guard let date = text.date(at: at) else { continue }
                if let begin = (effective ?? signed)?.value, date.value <= begin { continue }
                let stated = StatedDate(value: date.value, text: text.string(date.range), provision: text.provision(at: at))
                return (stated, at == hit.range.upperBound)
            }
        }
        return nil
    }

    // MARK: A computed date

    private static let renewing = WordSet(
        "renew renewed renews renewal renewals extend extended extends extension extensions additional successive prior notice notify preceding before within"
    )
    private static let noticing = WordSet("prior notice before preceding written advance")
    private static let anniversary = TextBytes.hash("anniversary")
    private static let contract = TextBytes.hash("contract")
    private static let year = TextBytes.hash("year")
    private static let untilWord = TextBytes.hash("until")
    /// Events whose date the text does not give.
    private static let events = WordSet(
        "launch delivery closing completion approval commercial acceptance opening installation shipment sale termination expiration first last receipt payment"
    )
    private static let own = WordSet("effective hereof execution signing signature agreement commencement")
    private static let counted = WordSet("from after following of on")

    /// "for a period of five years from the Effective Date", "until the second anniversary of the date hereof".
    private func computed(in sentence: Range<Int>) -> (weight: Int, date: StatedDate)? {
        guard let period = length(in: sentence) else { return nil }
        let base: StatedDate?
        if let start = startDate(in: sentence) {
            base = start
        } else if isCountedFromEvent(period.range.upperBound, sentence.upperBound) {
            base = nil
        } else {
            base = effective ?? signed
        }
        guard let base, base.value.day != nil || period.value.unit != .day, let value = base.value.adding(period.value),
            value.year <= 9999
        else { return nil }
        let plural = period.value.count == 1 ? "" : "s"
        let before = text.window(max(sentence.lowerBound, period.range.lowerBound - 5), period.range.lowerBound)
        let isShort = period.value.unit == .month && period.value.count < 6
        let weight = (before.contains { Self.measures.contains(text.tokens[$0]) } ? 2 : 0) - (isShort ? 2 : 0)
        let date = StatedDate(
            value: value, text: text.string(period.range), provision: text.provision(at: period.range.lowerBound),
            arithmetic: "\(base.value) + \(period.value.count) \(period.value.unit.rawValue)\(plural)")
        return (weight, date)
    }

    /// Words right before the length of a term.
    private static let measures = WordSet(
        "for is be period term until initial least expire continue duration date years length through end")

    /// "three years from the first commercial sale": nobody knows when that is.
    private func isCountedFromEvent(_ start: Int, _ limit: Int) -> Bool {
        for index in text.window(start, min(start + 4, limit)) where Self.counted.contains(text.tokens[index]) {
            if Self.aboveWritten.first(in: text, text.window(index + 1, min(index + 8, limit))) != nil { return false }
            for word in text.window(index + 1, min(index + 7, limit)) {
                if Self.own.contains(text.tokens[word]) { return false }
                if Self.events.contains(text.tokens[word]) { return true }
            }
        }
        return false
    }

    private static let aboveWritten = Pattern("above|written|hereof")

    private static let rates = WordSet("every each per")

    /// The first length of time that is not a renewal's or a notice's.
    private func length(in sentence: Range<Int>) -> (value: Period, range: Range<Int>)? {
        for index in sentence {
            if let (count, end) = text.ordinal(at: index), isYearNumber(end) {
                return (Period(count, .year), index..<end + 1)
            }
            guard let found = text.period(at: index) else { continue }
            let (value, end) = (found.value, found.range.upperBound)
            // "reviewed every three years" is how often, not how long.
            if index > sentence.lowerBound, Self.rates.contains(text.tokens[index - 1]) { continue }
            // "shall extend until the fourth anniversary", "shall extend for a period of" renews nothing.
            let before = text.window(max(sentence.lowerBound, index - 5), index).reversed().prefix { !text.isWord($0, Self.untilWord) }
            if before.contains(where: { Self.renewing.contains(text.tokens[$0]) && !lasts($0) }) { continue }
            let after = text.window(end, min(end + 3, sentence.upperBound))
            if after.contains(where: { Self.noticing.contains(text.tokens[$0]) }) || text.has(end, Self.renewing) { continue }
            if value.unit == .day || value.unit == .week || value.unit == .businessDay { continue }
            return (value, index..<end)
        }
        return nil
    }

    /// "extend for": said of the term itself; what is extended by others stands behind the verb.
    private func lasts(_ index: Int) -> Bool { text.has(index, Self.extend) && text.has(index + 1, Self.lasting) }
    private static let extend = WordSet("extend extends")
    private static let lasting = WordSet("for from through over")

    /// "anniversary", "contract year", "year".
    private func isYearNumber(_ index: Int) -> Bool {
        text.isWord(index, Self.anniversary) || text.isWord(index, Self.contract) && text.isWord(index + 1, Self.year)
    }

    private static let commencing = PatternSet([
        Pattern(
            "commence|commences|commencing|begin|begins|beginning|start|starts|effective|from|starting|dated on|upon|as|from|date|of? of?"),
        Pattern("from|beginning|commencing|starting"),
    ])

    private func startDate(in sentence: Range<Int>) -> StatedDate? {
        for hit in Self.commencing.hits(in: text, sentence) {
            for at in text.window(hit.range.upperBound, min(hit.range.upperBound + 3, sentence.upperBound)) {
                if let date = text.date(at: at) {
                    return StatedDate(value: date.value, text: text.string(date.range), provision: text.provision(at: at))
                }
            }
        }
        return nil
    }

    // MARK: No end

    private static let forever = PatternSet([
        Pattern("perpetually|perpetuity|indefinitely|evergreen"),
        Pattern("until ..4 terminated|canceled|cancelled"), Pattern("until termination|terminated"), Pattern("unless ..4 terminated"),
        Pattern("perpetual|indefinite|unlimited ..2 term|period|duration|time|effect"),
        Pattern("until ..6 party|parties ..4 terminates|terminate|notice"), Pattern("so|as long as"),
    ])
    /// Those that say it outright.
    private static let plain = [0, 4]
    private static let until = Pattern("until|during|for|through|expire|expires|end|ends|years|months")

    /// Where a sentence says that there is no end, and whether it does so in one plain word.
    private func perpetual(in sentence: Range<Int>) -> (Range<Int>, isPlain: Bool)? {
        let hits = Self.forever.hits(in: text, sentence)
        guard let hit = hits.first(where: { Self.plain.contains($0.pattern) }) ?? hits.first else { return nil }
        // "unless terminated" alone, and nothing else that could end it.
        if hits.allSatisfy({ $0.pattern == 3 }), Self.until.first(in: text, sentence) != nil { return nil }
        return (hit.range, Self.plain.contains(hit.pattern))
    }
}
