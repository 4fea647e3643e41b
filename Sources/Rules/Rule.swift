package import LegalText
package import Norms
package import YAMLReading

/// A reviewed, machine-checkable norm: a condition over facts, what it demands or forbids, what defeats it, its remedy, and the
/// quoted clause it rests on.
package struct Rule: Hashable, Sendable {
    package var id: String
    package var citation: Citation
    /// Verbatim from the clause.
    package var quote: String
    package var modality: Modality
    package var bearer: String
    package var counterparty: String?
    package var action: String
    /// When the rule applies.
    package var when: Condition
    /// What doing the action looks like in facts; nil for a rule that only allows or defeats.
    package var act: Condition?
    /// Each one defeats the rule where it holds.
    package var unless: [Condition]
    /// Ids of the rules that give way where this one applies.
    package var overrides: [String]
    /// What puts a breach right, and the clause that says so.
    package var remedy: String?
    package var remedyCitation: Citation?
    /// What follows a breach.
    package var consequence: String?
    package var place: FilePlace

    package init(
        id: String, citation: Citation, quote: String, modality: Modality, bearer: String, counterparty: String? = nil, action: String,
        when: Condition, act: Condition?, unless: [Condition] = [], overrides: [String] = [], remedy: String? = nil,
        remedyCitation: Citation? = nil, consequence: String? = nil, place: FilePlace
    ) {
        self.id = id
        self.citation = citation
        self.quote = quote
        self.modality = modality
        self.bearer = bearer
        self.counterparty = counterparty
        self.action = action
        self.when = when
        self.act = act
        self.unless = unless
        self.overrides = overrides
        self.remedy = remedy
        self.remedyCitation = remedyCitation
        self.consequence = consequence
        self.place = place
    }
}

/// The rules of a base with the facts they speak of. Made only by `RuleFile`, so every override leads somewhere and none in a ring.
package struct RuleSet: Sendable {
    package let rules: [Rule]
    package let facts: [String: FactDeclaration]
    /// For each rule, the indices of the rules that override it, in the order of the file.
    let overriders: [[Int]]
    /// For each rule, its place in an order in which whatever overrides it stands before it.
    let rank: [Int]

    init(rules: [Rule], facts: [String: FactDeclaration], overriders: [[Int]], rank: [Int]) {
        self.rules = rules
        self.facts = facts
        self.overriders = overriders
        self.rank = rank
    }

    /// The ids of the rules that take the place of this one where they apply.
    package func overriders(of id: String) -> [String] {
        rules.firstIndex { $0.id == id }.map { overriders[$0].map { rules[$0].id } } ?? []
    }

    package func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
