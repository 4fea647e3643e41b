import LegalText

/// Reads how long an agreement runs: its expiry, how it renews, and the notice that stops the renewal.
struct TermReader {
    let text: AgreementText
    var effective: StatedDate?
    var signed: StatedDate?

    struct Found {
        var expiry: AgreementFacts.Expiry?
        var renewal: AgreementFacts.StatedPeriod?
        var notice: AgreementFacts.StatedPeriod?
    }

    func read() -> Found {
        var found = Found()
        found.expiry = expiry()
        if let renewal = renewal() {
            found.renewal = renewal.period
            found.notice = notice(near: renewal.sentence)
        }
        return found
    }

    // MARK: Expiry

    /// What makes a sentence one about the term of the agreement itself.
    private static let about = PatternSet([
        Pattern("term of this|the|said agreement|contract|lease|alliance|venture|license|addendum|ip"), Pattern("term ..1 shall|will|begins|commences|is|of"),
        Pattern("this|the agreement|contract|addendum|amendment ..14 continue|continues|remain|remains|expire|expires|effect|effective|terminate|terminates|valid|commence|commences|end|ends"),
        Pattern("initial term|period"), Pattern("agreement term"), Pattern("contract|cooperation period|term|duration"), Pattern("term :"), Pattern("duration of"),
        Pattern("expiration date"), Pattern("continue|remain in ..3 effect"), Pattern("term"),
    ])
    /// Words of sentences that speak of something else's end.
    private static let elsewhere = WordSet("survive survives survival confidentiality warranty warrants insurance invoice lock-up")
    private static let until = Pattern("until|through|to|on|ending|expire|expires|terminate|terminates|end|ends|ending|till|by|expiring|thru ..4")
    private static let commencing = PatternSet([
        Pattern("commence|commences|commencing|begin|begins|beginning|start|starts|effective|from|starting on|upon|as|from|date|of? of?")
    ])

    private func expiry() -> AgreementFacts.Expiry? {
        var best: (score: Int, expiry: AgreementFacts.Expiry)?
        var seen = -1
        for hit in Self.about.hits(in: text, text.tokens.indices) {
            let number = text.sentence(of: hit.range.lowerBound)
            guard number != seen else { continue }
            seen = number
            let sentence = text.sentences[number]
            guard let (score, expiry) = expiry(in: sentence, base: hit.pattern == 10 ? 0 : 2) else { continue }
            if best == nil || score > best!.score { best = (score, expiry) }
        }
        return best?.expiry
    }

    private func expiry(in sentence: Range<Int>, base: Int) -> (Int, AgreementFacts.Expiry)? {
        var score = base
        if sentence.contains(where: { Self.elsewhere.contains(text.tokens[$0]) }) { score -= 2 }
        if Self.starting.first(in: text, sentence) != nil { score += 2 }
        if Self.running.first(in: text, sentence) != nil { score += 2 }
        if let date = endDate(in: sentence) { return score > 1 ? (score + 1, .date(date)) : nil }
        if let date = computed(in: sentence) { return score > 3 ? (score, .date(date)) : nil }
        if let words = perpetual(in: sentence) {
            return score > 3
                ? (score - 1, .perpetual(.init(value: "perpetual", text: text.string(words), provision: text.provision(at: words.lowerBound)))) : nil
        }
        return nil
    }

    private static let starting = Pattern("commence|commences|commencing|begin|begins|beginning|effective|starting|starts|start|from")
    private static let running = Pattern("continue|continues|remain|remains|expire|expires|end|ends|terminate|valid|initial|period|duration|term")

    private static let ends = PatternSet([
        Pattern("until|through|ending|till|expiring|thru|to"),
        Pattern("expire|expires|terminate|terminates|end|ends|expiration|expiry ..3 on|at|upon|as|date|:|of"),
    ])

    /// A fixed date after "until", "through", "expire on".
    private func endDate(in sentence: Range<Int>) -> StatedDate? {
        for hit in Self.ends.hits(in: text, sentence) {
            for at in text.window(hit.range.upperBound, min(hit.range.upperBound + 8, sentence.upperBound)) {
                guard let date = TokenDates.date(text, at: at) else { continue }
                return StatedDate(value: date.value, text: text.string(date.range), provision: text.provision(at: at))
            }
        }
        return nil
    }

    private static let renewing = WordSet("renew renewed renews renewal renewals extend extended extends extension additional successive prior notice notify preceding before")
    private static let anniversary = WordHash.of("anniversary")
    private static let foreign = PatternSet([
        Pattern("from|after|following|of|on the? first? launch|delivery|closing|completion|approval|commercial|acceptance|opening|completion|installation|shipment|sale|commencement|termination|expiration")
    ])

    /// "for a period of five years from the Effective Date", "until the second anniversary of the date hereof".
    private func computed(in sentence: Range<Int>) -> StatedDate? {
        guard let period = length(in: sentence) else { return nil }
        let after = text.window(period.range.upperBound, min(period.range.upperBound + 12, sentence.upperBound))
        let base: StatedDate?
        if let start = startDate(in: sentence) {
            base = start
        } else if !Self.foreign.hits(in: text, after).isEmpty {
            base = nil
        } else {
            base = effective ?? signed
        }
        guard let base, let value = base.value.adding(period.value) else { return nil }
        let plural = period.value.count == 1 ? "" : "s"
        return StatedDate(
            value: value, text: text.string(period.range), provision: text.provision(at: period.range.lowerBound),
            arithmetic: "\(base.value) + \(period.value.count) \(period.value.unit.rawValue)\(plural)")
    }

