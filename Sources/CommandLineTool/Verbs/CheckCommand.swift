import ArgumentParser
import KnowledgeBase
import Rules

struct CheckCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Hold facts against the rules: compliant, violation, or unknown with the fact that is missing.",
        discussion: "Exit code 0: compliant. 1: violation. 3: unknown, because a fact is missing. 2: a file that cannot be used.")
    static let examples = [
        "concordat check facts.yaml", "concordat check facts.yaml --json", "concordat check facts.yaml --rule no-access",
    ]

    @Argument(help: ArgumentHelp("What is the case, as YAML: provider.member: no", valueName: "facts"))
    var facts: String

    @Option(help: ArgumentHelp("Only this rule, and those that override it.", valueName: "id"))
    var rule: [String] = []

    @OptionGroup var options: CommonOptions

    func run() throws {
        let opened = try OpenedBase(options)
        let base = try opened.load()
        let rules = try RuleLoader.require(base, opened.folder)
        for id in rule where rules.rule(id) == nil {
            throw Problem(.usage, "--rule \(id): no rule has this id. `concordat rules` lists them.")
        }
        let facts = try FactsFile.read(try TextFile.read(typed: facts), file: facts, declared: rules.facts)
        var evaluation = rules.evaluate(facts)
        if !rule.isEmpty { evaluation.findings.removeAll { !rule.contains($0.rule.id) } }
        let answer = CheckAnswer(evaluation, rules: rules)
        if options.json { try JSONLine.write(answer) } else { try CheckPrinter(style: options.style).print(answer, rules: rules) }
        switch evaluation.verdict {
        case .compliant: return
        case .violation: throw Problem.nothing
        case .unknown: throw Problem(.unknown)
        }
    }
}
