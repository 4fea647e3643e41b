import KnowledgeBase
import LegalText
import References

/// A clause as `show CITATION --json` gives it.
struct ClauseAnswer: Encodable {
    struct Meaning: Encodable { var term: String, meaning: String?, citation: String }

    var version = 1
    var citation: String
    var document: String
    var title: String
    var kind: String
    var eId: String
    var wId: String
    var type: String
    var number: String
    var label: String
    var heading: String
    /// Headings above it, outermost first.
    var headings: [String]
    var text: String
    var line: Int
    var url: String
    var children: [String]
    var norms: [NormAnswer]
    /// What it relies on.
    var references: [ReferenceAnswer]
    /// What relies on it.
    var incoming: [ReferenceAnswer]
    var definitions: [Meaning]

    init(_ place: ClausePlace, in base: KnowledgeBase) {
        let analyzed = base.documents[place.document]
        let provision = base.provision(at: place)
        let cited = base.citation(of: place)
        let offsets = OffsetCache(analyzed.document)
        citation = cited.description
        document = analyzed.document.id
        title = analyzed.document.title
        kind = analyzed.document.kind.rawValue
        eId = provision.eId
        wId = provision.wId
        type = provision.type.rawValue
        number = provision.number
        label = provision.label
        heading = provision.heading
        headings = analyzed.headings(above: place.provision)
        text = provision.text
        line = provision.line
        url = Links.page(of: cited, baseURL: base.register.baseURL)
        children = analyzed.children(of: place.provision).map { analyzed.citation(of: $0).description }
        norms = base.norms(of: place).map { NormAnswer($0, in: base, offsets: offsets) }
        references = analyzed.references.indices.filter { analyzed.references[$0].clause == place.provision }
            .map { ReferenceAnswer(ReferencePlace(document: place.document, reference: $0), in: base, offsets: offsets) }
        incoming = base.incoming(to: cited).map { ReferenceAnswer($0, in: base) }
        definitions = analyzed.termUses.filter { $0.clause == place.provision }.map { analyzed.definitions[$0.definition] }.uniqued()
            .map { Meaning(term: $0.term, meaning: $0.meaning, citation: analyzed.citation(of: $0.clause).description) }
    }
}

/// A reference as the contract gives it; offsets count Unicode scalars in the clause that makes it.
struct ReferenceAnswer: Encodable {
    var citation: String
    var text: String
    var start: Int
    var end: Int
    var target: String
    /// The citation it leads to; absent where the base does not hold it.
    var resolved: String?
    var scope: String

    init(_ place: ReferencePlace, in base: KnowledgeBase, offsets: OffsetCache? = nil) {
        self.init(
            base.reference(at: place), of: base.documents[place.document],
            offsets: offsets ?? OffsetCache(base.documents[place.document].document))
    }

    init(_ reference: Reference, of analyzed: AnalyzedDocument, offsets: OffsetCache) {
        let range = offsets[reference.clause].scalars(reference.range)
        citation = analyzed.citation(of: reference.clause).description
        text = reference.text
        start = range.start
        end = range.end
        target = reference.target
        resolved = reference.resolved?.description
        scope = reference.scope.rawValue
    }
}

extension Sequence where Element: Hashable {
    /// Each once, in the order of the first.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
