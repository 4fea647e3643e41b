package import LegalText
package import YAMLReading

/// What a person decided of something the machine found, as `corpus/reviews.yaml` records it. Later records win over earlier ones.
package struct Review: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
        /// A norm, or what a document makes due by itself (`terms#sec_8~renewal-notice`); for a decision on its fulfilment perhaps
        /// one occurrence.
        case norm(String, occurrence: PartialDate?)
        /// A pair of norms that `conflicts` listed, in the order of their ids.
        case conflict(String, String)
    }

    package enum Decision: String, Sendable, CaseIterable {
        // Of what the machine extracted.
        case accepted, rejected, corrected
        // Of the fulfilment of a norm or an occurrence.
        case done, waived, disputed
        // Of a conflict.
        case conflict, noConflict = "no-conflict"

        /// True for the decisions that speak of the extraction, which a changed text makes stale.
        package var isOfExtraction: Bool { self == .accepted || self == .rejected || self == .corrected }
        package var isOfFulfilment: Bool { self == .done || self == .waived || self == .disputed }
    }

    package var subject: Subject
    package var decision: Decision
    /// The slots that a person set.
    package var set: [Slot: [String]] = [:]
    /// The machine's own values when the decision was made. An accepted reading stays as it was accepted, whatever a later program
    /// would read; and they tell which of a clause's norms was meant.
    package var machine: [Slot: [String]] = [:]
    /// Fingerprint of the clause's text when the decision was made, and the text itself, to show beside a changed one.
    package var fingerprint: String?
    package var text: String?
    package var on: PartialDate?
    package var by: String?
    /// A path or a link that shows it was done.
    package var evidence: String?
    package var place: FilePlace

    package init(subject: Subject, decision: Decision, place: FilePlace) {
        self.subject = subject
        self.decision = decision
        self.place = place
    }
}
