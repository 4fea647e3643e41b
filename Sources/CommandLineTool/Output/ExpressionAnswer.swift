import KnowledgeBase
import LegalText

/// Which expression of a work a text is, how it stands on a day, and what it bears on.
struct ExpressionAnswer: Encodable {
    var asOf: String
    /// `not-yet`, `in-force`, `lapsed`, `superseded` or `unknown`.
    var status: String
    /// The day from which this text is in force, and the last on which it may be.
    var since: String?
    var until: String?
    var work: String?
    var version: String?
    /// The other expressions of the work, oldest first.
    var versions: [String]
    /// The expression in force on the day; absent where none is.
    var inForce: String?
    var amends: [String]
    var amendedBy: [String]
    var supersedes: [String]
    var supersededBy: [String]

    enum CodingKeys: String, CodingKey {
        case status, since, until, work, version, versions, amends, supersedes
        case asOf = "as_of"
        case inForce = "in_force"
        case amendedBy = "amended_by"
        case supersededBy = "superseded_by"
    }

    init(_ index: Int, of base: KnowledgeBase, on day: PartialDate) {
        let relations = base.relations(of: index)
        let entry = base.entry(of: index)
        func ids(_ documents: [Int]) -> [String] { documents.map { base.documents[$0].document.id } }
        asOf = day.description
        status = base.standing(of: index, on: day).rawValue
        since = base.start(of: index)?.description
        until = base.end(of: index)?.description
        work = entry?.work
        version = entry?.version?.description
        versions = ids(base.expressions(ofDocument: index).filter { $0 != index })
        inForce = base.expression(of: index, on: day).map { base.documents[$0].document.id }
        amends = ids(relations.amends)
        amendedBy = ids(relations.amendedBy)
        supersedes = ids(relations.supersedes)
        supersededBy = ids(relations.supersededBy)
    }

    /// The same for people, a line each.
    func lines(_ standing: String) -> [String] {
        var lines = ["\(standing) as of \(asOf)" + (version.map { ", version of \($0)" } ?? "")]
        if let inForce, status == "superseded" || status == "not-yet", versions.contains(inForce) {
            lines.append("in force then: \(inForce)")
        }
        for (label, names) in [
            ("other versions", versions), ("amends", amends), ("amended by", amendedBy), ("supersedes", supersedes),
            ("superseded by", supersededBy),
        ] where !names.isEmpty { lines.append("\(label): \(NormWords.list(names))") }
        return lines
    }
}
