/// A condition over facts: what `when`, `act` and `unless` of a rule hold.
package indirect enum Condition: Hashable, Sendable {
    case constant(Bool)
    /// A yes-no fact.
    case fact(String)
    case compare(Operand, Comparison, Operand)
    case member(String, of: [FactValue])
    case not(Condition)
    case all([Condition])
    case any([Condition])

    package enum Comparison: String, Hashable, Sendable, CaseIterable {
        case equal = "=", unequal = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
    }

    /// A fact, moved by a number of days where it is a date, or a value.
    package enum Operand: Hashable, Sendable {
        case fact(String, plusDays: Int = 0)
        case value(FactValue)
    }

    /// The names of the facts it speaks of.
    package var facts: Set<String> {
        switch self {
        case .constant: []
        case .fact(let name), .member(let name, _): [name]
        case .compare(let left, _, let right): Set([left, right].compactMap(\.name))
        case .not(let inner): inner.facts
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.facts) }
        }
    }
}

extension Condition.Operand {
    package var name: String? {
        if case .fact(let name, _) = self { name } else { nil }
    }
}
