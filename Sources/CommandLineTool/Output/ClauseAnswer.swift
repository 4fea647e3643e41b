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
    var expression: ExpressionAnswer
    /// Where the same clause stands in the other expressions of its work, and what happened to it on the way.
    var versions: [Version]
    /// Citations of clauses that amend it.
    var amendedBy: [String]
    /// What was asked for, where that was another expression's clause, and what changed from the older to the newer.
    var asked: String?
    var change: String?

    struct Version: Encodable { var citation: String, version: String?, change: String }

    enum CodingKeys: String, CodingKey {
        case version, citation, document, title, kind, eId, wId, type, number, label, heading, headings, text, line, url, children, norms
        case references, incoming, definitions, expression, versions, asked, change
        case amendedBy = "amended_by"
    }

    init(_ place: ClausePlace, in base: KnowledgeBase, on day: PartialDate, asked: ClausePlace, change: ExpressionDiff.Entry.Change?) {
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
        expression = ExpressionAnswer(place.document, of: base, on: day)
        versions = base.expressions(ofDocument: place.document).filter { $0 != place.document }.compactMap { version in
            base.counterpart(of: place, in: version).map {
                Version(
                    citation: base.citation(of: $0.place).description, version: base.entry(of: version)?.version?.description,
                    change: $0.change.rawValue)
            }
        }
        amendedBy = base.amendments(of: place).map { base.citation(of: $0).description }.uniqued()
        self.asked = asked == place ? nil : base.citation(of: asked).description
        self.change = asked == place ? nil : change?.rawValue
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
