package import LegalText

/// What the register keeps of an agreement beyond its text: parties, dates, term, notice, governing law, clause types.
package struct AgreementFacts: Sendable, Codable {
    package var parties: [Party] = []
    package var signatories: [Signatory] = []
    package var signed: StatedDate?
    package var effective: StatedDate?
    package var expiry: Expiry?
    /// "successive one-year terms" is 1 year.
    package var renewal: StatedPeriod?
    /// Notice to stop the renewal.
    package var notice: StatedPeriod?
    package var governingLaw: StatedText?
    package var clauseTypes: [ClauseType] = []

    package init() {}

    package enum Expiry: Hashable, Sendable, Codable {
        case date(StatedDate)
        case perpetual(StatedText)
    }

    package struct StatedPeriod: Hashable, Sendable, Codable {
        package var value: Period
        package var text: String
        package var provision: Int?

        package init(value: Period, text: String, provision: Int?) {
            self.value = value
            self.text = text
            self.provision = provision
        }
    }

    package struct StatedText: Hashable, Sendable, Codable {
        package var value: String
        package var text: String
        package var provision: Int?

        package init(value: String, text: String, provision: Int?) {
            self.value = value
            self.text = text
            self.provision = provision
        }
    }

    /// One of the 33 yes/no clause types of the CUAD set, by its name there, and the clause that shows it.
    package struct ClauseType: Hashable, Sendable, Codable {
        package var type: String
        package var provision: Int

        package init(type: String, provision: Int) {
            self.type = type
            self.provision = provision
        }
    }
}
