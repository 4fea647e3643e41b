/// What the rules say of the facts: a verdict for each rule, with every step that led to it.
package struct Evaluation: Sendable {
    package enum Verdict: String, Sendable { case compliant, violation, unknown }

    package struct Finding: Sendable {
        package var rule: Rule
        package var verdict: Verdict
        package var steps: [Step]
        /// Names of the missing facts that the verdict hangs on; empty unless it is unknown.
        package var missing: [String]
    }

    /// One step of the reasoning, resting on the clause of `rule`.
    package struct Step: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            /// A fact that was looked at, and its value.
            case fact(String, FactValue?)
            /// The rule's `when`, its exception number n, its `act`.
            case applies(Truth), exception(Int, Truth), acts(Truth)
            /// Another rule takes its place; the id of that rule.
            case overridden(by: String, Truth)
        }

        package var rule: String
        package var kind: Kind
    }

    package var findings: [Finding]

    /// A violation anywhere is a violation; otherwise one unknown makes the whole unknown.
    package var verdict: Verdict {
        if findings.contains(where: { $0.verdict == .violation }) { return .violation }
        return findings.contains { $0.verdict == .unknown } ? .unknown : .compliant
    }
}

extension RuleSet {
    package func evaluate(_ facts: Facts) -> Evaluation {
        Evaluation(findings: rules.indices.map { finding(for: $0, facts) })
    }

    private func finding(for index: Int, _ facts: Facts) -> Evaluation.Finding {
        let involved = overridersOf(index)
        let conditions = involved.flatMap { [rules[$0].when] + rules[$0].unless } + [rules[index].act].compactMap { $0 }
        let support = conditions.reduce(into: Set<String>()) { $0.formUnion($1.facts) }
        let completions = Completions(support: support, conditions: conditions, known: facts, declarations: self.facts) { trial in
            violated(index, trial)
        }
        let (truth, missing) = Completions.decide(completions, known: facts)
        let verdict: Evaluation.Verdict =
            switch truth {
            case .yes: .violation
            case .no: .compliant
            case .unknown: .unknown
            }
        return Evaluation.Finding(rule: rules[index], verdict: verdict, steps: steps(for: index, facts), missing: missing)
    }

    /// The rule itself and all that override it, directly or through others.
    private func overridersOf(_ index: Int) -> [Int] {
        var found = [index]
        var next = 0
        while next < found.count {
            for rival in overriders[found[next]] where !found.contains(rival) { found.append(rival) }
            next += 1
        }
        return found
    }

    private func violated(_ index: Int, _ facts: Facts) -> Truth {
        let rule = rules[index]
        guard let act = rule.act else { return .no }
        var memo: [Int: Truth] = [:]
        switch rule.modality {
        case .obligation: return applies(index, facts, &memo) && !act.truth(under: facts)
        case .prohibition: return applies(index, facts, &memo) && act.truth(under: facts)
        case .permission, .right, .exemption, .noRight: return .no
        }
    }

    /// Overrides form no ring (`RuleFile` saw to it), so this ends.
    private func applies(_ index: Int, _ facts: Facts, _ memo: inout [Int: Truth]) -> Truth {
        if let known = memo[index] { return known }
        let rule = rules[index]
        var truth = rule.when.truth(under: facts)
        for exception in rule.unless where truth != .no { truth = truth && !exception.truth(under: facts) }
        for rival in overriders[index] where truth != .no { truth = truth && !applies(rival, facts, &memo) }
        memo[index] = truth
        return truth
    }

    private func steps(for index: Int, _ facts: Facts) -> [Evaluation.Step] {
        let rule = rules[index]
        var memo: [Int: Truth] = [:]
        var kinds: [Evaluation.Step.Kind] = []
        let named = ([rule.when] + rule.unless + [rule.act].compactMap { $0 }).reduce(into: Set<String>()) { $0.formUnion($1.facts) }
        kinds += named.sorted().map { .fact($0, facts.values[$0]) }
        kinds.append(.applies(rule.when.truth(under: facts)))
        for (number, exception) in rule.unless.enumerated() { kinds.append(.exception(number, exception.truth(under: facts))) }
        for rival in overriders[index] {
            let truth = applies(rival, facts, &memo)
            if truth != .no { kinds.append(.overridden(by: rules[rival].id, truth)) }
        }
        if let act = rule.act { kinds.append(.acts(act.truth(under: facts))) }
        return kinds.map { Evaluation.Step(rule: rule.id, kind: $0) }
    }
}
