import LegalText

/// Reads how an agreement renews, and the notice that stops it.
struct RenewalReader {
    let text: AgreementText

    struct Found {
        var renewal: AgreementFacts.StatedPeriod?
        var notice: AgreementFacts.StatedPeriod?
    }

    private static let renewals = PatternSet([
        Pattern(
            "renew|renewed|renews|renewal|renewals|renewable|extend|extended|extends|extension|extensions|successive|rolled|roll|prolonged"),
        Pattern("additional ..6 term|terms|period|periods"), Pattern("year to year"), Pattern("month to month"),
    ])
    /// Words that make it the agreement's own renewal.
    private static let own = WordSet("agreement contract term terms initial thereafter license")
    private static let automatic = WordSet("automatically automatic successive consecutive evergreen additional")
    private static let renewWords = WordSet("renew renewed renews renewal renewals renewable")
    /// Words of extensions that are still to be agreed, or of other things.
    private static let doubtful = WordSet(
        "negotiate negotiated mutual mutually warranty deadline delivery payment force majeure lease insurance patent copyright royalty escrow forecast cure"
    )

    func read() -> Found {
        var best: (score: Int, sentence: Int, period: AgreementFacts.StatedPeriod)?
        var seen = -1
        for hit in Self.renewals.hits(in: text, text.tokens.indices) {
            let number = text.sentence(of: hit.range.lowerBound)
            guard number != seen else { continue }
            seen = number
            let sentence = text.sentences[number]
            var score = 0
            if contains(sentence, Self.own) { score += 1 }
            if contains(sentence, Self.automatic) { score += 2 }
            if contains(sentence, Self.renewWords) { score += 1 }
            if contains(sentence, Self.doubtful) { score -= 2 }
            guard score >= 2, let found = period(in: sentence, from: hit.range.lowerBound) else { continue }
            score += found.score
            guard score >= 4, best == nil || score > best!.score else { continue }
            best = (
                score, number,
                .init(value: found.value, text: text.string(found.range), provision: text.provision(at: found.range.lowerBound))
            )
        }
        guard let best else { return Found() }
        return Found(renewal: best.period, notice: notice(near: best.sentence))
    }

    private func contains(_ range: Range<Int>, _ words: WordSet) -> Bool { range.contains { words.contains(text.tokens[$0]) } }

    // MARK: The period

    private static let rates: [(pattern: Pattern, period: Period)] = [
        (Pattern("year - to - year"), Period(1, .year)), (Pattern("year to year"), Period(1, .year)),
        (Pattern("month - to - month"), Period(1, .month)), (Pattern("month to month"), Period(1, .month)),
        (Pattern("annual|yearly basis|period|periods|term|terms|renewal|renewals"), Period(1, .year)),
        (Pattern("monthly basis|period|periods|term|terms"), Period(1, .month)),
        (Pattern("renew|renewed|renews annually|yearly"), Period(1, .year)),
        (Pattern("additional|successive|further|another year|years"), Period(1, .year)),
        (Pattern("additional|successive|further|another month"), Period(1, .month)),
        (Pattern("same|like|equal ..2 term|period|duration"), Period(0, .year)),
    ]
    private static let around = WordSet(
        "additional successive consecutive further subsequent another for of renewal renewals extension extensions term terms period periods each thereafter"
    )
    private static let notice = WordSet(
        "notice prior before notify notifies notification written least preceding advance within days' end expiration expiry initial")

    /// The period that the renewal is for, and how surely.
    private func period(in sentence: Range<Int>, from start: Int) -> (score: Int, value: Period, range: Range<Int>)? {
        var best: (score: Int, value: Period, range: Range<Int>)?
        for (value, range) in TokenPeriods.all(text, in: sentence) {
            let before = text.window(max(sentence.lowerBound, range.lowerBound - 5), range.lowerBound)
            let after = text.window(range.upperBound, min(range.upperBound + 3, sentence.upperBound))
            var score = range.lowerBound >= start - 8 ? 1 : -1
            score += min(3, range.count { Self.inner.contains(text.tokens[$0]) } + before.count { Self.around.contains(text.tokens[$0]) })
            score += min(2, after.count { Self.around.contains(text.tokens[$0]) })
            score -=
                2 * min(2, before.count { Self.notice.contains(text.tokens[$0]) } + after.count { Self.notice.contains(text.tokens[$0]) })
            if value.unit == .day || value.unit == .businessDay || value.unit == .week { score -= 2 }
            if score > 0, best == nil || score > best!.score { best = (score, value, range) }
        }
        if let best, best.score > 1 { return best }
        for (pattern, period) in Self.rates where period.count > 0 {
            if let range = pattern.first(in: text, sentence) { return (2, period, range) }
        }
        return best
    }

    private static let inner = WordSet("additional successive consecutive further subsequent renewal")

    // MARK: Notice

    private static let noticing = WordSet(
        "notice notifies notify notification notified notices intention intent elects unless non-renewal cancel")
    private static let beforehand = WordSet("prior before preceding advance notice written")

    /// In the sentence of the renewal, or the two after it.
    private func notice(near number: Int) -> AgreementFacts.StatedPeriod? {
        for number in number..<min(number + 3, text.sentences.count) {
            let sentence = text.sentences[number]
            guard contains(sentence, Self.noticing) else { continue }
            for (value, range) in TokenPeriods.all(text, in: sentence) {
                let after = text.window(range.upperBound, min(range.upperBound + 5, sentence.upperBound))
                guard contains(after, Self.beforehand) else { continue }
                return .init(value: value, text: text.string(range), provision: text.provision(at: range.lowerBound))
            }
        }
        return nil
    }
}
