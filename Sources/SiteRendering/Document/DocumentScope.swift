import KnowledgeBase
import LegalText
import Norms
import References

/// One document on its own page: what stands at each clause, found without a search.
final class DocumentScope {
    let site: Site
    let links: Links
    let index: Int
    let analyzed: AnalyzedDocument
    private let normsByClause: Groups
    private let referencesByClause: Groups
    private let definitionsByClause: Groups
    private let usesByClause: Groups
    /// The clauses that mention the document or anything in it.
    let mentions: [ClausePlace]
    private let mentionsByProvision: [Fingerprint: [ClausePlace]]

    init(site: Site, index: Int, links: Links) {
        let analyzed = site.base.documents[index]
        let count = analyzed.document.provisions.count
        self.site = site
        self.index = index
        self.analyzed = analyzed
        self.links = links
        normsByClause = Groups(analyzed.norms.lazy.map { $0.status == .rejected ? -1 : $0.clause }, count: count)
        referencesByClause = Groups(analyzed.references.lazy.map(\.clause), count: count)
        definitionsByClause = Groups(analyzed.definitions.lazy.map(\.clause), count: count)
        usesByClause = Groups(analyzed.termUses.lazy.map(\.clause), count: count)
        var (mentions, byProvision): ([ClausePlace], [Fingerprint: [ClausePlace]]) = ([], [:])
        for (mention, provision) in site.base.mentions(ofDocument: index) {
            mentions.append(mention.place)
            if let provision { byProvision[provision, default: []].append(mention.place) }
        }
        self.mentions = mentions.distinct()
        mentionsByProvision = byProvision
    }

    var document: Document { analyzed.document }

    /// But for those that a reviewer rejected.
    func norms(ofClause clause: Int) -> ArraySlice<Int> { normsByClause[clause] }
    func references(ofClause clause: Int) -> ArraySlice<Int> { referencesByClause[clause] }
    func definitions(ofClause clause: Int) -> ArraySlice<Int> { definitionsByClause[clause] }
    func termUses(ofClause clause: Int) -> some Sequence<TermUse> { usesByClause[clause].lazy.map { self.analyzed.termUses[$0] } }

    /// The clauses that mention a provision.
    func mentions(ofClause clause: Int) -> [ClausePlace] {
        guard !mentionsByProvision.isEmpty, let name = analyzed.citation(of: clause).provision else { return [] }
        return mentionsByProvision[Fingerprint(name)]?.distinct() ?? []
    }

    func anchor(_ provision: Int) -> String { site.anchor(analyzed.document, provision) }

    /// The norm's own anchor on the page: `wId~n`.
    func normAnchor(_ norm: Int) -> String {
        let id = analyzed.norms[norm].id
        if let part = Citation(id).provision { return part }
        return anchor(analyzed.norms[norm].clause) + "~\(norm + 1)"
    }

    /// How a person would name the provision: its number, or the heading it is, or its anchor.
    func name(_ provision: Int) -> String { site.name(analyzed.document, provision) }
}

extension DocumentScope {
    /// True for a provision that only repeats the document's title, which the page shows as its heading.
    func isTitle(_ provision: Int) -> Bool {
        let found = document.provisions[provision]
        return found.type == .title && (found.text == document.title || found.heading == document.title) && !document.title.isEmpty
    }
}
