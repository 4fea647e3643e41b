import Language
package import LegalText
package import Norms

/// A sentence and what it was read as.
package struct CoveredSentence: Sendable {
    package var place: ClausePlace
    package var range: TextRange
    package var kind: Statement.Kind
}

extension KnowledgeBase {
    /// Every sentence of a document with its kind; `unread` where nothing was made of it.
    package func coverage(of document: Int) -> [CoveredSentence] {
        let analyzed = documents[document]
        let byClause = Dictionary(grouping: analyzed.statements, by: \.clause)
        let rejected = Dictionary(grouping: analyzed.norms.filter { $0.status == .rejected }, by: \.clause)
        let held = Dictionary(grouping: analyzed.norms.filter { $0.status != .rejected }, by: \.clause)
        return analyzed.document.provisions.enumerated().flatMap { index, provision -> [CoveredSentence] in
            let place = ClausePlace(document: document, provision: index)
            let statements = byClause[index] ?? []
            return Sentences.split(provision.text).map { range in
                var kinds = statements.filter { $0.range.overlaps(range) }.map(\.kind)
                // A sentence whose norms a reviewer rejected, all of them, states a fact.
                func states(_ norms: [Norm]?) -> Bool { norms?.contains { $0.quote.overlaps(range) } ?? false }
                if states(rejected[index]), !states(held[index]) { kinds = kinds.map { $0 == .norm ? .fact : $0 } }
                return CoveredSentence(place: place, range: range, kind: kinds.first { $0 == .norm } ?? kinds.first ?? .unread)
            }
        }
    }
}
