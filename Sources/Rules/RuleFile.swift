package import LegalText
import Norms
package import YAMLReading

/// Reads rules files:
///
///     facts:
///       provider.member: { type: yes-no, ask: Does the provider hold a membership? }
///     rules:
///       - id: no-access-for-non-members
///         clause: membership-policy#para_6
///         quote: must not give that provider access
///         modality: prohibition
///         bearer: Reach Partnership
///         action: give access to records or reports
///         when: not provider.member
///         act: access.given
///         unless: [access.totals-only]
///         overrides: [general-access]
///         remedy: { do: The provider takes a subscription., clause: membership-policy#para_7 }
///         breach: The partnership removes the access.
package struct RuleFile {
    private let clauseText: (Citation) -> String?

    /// - Parameter clauseText: the text of a clause of the base; nil where there is none. A rule must quote it verbatim.
    package init(clauseText: @escaping (Citation) -> String?) { self.clauseText = clauseText }

    /// Reads all rules of a base together, since a rule of one file may override one of another. Nothing is kept of files with an error.
    package func read(_ files: [(name: String, text: String)]) throws(FileError) -> RuleSet {
        var roots: [[String: YAMLValue]] = []
        for file in files {
            if let root = try YAMLValue.root(of: file.text, file: file.name) { roots.append(try root.fields(["facts", "rules"])) }
        }
        var declarations: [String: FactDeclaration] = [:]
        for root in roots {
            for entry in try root["facts"]?.entries() ?? [] {
                let declaration = try declaration(entry.name, entry.value)
                if let earlier = declarations[entry.name], earlier != declaration { throw entry.key.error(.duplicate(entry.name)) }
                declarations[entry.name] = declaration
            }
        }
        var rules: [Rule] = []
        var overrides: [[(id: String, value: YAMLValue)]] = []
        var indices: [String: Int] = [:]
        for root in roots {
            for value in try root["rules"]?.list() ?? [] {
                let fields = try value.fields(Self.keys)
                let rule = try rule(fields, at: value, declarations)
                guard indices.updateValue(rules.count, forKey: rule.id) == nil else {
                    throw (fields["id"] ?? value).error(.duplicate(rule.id))
                }
                rules.append(rule)
                overrides.append(try named(fields["overrides"]))
            }
        }
        var overriders = Array(repeating: [Int](), count: rules.count)
        for (index, names) in overrides.enumerated() {
            for (name, value) in names {
                guard let target = indices[name] else {
                    throw value.error(.unknownName(name, near: Nearest.name(to: name, among: indices.keys)))
                }
                overriders[target].append(index)
            }
        }
        switch OverrideOrder.of(overriders) {
        case .ring(let ring): throw FileError(.overrideLoop(ring.map { rules[$0].id }), at: rules[ring[0]].place)
        case .rank(let rank): return RuleSet(rules: rules, facts: declarations, overriders: overriders, rank: rank)
        }
    }

    private static let keys = [
        "id", "clause", "quote", "modality", "bearer", "counterparty", "action", "when", "act", "unless", "overrides", "remedy", "breach",
    ]

    private func declaration(_ name: String, _ value: YAMLValue) throws(FileError) -> FactDeclaration {
        let fields = try value.fields(["type", "values", "ask"])
        guard let type = fields["type"] else { throw value.error(.missingKey("type")) }
        let kind: FactDeclaration.Kind
        switch try type.text() {
        case "yes-no": kind = .yesNo
        case "number": kind = .number
        case "date": kind = .date
        case "text": kind = .text
        case "choice":
            guard let values = fields["values"] else { throw value.error(.missingKey("values")) }
            kind = .choice(try values.texts())
        default: throw type.mismatch(.oneOf(["yes-no", "number", "date", "text", "choice"]))
        }
        return FactDeclaration(name: name, kind: kind, question: try fields["ask"]?.text() ?? "")
    }

    private func rule(
        _ fields: [String: YAMLValue], at value: YAMLValue, _ declarations: [String: FactDeclaration]
    ) throws(FileError) -> Rule {
        func required(_ key: String) throws(FileError) -> YAMLValue {
            guard let field = fields[key] else { throw value.error(.missingKey(key)) }
            return field
        }
        let citation = try cited(try required("clause"))
        let quote = try required("quote")
        guard let text = clauseText(citation), text.contains(try quote.text()) else {
            throw quote.error(.quoteNotInClause(quote: try quote.text(), citation: citation.description))
        }
        let modality = try required("modality").choice(Modality.self)
        var unless: [Condition] = []
        if let exceptions = fields["unless"] {
            for exception in exceptions.isList ? try exceptions.list() : [exceptions] {
                unless.append(try ConditionParser.parse(exception, facts: declarations))
            }
        }
        var when = Condition.constant(true)
        if let condition = fields["when"] { when = try ConditionParser.parse(condition, facts: declarations) }
        var act: Condition?
        if let condition = fields["act"] { act = try ConditionParser.parse(condition, facts: declarations) }
        if act == nil, modality == .obligation || modality == .prohibition { throw value.error(.missingKey("act")) }
        var rule = Rule(
            id: try required("id").text(), citation: citation, quote: try quote.text(), modality: modality,
            bearer: try required("bearer").text(), counterparty: try fields["counterparty"]?.text(), action: try required("action").text(),
            when: when, act: act, unless: unless, overrides: try named(fields["overrides"]).map(\.id),
            consequence: try fields["breach"]?.text(), place: value.place)
        if let remedy = fields["remedy"] {
            if remedy.isMapping {
                let parts = try remedy.fields(["do", "clause"])
                rule.remedy = try parts["do"]?.text()
                if let clause = parts["clause"] { rule.remedyCitation = try cited(clause) }
            } else {
                rule.remedy = try remedy.text()
            }
        }
        return rule
    }

    private func cited(_ value: YAMLValue) throws(FileError) -> Citation {
        let citation = Citation(try value.text())
        guard clauseText(citation) != nil else { throw value.error(.unknownName(citation.description, near: nil)) }
        return citation
    }

    private func named(_ value: YAMLValue?) throws(FileError) -> [(id: String, value: YAMLValue)] {
        guard let value else { return [] }
        var names: [(id: String, value: YAMLValue)] = []
        for item in value.isList ? try value.list() : [value] { names.append((try item.text(), item)) }
        return names
    }
}
