import KnowledgeBase
import LegalText
import Norms

/// What there is to review: decisions that a changed text left behind first, then norms nobody has looked at, the least certain first.
struct ReviewList {
    let options: CommonOptions

    init(options: CommonOptions) { self.options = options }

    private struct Open: Encodable {
        var norm: NormAnswer
        /// What the machine had read, slot by slot, where a decision stands over it.
        var machine: [String: [String]]?
    }

    private struct Answer: Encodable {
        var version = 1
        var stale: [StaleAnswer]
        var total: Int
        var norms: [Open]
    }

    /// - Parameter ids: only these norms; all that nobody has decided where there are none.
    func show(_ ids: [String], of base: KnowledgeBase) throws {
        let stale = base.reviews.unsettled.map { StaleAnswer($0, in: base) }.filter { ids.isEmpty || ids.contains($0.norm) }
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
                    norms: shown.map {
                        Open(norm: NormAnswer($0, in: base, offsets: offsets[$0.document]), machine: machine(at: $0, in: base))
                    }))
        } else {
            for item in stale { try describe(item) }
            try describe(shown, of: places.count, in: base)
        }
        if stale.isEmpty, places.isEmpty { throw Problem.nothing }
    }

    private func undecided(in base: KnowledgeBase) -> [NormPlace] {
        base.documents.indices.flatMap { index in base.documents[index].norms.indices.map { NormPlace(document: index, norm: $0) } }
            .filter { base.norm(at: $0).status == .extracted || base.norm(at: $0).status == .stale }
            .sorted { (base.norm(at: $0).confidence, $0) < (base.norm(at: $1).confidence, $1) }
    }

    private func machine(at place: NormPlace, in base: KnowledgeBase) -> [String: [String]]? {
        base.reviews.extraction(of: base.norm(at: place).id)?.machine.map { machine in
            Dictionary(uniqueKeysWithValues: machine.values.map { ($0.rawValue, $1) })
        }
    }

    private func describe(_ item: StaleAnswer) throws {
        let console = Console.current
        try console.print(options.style.warning("\(item.state): \(item.decision) \(item.norm)"))
        func line(_ label: String, _ words: String?) throws {
            guard let words, !words.isEmpty else { return }
            try console.print(
                Paragraph.wrap(Paragraph.harmless(words), indent: "      ", first: "  \(label): ", width: console.facts.width))
        }
        try line("was", item.oldText)
        if item.oldText != item.newText {
            try line("is ", item.newText)
        } else {
            try line("read then", item.oldReading)
            try line("reads now", item.newReading)
        }
        try console.print()
    }

    private func describe(_ places: [NormPlace], of total: Int, in base: KnowledgeBase) throws {
        let console = Console.current
        for place in places {
            let norm = base.norm(at: place)
            let outcome = base.reviews.extraction(of: norm.id)
            let sureness = Int((norm.confidence * 100).rounded())
            let state = outcome == nil ? "\(sureness) % sure, \(norm.status.rawValue)" : norm.status.rawValue
            let who = [outcome?.review.by.map { "by \($0)" }, outcome?.review.on.map(DateWords.describe)].compactMap { $0 }
            try console.print("\(options.style.citation(norm.id))  \(([state] + who).joined(separator: ", "))")
            for line in NormWords.lines(norm, indent: "  ", style: options.style, width: console.facts.width) { try console.print(line) }
            if let machine = outcome?.machine, machine.values != norm.values {
                try console.print("  the machine had read:")
                for slot in Review.Slot.allCases where machine.values(of: slot) != norm.values(of: slot) {
                    let words = machine.values(of: slot).joined(separator: "; ")
                    try console.print("    \(slot.rawValue): \(Paragraph.harmless(words.isEmpty ? "nothing" : words))")
                }
            }
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

/// A decision that a changed text or reading left behind: applied to nothing, shown with old and new.
struct StaleAnswer: Encodable {
    var norm: String
    var decision: String
    var state: String
    var oldText: String?
    var newText: String?
    var oldReading: String?
    var newReading: String?
    var on: String?
    var by: String?

    enum CodingKeys: String, CodingKey {
        case norm, decision, state, on, by
        case oldText = "old_text"
        case newText = "new_text"
        case oldReading = "old_reading"
        case newReading = "new_reading"
    }

    init(_ outcome: ReviewBook.Outcome, in base: KnowledgeBase) {
        switch outcome.review.subject {
        case .norm(let id, _): norm = id
        case .conflict(let first, let second): norm = first + " " + second
        }
        let place = base.norm(norm)
        decision = outcome.review.decision.rawValue
        state = outcome.state.rawValue
        oldText = outcome.review.text
        newText = place.map { base.provision(at: ClausePlace(document: $0.document, provision: base.norm(at: $0).clause)).text }
        oldReading = outcome.review.machine.isEmpty ? nil : Self.reading(outcome.review.machine)
        newReading = place.map { Self.reading(base.norm(at: $0).values) }
        on = outcome.review.on?.description
        by = outcome.review.by
    }

    /// "prohibition, binding, Partnership, give access"
    private static func reading(_ values: [Review.Slot: [String]]) -> String {
        Review.Slot.allCases.compactMap { values[$0]?.joined(separator: " and ") }.joined(separator: ", ")
    }
}
