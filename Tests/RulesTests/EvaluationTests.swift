import Rules
import Testing

@Suite struct EvaluationTests {
    private func finding(_ id: String, _ facts: String) throws -> Evaluation.Finding {
        let rules = try RuleFixtures.rules()
        let evaluation = rules.evaluate(try RuleFixtures.facts(facts, for: rules))
        return try #require(evaluation.findings.first { $0.rule.id == id })
    }

    @Test func aBreachIsAViolation() throws {
        let finding = try finding("no-access", "partner: { member: no }\naccess: { given: yes, totals-only: no }")
        #expect(finding.verdict == .violation)
        #expect(finding.rule.remedyCitation?.description == "policy#para_7")
    }

    @Test func theMissingFactIsNamed() throws {
        let finding = try finding("no-access", "access: { given: yes, totals-only: no }")
        #expect(finding.verdict == .unknown)
        #expect(finding.missing == ["partner.member"])
    }

    @Test func onlyFactsThatMatterAreNamed() throws {
        // Nothing was given, so it does not matter who is a member.
        let finding = try finding("no-access", "access.given: no")
        #expect(finding.verdict == .compliant)
        #expect(finding.missing.isEmpty)
    }

    @Test func theMoreSpecificRuleTakesItsPlace() throws {
        let finding = try finding("no-access", "partner.member: no\naccess: { given: yes, totals-only: yes }")
        #expect(finding.verdict == .compliant)
        #expect(finding.steps.contains { $0.kind == .overridden(by: "totals", .yes) })
    }

    @Test(arguments: [
        ("2025-01-15", Evaluation.Verdict.compliant), ("2025-01-16", .violation), ("2024-12-31", .compliant),
    ]) func datesAreCountedInDays(_ shared: String, _ verdict: Evaluation.Verdict) throws {
        #expect(try finding("share-in-time", "record: { entered: 2025-01-01, shared: \(shared) }").verdict == verdict)
    }

    @Test func aWholeEvaluationIsAsBadAsItsWorstFinding() throws {
        let rules = try RuleFixtures.rules()
        #expect(rules.evaluate(Facts()).verdict == .unknown)
        let facts = try RuleFixtures.facts("partner.member: no\naccess: { given: yes, totals-only: no }", for: rules)
        #expect(rules.evaluate(facts).verdict == .violation)
    }
}
