package import LegalText

/// Something that falls due, or that may.
package struct DueItem: Hashable, Sendable {
    package enum Kind: String, Sendable, Codable {
        /// It has a date, stated or computed.
        case scheduled
        /// It hangs on an event: "within 30 days of notice".
        case contingent
        /// It recurs, but the text names no dates: "three times a year".
        case unscheduled
    }

    /// How it stands to the day asked about.
    package enum Status: String, Sendable, Codable { case past, current, upcoming, undated }

    /// What is due, where no norm says it.
    package enum Event: String, Sendable, Codable {
        case review, expiry
        /// The last day to give notice, so that the agreement is not renewed.
        case renewalNotice = "renewal-notice"
    }

    package var norm: NormPlace?
    package var event: Event?
    package var place: ClausePlace?
    package var document: Int
    /// Nil for what is contingent or unscheduled: never a guess.
    package var date: PartialDate?
    package var kind: Kind
    package var status: Status
    /// How the date came about; nil where the text states it.
    package var arithmetic: Arithmetic?

    /// `base + count x period = date`.
    package struct Arithmetic: Hashable, Sendable {
        package var base: PartialDate
        /// The words that state the base date, where there are any.
        package var words: String
        package var period: Period
        package var count: Int
    }
}
