import Language
import LegalText

/// Reads when an agreement was made and when it takes effect.
struct AgreementDates {
    let text: AgreementText

    struct Found {
        var signed: StatedDate?
        var effective: StatedDate?
    }

    private static let body = WordSet("whereas witnesseth recitals background premises")
    /// Words before the date on which an agreement is made.
    private static let made = WordSet("dated made entered executed effective date day signed into agreement")
    /// Words before a date that belongs to something else.
    private static let other = WordSet("source amended certain filed expires expiring until through ending terminates january")
    /// What defines or relies on another agreement, which has a date of its own.
    private static let meaning = WordSet("means mean")
    private static let opening = 1500

    func read() -> Found {
        var found = Found()
        let preamble = preambleRange()
        let dates = text.dates(in: preamble)
        let signed = doneDate() ?? dates.first { isMade($0, preamble) } ?? witnessDate() ?? signatureDate()
        found.signed = signed.map(stated)
        found.effective = effective(preamble, dates, signed)
        return found
    }

    func stated(_ date: AgreementText.Timed<PartialDate>) -> StatedDate {
        StatedDate(value: date.value, text: text.string(date.range), provision: text.provision(at: date.range.lowerBound))
    }

    /// From the beginning to the recitals.
    private func preambleRange() -> Range<Int> {
        let limit = min(Self.opening, text.tokens.count)
        var end = limit
        for index in text.window(30, max(30, limit)) where Self.body.contains(text.tokens[index]) {
            end = index
            break
        }
        return 0..<end
    }

    /// True where the words before (or right after) a date say that the agreement bears it.
    private func isMade(_ date: AgreementText.Timed<PartialDate>, _ within: Range<Int>) -> Bool {
        let before = text.window(max(within.lowerBound, date.range.lowerBound - 9), date.range.lowerBound)
        if before.contains(where: { Self.other.contains(text.tokens[$0]) }) { return false }
        let sentence = text.sentences[text.sentence(of: date.range.lowerBound)]
        if text.window(sentence.lowerBound, date.range.lowerBound).contains(where: { Self.meaning.contains(text.tokens[$0]) }) {
            return false
        }
        return before.contains { Self.made.contains(text.tokens[$0]) } || definesEffectiveDate(after: date.range.upperBound)
    }

    // MARK: The end of the document

    private static let witness = PatternSet([
        Pattern("in witness ..1 whereof"), Pattern("in witness"), Pattern("executed ..12 as of"), Pattern("executed ..6 on|this"),
        Pattern("agreed ..4 accepted"), Pattern("duly executed"), Pattern("signed ..6 on|this"),

    ])

    private static let done = Pattern("done at|in ..16 on|this|the")

    /// "DONE at Tarawa, this 14th day of July 1980", by which treaties end.
    private func doneDate() -> AgreementText.Timed<PartialDate>? {
        var start = text.tokens.count / 3
        while let hit = Self.done.first(in: text, text.window(start, text.tokens.count)) {
            let sentence = text.sentences[text.sentence(of: hit.lowerBound)]
            if let date = text.dates(in: text.window(hit.lowerBound, sentence.upperBound)).first(where: { $0.value.day != nil }) {
                return date
            }
            start = hit.upperBound
        }
        return nil
    }

    private func witnessDate() -> AgreementText.Timed<PartialDate>? {
        let hits = Self.witness.hits(in: text, (text.tokens.count / 3)..<text.tokens.count)
        for hit in hits.filter({ $0.pattern < 2 }) + hits.filter({ $0.pattern >= 2 }) {
            let sentence = text.sentences[text.sentence(of: hit.range.lowerBound)]
            if let date = text.dates(in: text.window(hit.range.lowerBound, sentence.upperBound)).first { return date }
        }
        return nil
    }

    private static let dateLabel = WordSet("date dated")

    /// The latest of the dates beside signatures ("Date: 3/4/11").
    private func signatureDate() -> AgreementText.Timed<PartialDate>? {
        let tail = text.window(max(0, text.tokens.count - 2500), text.tokens.count)
        var latest: AgreementText.Timed<PartialDate>?
        for index in tail where Self.dateLabel.contains(text.tokens[index]) && text.tokens[index].isCapitalised {
            for date in text.dates(in: text.window(index + 1, index + 12)) where date.value.day != nil {
                if let known = latest, known.value >= date.value { continue }
                latest = date
            }
        }
        return latest
    }

    // MARK: Effective date