    /// The first period that is not a renewal's or a notice's.
    private func length(in sentence: Range<Int>) -> (value: Period, range: Range<Int>)? {
        for index in sentence {
            if let (count, end) = NumberWords.ordinal(text, at: index), text.isWord(end, Self.anniversary) || isYearNumber(end) {
                return (Period(count, .year), index..<end + 1)
            }
            guard let (value, end) = TokenPeriods.period(text, at: index) else { continue }
            let around = text.window(max(sentence.lowerBound, index - 7), min(end + 3, sentence.upperBound))
            if around.contains(where: { Self.renewing.contains(text.tokens[$0]) }) { return nil }
            if value.unit == .day && value.count < 32 { continue }
            return (value, index..<end)
        }
        return nil
    }

    /// "the end of the fifteenth (15th) Contract Year".
    private func isYearNumber(_ index: Int) -> Bool {
        text.isWord(index, WordHash.of("year")) || text.isWord(index, WordHash.of("contract")) && text.isWord(index + 1, WordHash.of("year"))
    }

    private func startDate(in sentence: Range<Int>) -> StatedDate? {
        for hit in Self.commencing.hits(in: text, sentence) {
            for at in text.window(hit.range.upperBound, min(hit.range.upperBound + 3, sentence.upperBound)) {
                if let date = TokenDates.date(text, at: at) {
                    return StatedDate(value: date.value, text: text.string(date.range), provision: text.provision(at: at))
                }
            }
        }
        return nil
    }

    private static let forever = PatternSet([
        Pattern("perpetual|perpetually|perpetuity|indefinite|indefinitely"), Pattern("until ..6 terminated|termination|terminates"),
        Pattern("unless ..4 terminated"),
    ])

    private func perpetual(in sentence: Range<Int>) -> Range<Int>? {
        for hit in Self.forever.hits(in: text, sentence) {
            if hit.pattern == 2, Self.continuing.first(in: text, sentence) == nil { continue }
            return hit.range
        }
        return nil
    }

    private static let continuing = Pattern("continue|remain in ..3 effect")

    // MARK: Renewal

    private static let renewals = PatternSet([
        Pattern("renew|renewed|renews|renewal|renewals|renewable|extend|extended|extends|extension|extensions|successive|rolled"),
        Pattern("additional ..6 term|terms|period|periods"), Pattern("year-to-year"), Pattern("year to year"), Pattern("month to month"),
    ])
    private static let termWords = WordSet("term terms period periods agreement contract anniversary basis thereafter renewal renewals")
    private static let noticeWords = WordSet("notice prior before notify notifies notification written least")
    private static let yearly = Pattern("year - to - year|from ..1 year to year|year to year|annual|annually|yearly")

    private func renewal() -> (period: AgreementFacts.StatedPeriod, sentence: Int)? {
        var seen = -1
        for hit in Self.renewals.hits(in: text, text.tokens.indices) {
            let number = text.sentence(of: hit.range.lowerBound)
            let sentence = text.sentences[number]
            guard number != seen, sentence.contains(where: { Self.termWords.contains(text.tokens[$0]) }) else { continue }
            if let found = renewalPeriod(in: sentence, from: hit.range.lowerBound) {
                let stated = AgreementFacts.StatedPeriod(
                    value: found.value, text: text.string(found.range), provision: text.provision(at: found.range.lowerBound))
                return (stated, number)
            }
            seen = number
        }
        return nil
    }

    private func renewalPeriod(in sentence: Range<Int>, from start: Int) -> (value: Period, range: Range<Int>)? {
        if let yearly = Pattern("year to year").first(in: text, sentence) { return (Period(1, .year), yearly) }
        if let monthly = Pattern("month to month").first(in: text, sentence) { return (Period(1, .month), monthly) }
        for (value, range) in TokenPeriods.all(text, in: text.window(max(sentence.lowerBound, start - 8), sentence.upperBound)) {
            let before = text.window(max(sentence.lowerBound, range.lowerBound - 6), range.lowerBound)
            let after = text.window(range.upperBound, min(range.upperBound + 5, sentence.upperBound))
            if before.contains(where: { Self.noticeWords.contains(text.tokens[$0]) }) { continue }
            if after.contains(where: { Self.noticeWords.contains(text.tokens[$0]) }) && value.unit == .day { continue }
            return (value, range)
        }
        return nil
    }

    // MARK: Notice

    private static let noticing = PatternSet([Pattern("notice|notifies|notify|notification|notified|notices|intention|intent|elects|unless|terminate|non-renewal|terminated|cancel")])
    private static let beforehand = Pattern("prior|before|preceding|advance|notice|written|in|to")

    /// In the sentence of the renewal or the two after it.
    private func notice(near number: Int) -> AgreementFacts.StatedPeriod? {
        for number in number..<min(number + 3, text.sentences.count) {
            let sentence = text.sentences[number]
            guard !Self.noticing.hits(in: text, sentence).isEmpty else { continue }
            for (value, range) in TokenPeriods.all(text, in: sentence) {
                let after = text.window(range.upperBound, min(range.upperBound + 5, sentence.upperBound))
                guard after.contains(where: { Self.noticeAfter.contains(text.tokens[$0]) }) else { continue }
                return .init(value: value, text: text.string(range), provision: text.provision(at: range.lowerBound))
            }
        }
        return nil
    }

    private static let noticeAfter = WordSet("prior before preceding advance notice written")
}
