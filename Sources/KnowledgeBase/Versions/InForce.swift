package import LegalText

/// Which expression of a work is in force on a day, and where a clause of one stands in another.
extension KnowledgeBase {
    /// The expression of a document's work that is in force on a day: the last whose date has come. Nil before the first.
    /// A document that is no version of a work is its own expression, whatever the day.
    package func expression(of document: Int, on day: PartialDate) -> Int? {
        let versions = expressions(ofDocument: document)
        guard versions.count > 1 else { return document }
        let today = day.dayNumbers.lowerBound
        return versions.last { version in
            guard let date = entry(of: version)?.version ?? start(of: version) else { return version == versions.first }
            return date.dayNumbers.lowerBound <= today
        }
    }

    /// A clause of one expression in another, with what happened to it on the way from the older to the newer.
    package struct Counterpart: Sendable, Hashable {
        package var place: ClausePlace
        package var change: ExpressionDiff.Entry.Change
    }

    /// Nil where the other expression has no such clause.
    package func counterpart(of place: ClausePlace, in document: Int) -> Counterpart? {
        guard place.document != document else { return Counterpart(place: place, change: .kept) }
        let versions = expressions(ofDocument: place.document)
        let isLater = (versions.firstIndex(of: document) ?? 0) > (versions.firstIndex(of: place.document) ?? 0)
        let (old, new) = isLater ? (place.document, document) : (document, place.document)
        let diff = ExpressionDiff(from: documents[old], to: documents[new])
        for entry in diff.entries where (isLater ? entry.old : entry.new) == place.provision {
            guard let other = isLater ? entry.new : entry.old else { return nil }
            return Counterpart(place: ClausePlace(document: document, provision: other), change: entry.change)
        }
        // What has neither text nor heading is not compared; its identifier tells.
        guard let name = citation(of: place).provision else { return nil }
        return self.place(of: Citation(document: documents[document].document.id, provision: name)).map {
            Counterpart(place: $0, change: .kept)
        }
    }

    /// References to a clause from documents that amend its document.
    package func amendments(of place: ClausePlace) -> [ReferencePlace] {
        let amending = relations(of: place.document).amendedBy
        guard !amending.isEmpty else { return [] }
        return incoming(to: citation(of: place)).filter { amending.contains($0.document) }
    }
}
