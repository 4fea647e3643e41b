import LegalText

/// References turned round: for a citation or the name of a work, who mentions it.
struct IncomingReferences: Sendable {
    let unresolved: [ReferencePlace]
    private let byCitation: [Citation: [ReferencePlace]]
    private let byDocument: [String: [ReferencePlace]]
    private let byWork: [String: [ReferencePlace]]

    init(_ documents: [AnalyzedDocument]) {
        var byCitation: [Citation: [ReferencePlace]] = [:]
        var byDocument: [String: [ReferencePlace]] = [:]
        var byWork: [String: [ReferencePlace]] = [:]
        var unresolved: [ReferencePlace] = []
        for (document, analyzed) in documents.enumerated() {
            for (number, reference) in analyzed.references.enumerated() {
                let place = ReferencePlace(document: document, reference: number)
                if let target = reference.resolved {
                    byCitation[target, default: []].append(place)
                    byDocument[target.document, default: []].append(place)
                } else {
                    unresolved.append(place)
                    byWork[PhraseKey.make(reference.target), default: []].append(place)
                }
            }
        }
        self.byCitation = byCitation
        self.byDocument = byDocument
        self.byWork = byWork
        self.unresolved = unresolved
    }

    func to(_ citation: Citation) -> [ReferencePlace] {
        citation.provision == nil ? byDocument[citation.document] ?? [] : byCitation[citation] ?? []
    }

    func toWork(named name: String) -> [ReferencePlace] { byWork[PhraseKey.make(name)] ?? [] }
}
