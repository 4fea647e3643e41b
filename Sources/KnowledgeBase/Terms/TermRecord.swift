/// A defined term or acronym, everywhere it is defined and used.
package struct TermRecord: Sendable {
    package struct Place: Hashable, Sendable {
        package var document: Int
        /// Index into that document's definitions, or its term uses.
        package var index: Int
        /// Index into its provisions: the clause that defines or uses the term.
        package var clause: Int
    }

    /// A slug, unique in the base.
    package var id: String
    package var term: String
    package var definitions: [Place] = []
    package var uses: [Place] = []

    package init(id: String, term: String) {
        self.id = id
        self.term = term
    }
}

/// Gathers the terms of documents that come one after another. An acronym keeps its case: "APP" is not "app".
struct TermGathering: Sendable {
    private var records: [TermRecord] = []
    private var index: [String: Int] = [:]

    mutating func add(_ gist: DocumentGist, number document: Int) {
        var ownerOfDefinition: [Int] = []
        for (number, definition) in gist.definitions.enumerated() {
            let key = definition.isAcronym ? definition.term : PhraseKey.make(definition.term)
            let record = index[key] ?? records.count
            if record == records.count {
                records.append(TermRecord(id: "", term: definition.term))
                index[key] = record
            }
            records[record].definitions.append(.init(document: document, index: number, clause: definition.clause))
            ownerOfDefinition.append(record)
        }
        for (number, use) in gist.uses.enumerated() where ownerOfDefinition.indices.contains(use.definition) {
            records[ownerOfDefinition[use.definition]].uses.append(.init(document: document, index: number, clause: use.clause))
        }
    }

    /// By term, case aside.
    func sorted() -> [TermRecord] {
        var records = records.map { ($0.term.lowercased(), $0) }.sorted { ($0.0, $0.1.term) < ($1.0, $1.1.term) }.map(\.1)
        var taken: Set<String> = []
        for position in records.indices { records[position].id = Slug.unique(Slug.make(records[position].term), taken: &taken) }
        return records
    }
}
