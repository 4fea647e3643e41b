import Rules
import TestSupport
import Testing

/// Three-valued evaluation against its slow, obvious twin: try every completion of the missing facts.
@Suite struct CompletionTests {
    /// What a known fact may be.
    private static let known: [String: [FactValue]] = [
        "p": [.yesNo(true), .yesNo(false)], "q": [.yesNo(true), .yesNo(false)], "r": [.yesNo(true), .yesNo(false)],
        "c": [.text("red"), .text("green"), .text("blue")],
        "n": [0, 0.5, 1, 1.5].map(FactValue.number), "m": [0, 0.5, 1, 1.5].map(FactValue.number),
        "d": (0...6).map(FactValue.day), "e": (0...6).map(FactValue.day),
    ]

    /// What a missing one may turn out to be: points on, between and beyond all that the conditions and known facts name.
    private static let domains: [String: [FactValue]] = known.merging([
        "n": [-1, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2].map(FactValue.number),
        "m": [-2, -1, 0, 0.25, 0.3, 0.5, 0.75, 0.8, 1, 1.25, 1.3, 1.5, 2, 3].map(FactValue.number),
        "d": (-5...8).map(FactValue.day), "e": (-4...13).map(FactValue.day),
    ]) { $1 }

    @Test(arguments: 0..<100) func unknownExactlyWhenCompletionsDisagree(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let rules = try RuleFixtures.rules(randomRules(&random))
        var known = Facts()
        for (name, values) in Self.known.sorted(by: { $0.key < $1.key }) where Int.random(in: 0..<3, using: &random) > 0 {
            known.values[name] = values.randomElement(using: &random)
        }
        let support = rules.rules.reduce(into: Set<String>()) { names, rule in
            names.formUnion(rule.when.facts.union(rule.act?.facts ?? []))
            for exception in rule.unless { names.formUnion(exception.facts) }
        }
        let missing = support.filter { known.values[$0] == nil }.sorted()
        let all = completions(of: known, missing[...])
        guard all.count <= 600 else { return }
        let answers = rules.evaluate(known).findings
        let truths = all.map { rules.evaluate($0).findings.map(\.verdict) }
        for (index, finding) in answers.enumerated() {
            let verdicts = Set(truths.map { $0[index] })
            #expect(finding.verdict == (verdicts.count == 1 ? verdicts.first : .unknown), "rule \(finding.rule.id), seed \(seed)")
            if finding.verdict == .unknown {
                #expect(!finding.missing.isEmpty)
                // A fact that is named must matter: with it alone withheld, some completion of the rest is still open.
                for name in finding.missing {
                    let open = all.contains { completion in
                        var rest = completion
                        rest.values[name] = nil
                        return rules.evaluate(rest).findings[index].verdict == .unknown
                    }
                    #expect(open, "\(name) does not matter, seed \(seed)")
                }
            }
        }
    }

    private func completions(of facts: Facts, _ missing: ArraySlice<String>) -> [Facts] {
        guard let name = missing.first else { return [facts] }
        return Self.domains[name]!.flatMap { value in
            var next = facts
            next.values[name] = value
            return completions(of: next, missing.dropFirst())
        }
    }

    private func randomRules(_ random: inout SeededGenerator) -> String {
        var text = """
            facts:
              p: { type: yes-no }
              q: { type: yes-no }
              r: { type: yes-no }
              c: { type: choice, values: [red, green, blue] }
              n: { type: number }
              m: { type: number }
              d: { type: date }
              e: { type: date }
            rules:

            """
        for index in 0..<3 {
            text += """
                  - id: r\(index)
                    clause: policy#para_6
                    quote: must not
                    modality: \(["obligation", "prohibition", "permission"].randomElement(using: &random)!)
                    bearer: B
                    action: act
                    when: \(condition(&random, 2))
                    act: \(condition(&random, 2))
                    unless: \(condition(&random, 1))

                """
            if index > 0, Bool.random(using: &random) { text += "    overrides: r\(index - 1)\n" }
        }
        return text
    }

    private func condition(_ random: inout SeededGenerator, _ depth: Int) -> String {
        if depth == 0 || Int.random(in: 0..<3, using: &random) == 0 {
            let comparison = ["=", "!=", "<", "<=", ">", ">="].randomElement(using: &random)!
            let atoms = [
                "p", "q", "r", "c = red", "c in [red, blue]", "n \(comparison) 1", "n \(comparison) 0", "m \(comparison) n",
                "d \(comparison) 1970-01-03", "e \(comparison) d + 3 days",
            ]
            return atoms.randomElement(using: &random)!
        }
        let (a, b) = (condition(&random, depth - 1), condition(&random, depth - 1))
        return ["not (\(a))", "(\(a)) and (\(b))", "(\(a)) or (\(b))"].randomElement(using: &random)!
    }
}
