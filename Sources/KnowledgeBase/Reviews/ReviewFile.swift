import LegalText
package import YAMLReading

/// Reads and writes `corpus/reviews.yaml`: a list of records, oldest first. New ones are put at the end, so a person's comments stay
/// and two branches merge.
///
///     - norm: membership-policy#para_6~1
///       decision: corrected
///       set: { bearers: [Reach Partnership], strength: binding }
///       machine: { modality: prohibition, strength: binding, bearers: [Partnership], action: give access }
///       on: 2026-01-12
///       by: A. Reviewer
///       fingerprint: 0123456789abcdef
///       text: The rule is this ...
///     - norm: partnership-agreement#sec_4__subsec_1~1
///       occurrence: 2025-08-31
///       decision: done
///       evidence: minutes/2025-08.pdf
///     - conflict: [membership-terms#sec_5~1, partnership-agreement#sec_6__subsec_1~1]
///       decision: no-conflict
package enum ReviewFile {
    package static let name = "reviews.yaml"

    package static func read(_ text: String, file: String) throws(FileError) -> [Review] {
        var reviews: [Review] = []
        for value in try YAMLValue.root(of: text, file: file)?.list() ?? [] { reviews.append(try review(value)) }
        return reviews
    }

    private static func review(_ value: YAMLValue) throws(FileError) -> Review {
        let fields = try value.fields([
            "norm", "occurrence", "conflict", "decision", "set", "machine", "on", "by", "evidence", "fingerprint", "text",
        ])
        guard let decided = fields["decision"] else { throw value.error(.missingKey("decision")) }
        let decision = try decided.choice(Review.Decision.self)
        let subject: Review.Subject
        if let norm = fields["norm"] {
            guard decision != .conflict && decision != .noConflict else {
                throw decided.mismatch(.oneOf(Review.Decision.allCases.filter { $0.isOfExtraction || $0.isOfFulfilment }.map(\.rawValue)))
            }
            subject = .norm(try norm.text(), occurrence: try fields["occurrence"]?.date())
        } else if let pair = fields["conflict"] {
            let ids = try pair.texts().sorted()
            guard ids.count == 2 else { throw pair.mismatch(.syntax("the ids of two norms")) }
            guard decision == .conflict || decision == .noConflict else { throw decided.mismatch(.oneOf(["conflict", "no-conflict"])) }
            subject = .conflict(ids[0], ids[1])
        } else {
            throw value.error(.missingKey("norm"))
        }
        var review = Review(subject: subject, decision: decision, place: value.place)
        review.set = try slots(fields["set"])
        review.machine = try slots(fields["machine"])
        if decision == .corrected, review.set.isEmpty { throw value.error(.missingKey("set")) }
        review.on = try fields["on"]?.date()
        review.by = try fields["by"]?.text()
        review.evidence = try fields["evidence"]?.text()
        review.fingerprint = try fields["fingerprint"]?.text()
        review.text = try fields["text"]?.text()
        return review
    }

    private static func slots(_ value: YAMLValue?) throws(FileError) -> [Review.Slot: [String]] {
        var slots: [Review.Slot: [String]] = [:]
        for entry in try value?.entries() ?? [] {
            let slot = try entry.key.choice(Review.Slot.self)
            let texts = try entry.value.texts()
            if let fault = slot.fault(in: texts) {
                throw FileError(.expected(fault.expectation, found: fault.found), at: entry.value.place)
            }
            slots[slot] = texts
        }
        return slots
    }

    /// A record as it is put at the end of the file.
    package static func write(_ review: Review) -> String {
        var lines: [String] = []
        func quoted(_ text: String) -> String { YAMLText.quoted(text) }
        switch review.subject {
        case .norm(let id, let occurrence):
            lines.append("norm: \(quoted(id))")
            if let occurrence { lines.append("occurrence: \(occurrence)") }
        case .conflict(let first, let second): lines.append("conflict: [\(quoted(first)), \(quoted(second))]")
        }
        lines.append("decision: \(review.decision.rawValue)")
        for (name, values) in [("set", review.set), ("machine", review.machine)] where !values.isEmpty {
            lines.append(name + ":")
            for slot in Review.Slot.allCases {
                guard let texts = values[slot] else { continue }
                lines.append("  \(slot.rawValue): " + (slot.isOne && texts.count == 1 ? quoted(texts[0]) : YAMLText.quoted(texts)))
            }
        }
        if let on = review.on { lines.append("on: \(on)") }
        if let by = review.by { lines.append("by: \(quoted(by))") }
        if let evidence = review.evidence { lines.append("evidence: \(quoted(evidence))") }
        if let fingerprint = review.fingerprint { lines.append("fingerprint: \(quoted(fingerprint))") }
        if let text = review.text { lines.append("text: \(quoted(text))") }
        return "- " + lines.joined(separator: "\n  ") + "\n"
    }
}
