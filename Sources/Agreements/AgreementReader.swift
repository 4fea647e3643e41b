package import LegalText

/// Reads the register's facts out of a document.
///
/// A fact that the text does not state stays nil; one that the text computes ("three years from the Effective Date") carries its arithmetic.
package enum AgreementReader {
    package static func read(_ document: Document) -> AgreementFacts {
        var facts = AgreementFacts()
        guard document.kind != .statute else { return facts }
        let text = AgreementText(document)
        guard !text.tokens.isEmpty else { return facts }
        facts.parties = PartyReader(text).parties()
        let dates = AgreementDates(text: text).read()
        facts.signed = dates.signed
        facts.effective = dates.effective
        let term = TermReader(text: text, effective: dates.effective, signed: dates.signed).read()
        facts.expiry = term.expiry
        facts.renewal = term.renewal
        facts.notice = term.notice
        facts.governingLaw = GoverningLaw(text: text).read()
        return facts
    }
}
