/// True, false, or not known: the strong logic of Kleene.
package enum Truth: Hashable, Sendable {
    case yes, no, unknown

    package init(_ value: Bool) { self = value ? .yes : .no }

    package static prefix func ! (truth: Truth) -> Truth {
        switch truth {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }

    package static func && (a: Truth, b: Truth) -> Truth {
        a == .no || b == .no ? .no : a == .yes && b == .yes ? .yes : .unknown
    }

    package static func || (a: Truth, b: Truth) -> Truth { !(!a && !b) }
}

extension Condition {
    /// Its truth under the facts that are known. A fact that is absent makes what depends on it unknown, even where every
    /// value would give the same answer: `Completions` closes that gap.
    package func truth(under facts: Facts) -> Truth {
        switch self {
        case .constant(let value): return Truth(value)
        case .fact(let name):
            guard case .yesNo(let value)? = facts.values[name] else { return .unknown }
            return Truth(value)
        case .member(let name, let values):
            guard let value = facts.values[name] else { return .unknown }
            return Truth(values.contains(value))
        case .compare(let left, let comparison, let right):
            guard let a = left.value(under: facts), let b = right.value(under: facts) else { return .unknown }
            return Truth(comparison.holds(a, b))
        case .not(let inner): return !inner.truth(under: facts)
        case .all(let parts): return parts.reduce(.yes) { $0 && $1.truth(under: facts) }
        case .any(let parts): return parts.reduce(.no) { $0 || $1.truth(under: facts) }
        }
    }
}

extension Condition.Operand {
    func value(under facts: Facts) -> FactValue? {
        switch self {
        case .value(let value): return value
        case .fact(let name, let days):
            guard let value = facts.values[name] else { return nil }
            guard days != 0, case .day(let day) = value else { return value }
            return .day(day + days)
        }
    }
}

extension Condition.Comparison {
    func holds(_ a: FactValue, _ b: FactValue) -> Bool {
        switch (a, b) {
        case (.number(let a), .number(let b)): holds(a, b)
        case (.day(let a), .day(let b)): holds(a, b)
        case (.text(let a), .text(let b)): self == .unequal ? a != b : self == .equal && a == b
        case (.yesNo(let a), .yesNo(let b)): self == .unequal ? a != b : self == .equal && a == b
        default: self == .unequal
        }
    }

    private func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool {
        switch self {
        case .equal: a == b
        case .unequal: a != b
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        }
    }
}
