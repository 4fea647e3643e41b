import Calendar
import KnowledgeBase
import LegalText
import Norms

/// A norm as the `--json` contract shows it (DESIGN.md section 6); offsets count Unicode scalars.
struct NormAnswer: Encodable {
    struct Part: Encodable {
        var text: String
        var start: Int
        var end: Int
        /// The stem's citation, where the part is inherited from it.
        var citation: String?
    }

    struct DeadlineAnswer: Encodable {
        var text: String
        var start: Int
        var end: Int
        var n: Int?
        var unit: String?
        var direction: String
        var anchor: String?
    }

    struct RecurrenceAnswer: Encodable {
        var text: String
        var start: Int
        var end: Int
        var times: Int
        var period: String
        var every: Int
        var rrule: String?
    }

    struct ParticipantAnswer: Encodable {
        var name: String
        var role: String
    }

    var id: String
    var citation: String
    var modality: String
    var strength: String
    var bearers: [String]
    var bearerImplied: Bool
    /// The parties of the base that the printed names stand for.
    var bearerParties: [String]?
    var counterpartyParties: [String]?
    var counterparties: [String]
    var participants: [ParticipantAnswer]
    var action: Part
    var conditions: [Part]
    var exceptions: [Part]
    var deadline: DeadlineAnswer?
    var recurrence: RecurrenceAnswer?
    var quote: String
    var start: Int
    var end: Int
    var cue: String
    var confidence: Double
    var status: String
    /// The decision that stands over the machine's reading.
    var review: ReviewAnswer?

    struct ReviewAnswer: Encodable {
        var decision: String
        var on: String?
        var by: String?
        /// What the machine had read, slot by slot.
        var machine: [String: [String]]
    }

    enum CodingKeys: String, CodingKey {
        case id, citation, modality, strength, bearers, counterparties, participants, action, conditions, exceptions, deadline, recurrence
        case quote, start, end, cue, confidence, status, review
        case bearerImplied = "bearer_implied"
        case bearerParties = "bearer_parties"
        case counterpartyParties = "counterparty_parties"
    }

    /// A norm of a base, with the parties its names stand for.
    init(_ place: NormPlace, in base: KnowledgeBase, offsets: OffsetCache) {
        let analyzed = base.documents[place.document]
        let norm = base.norm(at: place)
        let text = analyzed.document.provisions.indices.contains(norm.clause) ? analyzed.document.provisions[norm.clause].text : ""
        self.init(
            norm, quote: String(text[norm.quote]), citation: { analyzed.citation(of: $0).description }, offsets: { offsets[$0] })
        bearerParties = base.bearers(of: place).map { base.parties[$0].name }
        counterpartyParties = base.counterparties(of: place).map { base.parties[$0].name }
        review = base.reviews.extraction(of: norm.id).map { outcome in
            ReviewAnswer(
                decision: outcome.review.decision.rawValue, on: outcome.review.on?.description, by: outcome.review.by,
                machine: Dictionary(uniqueKeysWithValues: (outcome.machine?.values ?? [:]).map { ($0.rawValue, $1) }))
        }
    }

    /// - Parameters:
    ///   - citations: the citation of a clause, by its index.
    ///   - offsets: the scalar offsets of a clause's text, by its index.
    init(_ norm: Norm, quote: String, citation: (Int) -> String, offsets: (Int) -> ScalarOffsets) {
        let own = offsets(norm.clause)
        func part(_ slot: Slot) -> Part {
            let range = (slot.clause.map(offsets) ?? own).scalars(slot.range)
            return Part(text: slot.text, start: range.start, end: range.end, citation: slot.clause.map(citation))
        }
        id = norm.id
        self.citation = citation(norm.clause)
        modality = norm.modality.rawValue
        strength = norm.strength.rawValue
        bearers = norm.bearers
        bearerImplied = norm.bearerIsImplied
        counterparties = norm.counterparties
        participants = norm.participants.map { ParticipantAnswer(name: $0.name, role: $0.role.rawValue) }
        action = part(norm.action)
        conditions = norm.conditions.map(part)
        exceptions = norm.exceptions.map(part)
        deadline = norm.deadline.map {
            let range = own.scalars($0.range)
            return DeadlineAnswer(
                text: $0.text, start: range.start, end: range.end, n: $0.count, unit: $0.unit?.rawValue, direction: $0.direction.rawValue,
                anchor: $0.anchor)
        }
        recurrence = norm.recurrence.map {
            let range = own.scalars($0.range)
            return RecurrenceAnswer(
                text: $0.text, start: range.start, end: range.end, times: $0.times, period: $0.period.rawValue, every: $0.every,
                rrule: $0.rrule)
        }
        let range = own.scalars(norm.quote)
        start = range.start
        end = range.end
        self.quote = quote
        cue = norm.cue
        confidence = norm.confidence
        status = norm.status.rawValue
    }
}
