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
    package enum Event: String, Sendable, Codable, CaseIterable {
        case review, expiry
        /// A term ends, and the next begins unless notice was given.
        case renewal
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
    /// How it comes back; nil for what falls due once or has no date.
    package var series: DueSeries?
    /// The last time before the day asked about that it fell due.
    package var previous: PartialDate?
    /// The last decision on whether it was done; nil where nobody recorded one.
    package var fulfilment: Review?

    /// `base + count x period + offset = date`.
    package struct Arithmetic: Hashable, Sendable {
        package var base: PartialDate
        /// The words that state the base date, where there are any.
        package var words: String
        package var period: Period
        package var count: Int
        /// What is taken off or put on at the end: a notice of 60 days before the end of a term.
        package var offset: Period?
    }

    /// Nobody recorded that it was done or need not be done; what is disputed is open, too.
    package var isOpen: Bool { fulfilment?.decision != .done && fulfilment?.decision != .waived }
}

/// Dates that come back: the first, how far apart, and the last day on which one may fall.
package struct DueSeries: Hashable, Sendable {
    package var first: PartialDate
    package var every: Period
    /// The day of the month that it keeps to where the month has it; the first date may fall short of it.
    package var day: Int?
    package var until: PartialDate?
    /// What tells it from the other series of the same norm; nil where there is but one.
    package var name: String?

    package init(first: PartialDate, every: Period, day: Int? = nil, until: PartialDate? = nil) {
        self.first = first
        self.every = every
        self.day = day ?? first.day
        self.until = until
    }
}

extension KnowledgeBase {
    /// The name of what falls due, for reviews and calendars: the norm's id, or `citation~event`.
    package func id(of item: DueItem) -> String {
        item.norm.map { norm(at: $0).id } ?? "\(citation(of: item))~\(item.event?.rawValue ?? "due")"
    }

    /// True for the name of something that a document, not a norm, makes due: `terms#sec_8~renewal-notice`.
    package func isEvent(_ id: String) -> Bool {
        guard let cut = id.lastIndex(of: "~"), DueItem.Event(rawValue: String(id[id.index(after: cut)...])) != nil else { return false }
        let citation = Citation(id[..<cut])
        return citation.provision == nil ? index(of: citation.document) != nil : place(of: citation) != nil
    }

    /// The name of one of the series that a norm gives, where it gives several ("on 1 October and 1 April").
    package func id(of item: DueItem, in series: DueSeries) -> String {
        id(of: item) + (series.name.map { "-" + $0 } ?? "")
    }

    /// The clause that makes it due, or the document.
    package func citation(of item: DueItem) -> Citation {
        item.place.map(citation(of:)) ?? Citation(document: documents[item.document].document.id)
    }
}
