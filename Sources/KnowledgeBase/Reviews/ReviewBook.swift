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
    private var conflicts: [[String]: Review.Decision] = [:]

    package init() {}

    /// A book as it was stored: its decisions are in the norms already.
    init(_ outcomes: [Outcome]) {
        for outcome in outcomes { enter(outcome) }
    }

    /// Applies `reviews` to the norms of `documents`, which have their ids.
    package init(_ reviews: [Review], applyingTo documents: inout [AnalyzedDocument]) {
        var places: [String: (document: Int, norm: Int)] = [:]
        for (index, analyzed) in documents.enumerated() {
            for (number, norm) in analyzed.norms.enumerated() { places[norm.id] = (index, number) }
        }
        var machine: [String: Norm] = [:]
        for review in reviews {
            var outcome = Outcome(review: review, state: .fresh, machine: nil)
            switch review.subject {
            case .conflict(let first, let second):
                if places[first] == nil || places[second] == nil { outcome.state = .orphaned }
            case .norm(let id, _):
                if let place = places[id] {
                    let norm = documents[place.document].norms[place.norm]
                    let text = documents[place.document].document.provisions[norm.clause].text
                    if review.decision.isOfFulfilment {
                        // It speaks of what was done, not of what the text says.
                    } else if let known = review.fingerprint, known != Fingerprint(text).description {
                        outcome.state = .stale
                        documents[place.document].norms[place.norm].status = .stale
                    } else {
                        // Each decision is laid over the machine's own reading, not over an earlier decision.
                        let original = machine[id] ?? norm
                        machine[id] = original
                        outcome.machine = original
                        documents[place.document].norms[place.norm] = original.applying(review, text: text)
                    }
                } else {
                    outcome.state = .orphaned
                }
            }
            enter(outcome)
        }
    }

    private mutating func enter(_ outcome: Outcome) {
        switch outcome.review.subject {
        case .conflict(let first, let second): conflicts[[first, second]] = outcome.review.decision
        case .norm(let id, let occurrence):
            if outcome.review.decision.isOfFulfilment { fulfilment[id, default: [:]][occurrence] = outcomes.count }
        }
        outcomes.append(outcome)
    }

    /// The last decision on whether an occurrence was done; the one on the norm as a whole where there is none of its own.
    package func fulfilment(of norm: String, at occurrence: PartialDate?) -> Review? {
        let known = fulfilment[norm]
        return (known?[occurrence] ?? known?[nil]).map { outcomes[$0].review }
    }

    package func decision(onConflict first: String, _ second: String) -> Review.Decision? { conflicts[[first, second].sorted()] }
}

extension Norm {
    /// The norm with a person's decision laid over it. A text that stands in the clause keeps its range; another has none.
    func applying(_ review: Review, text: String) -> Norm {
        var norm = self
        norm.confidence = 1
        switch review.decision {
        case .accepted: norm.status = .accepted
        case .rejected: norm.status = .rejected
        default: norm.status = .corrected
        }
        func slot(_ words: String) -> Slot {
            guard let found = text.range(of: words) else { return Slot(text: words, range: TextRange(0, 0)) }
            let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
            return Slot(text: words, range: TextRange(start, start + words.utf8.count))
        }
        for (key, values) in review.set {
            switch key {
            case .modality: norm.modality = values.first.flatMap(Modality.init) ?? norm.modality
            case .strength: norm.strength = values.first.flatMap(Strength.init) ?? norm.strength
            case .bearers:
                norm.bearers = values
                norm.bearerIsImplied = false
            case .counterparties: norm.counterparties = values
            case .action: norm.action = slot(values.first ?? "")
            case .conditions: norm.conditions = values.map(slot)
            case .exceptions: norm.exceptions = values.map(slot)
            }
        }
        return norm
    }
}
