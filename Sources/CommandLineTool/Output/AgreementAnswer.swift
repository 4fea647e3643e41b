import Agreements
import KnowledgeBase
import LegalText

struct AgreementsAnswer: Encodable {
    var version = 1
    var asOf: String
    var agreements: [AgreementAnswer]

    enum CodingKeys: String, CodingKey {
        case version, agreements
        case asOf = "as_of"
    }
}

/// One line of the register.
struct AgreementAnswer: Encodable {
    struct Date: Encodable {
        var value: String, precision: String, text: String, arithmetic: String?
        /// For people; not part of the JSON.
        var words: String

        enum CodingKeys: CodingKey { case value, precision, text, arithmetic }
    }

    /// The term that runs on the day, of an agreement that states an end.
    struct Term: Encodable {
        /// 0 for the first.
        var number: Int
        var ends: Date
        /// It renews of itself when the term ends, unless notice was given.
        var renews: Bool
        /// The last day to give notice that stops the renewal; absent where it cannot be counted.
        var noticeBy: Date?

        enum CodingKeys: String, CodingKey {
            case number, ends, renews
            case noticeBy = "notice_by"
        }
    }

    let index: Int
    var id: String
    var title: String
    var kind: String
    var language: String
    var parties: [String]
    var signed: Date?
    var effective: Date?
    var expiry: Date?
    var review: Date?
    var renewal: DocumentAnswer.PeriodValue?
    var notice: DocumentAnswer.PeriodValue?
    var governingLaw: String?
    var status: String
    /// The day from which this text is in force, and the last on which it may be.
    var since: String?
    var until: String?
    var term: Term?
    var work: String?
    var version: String?
    /// The other expressions of the work, oldest first.
    var versions: [String]
    var amends: [String]
    var amendedBy: [String]
    var supersedes: [String]
    var supersededBy: [String]
    var url: String
    let standing: String
    let renewalWords: String?
    let noticeWords: String?

    enum CodingKeys: String, CodingKey {
        case id, title, kind, language, parties, signed, effective, expiry, review, notice, status, since, until, term, work, version,
            versions, amends, supersedes, url
        case renewal = "renewal_term"
        case governingLaw = "governing_law"
        case amendedBy = "amended_by"
        case supersededBy = "superseded_by"
    }

    init(_ index: Int, of base: KnowledgeBase, on day: PartialDate) {
        let analyzed = base.documents[index]
        let times = DocumentTimes(analyzed)
        let relations = base.relations(of: index)
        func date(_ stated: StatedDate?) -> Date? {
            stated.map {
                Date(
                    value: $0.value.description, precision: $0.value.precision.rawValue, text: $0.text, arithmetic: $0.arithmetic,
                    words: DateWords.describe($0.value))
            }
        }
        func ids(_ documents: [Int]) -> [String] { documents.map { base.documents[$0].document.id } }
        self.index = index
        id = analyzed.document.id
        title = analyzed.document.title
        kind = analyzed.document.kind.rawValue
        language = analyzed.document.language
        parties = base.parties(to: index).map { base.parties[$0].name }
        signed = date(times.signed)
        effective = date(times.effective)
        expiry =
            times.isPerpetual ? Date(value: "perpetual", precision: "none", text: "", arithmetic: nil, words: "no end") : date(times.expiry)
        review = date(analyzed.document.dates.review)
        renewal = analyzed.agreement.renewal.map { DocumentAnswer.PeriodValue(period: $0.value) }
        notice = analyzed.agreement.notice.map { DocumentAnswer.PeriodValue(period: $0.value) }
        governingLaw = analyzed.agreement.governingLaw?.value
        let found = base.standing(of: index, on: day)
        status = found.rawValue
        standing = DateWords.describe(found)
        since = base.start(of: index)?.description
        until = base.end(of: index)?.description
        work = base.entry(of: index)?.work
        version = base.entry(of: index)?.version?.description
        versions = ids(base.expressions(ofDocument: index).filter { $0 != index })
        let course = found == .notYet ? nil : TermCourse(index, of: base)
        term = course.map { Self.term(of: $0, on: day) }
        amends = ids(relations.amends)
        amendedBy = ids(relations.amendedBy)
        supersedes = ids(relations.supersedes)
        supersededBy = ids(relations.supersededBy)
        url = Links.page(of: Citation(document: id), baseURL: base.register.baseURL)
        renewalWords = analyzed.agreement.renewal.map { DateWords.describe($0.value) }
        noticeWords = analyzed.agreement.notice.map { DateWords.describe($0.value) }
    }

    private static func term(of course: TermCourse, on day: PartialDate) -> Term {
        func date(_ value: PartialDate, _ arithmetic: DueItem.Arithmetic?, _ text: String) -> Date {
            Date(
                value: value.description, precision: value.precision.rawValue, text: text,
                arithmetic: arithmetic.map { DateWords.describe($0, result: value) }, words: DateWords.describe(value))
        }
        let term = course.current(on: day)
        return Term(
            number: term.number, ends: date(term.end, course.arithmetic(of: term), term.number == 0 ? course.end.text : ""),
            renews: course.renewal != nil,
            noticeBy: course.lastNotice(before: term).map { date($0, course.noticeArithmetic(of: term), "") })
    }
}