    private static let defining = PatternSet([
        Pattern("effective|commencement|start date ..8 means|is|shall|will be?"), Pattern("effective|commencement|start date :|-"),
        Pattern("effective|commencement date"),
    ])
    private static let taking = PatternSet([
        Pattern("effective as? of|on|from|date|beginning|the? ..2"), Pattern("takes|take|taking|took|into effect as? of|on|from|upon|the?"),
        Pattern("commence|commences|commencing|begin|begins|beginning|start|starts on|upon|as|from|in|effective? of?"),
        Pattern("effective ..1"), Pattern("in effect from"),
        Pattern("enter|enters|entered|come|comes|came into force|effect on|from|upon|the?"),
    ])
    private static let subject = WordSet(
        "agreement term contract alliance memorandum venture duration lease initial shall will amendment addendum")

    private static let recurring = WordSet("every each annually yearly monthly quarterly weekly")

    /// True where `("Effective Date")` follows closely.
    private func definesEffectiveDate(after index: Int) -> Bool {
        let limit = min(index + 14, text.tokens.count)
        guard let open = text.window(index, limit).first(where: { text.isMark($0, "(") || text.isQuote($0) }), open - index <= 8 else {
            return false
        }
        for at in text.window(open, limit) {
            if text.isMark(at, ")") { return false }
            if Self.effectiveWords.contains(text.tokens[at]), text.isWord(at + 1, Self.date) { return true }
        }
        return false
    }

    private static let effectiveWords = WordSet("effective commencement")
    private static let date = TextBytes.hash("date")

    private func effective(_ preamble: Range<Int>, _ dates: [AgreementText.Timed<PartialDate>], _ signed: AgreementText.Timed<PartialDate>?)
        -> StatedDate?
    {
        if let date = dates.first(where: { definesEffectiveDate(after: $0.range.upperBound) }) { return stated(date) }
        if let date = definedElsewhere(signed) { return date }
        return taken(signed)
    }

    /// `"Effective Date" means ...`, `Effective Date: ...`, or a date anywhere that is defined so.
    private func definedElsewhere(_ signed: AgreementText.Timed<PartialDate>?) -> StatedDate? {
        for hit in Self.defining.hits(in: text, text.tokens.indices) {
            let sentence = text.sentences[text.sentence(of: hit.range.lowerBound)]
            let after = text.window(hit.range.upperBound, min(hit.range.upperBound + 14, sentence.upperBound))
            let isDefinition =
                hit.pattern < 2 && !hit.range.contains { text.isMark($0, ")") || Self.goingOn.contains(text.tokens[$0]) }
                && !after.contains { Self.ending.contains(text.tokens[$0]) }
            if isDefinition, !after.isEmpty, let date = text.dates(in: after).first { return stated(date) }
            if isDefinition, Self.ownDate.contains(where: { $0.first(in: text, after) != nil }), let signed { return stated(signed) }
            guard text.isQuote(hit.range.upperBound), text.isQuote(hit.range.lowerBound - 1) else { continue }
            let before = text.window(max(sentence.lowerBound, hit.range.lowerBound - 12), hit.range.lowerBound)
            if let date = text.dates(in: before).last { return stated(date) }
            if Self.ownDate.contains(where: { $0.first(in: text, before) != nil }), let signed { return stated(signed) }
        }
        return nil
    }

    /// "... on the Effective Date and shall terminate on": the sentence goes on to something else.
    private static let goingOn = WordSet("and until unless")
    private static let ending = WordSet("terminate terminates expire expires end ends until continue")

    private static let ownDate = [
        Pattern("date first ..3 above|written|set"), Pattern("date hereof"), Pattern("date of this|the agreement"),
        Pattern("day and year first"),
        Pattern("date of ..3 signature|execution|signing"), Pattern("date|dates ..6 executed|signed|signatures|signature"),
        Pattern("last date|signature"), Pattern("signature|signatures|signing|execution"), Pattern("most recent ..3 signature"),
    ]

    /// "This Agreement is effective as of DATE", "The term shall begin on DATE".
    private func taken(_ signed: AgreementText.Timed<PartialDate>?) -> StatedDate? {
        for hit in Self.taking.hits(in: text, text.tokens.indices) {
            let sentence = text.sentences[text.sentence(of: hit.range.lowerBound)]
            let before = text.window(max(sentence.lowerBound, hit.range.lowerBound - 14), hit.range.lowerBound)
            guard before.contains(where: { Self.subject.contains(text.tokens[$0]) }) else { continue }
            // "will review it every two years, beginning in October 2025": when the reviews begin.
            if before.suffix(6).contains(where: { Self.recurring.contains(text.tokens[$0]) }) { continue }
            for at in text.window(hit.range.upperBound, min(hit.range.upperBound + 3, sentence.upperBound)) {
                if let date = text.date(at: at) { return stated(date) }
            }
            let after = text.window(hit.range.upperBound - 1, min(hit.range.upperBound + 8, sentence.upperBound))
            if !after.isEmpty, Self.ownDate.contains(where: { $0.first(in: text, after) != nil }), let signed { return stated(signed) }
        }
        return nil
    }
}
