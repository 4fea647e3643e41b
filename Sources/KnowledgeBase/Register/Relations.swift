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
        DocumentTimes(documents[document]).standing(on: day, supersededFrom: supersededFrom(document))
    }

    /// The first date from which another document takes this one's place: of a version, its own date; else when it takes effect.
    private func supersededFrom(_ document: Int) -> PartialDate? {
        relations(of: document).supersededBy.compactMap { entry(of: $0)?.version ?? DocumentTimes(documents[$0]).start?.value }
            .min { $0.dayNumbers.lowerBound < $1.dayNumbers.lowerBound }
    }

    /// The last date on which a document may be in force: its expiry, or when another takes its place; nil where it has no end.
    func end(of document: Int) -> PartialDate? {
        [DocumentTimes(documents[document]).expiry?.value, supersededFrom(document)].compactMap { $0 }
            .min { $0.dayNumbers.lowerBound < $1.dayNumbers.lowerBound }
    }
}
