import LegalText

/// The tables behind the lookups of `KnowledgeBase`.
struct ProvisionLookup: Sendable {
    let documents: [String: Int]
    let norms: [String: NormPlace]
    let normsByClause: [ClausePlace: [NormPlace]]
    private let wIds: [[String: Int]]
    /// The sources' own identifiers. An eId is none: what is third today was another clause yesterday.
    private let others: [[String: Int]]

    init(_ analyzed: [AnalyzedDocument]) {
        var documents: [String: Int] = [:]
        var norms: [String: NormPlace] = [:]
        var normsByClause: [ClausePlace: [NormPlace]] = [:]
        var wIds: [[String: Int]] = []
        var others: [[String: Int]] = []
        for (index, one) in analyzed.enumerated() {
            documents[one.document.id] = index
            for (number, norm) in one.norms.enumerated() {
                let place = NormPlace(document: index, norm: number)
                norms[norm.id] = place
                if norm.status == .rejected { continue }
                normsByClause[ClausePlace(document: index, provision: norm.clause), default: []].append(place)
            }
            var byWId: [String: Int] = [:]
            var byOther: [String: Int] = [:]
            for (number, provision) in one.document.provisions.enumerated() {
                if !provision.wId.isEmpty { byWId[provision.wId] = number }
                for name in provision.aliases where !name.isEmpty && byOther[name] == nil { byOther[name] = number }
            }
            wIds.append(byWId)
            others.append(byOther)
        }
        self.documents = documents
        self.norms = norms
        self.normsByClause = normsByClause
        self.wIds = wIds
        self.others = others
    }

    func place(of citation: Citation) -> ClausePlace? {
        guard let document = documents[citation.document], let name = citation.provision else { return nil }
        return (wIds[document][name] ?? others[document][name]).map { ClausePlace(document: document, provision: $0) }
    }
}
