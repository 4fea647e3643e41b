import LegalText
import Norms

/// Leads a record of `corpus/reviews.yaml` to the norm it speaks of.
///
/// A norm's id counts the norms of its clause, so a program that reads one norm more gives the next another number. The words of the
/// action that were recorded with a decision find it again.
struct ReviewedNorms {
    typealias Place = (document: Int, norm: Int)

    enum Match {
        case none
        /// The clause is there, but it or its reading is no longer what was decided on.
        case changed(Place)
        case same(Place)
    }

    private var places: [String: Place] = [:]
    private var clauses: [String: [Place]] = [:]
    private var citations: Set<String> = []

    init(_ documents: [AnalyzedDocument]) {
        for (index, analyzed) in documents.enumerated() {
            citations.insert(analyzed.document.id)
            for provision in analyzed.document.provisions.indices { citations.insert(analyzed.citation(of: provision).description) }
            for (number, norm) in analyzed.norms.enumerated() {
                places[norm.id] = (index, number)
                clauses[Self.clause(of: norm.id), default: []].append((index, number))
            }
        }
    }

    /// A norm, or an event of a document such as `terms#sec_8~renewal-notice`.
    func knows(_ id: String) -> Bool {
        if places[id] != nil { return true }
        let clause = Self.clause(of: id)
        return DueItem.Event(rawValue: String(id.dropFirst(clause.count + 1))) != nil && citations.contains(clause)
    }

    /// - Parameter machine: norms as the machine read them, where an earlier decision has changed them.
    func match(_ id: String, _ review: Review, in documents: [AnalyzedDocument], _ machine: [String: Norm]) -> Match {
        let siblings = clauses[Self.clause(of: id)] ?? []
        guard let own = places[id] ?? siblings.first else { return .none }
        func norm(_ place: Place) -> Norm {
            let norm = documents[place.document].norms[place.norm]
            return machine[norm.id] ?? norm
        }
        let text = documents[own.document].document.provisions[norm(own).clause].text
        if let known = review.fingerprint, known != Fingerprint(text).description { return places[id] == nil ? .none : .changed(own) }
        guard let action = review.machine[.action]?.first else { return places[id] == nil ? .none : .same(own) }
        if places[id] != nil, norm(own).action.text == action { return .same(own) }
        if let moved = siblings.first(where: { norm($0).action.text == action }) { return .same(moved) }
        return places[id] == nil ? .none : .changed(own)
    }

    func state(ofConflict first: String, _ second: String, fingerprint: String?, in documents: [AnalyzedDocument]) -> ReviewBook.State {
        guard let a = places[first], let b = places[second] else { return .orphaned }
        func text(_ place: Place) -> String {
            documents[place.document].document.provisions[documents[place.document].norms[place.norm].clause].text
        }
        return fingerprint.map { $0 == Self.fingerprint(text(a), text(b)) } ?? true ? .fresh : .stale
    }

    /// Of two clauses that were looked at together.
    static func fingerprint(_ first: String, _ second: String) -> String { Fingerprint(first + "\u{0}" + second).description }

    /// `a#b` of `a#b~1`.
    private static func clause(of id: String) -> String { id.lastIndex(of: "~").map { String(id[..<$0]) } ?? id }
}

extension KnowledgeBase {
    /// What a decision on a pair of norms is kept with: it holds while both clauses say what they said.
    package func fingerprint(ofConflict first: NormPlace, _ second: NormPlace) -> String {
        func text(_ place: NormPlace) -> String {
            provision(at: ClausePlace(document: place.document, provision: norm(at: place).clause)).text
        }
        return ReviewedNorms.fingerprint(text(first), text(second))
    }
}
