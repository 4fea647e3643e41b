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
        let involved = involved(in: index)
        let conditions = involved.flatMap { [rules[$0].when] + rules[$0].unless } + [rules[index].act].compactMap { $0 }
        let support = conditions.reduce(into: Set<String>()) { $0.formUnion($1.facts) }
        let completions = Completions(support: support, conditions: conditions, known: facts, declarations: self.facts) { trial in
            violated(index, involved, trial)
        }
        let (truth, missing) = Completions.decide(completions, known: facts)
        let verdict: Evaluation.Verdict =
            switch truth {
            case .yes: .violation
            case .no: .compliant
            case .unknown: .unknown
            }
        return Evaluation.Finding(rule: rules[index], verdict: verdict, steps: steps(for: index, involved, facts), missing: missing)
    }

    /// The rule itself and all that override it, directly or through others; each before those that override it.
    private func involved(in index: Int) -> [Int] {
        var found: Set<Int> = [index]
        var open = [index]
        while let next = open.popLast() { for rival in overriders[next] where found.insert(rival).inserted { open.append(rival) } }
        return found.sorted { rank[$0] > rank[$1] }
    }

    private func violated(_ index: Int, _ involved: [Int], _ facts: Facts) -> Truth {
        let rule = rules[index]
        guard let act = rule.act else { return .no }
        switch rule.modality {
        case .obligation: return applies(involved, facts)[index, default: .no] && !act.truth(under: facts)
        case .prohibition: return applies(involved, facts)[index, default: .no] && act.truth(under: facts)
        case .permission, .right, .exemption, .noRight: return .no
        }
    }

    /// Which of the rules apply: those that override come first, and a rule gives way where one of them applies.
    private func applies(_ involved: [Int], _ facts: Facts) -> [Int: Truth] {
        var known: [Int: Truth] = [:]
        for index in involved.reversed() {
            var truth = rules[index].when.truth(under: facts)
            for exception in rules[index].unless where truth != .no { truth = truth && !exception.truth(under: facts) }
            for rival in overriders[index] where truth != .no { truth = truth && !(known[rival] ?? .no) }
            known[index] = truth
        }
        return known
    }

    /// Why: the rule's own facts and conditions, then those of each rule that takes its place or may, then its act.
    private func steps(for index: Int, _ involved: [Int], _ facts: Facts) -> [Evaluation.Step] {
        let truths = applies(involved, facts)
        var steps = conditions(of: index, and: rules[index].act, facts)
        for rival in involved where rival != index && truths[rival] != .no {
            steps += conditions(of: rival, and: nil, facts)
            for target in rules[rival].overrides where involved.contains(where: { rules[$0].id == target }) {
                steps.append(Evaluation.Step(rule: target, kind: .overridden(by: rules[rival].id, truths[rival] ?? .unknown)))
            }
        }
        if let act = rules[index].act { steps.append(Evaluation.Step(rule: rules[index].id, kind: .acts(act.truth(under: facts)))) }
        return steps
    }

    private func conditions(of index: Int, and act: Condition?, _ facts: Facts) -> [Evaluation.Step] {
        let rule = rules[index]
        let named = ([rule.when] + rule.unless + [act].compactMap { $0 }).reduce(into: Set<String>()) { $0.formUnion($1.facts) }
        var kinds: [Evaluation.Step.Kind] = named.sorted().map { .fact($0, facts.values[$0]) }
        kinds.append(.applies(rule.when.truth(under: facts)))
        for (number, exception) in rule.unless.enumerated() { kinds.append(.exception(number, exception.truth(under: facts))) }
        return kinds.map { Evaluation.Step(rule: rule.id, kind: $0) }
    }
}
