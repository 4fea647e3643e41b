import KnowledgeBase
import LegalText
import Norms

/// What `due --json` answers (DESIGN.md section 6).
struct DueAnswer: Encodable {
    struct Item: Encodable {
        /// The norm's id; absent where the document's own dates make it due.
        var norm: String?
        /// `review`, `expiry` or `renewal-notice`, where no norm says it.
        var event: String?
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
        var url: String
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
        let citation = due.place.map(base.citation(of:)) ?? Citation(document: base.documents[due.document].document.id)
        let words = DueWords(due, of: base)
        return Item(
            norm: norm?.id, event: due.event?.rawValue, citation: citation.description, document: citation.document,
            date: due.date?.description, precision: due.date?.precision.rawValue, kind: due.kind.rawValue, status: due.status.rawValue,
            arithmetic: due.arithmetic.map { DateWords.describe($0, result: due.date) }, quote: words.quote, bearers: norm?.bearers ?? [],
            participants: (due.norm.map(base.attendance(of:)) ?? []).map {
                NormAnswer.ParticipantAnswer(name: $0.name, role: $0.role.rawValue)
            },
            action: words.action, when: words.when, strength: norm?.strength.rawValue, rrule: norm?.recurrence?.rrule,
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
            case .renewalNotice: action = "last day to give notice, so that \(document.title) is not renewed"
            case nil: action = document.title
            }
            when = ""
            quote = text
        }
    }
}
