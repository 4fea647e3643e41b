package import LegalText

extension KnowledgeBase {
    /// How a document stands on a day: one that another takes the place of is superseded from the day that other takes effect, one
    /// that renews of itself does not lapse, and a version is not in force before its own date where an earlier one is held.
    package func standing(of document: Int, on day: PartialDate) -> DocumentTimes.Standing {
        let times = DocumentTimes(documents[document])
        let today = day.dayNumbers.lowerBound
        if let from = supersededFrom(document), from.dayNumbers.lowerBound <= today { return .superseded }
        if let end = end(of: document), end.dayNumbers.upperBound < today { return .lapsed }
        let begin = start(of: document)
        if let begin, begin.dayNumbers.lowerBound > today { return .notYet }
        return begin == nil && times.expiry == nil ? .unknown : .inForce
    }

    /// The day from which this text is in force: of a later version of a work its own date, else when the document takes effect.
    package func start(of document: Int) -> PartialDate? {
        let own = DocumentTimes(documents[document]).start?.value
        guard let version = beginning(ofVersion: document) else { return own ?? entry(of: document)?.version }
        guard let own, own.dayNumbers.lowerBound > version.dayNumbers.lowerBound else { return version }
        return own
    }

    /// The date of a version that an earlier one of its work comes before.
    func beginning(ofVersion document: Int) -> PartialDate? {
        guard let first = expressions(ofDocument: document).first, first != document else { return nil }
        return entry(of: document)?.version
    }

    /// The first date from which another document takes this one's place: of a version, its own date; else when it takes effect.
    package func supersededFrom(_ document: Int) -> PartialDate? {
        var rivals = relations(of: document).supersededBy
        let versions = expressions(ofDocument: document)
        if let place = versions.firstIndex(of: document), place + 1 < versions.count { rivals.append(versions[place + 1]) }
        return rivals.compactMap { entry(of: $0)?.version ?? DocumentTimes(documents[$0]).start?.value }
            .min { $0.dayNumbers.lowerBound < $1.dayNumbers.lowerBound }
    }

    /// The last date on which a document may be in force: its expiry where nothing renews it, or when another takes its place; nil
    /// where it has no end.
    package func end(of document: Int) -> PartialDate? {
        let course = TermCourse(document, of: self)
        // The day before the other's first; of a month or year that other may begin at any time in it.
        let last = supersededFrom(document).map { $0.day == nil ? $0 : PartialDate(dayNumber: $0.dayNumbers.lowerBound - 1) }
        return [course?.renewal == nil ? course?.end.value : nil, last].compactMap { $0 }
            .min { $0.dayNumbers.lowerBound < $1.dayNumbers.lowerBound }
    }
}
