import Agreements
import KnowledgeBase
import LegalText
import References

/// A document as `show DOC --json` and `add --dry-run --json` give it (DESIGN.md section 6).
struct DocumentAnswer: Encodable {
    struct PartyAnswer: Encodable { var name: String, aliases: [String], role: String? }
    struct DateAnswer: Encodable { var value: String, precision: String, text: String, citation: String?, arithmetic: String? }
    struct Dates: Encodable { var signed: DateAnswer?, effective: DateAnswer?, expiry: DateAnswer?, review: DateAnswer? }
    struct PeriodAnswer: Encodable { var value: PeriodValue, text: String, citation: String? }
    struct TextAnswer: Encodable { var value: String, text: String, citation: String? }
    struct SignatoryAnswer: Encodable { var name: String, role: String?, party: String?, date: String? }
    struct ClauseTypeAnswer: Encodable { var type: String, citation: String? }
    struct DefinitionAnswer: Encodable { var term: String, meaning: String?, kind: String, citation: String, start: Int, end: Int }
    struct DiagnosticAnswer: Encodable { var kind: String, severity: String, detail: String, line: Int, column: Int }

    /// `[60, "day"]`.
    struct PeriodValue: Encodable {
        var period: Period

        func encode(to encoder: any Encoder) throws {
            var values = encoder.unkeyedContainer()
            try values.encode(period.count)
            try values.encode(period.unit.rawValue)
        }
    }

    final class ProvisionAnswer: Encodable {
        let citation: String, eId: String, wId: String, type: String, number: String, label: String, heading: String
        let level: Int, text: String, line: Int
        var children: [ProvisionAnswer] = []

        init(_ provision: Provision, citation: String) {
            self.citation = citation
            eId = provision.eId
            wId = provision.wId
            type = provision.type.rawValue
            number = provision.number
            label = provision.label
            heading = provision.heading
            level = provision.depth + 1
            text = provision.text
            line = provision.line
        }
    }

    var version = 1
    var file: String?
    var id: String
    var title: String
    var kind: String
    var language: String
    var source: String
    var format: String
    var uri: String?
    var aliases: [String]
    var parties: [PartyAnswer]
    var dates: Dates
    var renewalTerm: PeriodAnswer?
    var notice: PeriodAnswer?
    var governingLaw: TextAnswer?
    var signatories: [SignatoryAnswer]
    var clauseTypes: [ClauseTypeAnswer]
    var provisions: [ProvisionAnswer]
    var references: [ReferenceAnswer]
    var definitions: [DefinitionAnswer]
    var diagnostics: [DiagnosticAnswer]
    /// Only of a document of a base.
    var expression: ExpressionAnswer?

    enum CodingKeys: String, CodingKey {
        case version, file, id, title, kind, language, source, format, uri, aliases, parties, dates, notice, signatories
        case provisions, references, definitions, diagnostics, expression
        case renewalTerm = "renewal_term"
        case governingLaw = "governing_law"
        case clauseTypes = "clause_types"
    }

    init(_ index: Int, of base: KnowledgeBase, on day: PartialDate) {
        self.init(base.documents[index])
        expression = ExpressionAnswer(index, of: base, on: day)
    }

    init(_ analyzed: AnalyzedDocument, file: String? = nil) {
        let document = analyzed.document
        let facts = analyzed.agreement
        func citation(_ clause: Int?) -> String? {
            guard let clause, document.provisions.indices.contains(clause) else { return nil }
            return analyzed.citation(of: clause).description
        }
        func date(_ stated: StatedDate?) -> DateAnswer? {
            stated.map {
                DateAnswer(
                    value: $0.value.description, precision: $0.value.precision.rawValue, text: $0.text, citation: citation($0.provision),
                    arithmetic: $0.arithmetic)
            }
        }
        func period(_ stated: AgreementFacts.StatedPeriod?) -> PeriodAnswer? {
            stated.map { PeriodAnswer(value: PeriodValue(period: $0.value), text: $0.text, citation: citation($0.provision)) }
        }
        self.file = file
        id = document.id
        title = document.title
        kind = document.kind.rawValue
        language = document.language
        source = document.source
        format = document.format
        uri = document.uri
        aliases = document.aliases
        parties = (facts.parties.isEmpty ? document.parties : facts.parties)
            .map { PartyAnswer(name: $0.name, aliases: $0.aliases, role: $0.role) }
        let expiry: DateAnswer? =
            switch facts.expiry {
            case .date(let stated): date(stated)
            case .perpetual(let stated):
                DateAnswer(value: "perpetual", precision: "none", text: stated.text, citation: citation(stated.provision), arithmetic: nil)
            case nil: date(document.dates.expiry)
            }
        dates = Dates(
            signed: date(facts.signed ?? document.dates.signed), effective: date(facts.effective ?? document.dates.effective),
            expiry: expiry, review: date(document.dates.review))
        renewalTerm = period(facts.renewal)
        notice = period(facts.notice)
        governingLaw = facts.governingLaw.map { TextAnswer(value: $0.value, text: $0.text, citation: citation($0.provision)) }
        signatories = (facts.signatories.isEmpty ? document.signatories : facts.signatories)
            .map { SignatoryAnswer(name: $0.name, role: $0.role, party: $0.party, date: $0.date?.description) }
        clauseTypes = facts.clauseTypes.map { ClauseTypeAnswer(type: $0.type, citation: citation($0.provision)) }

        var roots: [ProvisionAnswer] = []
        var open: [ProvisionAnswer] = []
        for (index, provision) in document.provisions.enumerated() {
            let answer = ProvisionAnswer(provision, citation: citation(index) ?? "")
            open.removeLast(max(0, open.count - provision.depth))
            if let parent = open.last { parent.children.append(answer) } else { roots.append(answer) }
            open.append(answer)
        }
        provisions = roots

        let offsets = OffsetCache(document)
        references = analyzed.references.map { ReferenceAnswer($0, of: analyzed, offsets: offsets) }
        definitions = analyzed.definitions.map { definition in
            let range = offsets[definition.clause].scalars(definition.range)
            return DefinitionAnswer(
                term: definition.term, meaning: definition.meaning, kind: definition.kind.rawValue,
                citation: citation(definition.clause) ?? "", start: range.start, end: range.end)
        }
        diagnostics = document.diagnostics.map {
            DiagnosticAnswer(kind: $0.kind.rawValue, severity: $0.severity.rawValue, detail: $0.detail, line: $0.line, column: $0.column)
        }
    }
}

/// The scalar offsets of a document's clauses, made once each.
final class OffsetCache {
    private let document: Document
    private var made: [Int: ScalarOffsets] = [:]

    init(_ document: Document) { self.document = document }

    subscript(clause: Int) -> ScalarOffsets {
        if let offsets = made[clause] { return offsets }
        let text = document.provisions.indices.contains(clause) ? document.provisions[clause].text : ""
        let offsets = ScalarOffsets(text)
        made[clause] = offsets
        return offsets
    }
}
