import Rules

/// What `check --json` answers (DESIGN.md section 6): violations first, then what is unknown, then what is kept.
struct CheckAnswer: Encodable {
    /// A step of the reasoning, with the rule it belongs to and the clause that rule rests on.
    struct Step: Encodable { var text: String, rule: String, citation: String, quote: String }

    struct Finding: Encodable {
        var rule: String
        var citation: String
        var quote: String
        var verdict: String
        var modality: String
        var bearer: String
        var counterparty: String?
        var action: String
        var because: [String]
        var steps: [Step]
        var missing: [String]
        var remedy: String?
        var remedyCitation: String?
        var consequence: String?

        enum CodingKeys: String, CodingKey {
            case rule, citation, quote, verdict, modality, bearer, counterparty, action, because, steps, missing, remedy, consequence
            case remedyCitation = "remedy_citation"
        }
    }

    var version = 1
    var verdict: String
    var findings: [Finding]

    init(_ evaluation: Evaluation, rules: RuleSet) {
        verdict = evaluation.verdict.rawValue
        let order: [Evaluation.Verdict] = [.violation, .unknown, .compliant]
        findings = order.flatMap { verdict in evaluation.findings.filter { $0.verdict == verdict } }.map { finding in
            let rule = finding.rule
            let isBreach = finding.verdict == .violation
            return Finding(
                rule: rule.id, citation: rule.citation.description, quote: rule.quote, verdict: finding.verdict.rawValue,
                modality: rule.modality.rawValue, bearer: rule.bearer, counterparty: rule.counterparty, action: rule.action,
                because: finding.steps.map { RuleWords.describe($0, about: rule.id, in: rules) },
                steps: finding.steps.map { Self.step($0, about: rule.id, in: rules) }, missing: finding.missing,
                remedy: isBreach ? rule.remedy : nil, remedyCitation: isBreach ? rule.remedyCitation?.description : nil,
                consequence: isBreach ? rule.consequence : nil)
        }
    }

    private static func step(_ step: Evaluation.Step, about id: String, in rules: RuleSet) -> Step {
        // That another rule takes its place rests on the other's clause.
        let source = if case .overridden(let other, _) = step.kind { rules.rule(other) } else { rules.rule(step.rule) }
        return Step(
            text: RuleWords.describe(step, about: id, in: rules), rule: source?.id ?? step.rule,
            citation: source?.citation.description ?? "", quote: source?.quote ?? "")
    }
}

/// The same for people.
struct CheckPrinter {
    var style: Style

    func print(_ answer: CheckAnswer, rules: RuleSet) throws {
        let console = Console.current
        let width = console.facts.width
        try console.print(style.strong(answer.verdict))
        for finding in answer.findings {
            try console.print(
                "\n\(style.strong(finding.verdict)): \(finding.rule), \(finding.bearer) — \(finding.modality), \(finding.action)")
            try console.print("  " + style.citation(finding.citation))
            try console.print(Paragraph.wrap("“" + Paragraph.harmless(finding.quote) + "”", indent: "  ", width: width))
            for step in finding.because { try console.print(Paragraph.wrap(step, indent: "      ", first: "    - ", width: width)) }
            for name in finding.missing {
                let question = rules.facts[name]?.question ?? ""
                try console.print("  missing: \(name)" + (question.isEmpty ? "" : " — \(question)"))
            }
            if let remedy = finding.remedy {
                let source = finding.remedyCitation.map { " (\($0))" } ?? ""
                try console.print(Paragraph.wrap(remedy + source, indent: "    ", first: "  remedy: ", width: width))
            }
            if let consequence = finding.consequence {
                try console.print(Paragraph.wrap(consequence, indent: "    ", first: "  what follows: ", width: width))
            }
        }
    }
}
