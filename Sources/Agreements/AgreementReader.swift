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
        facts.parties = PartyReader(text).parties(isAnnouncement: document.kind == .announcement)
        facts.signatories = SignatureReader(text: text).signatories()
        let dates = AgreementDates(text: text).read()
        facts.signed = dates.signed
        facts.effective = dates.effective
        facts.expiry = TermReader(text: text, effective: dates.effective, signed: dates.signed).expiry()
        let renewal = RenewalReader(text: text).read()
        facts.renewal = renewal.renewal
        facts.notice = renewal.notice
        facts.governingLaw = GoverningLaw(text: text).read()
        facts.clauseTypes = ClauseTypeReader(text: text).read()
        return facts
    }
}
