package import LegalText

/// The dates of a whole document: those its register entry or mark-up states, else those read from its clauses.
package struct DocumentTimes: Sendable {
    package var signed: StatedDate?
    package var effective: StatedDate?
    package var expiry: StatedDate?
    package var isPerpetual = false

    package init(_ analyzed: AnalyzedDocument) {
        let (own, read) = (analyzed.document.dates, analyzed.agreement)
        signed = Self.choose(own.signed, read.signed)
        effective = Self.choose(own.effective, read.effective)
        expiry = own.expiry
        switch read.expiry {
        case .date(let date): expiry = Self.choose(own.expiry, date)
        case .perpetual: isPerpetual = own.expiry == nil
        case nil: break
        }
    }

    /// What the register states (a date without a clause) wins; else what was read from the text.
    private static func choose(_ own: StatedDate?, _ read: StatedDate?) -> StatedDate? {
        own?.provision == nil ? own ?? read : read ?? own
    }

    /// What its periods are counted from.
    package var start: StatedDate? { effective ?? signed }

    /// The date that a defined name stands for ("the Effective Date", "expiry of the Term").
    func named(_ anchor: String) -> StatedDate? {
        let words = PhraseKey.words(anchor)
        func has(_ wanted: String...) -> Bool { wanted.allSatisfy(words.contains) }
        if has("effective", "date") || has("commencement", "date") { return start }
        if has("date", "agreement") || has("date", "signature") || has("date", "execution") { return signed ?? effective }
        if has("expiry") || has("expiration") || has("end", "term") { return expiry }
        return nil
    }

    package enum Standing: String, Sendable, Codable, CaseIterable {
        case notYet = "not-yet", inForce = "in-force", lapsed, superseded, unknown
    }
}
