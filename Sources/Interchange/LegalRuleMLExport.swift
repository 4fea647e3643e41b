import KnowledgeBase
import Norms

/// Norms as LegalRuleML 1.0: each a prescriptive statement whose rule has the conditions in `if` and the deontic formula in `then`.
enum LegalRuleMLExport {
    static func write(_ base: KnowledgeBase, _ documents: [Int], to sink: Export.Sink) throws {
        var xml = XMLText()
        xml.declaration()
        xml.begin(
            "lrml:LegalRuleML",
            ["xmlns:lrml": "http://docs.oasis-open.org/legalruleml/ns/v1.0/", "xmlns:ruleml": "http://ruleml.org/spec"])
        xml.begin("lrml:LegalReferences", ["refType": "concordat"])
        for index in documents {
            let document = base.documents[index].document
            xml.element(
                "lrml:LegalReference", ["key": "ref-\(document.id)", "refersTo": document.id, "refID": document.uri ?? document.id])
        }
        xml.end()
        xml.begin("lrml:Associations")
        for place in places(base, documents) {
            xml.begin("lrml:Association")
            xml.element("lrml:appliesSource", ["keyref": "#ref-\(base.documents[place.document].document.id)"])
            xml.element("lrml:toTarget", ["keyref": "#\(key(base, place))"])
            xml.end()
        }
        xml.end()
        xml.begin("lrml:Statements")
        for place in places(base, documents) {
            statement(base, place, &xml)
            if xml.text.utf8.count > 65_536 { try sink(xml.take()) }
        }
        xml.end()
        xml.end()
        try sink(xml.take())
    }

    private static func places(_ base: KnowledgeBase, _ documents: [Int]) -> [NormPlace] {
        documents.flatMap { document in base.documents[document].norms.indices.map { NormPlace(document: document, norm: $0) } }
            .filter { base.norm(at: $0).status != .rejected }
    }

    /// An XML name made of the norm's id.
    private static func key(_ base: KnowledgeBase, _ place: NormPlace) -> String {
        "norm-" + String(base.norm(at: place).id.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" ? $0 : "." })
    }

    private static func statement(_ base: KnowledgeBase, _ place: NormPlace, _ xml: inout XMLText) {
        let norm = base.norm(at: place)
        let clause = base.documents[place.document].document.provisions[norm.clause]
        xml.begin("lrml:PrescriptiveStatement", ["key": key(base, place)])
        xml.element("lrml:Paraphrase", [:], String(clause.text[norm.quote]))
        xml.begin("ruleml:Rule", ["key": "rule-" + key(base, place), "closure": "universal"])
        xml.element("lrml:hasStrength", ["iri": norm.strength.rawValue])
        if !norm.conditions.isEmpty || !norm.exceptions.isEmpty {
            xml.begin("ruleml:if")
            xml.begin("ruleml:And")
            for condition in norm.conditions { atom("condition", [condition.text], &xml) }
            for exception in norm.exceptions {
                xml.begin("ruleml:Naf")
                atom("exception", [exception.text], &xml)
                xml.end()
            }
            xml.end()
            xml.end()
        }
        xml.begin("ruleml:then")
        xml.begin(element(norm.modality), ["iri": base.citation(of: place).description])
        if norm.modality == .exemption || norm.modality == .noRight { xml.begin("ruleml:Neg") }
        if !norm.bearers.isEmpty || !norm.counterparties.isEmpty {
            xml.begin("ruleml:slot")
            for bearer in norm.bearers { xml.element("lrml:Bearer", ["iri": bearer]) }
            for counterparty in norm.counterparties { xml.element("lrml:AuxiliaryParty", ["iri": counterparty]) }
            xml.end()
        }
        atom(norm.action.text, norm.bearers, &xml)
        if norm.modality == .exemption || norm.modality == .noRight { xml.end() }
        xml.end()
        xml.end()
        xml.end()
        xml.end()
    }

    private static func atom(_ relation: String, _ individuals: [String], _ xml: inout XMLText) {
        xml.begin("ruleml:Atom")
        xml.element("ruleml:Rel", [:], relation)
        for individual in individuals { xml.element("ruleml:Ind", [:], individual) }
        xml.end()
    }

    private static func element(_ modality: Modality) -> String {
        switch modality {
        case .obligation, .exemption: "lrml:Obligation"
        case .prohibition: "lrml:Prohibition"
        case .permission: "lrml:Permission"
        case .right, .noRight: "lrml:Right"
        }
    }
}
