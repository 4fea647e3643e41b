package import LegalText
package import Norms
package import References

/// A whole corpus, read, identified, analysed and linked: the value that every answer and every page is made from.
///
/// It is immutable. Documents are sorted by id, so equal input gives equal order everywhere.
package struct KnowledgeBase: Sendable {
    package let register: Register
    package let documents: [AnalyzedDocument]
    package let tombstones: [Tombstone]
    /// What people decided; their decisions are in `documents` already.
    package let reviews: ReviewBook
    /// Parties first, then roles, each by name.
    package let parties: [PartyRecord]
    /// By term, case aside.
    package let terms: [TermRecord]

    let table: RelationTable
    private let places: ProvisionLookup
    private let links: IncomingReferences
    private let directory: PartyDirectory

    /// - Parameter documents: in any order, with ids, wIds, norm ids and resolved references in place.
    package init(register: Register, documents: [AnalyzedDocument], tombstones: [Tombstone], reviews: ReviewBook = ReviewBook()) {
        let sorted = documents.sorted { $0.document.id < $1.document.id }
        self.register = register
        self.reviews = reviews
        self.documents = sorted
        self.tombstones = tombstones.sorted { ($0.document, $0.wId) < ($1.document, $1.wId) }
        table = RelationTable(register: register, documents: sorted)
        places = ProvisionLookup(sorted)
        links = IncomingReferences(sorted)
        directory = PartyDirectory(register: register, documents: sorted)
        parties = directory.records
        terms = TermRecord.gather(from: sorted)
    }
}

// MARK: Looking up

extension KnowledgeBase {
    /// The index of the document with this id.
    package func index(of id: String) -> Int? { places.documents[id] }

    package func document(_ id: String) -> AnalyzedDocument? { index(of: id).map { documents[$0] } }

    /// The provision of a citation, by wId, and where no wId fits by the source's own identifier.
    package func place(of citation: Citation) -> ClausePlace? { places.place(of: citation) }

    package func provision(at place: ClausePlace) -> Provision { documents[place.document].document.provisions[place.provision] }

    /// `document#wId`; `document` alone where a place has no provision.
    package func citation(of place: ClausePlace) -> Citation { documents[place.document].citation(of: place.provision) }

    package func norm(at place: NormPlace) -> Norm { documents[place.document].norms[place.norm] }

    package func citation(of place: NormPlace) -> Citation { documents[place.document].citation(of: norm(at: place).clause) }

    /// The norm of an id such as `membership-policy#para_6~1`.
    package func norm(_ id: String) -> NormPlace? { places.norms[id] }

    package func reference(at place: ReferencePlace) -> Reference { documents[place.document].references[place.reference] }

    package func citation(of place: ReferencePlace) -> Citation { documents[place.document].citation(of: reference(at: place).clause) }

    /// The norms of one provision, in the order of the text, but for those that a person rejected.
    package func norms(of place: ClausePlace) -> [NormPlace] { places.normsByClause[place] ?? [] }

    /// The references that one provision makes.
    package func references(in place: ClausePlace) -> [ReferencePlace] {
        documents[place.document].references.indices.filter { documents[place.document].references[$0].clause == place.provision }
            .map { ReferencePlace(document: place.document, reference: $0) }
    }

    /// The register's entry for a document, where it has one.
    package func entry(of document: Int) -> Register.Entry? { register.entry(for: documents[document].document.source) }
}

// MARK: What points where

extension KnowledgeBase {
    /// References that lead to this citation. For a document's own citation: those to the document and to anything in it.
    package func incoming(to citation: Citation) -> [ReferencePlace] { links.to(citation) }

    /// References to a work that the base does not hold ("Follett Report"), by its name, case and article aside.
    package func incoming(toWorkNamed name: String) -> [ReferencePlace] { links.toWork(named: name) }

    /// References that lead nowhere in the base: broken ones (scope internal or document) and works not held (external).
    package var unresolved: [ReferencePlace] { links.unresolved }
}

// MARK: Who

extension KnowledgeBase {
    /// The parties and roles that a name printed in a document stands for: "DH", "both organisations", "the Alliance".
    /// Indices into `parties`; empty for a name that is nobody's.
    package func parties(named name: String, in document: Int) -> [Int] { directory.resolve(name, in: document) }

    /// The parties to a document.
    package func parties(to document: Int) -> [Int] { directory.members[document] }

    /// The parties that bear a norm.
    package func bearers(of place: NormPlace) -> [Int] { directory.resolve(norm(at: place).bearers, in: place.document) }

    /// The parties that a norm's action goes to.
    package func counterparties(of place: NormPlace) -> [Int] { directory.resolve(norm(at: place).counterparties, in: place.document) }

    /// Parties and roles that answer to a name, wherever it is printed; used for filters such as `--party DH`.
    package func parties(answeringTo name: String) -> [Int] { directory.answering(to: name) }
}

extension AnalyzedDocument {
    /// The citation of a provision by its index: `document#wId`; of the document itself for an index that is none.
    package func citation(of provision: Int?) -> Citation {
        guard let provision, document.provisions.indices.contains(provision) else { return Citation(document: document.id) }
        let found = document.provisions[provision]
        return Citation(document: document.id, provision: found.wId.isEmpty ? found.eId : found.wId)
    }
}
