package import Calendar
package import LegalText

/// One rule that a clause makes: who must, may or must not do what, for whom, when, unless what.
/// What counts as one and where its parts begin and end follows the conventions in `Sources/Norms/README.md`.
package struct Norm: Hashable, Sendable, Codable {
    /// `document#wId~n`, n counting from 1 within the clause; empty until the knowledge base gives it.
    package var id = ""
    /// Index into `Document.provisions`; for running text, the index of its outline unit.
    package var clause: Int
    package var modality: Modality
    package var strength: Strength
    package var bearers: [String] = []
    /// True where the text leaves the bearer out (a passive) and the clause names it beyond doubt.
    package var bearerIsImplied = false
    package var counterparties: [String] = []
    package var participants: [Participant] = []
    package var action: Slot
    package var conditions: [Slot] = []
    package var exceptions: [Slot] = []
    package var deadline: Deadline?
    package var recurrence: Recurrence?
    /// The sentence or list item that states it, verbatim: a range of the clause's text.
    package var quote: TextRange
    /// The words that decided: "shall not", "it is anticipated that".
    package var cue: String
    /// Calibrated: of norms marked 0.9, nine in ten hold.
    package var confidence: Double
    package var status = NormStatus.extracted

    package init(clause: Int, modality: Modality, strength: Strength, action: Slot, quote: TextRange, cue: String, confidence: Double) {
        self.clause = clause
        self.modality = modality
        self.strength = strength
        self.action = action
        self.quote = quote
        self.cue = cue
        self.confidence = confidence
    }
}

package enum Modality: String, Sendable, Codable, CaseIterable {
    case obligation, prohibition, permission, right, exemption, noRight = "no-right"
}

package enum Strength: String, Sendable, Codable, CaseIterable {
    case binding, commitment, expectation, principle
}

package enum NormStatus: String, Sendable, Codable, CaseIterable {
    case extracted, accepted, rejected, corrected, stale
}

/// A stretch of text that fills a part of a norm.
package struct Slot: Hashable, Sendable, Codable {
    package var text: String
    /// In the text of the norm's own clause, or of `clause` where that is given.
    package var range: TextRange
    /// The stem's clause, where the part is inherited from it.
    package var clause: Int?

    package init(text: String, range: TextRange, clause: Int? = nil) {
        self.text = text
        self.range = range
        self.clause = clause
    }
}

package struct Participant: Hashable, Sendable, Codable {
    package enum Role: String, Sendable, Codable {
        case leads, attends, nominee, mayAttend = "may attend"
    }

    package var name: String
    package var role: Role

    package init(name: String, role: Role) {
        self.name = name
        self.role = role
    }
}

/// One sentence of a clause and what kind of statement it is; `coverage` reports these.
package struct Statement: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case norm, definition, constitutive, principle, fact, question, unread
    }

    package var clause: Int
    package var range: TextRange
    package var kind: Kind

    package init(clause: Int, range: TextRange, kind: Kind) {
        self.clause = clause
        self.range = range
        self.kind = kind
    }
}
