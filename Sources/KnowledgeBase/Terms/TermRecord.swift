/// A defined term or acronym, everywhere it is defined and used.
package struct TermRecord: Sendable {
    package struct Place: Hashable, Sendable {
        package var document: Int
        /// Index into that document's definitions, or its term uses.
        package var index: Int
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

extension TermRecord {
    /// Every term of the documents with the places that define and use it. An acronym keeps its case: "APP" is not "app".
    static func gather(from documents: [AnalyzedDocument]) -> [TermRecord] {
        var records: [TermRecord] = []
        var index: [String: Int] = [:]
        for (document, analyzed) in documents.enumerated() {
            var ownerOfDefinition: [Int] = []
            for (number, definition) in analyzed.definitions.enumerated() {
                let key = definition.kind == .acronym ? definition.term : PhraseKey.make(definition.term)
                let record = index[key] ?? records.count
                if record == records.count {
                    records.append(TermRecord(id: "", term: definition.term))
                    index[key] = record
                }
                records[record].definitions.append(Place(document: document, index: number))
                ownerOfDefinition.append(record)
            }
            for (number, use) in analyzed.termUses.enumerated() where ownerOfDefinition.indices.contains(use.definition) {
                records[ownerOfDefinition[use.definition]].uses.append(Place(document: document, index: number))
            }
        }
        records.sort { ($0.term.lowercased(), $0.term) < ($1.term.lowercased(), $1.term) }
        var taken: Set<String> = []
        for position in records.indices { records[position].id = Slug.unique(Slug.make(records[position].term), taken: &taken) }
        return records
    }
}
