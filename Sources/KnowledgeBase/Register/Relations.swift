package import LegalText

/// How one document bears on others, as the register states it. Indices into `KnowledgeBase.documents`, ascending.
package struct DocumentRelations: Sendable, Equatable {
    package var amends: [Int] = []
    package var amendedBy: [Int] = []
    package var supersedes: [Int] = []
    package var supersededBy: [Int] = []
}

extension KnowledgeBase {
    package func relations(of document: Int) -> DocumentRelations {
        let id = documents[document].document.id
        let own = entry(of: document)
        var relations = DocumentRelations()
        relations.amends = (own?.amends ?? []).compactMap(index(of:)).sorted()
        relations.supersedes = (own?.supersedes ?? []).compactMap(index(of:)).sorted()
        for other in documents.indices where other != document {
            guard let entry = entry(of: other) else { continue }
            if entry.amends.contains(id) { relations.amendedBy.append(other) }
            if entry.supersedes.contains(id) { relations.supersededBy.append(other) }
        }
        return relations
    }

    /// How a document stands on a day. One that another takes the place of is superseded from the day that other takes effect.
    package func standing(of document: Int, on day: PartialDate) -> DocumentTimes.Standing {
        let successors = relations(of: document).supersededBy.map { other in
            DocumentTimes(documents[other]).start?.value ?? entry(of: other)?.version
        }
        let first = successors.compactMap { $0 }.min { $0.dayNumbers.lowerBound < $1.dayNumbers.lowerBound }
        return DocumentTimes(documents[document]).standing(on: day, supersededFrom: first)
    }
}
