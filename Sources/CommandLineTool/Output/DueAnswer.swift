import KnowledgeBase
import LegalText
import Norms

/// What `due --json` answers (DESIGN.md section 6).
struct DueAnswer: Encodable {
    struct Item: Encodable {
        /// The norm's id; absent where the document's own dates make it due.
        var norm: String?
        /// `review`, `expiry`, `renewal` or `renewal-notice`, where no norm says it.
        var event: String?
        /// What `review` takes to record that it was done: the norm's id, or `citation~event`.
        var id: String
        var citation: String
        var document: String
        /// `2005`, `2005-04` or `2005-04-01`; absent for what is contingent or unscheduled.
        var date: String?
        var precision: String?
        var kind: String
        var status: String
        var arithmetic: String?
        var quote: String
        var bearers: [String]
        var participants: [NormAnswer.ParticipantAnswer]
        /// What is to be done.
        var action: String
        /// The words that say when or how often.
        var when: String
        var strength: String?
        var rrule: String?
        /// The first date of what recurs; the rule counts from it.
        var first: String?
        /// The last time before `as_of` that it fell due.
        var previous: String?
        var fulfilment: Fulfilment
        var url: String
    }

    /// Whether somebody recorded that it was done: `open`, `done`, `waived` or `disputed`.
    struct Fulfilment: Encodable {
        var state: String
        var on: String?
        var by: String?
        /// A path or a link; absent where nobody gave one.
        var evidence: String?

        init(_ record: Review?) {
            state = record?.decision.rawValue ?? "open"
            on = record?.on?.description
            by = record?.by
            evidence = record?.evidence
        }
    }

    var version = 1
    var asOf: String
    var from: String?
    var to: String?
    var items: [Item]

    enum CodingKeys: String, CodingKey {
        case version, from, to, items
        case asOf = "as_of"
    }

    init(_ items: [DueItem], of base: KnowledgeBase, asOf: PartialDate, from: PartialDate?, to: PartialDate?) {
        self.asOf = asOf.description
        self.from = from?.description
        self.to = to?.description
        self.items = items.map { Self.item($0, of: base) }
    }

    private static func item(_ due: DueItem, of base: KnowledgeBase) -> Item {
        let norm = due.norm.map(base.norm(at:))
        let citation = base.citation(of: due)
        let words = DueWords(due, of: base)
        return Item(
            norm: norm?.id, event: due.event?.rawValue, id: base.id(of: due), citation: citation.description, document: citation.document,
            date: due.date?.description, precision: due.date?.precision.rawValue, kind: due.kind.rawValue, status: due.status.rawValue,
            arithmetic: due.arithmetic.map { DateWords.describe($0, result: due.date) }, quote: words.quote, bearers: norm?.bearers ?? [],
            participants: (due.norm.map(base.attendance(of:)) ?? []).map {
                NormAnswer.ParticipantAnswer(name: $0.name, role: $0.role.rawValue)
            },
            action: words.action, when: words.when, strength: norm?.strength.rawValue, rrule: due.series?.rule,
            first: due.series?.first.description, previous: due.previous?.description, fulfilment: Fulfilment(due.fulfilment),
            url: Links.page(of: citation, baseURL: base.register.baseURL))
    }
}

/// The words of what falls due.
struct DueWords {
    var action: String
    var when: String
    var quote: String

    init(_ due: DueItem, of base: KnowledgeBase) {
        let document = base.documents[due.document].document
        let text = due.place.map { base.provision(at: $0).text } ?? ""
        if let norm = due.norm.map(base.norm(at:)) {
            action = norm.action.text
            when = norm.recurrence?.text ?? norm.deadline?.text ?? ""
            quote = String(text[norm.quote])
        } else {
            switch due.event {
            case .review: action = "review of \(document.title)"
            case .expiry: action = "\(document.title) expires"
            case .renewal: action = "a term of \(document.title) ends; it renews unless notice was given"
            case .renewalNotice: action = "to stop renewal of \(document.title), give notice by this day"
            case nil: action = document.title
            }
            let notice = base.documents[due.document].agreement.notice
            when = due.date == nil ? notice.map { "\(DateWords.describe($0.value)) before the term ends" } ?? "" : ""
            quote = text
        }
    }
}
