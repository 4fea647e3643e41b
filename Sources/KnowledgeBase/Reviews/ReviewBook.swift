package import LegalText
package import Norms

/// All decisions of a base, laid over what the machine found.
///
/// A decision on an extraction holds while the clause's text is the one it was made on. After an edit it is stale: it is shown with
/// both texts and applied to nothing. When its norm is gone altogether it is orphaned. It is never dropped.
package struct ReviewBook: Sendable {
    package enum State: String, Sendable { case fresh, stale, orphaned }

    package struct Outcome: Sendable {
        package var review: Review
        package var state: State
        /// The norm as the machine had it, where a fresh decision changed it.
        package var machine: Norm?
    }

    /// In the order of the file.
    package private(set) var outcomes: [Outcome] = []
    /// The last decision on the fulfilment of a norm (`nil`) or of one occurrence.
    private var fulfilment: [String: [PartialDate?: Int]] = [:]
    /// The last fresh decision on an extraction, by the id that the norm has now.
    private var extractions: [String: Int] = [:]
    private var conflicts: [[String]: Int] = [:]

    package init() {}

    /// A book as it was stored: its decisions are in the norms already.
    init(_ outcomes: [Outcome]) {
        for outcome in outcomes { enter(outcome) }
    }

    /// Applies `reviews` to the norms of `documents`, which have their ids.
    package init(_ reviews: [Review], applyingTo documents: inout [AnalyzedDocument]) {
        let norms = ReviewedNorms(documents)
        var machine: [String: Norm] = [:]
        for review in reviews {
            var outcome = Outcome(review: review, state: .fresh, machine: nil)
            switch review.subject {
            case .conflict(let first, let second):
                outcome.state = norms.state(ofConflict: first, second, fingerprint: review.fingerprint, in: documents)
            case .norm(let id, _) where review.decision.isOfFulfilment:
                // It speaks of what was done, not of what the text says.
                if !norms.knows(id) { outcome.state = .orphaned }
            case .norm(let id, _):
                switch norms.match(id, review, in: documents, machine) {
                case .none: outcome.state = .orphaned
                case .changed(let place):
                    outcome.state = .stale
                    if documents[place.document].norms[place.norm].status == .extracted {
                        documents[place.document].norms[place.norm].status = .stale
                    }
                case .same(let place):
                    // Each decision is laid over the machine's own reading, not over an earlier decision.
                    let norm = documents[place.document].norms[place.norm]
                    let original = machine[norm.id] ?? norm
                    machine[norm.id] = original
                    outcome.machine = original
                    let text = documents[place.document].document.provisions[norm.clause].text
                    documents[place.document].norms[place.norm] = original.applying(review, text: text)
                }
            }
            enter(outcome)
        }
    }

    private mutating func enter(_ outcome: Outcome) {
        switch outcome.review.subject {
        case .conflict(let first, let second): if outcome.state == .fresh { conflicts[[first, second]] = outcomes.count }
        case .norm(let id, let occurrence):
            if outcome.review.decision.isOfFulfilment {
                fulfilment[id, default: [:]][occurrence] = outcomes.count
            } else if outcome.state == .fresh {
                extractions[outcome.machine?.id ?? id] = outcomes.count
            }
        }
        outcomes.append(outcome)
    }
}

// MARK: Asking

extension ReviewBook {
    /// The last decision on whether an occurrence was done. A day recorded inside the month or year that is due is of that
    /// occurrence; a record without a day is of all.
    package func fulfilment(of norm: String, at occurrence: PartialDate?) -> Review? {
        guard let known = fulfilment[norm] else { return nil }
        if let exact = known[occurrence] { return outcomes[exact].review }
        if let span = occurrence?.dayNumbers {
            let inside = known.compactMap { date, index in
                date.map { span.contains($0.dayNumbers.lowerBound) && span.contains($0.dayNumbers.upperBound) } == true ? index : nil
            }
            if let last = inside.max() { return outcomes[last].review }
        }
        return known[nil].map { outcomes[$0].review }
    }

    /// The decision on a norm's extraction that holds now, with the machine's own reading.
    package func extraction(of norm: String) -> Outcome? { extractions[norm].map { outcomes[$0] } }

    package func decision(onConflict first: String, _ second: String) -> Review.Decision? {
        conflicts[[first, second].sorted()].map { outcomes[$0].review.decision }
    }

    /// Stale and orphaned decisions that nobody has made again since.
    package var unsettled: [Outcome] {
        outcomes.indices.filter { index in
            guard outcomes[index].state != .fresh else { return false }
            switch outcomes[index].review.subject {
            case .norm(let id, _): return (extractions[id] ?? -1) < index
            case .conflict(let first, let second): return (conflicts[[first, second]] ?? -1) < index
            }
        }.map { outcomes[$0] }
    }
}
