package import LegalText
package import Norms
package import References

/// A whole corpus, read, identified, analysed and linked: the value that every answer and every page is made from.
///
/// It is immutable. Documents are sorted by id, so equal input gives equal order everywhere.
package struct KnowledgeBase: Sendable {
    package let register: Register
    package let documents: DocumentList
    /// Of each document what lists need of it, at hand.
    package let summaries: SummaryList
    package let tombstones: [Tombstone]
    /// What people decided; their decisions are in `documents` already.
    package let reviews: ReviewBook

    let table: RelationTable
    private let places: [String: Int]
    private let tables: LazyTables

    /// - Parameter documents: in any order, with ids, wIds, norm ids and resolved references in place.
    package init(register: Register, documents: [AnalyzedDocument], tombstones: [Tombstone], reviews: ReviewBook = ReviewBook()) {
        let sorted = documents.sorted { $0.document.id < $1.document.id }
        self.init(
            register: register, documents: DocumentList(sorted), summaries: SummaryList(sorted.lazy.map(DocumentSummary.init)),
            tombstones: tombstones,
            reviews: reviews)
    }

    /// - Parameters:
    ///   - documents: sorted by id.
    ///   - tables: where they are made already.
    init(
        register: Register, documents: DocumentList, summaries: SummaryList, tombstones: [Tombstone], reviews: ReviewBook,
        tables: BaseTables? = nil
    ) {
        self.register = register
        self.documents = documents
        self.summaries = summaries
        self.tombstones = tombstones.sorted { ($0.document, $0.wId) < ($1.document, $1.wId) }
        self.reviews = reviews
        let places = Dictionary(summaries.lazy.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.places = places
        table = RelationTable(register: register, summaries: summaries, places: places)
        self.tables = LazyTables(tables) {
            var gathering = BaseGathering(register: register, places: places)
            for index in documents.indices { gathering.add(DocumentGist(documents[index])) }
            return gathering.tables()
        }
    }

    /// Parties first, then roles, each by name.
    package var parties: [PartyRecord] { tables.value.directory.records }

    var directory: PartyDirectory { tables.value.directory }

    /// By term, case aside.
    package var terms: [TermRecord] { tables.value.terms }

    /// By text, case aside.
    package var headings: [HeadingRecord] { tables.value.headings }
}

// MARK: Looking up

extension KnowledgeBase {
    /// The index of the document with this id.
    package func index(of id: String) -> Int? { places[id] }

    package func document(_ id: String) -> AnalyzedDocument? { index(of: id).map { documents[$0] } }

    /// The provision of a citation, by wId, and where no wId fits by the source's own identifier.
    package func place(of citation: Citation) -> ClausePlace? {
        guard let document = places[citation.document], let name = citation.provision else { return nil }
        return documents.loaded(document).provision(name).map { ClausePlace(document: document, provision: $0) }
    }

    package func provision(at place: ClausePlace) -> Provision { documents[place.document].document.provisions[place.provision] }

    /// `document#wId`; `document` alone where a place has no provision.
    package func citation(of place: ClausePlace) -> Citation { documents[place.document].citation(of: place.provision) }

    package func norm(at place: NormPlace) -> Norm { documents[place.document].norms[place.norm] }

    package func citation(of place: NormPlace) -> Citation { documents[place.document].citation(of: norm(at: place).clause) }

    /// The norm of an id such as `membership-policy#para_6~1`.
    package func norm(_ id: String) -> NormPlace? {
        let citation = Citation(id.lastIndex(of: "~").map { id[..<$0] } ?? id[...])
        guard let document = places[citation.document] else { return nil }
        return documents[document].norms.firstIndex { $0.id == id }.map { NormPlace(document: document, norm: $0) }
    }

    package func reference(at place: ReferencePlace) -> Reference { documents[place.document].references[place.reference] }

    package func citation(of place: ReferencePlace) -> Citation { documents[place.document].citation(of: reference(at: place).clause) }

    /// The norms of one provision, in the order of the text, but for those that a person rejected.
    package func norms(of place: ClausePlace) -> [NormPlace] {
        documents.loaded(place.document).norms(of: place.provision).map { NormPlace(document: place.document, norm: $0) }
    }

    /// The references that one provision makes.
    package func references(in place: ClausePlace) -> [ReferencePlace] {
        documents[place.document].references.indices.filter { documents[place.document].references[$0].clause == place.provision }
            .map { ReferencePlace(document: place.document, reference: $0) }
    }

    /// The register's entry for a document, where it has one.
    package func entry(of document: Int) -> Register.Entry? { register.entry(for: summaries[document].source) }
}

// MARK: What points where

/// A mention of a document or of a provision in it, by the clause that makes it.
package struct MentionPlace: Hashable, Sendable {
    package var reference: ReferencePlace
    package var clause: Int

    package var place: ClausePlace { ClausePlace(document: reference.document, provision: clause) }
}

/// A reference that leads nowhere in the base.
package struct LooseReference: Sendable {
    package var mention: MentionPlace
    /// A work outside the base; else something of the base that is not there.
    package var isExternal: Bool
    /// Into `KnowledgeBase.looseTargets`.
    package var target: Int
}

extension KnowledgeBase {
    /// References that lead to this citation. For a document's own citation: those to the document and to anything in it.
    package func incoming(to citation: Citation) -> [ReferencePlace] { mentions(of: citation).map(\.reference) }

    package func mentions(of citation: Citation) -> [MentionPlace] {
        guard let document = places[citation.document] else { return [] }
        let provision = citation.provision.map { Fingerprint($0) }
        return tables.value.links.to(document: document).filter { provision == nil || $0.provision == provision }
            .map { MentionPlace(reference: $0.place, clause: $0.clause) }
    }

    /// The mentions of a document and its provisions, each with the fingerprint of the provision's identifier; for pages that show all.
    package func mentions(ofDocument document: Int) -> [(mention: MentionPlace, provision: Fingerprint?)] {
        tables.value.links.to(document: document).map { (MentionPlace(reference: $0.place, clause: $0.clause), $0.provision) }
    }

    /// How often each document mentions each other.
    package var mentionCounts: [(from: Int, to: Int, count: Int)] { tables.value.links.counts() }

    /// References to a work that the base does not hold ("Follett Report"), by its name, case and article aside.
    package func incoming(toWorkNamed name: String) -> [ReferencePlace] {
        let key = PhraseKey.make(name)
        let links = tables.value.links
        let isMeant = links.targets.map { PhraseKey.make($0) == key }
        return links.loose.filter { isMeant[$0.target] }.map(\.place)
    }

    /// References that lead nowhere in the base: broken ones (scope internal or document) and works not held (external).
    package var unresolved: [ReferencePlace] { tables.value.links.loose.map(\.place) }

    /// The same, each with what it names, in the order of the base.
    package var looseReferences: [LooseReference] {
        tables.value.links.loose.map {
            LooseReference(mention: MentionPlace(reference: $0.place, clause: $0.clause), isExternal: $0.isExternal, target: $0.target)
        }
    }

    /// What references that lead nowhere name, each once.
    package var looseTargets: [String] { tables.value.links.targets }

    package var unresolvedCount: Int { summaries.reduce(0) { $0 + $1.unresolved } }
}

// MARK: Who

extension KnowledgeBase {
    /// The parties and roles that a name printed in a document stands for: "DH", "both organisations", "the Alliance".
    /// Indices into `parties`; empty for a name that is nobody's.
    package func parties(named name: String, in document: Int) -> [Int] { tables.value.directory.resolve(name, in: document) }

    /// The parties to a document.
    package func parties(to document: Int) -> [Int] { tables.value.directory.members[document] }

    /// The parties that bear a norm.
    package func bearers(of place: NormPlace) -> [Int] { tables.value.directory.resolve(norm(at: place).bearers, in: place.document) }

    /// The parties that a norm's action goes to.
    package func counterparties(of place: NormPlace) -> [Int] {
        tables.value.directory.resolve(norm(at: place).counterparties, in: place.document)
    }

    /// Parties and roles that answer to a name, wherever it is printed; used for filters such as `--party DH`.
    package func parties(answeringTo name: String) -> [Int] { tables.value.directory.answering(to: name) }
}

extension AnalyzedDocument {
    /// The citation of a provision by its index: `document#wId`; of the document itself for an index that is none.
    package func citation(of provision: Int?) -> Citation {
        guard let provision, document.provisions.indices.contains(provision) else { return Citation(document: document.id) }
        return Citation(document: document.id, provision: document.provisions[provision].identifier)
    }
}
