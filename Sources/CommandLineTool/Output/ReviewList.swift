import KnowledgeBase
import LegalText
import Norms

/// What there is to review: stale decisions first, then norms nobody has looked at, the least certain first.
struct ReviewList {
    let options: CommonOptions

    init(options: CommonOptions) { self.options = options }

    fileprivate struct Stale: Encodable {
        var norm: String
        var decision: String
        var state: String
        var oldText: String?
        var newText: String?
        var on: String?
        var by: String?

        enum CodingKeys: String, CodingKey {
            case norm, decision, state, on, by
            case oldText = "old_text"
            case newText = "new_text"
        }
    }

    private struct Open: Encodable { var norm: NormAnswer, machine: NormAnswer? }

    private struct Answer: Encodable {
        var version = 1
        var stale: [Stale]
        var total: Int
        var norms: [Open]
    }

    /// - Parameter ids: only these norms; all that nobody has decided where there are none.
    func show(_ ids: [String], of base: KnowledgeBase) throws {
        let stale = base.reviews.outcomes.filter { $0.state != .fresh && (ids.isEmpty || ids.contains(id(of: $0.review))) }
            .map { Stale($0, in: base, id: id(of: $0.review)) }
        let places =
            try ids.isEmpty
            ? undecided(in: base)
            : ids.map { id in
                guard let place = base.norm(id) else {
                    throw Problem(.nothing, "\(id): no norm has this id. `concordat norms` lists them.")
                }
                return place
            }
        let shown = options.limited(places)
        if options.json {
            let offsets = base.documents.map { OffsetCache($0.document) }
            try JSONLine.write(
                Answer(
                    stale: stale, total: places.count,
                    norms: shown.map { Open(norm: NormAnswer($0, in: base, offsets: offsets[$0.document]), machine: nil) }))
        } else {
            try describe(stale)
            try describe(shown, of: places.count, in: base)
        }
        if stale.isEmpty, places.isEmpty { throw Problem.nothing }
    }

    private func id(of review: Review) -> String {
        switch review.subject {
        case .norm(let id, _): id
        case .conflict(let first, let second): first + " " + second
        }
    }

    private func undecided(in base: KnowledgeBase) -> [NormPlace] {
        base.documents.indices.flatMap { index in base.documents[index].norms.indices.map { NormPlace(document: index, norm: $0) } }
            .filter { base.norm(at: $0).status == .extracted || base.norm(at: $0).status == .stale }
            .sorted { (base.norm(at: $0).confidence, $0) < (base.norm(at: $1).confidence, $1) }
    }

    private func describe(_ stale: [Stale]) throws {
        let console = Console.current
        for item in stale {
            try console.print(options.style.warning("\(item.state): \(item.decision) \(item.norm)"))
            for (label, text) in [("was", item.oldText), ("is ", item.newText)] {
                guard let text else { continue }
                try console.print(
                    Paragraph.wrap(Paragraph.harmless(text), indent: "      ", first: "  \(label): ", width: console.facts.width))
            }
            try console.print()
        }
    }

    private func describe(_ places: [NormPlace], of total: Int, in base: KnowledgeBase) throws {
        let console = Console.current
        for place in places {
            let norm = base.norm(at: place)
            let sureness = Int((norm.confidence * 100).rounded())
            try console.print("\(options.style.citation(norm.id))  \(sureness) % sure, \(norm.status.rawValue)")
            for line in NormWords.lines(norm, indent: "  ", style: options.style, width: console.facts.width) { try console.print(line) }
            let text = base.provision(at: ClausePlace(document: place.document, provision: norm.clause)).text
            let quote = "“" + Paragraph.harmless(String(text[norm.quote])) + "”"
            try console.print(Paragraph.wrap(quote, indent: "  ", width: console.facts.width))
            try console.print()
        }
        try console.print(
            total == 0
                ? "Every norm has been reviewed." : "\(total) to review\(places.count < total ? ", the first \(places.count) shown" : "").")
    }
}

extension ReviewList.Stale {
    fileprivate init(_ outcome: ReviewBook.Outcome, in base: KnowledgeBase, id: String) {
        let place = base.norm(id)
        self.init(
            norm: id, decision: outcome.review.decision.rawValue, state: outcome.state.rawValue, oldText: outcome.review.text,
            newText: place.map { base.provision(at: ClausePlace(document: $0.document, provision: base.norm(at: $0).clause)).text },
            on: outcome.review.on?.description, by: outcome.review.by)
    }
}
