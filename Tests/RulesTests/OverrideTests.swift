import Testing

@testable import Rules

@Suite struct OverrideTests {
    /// Rules that apply to everybody; each names those it overrides.
    private func rules(_ overrides: [(id: String, overrides: [String])], modality: (String) -> String = { _ in "prohibition" }) throws
        -> RuleSet
    {
        var text = "facts:\n  done: { type: yes-no }\n  special: { type: yes-no, ask: Is it a special case? }\nrules:\n"
        for (id, names) in overrides {
            text += """
                  - id: \(id)
                    clause: policy#para_6
                    quote: must not
                    modality: \(modality(id))
                    bearer: B
                    action: act
                    when: \(id == "general" ? "done or not done" : "special")
                    act: done
                    overrides: [\(names.joined(separator: ", "))]

                """
        }
        return try RuleFixtures.rules(text)
    }

    @Test func aRingIsToldInOrder() {
        #expect(OverrideOrder.of([[1], [2], [0]]) == .ring([2, 1, 0]) || OverrideOrder.of([[1], [2], [0]]) == .ring([0, 2, 1]))
        #expect(OverrideOrder.of([[0]]) == .ring([0]))
        guard case .ring(let ring) = OverrideOrder.of([[], [2], [3], [1]]) else { return #expect(Bool(false)) }
        #expect(Set(ring) == [1, 2, 3])
    }

    @Test func whateverOverridesStandsFirst() {
        guard case .rank(let rank) = OverrideOrder.of([[1, 2], [2], [], [0]]) else { return #expect(Bool(false)) }
        #expect(rank[2] < rank[1] && rank[1] < rank[0] && rank[0] < rank[3])
    }

    @Test func everyStepOfAnOverrideIsTold() throws {
        let rules = try rules([("general", []), ("special", ["general"])]) { $0 == "special" ? "permission" : "prohibition" }
        let facts = try RuleFixtures.facts("done: yes\nspecial: yes", for: rules)
        let finding = try #require(rules.evaluate(facts).findings.first)
        #expect(finding.verdict == .compliant)
        #expect(finding.steps.contains(Evaluation.Step(rule: "special", kind: .fact("special", .yesNo(true)))))
        #expect(finding.steps.contains(Evaluation.Step(rule: "special", kind: .applies(.yes))))
        #expect(finding.steps.contains(Evaluation.Step(rule: "general", kind: .overridden(by: "special", .yes))))
    }

    /// b takes the place of a, unless c takes the place of b.
    @Test func whatDefeatsTheDefeaterReinstates() throws {
        let rules = try rules([("general", []), ("b", ["general"]), ("c", ["b"])]) { $0 == "general" ? "prohibition" : "permission" }
        let facts = try RuleFixtures.facts("done: yes\nspecial: yes", for: rules)
        #expect(rules.evaluate(facts).findings.first?.verdict == .violation)
    }

    @Test func aChainAsLongAsAFileIsNoRecursion() throws {
        let rules = try rules((0..<2_000).map { ("r\($0)", $0 == 0 ? [] : ["r\($0 - 1)"]) })
        let facts = try RuleFixtures.facts("done: yes\nspecial: no", for: rules)
        #expect(rules.evaluate(facts).verdict == .compliant)
    }
}
