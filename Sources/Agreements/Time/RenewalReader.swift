import Language
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
    /// The first pattern that says how it goes on, not only that it does.
    private static let rhythm = 2
    /// Words that make it the agreement's own renewal.
    private static let own = WordSet("agreement contract term terms initial thereafter license")
    private static let automatic = WordSet("automatically automatic successive consecutive evergreen additional")
    private static let renewWords = WordSet("renew renewed renews renewal renewals renewable")
    /// Words of extensions that are still to be agreed, or of other things.
    private static let doubtful = WordSet(
        "negotiate negotiated mutual mutually warranty deadline delivery payment force majeure lease insurance patent copyright royalty escrow forecast cure"
    )

    /// A sentence that speaks of renewal.
    private struct Candidate {
        var sentence: Int
        /// How sure it is that the agreement itself renews.
        var score: Int
        var isAutomatic: Bool
        var period: AgreementFacts.StatedPeriod?
    }

    func read() -> Found {
        var candidates = candidates()
        candidates.sort { $0.score != $1.score ? $0.score > $1.score : $0.sentence < $1.sentence }
        guard let first = candidates.first(where: { $0.period != nil }) ?? candidates.first(where: \.isAutomatic) else {
            return Found(notice: continuingNotice() ?? refusal(in: text.sentences.indices, besides: nil))
        }
        var found = Found(renewal: first.period)
        let around = (first.sentence - 1..<first.sentence + 3).clamped(to: text.sentences.indices)
        found.notice = refusal(in: around, besides: first.period)
        if found.notice != nil { return found }
        let others = candidates.filter { $0.sentence != first.sentence && $0.isAutomatic }
        for candidate in [first] + others {
            found.notice = notice(near: candidate.sentence, besides: candidate.period)
            if found.notice != nil { return found }
        }
        found.notice = refusal(in: text.sentences.indices, besides: first.period)
        return found
    }

    private func candidates() -> [Candidate] {
        var found: [Candidate] = []
        for hit in Self.renewals.hits(in: text, text.tokens.indices) {
            let number = text.sentence(of: hit.range.lowerBound)
            guard number != found.last?.sentence else { continue }
            let sentence = text.sentences[number]
            let isAutomatic = contains(sentence, Self.automatic)
            var candidate = Candidate(sentence: number, score: 0, isAutomatic: isAutomatic && contains(sentence, Self.renewWords))
            if contains(sentence, Self.own) { candidate.score += 1 }
            if hit.pattern >= Self.rhythm { candidate.score += 1 }
            if isAutomatic { candidate.score += 2 }
            if contains(sentence, Self.renewWords) { candidate.score += 1 }
            if contains(sentence, Self.doubtful) { candidate.score -= 2 }
            if candidate.score >= 2, let period = period(in: sentence, from: hit.range.lowerBound), candidate.score + period.score >= 4 {
                candidate.score += period.score
                candidate.period = .init(
                    value: period.value, text: text.string(period.range), provision: text.provision(at: period.range.lowerBound))
            }
            if candidate.period != nil || candidate.isAutomatic && candidate.score >= 4 { found.append(candidate) }
        }
        return found
    }

    private func contains(_ range: Range<Int>, _ words: WordSet) -> Bool { range.contains { words.contains(text.tokens[$0]) } }

    // MARK: The period

    private static let rhythms: [(pattern: Pattern, period: Period)] = [
        (Pattern("year - to - year"), Period(1, .year)), (Pattern("year to year"), Period(1, .year)),
        (Pattern("month - to - month"), Period(1, .month)), (Pattern("month to month"), Period(1, .month)),
    ]
    private static let rates: [(pattern: Pattern, period: Period)] = [
        (Pattern("annual|yearly basis|period|periods|term|terms|renewal|renewals"), Period(1, .year)),
        (Pattern("monthly basis|period|periods|term|terms"), Period(1, .month)),
        (Pattern("renew|renewed|renews annually|yearly"), Period(1, .year)),
        (Pattern("additional|successive|further|another year|years"), Period(1, .year)),
        (Pattern("additional|successive|further|another month"), Period(1, .month)),
    ]
    private static let around = WordSet(
        "additional successive consecutive further subsequent another for of renewal renewals extension extensions term terms period periods each thereafter"
    )
    private static let notice = WordSet(
        "notice prior before notify notifies notification written least preceding advance within days' end expiration expiry initial")

    /// The period that the renewal is for, and how surely.
    private func period(in sentence: Range<Int>, from start: Int) -> (score: Int, value: Period, range: Range<Int>)? {
        var best: (score: Int, value: Period, range: Range<Int>)?
        for (pattern, period) in Self.rhythms {
            if let range = pattern.first(in: text, sentence), range.lowerBound >= start - 8 { return (4, period, range) }
        }
        for found in text.periods(in: sentence) {
            let (value, range) = (found.value, found.range)
            let before = text.window(max(sentence.lowerBound, range.lowerBound - 5), range.lowerBound)
            let after = text.window(range.upperBound, min(range.upperBound + 3, sentence.upperBound))
            var score = range.lowerBound >= start ? 2 : range.lowerBound >= start - 8 ? 1 : -1
            score += min(3, range.count { Self.inner.contains(text.tokens[$0]) } + before.count { Self.around.contains(text.tokens[$0]) })
            score += min(2, after.count { Self.around.contains(text.tokens[$0]) })
            score -=
                2 * min(2, before.count { Self.notice.contains(text.tokens[$0]) } + after.count { Self.notice.contains(text.tokens[$0]) })
            if value.unit == .day || value.unit == .businessDay || value.unit == .week { score -= 2 }
            // Of equals the one behind the word "renew": "for five years, with automatic renewal of one year".
            let isBetter = best.map { score > $0.score || score == $0.score && range.lowerBound >= start && $0.range.lowerBound < start }
            if score > 0, isBetter ?? true { best = (score, value, range) }
        }
        if let best, best.score > 1 { return best }
        for (pattern, period) in Self.rates {
            if let range = pattern.first(in: text, sentence) { return (2, period, range) }
        }
        return best
    }

    private static let inner = WordSet("additional successive consecutive further subsequent renewal")

    // MARK: Notice

    private static let noticing = WordSet(
        "notice notifies notify notification notified notices intention intent elects unless non-renewal cancel")
    private static let beforehand = WordSet("prior before preceding advance notice written")
    /// What the notice is for: an end. Notice that an option to renew is taken up is another thing.
    private static let against = WordSet(
        "unless until terminate terminates terminated termination terminating nonrenewal non-renewal non cancel cancels cancelled not")
    /// Longer notice is a term that stands beside the word.
    private static let longest = 24

    /// In the sentence of the renewal, or the two after it; never the renewal's own period.
    private func notice(near number: Int, besides renewal: AgreementFacts.StatedPeriod?) -> AgreementFacts.StatedPeriod? {
        for number in number..<min(number + 3, text.sentences.count) {
            if let notice = notice(in: text.sentences[number], besides: renewal?.text) { return notice }
        }
        return nil
    }

    private func notice(in sentence: Range<Int>, besides renewal: String?) -> AgreementFacts.StatedPeriod? {
        guard contains(sentence, Self.noticing), contains(sentence, Self.against) else { return nil }
        for found in text.periods(in: sentence) {
            let (value, range) = (found.value, found.range)
            guard value.count * (value.unit == .year ? 12 : 1) <= Self.longest || value.unit == .day || value.unit == .businessDay else {
                continue
            }
            let limit = min(range.upperBound + 5, sentence.upperBound)
            let comma = text.window(range.upperBound, limit).first { text.isMark($0, ",") }
            let stated = text.string(range)
            guard stated != renewal, contains(text.window(range.upperBound, comma ?? limit), Self.beforehand) else { continue }
            return .init(value: value, text: stated, provision: text.provision(at: range.lowerBound))
        }
        return nil
    }

    private static let refusals = PatternSet([
        Pattern("not ..3 renew|extend"), Pattern("nonrenewal|non-renewal"), Pattern("non - renewal|renew"),
    ])

    /// An insurer gives notice of not renewing a policy.
    private static let insuring = WordSet("insurance insurer insured insureds policy policies coverage modification")

    /// Notice of not renewing, in so many words.
    private func refusal(in range: Range<Int>, besides renewal: AgreementFacts.StatedPeriod?) -> AgreementFacts.StatedPeriod? {
        for number in range where !Self.refusals.hits(in: text, text.sentences[number]).isEmpty {
            if contains(text.sentences[number], Self.insuring) { continue }
            if let notice = notice(in: text.sentences[number], besides: renewal?.text) { return notice }
        }
        return nil
    }

    private static let continuing = [
        Pattern("thereafter ..20 until|unless ..8 terminated|terminates|canceled|cancelled|notice"),
        Pattern("continue|continued ..10 until|unless ..8 terminated|terminates|canceled|cancelled|notice"),
    ]

    /// "... and shall continue thereafter until terminated by either party upon thirty days' notice": a renewal without a period.
    private func continuingNotice() -> AgreementFacts.StatedPeriod? {
        for sentence in text.sentences where contains(sentence, Self.noticing) && contains(sentence, Self.agreement) {
            guard Self.continuing.contains(where: { $0.first(in: text, sentence) != nil }) else { continue }
            if let notice = notice(in: sentence, besides: nil) { return notice }
        }
        return nil
    }

    private static let agreement = WordSet("agreement contract term employment engagement")
}
