import LegalText
import Norms

/// Something stored that is not what it should be.
package struct IntegrityFault: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// A quote, action, reference or term is not what the clause says at that place.
        case quote
        /// The clause is not, or no longer, in its source so.
        case source
    }

    package var kind: Kind
    package var citation: String
    package var quote: String
}

extension KnowledgeBase {
    /// Every text that was taken out of a clause, held against the clause.
    package func quoteFaults() -> [IntegrityFault] {
        documents.flatMap { analyzed -> [IntegrityFault] in
            let provisions = analyzed.document.provisions
            var faults: [IntegrityFault] = []
            func checkRange(_ clause: Int, _ range: TextRange, _ words: String?) {
                let text = provisions.indices.contains(clause) ? provisions[clause].text : ""
                let isInside =
                    provisions.indices.contains(clause) && range.start >= 0 && range.start <= range.end && range.end <= text.utf8.count
                if !isInside || words.map({ $0 != String(text[range]) }) ?? false {
                    faults.append(IntegrityFault(kind: .quote, citation: analyzed.citation(of: clause).description, quote: words ?? ""))
                }
            }
            for norm in analyzed.norms {
                checkRange(norm.clause, norm.quote, nil)
                // Words that a person set may be their own; those have no range.
                func check(_ clause: Int, _ range: TextRange, _ words: String?) {
                    if norm.status != .corrected && norm.status != .accepted || !range.isEmpty { checkRange(clause, range, words) }
                }
                for slot in [norm.action] + norm.conditions + norm.exceptions { check(slot.clause ?? norm.clause, slot.range, slot.text) }
                if let deadline = norm.deadline { check(norm.clause, deadline.range, deadline.text) }
                if let recurrence = norm.recurrence { check(norm.clause, recurrence.range, recurrence.text) }
            }
            for reference in analyzed.references { checkRange(reference.clause, reference.range, reference.text) }
            for definition in analyzed.definitions { checkRange(definition.clause, definition.range, nil) }
            return faults
        }
    }

    /// Clauses that a fresh reading of the sources does not give so.
    package func sourceFaults(against fresh: KnowledgeBase) -> [IntegrityFault] {
        documents.flatMap { analyzed -> [IntegrityFault] in
            analyzed.document.provisions.indices.compactMap { index in
                let provision = analyzed.document.provisions[index]
                let citation = analyzed.citation(of: index)
                if let place = fresh.place(of: citation), fresh.provision(at: place).text == provision.text { return nil }
                return IntegrityFault(kind: .source, citation: citation.description, quote: provision.text)
            }
        }
    }
}
