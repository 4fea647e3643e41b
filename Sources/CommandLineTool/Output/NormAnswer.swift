import Calendar
import KnowledgeBase
import LegalText
import Norms

/// A norm as the `--json` contract shows it (DESIGN.md section 6); offsets count Unicode scalars.
struct NormAnswer: JSONObject {
    struct Part: JSONObject {
        var text: String
        var start: Int
        var end: Int
        /// The stem's citation, where the part is inherited from it.
        var citation: String?

        func fields(to sink: inout some FieldSink) {
            sink.field("citation", citation)
            sink.field("end", end)
            sink.field("start", start)
            sink.field("text", text)
        }
    }

    struct DeadlineAnswer: JSONObject {
        var text: String
        var start: Int
        var end: Int
        var n: Int?
        var unit: String?
        var direction: String
        var anchor: String?

        func fields(to sink: inout some FieldSink) {
            sink.field("anchor", anchor)
            sink.field("direction", direction)
            sink.field("end", end)
            sink.field("n", n)
            sink.field("start", start)
            sink.field("text", text)
            sink.field("unit", unit)
        }
    }

    struct RecurrenceAnswer: JSONObject {
        var text: String
        var start: Int
        var end: Int
        var times: Int
        var period: String
        var every: Int
        var rrule: String?

        func fields(to sink: inout some FieldSink) {
            sink.field("end", end)
            sink.field("every", every)
            sink.field("period", period)
            sink.field("rrule", rrule)
            sink.field("start", start)
            sink.field("text", text)
            sink.field("times", times)
        }
    }

    struct ParticipantAnswer: JSONObject {
        var name: String
        var role: String

        func fields(to sink: inout some FieldSink) {
            sink.field("name", name)
            sink.field("role", role)
        }
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

    struct ReviewAnswer: JSONObject {
        var decision: String
        var on: String?
        var by: String?
        /// What the machine had read, slot by slot.
        var machine: [String: [String]]

        func fields(to sink: inout some FieldSink) {
            sink.field("by", by)
            sink.field("decision", decision)
            sink.field("machine", machine)
            sink.field("on", on)
        }
    }

    func fields(to sink: inout some FieldSink) {
        sink.field("action", action)
        sink.field("bearer_implied", bearerImplied)
        sink.field("bearer_parties", bearerParties)
        sink.field("bearers", bearers)
        sink.field("citation", citation)
        sink.field("conditions", conditions)
        sink.field("confidence", confidence)
        sink.field("counterparties", counterparties)
        sink.field("counterparty_parties", counterpartyParties)
        sink.field("cue", cue)
        sink.field("deadline", deadline)
        sink.field("end", end)
        sink.field("exceptions", exceptions)
        sink.field("id", id)
        sink.field("modality", modality)
        sink.field("participants", participants)
        sink.field("quote", quote)
        sink.field("recurrence", recurrence)
        sink.field("review", review)
        sink.field("start", start)
        sink.field("status", status)
        sink.field("strength", strength)
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
