import ArgumentParser
import KnowledgeBase
import LegalText
import Rules
import YAMLReading

struct ExplainCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "One rule: the clause it rests on, when it applies, what defeats it, what follows.")
    static let examples = ["concordat explain no-access"]

    @Argument(help: ArgumentHelp("The id of a rule.", valueName: "rule"))
    var rule: String

    @OptionGroup var options: CommonOptions

    private struct Answer: Encodable {
        struct Fact: Encodable { var name: String, question: String }
        var version = 1
        var rule: String
        var citation: String
        var quote: String
        var modality: String
        var bearer: String
        var counterparty: String?
        var action: String
        var when: String
        var act: String?
        var unless: [String]
        var overrides: [String]
        var overriddenBy: [String]
        var remedy: String?
        var remedyCitation: String?
        /// The words of the clause that the remedy rests on.
        var remedyQuote: String?
        var consequence: String?
        var facts: [Fact]

        enum CodingKeys: String, CodingKey {
            case version, rule, citation, quote, modality, bearer, counterparty, action, when, act, unless, overrides, remedy, consequence,
                facts
            case overriddenBy = "overridden_by"
            case remedyCitation = "remedy_citation"
            case remedyQuote = "remedy_quote"
        }
    }

    func run() throws {
        let opened = try OpenedBase(options)
        let base = try opened.load()
        let rules = try RuleLoader.require(base, opened.folder)
        guard let found = rules.rule(rule) else {
            let near = Nearest.name(to: rule, among: rules.rules.map(\.id)).map { "Perhaps: \($0)." } ?? "`concordat rules` lists them."
            throw Problem(.nothing, "\(rule): no rule has this id. \(near)")
        }
        let conditions = [found.when] + found.unless + [found.act].compactMap { $0 }
        let names = conditions.reduce(into: Set<String>()) { $0.formUnion($1.facts) }.sorted()
        let answer = Answer(
            rule: found.id, citation: found.citation.description, quote: found.quote, modality: found.modality.rawValue,
            bearer: found.bearer, counterparty: found.counterparty, action: found.action, when: RuleWords.describe(found.when),
            act: found.act.map(RuleWords.describe), unless: found.unless.map(RuleWords.describe), overrides: found.overrides,
            overriddenBy: rules.overriders(of: found.id), remedy: found.remedy,
            remedyCitation: found.remedyCitation?.description,
            remedyQuote: found.remedyCitation.flatMap { base.place(of: $0) }.map { base.provision(at: $0).text },
            consequence: found.consequence, facts: names.map { Answer.Fact(name: $0, question: rules.facts[$0]?.question ?? "") })
        if options.json { return try JSONLine.write(answer) }
        try describe(answer, rules)
    }

    private func describe(_ answer: Answer, _ rules: RuleSet) throws {
        let console = Console.current
        let width = console.facts.width
        try console.print(options.style.strong(answer.rule) + ": \(answer.modality) of \(answer.bearer), \(answer.action)")
        try console.print(options.style.citation(answer.citation))
        try console.print(Paragraph.wrap("“" + Paragraph.harmless(answer.quote) + "”", indent: "  ", width: width))
        var lines = [("applies when", answer.when)]
        if let act = answer.act { lines.append((answer.modality == "prohibition" ? "broken when" : "kept when", act)) }
        lines += answer.unless.map { ("not when", $0) }
        func quoted(_ id: String) -> String { rules.rule(id).map { "\(id), \($0.citation): “\($0.quote)”" } ?? id }
        lines += answer.overrides.map { ("takes the place of", quoted($0)) } + answer.overriddenBy.map { ("gives way to", quoted($0)) }
        if let remedy = answer.remedy { lines.append(("remedy", remedy + (answer.remedyCitation.map { " (\($0))" } ?? ""))) }
        if let quote = answer.remedyQuote { lines.append(("", "“" + Paragraph.beginning(of: quote, limit: 300) + "”")) }
        if let consequence = answer.consequence { lines.append(("what follows a breach", consequence)) }
        lines += answer.facts.map { ("fact", $0.question.isEmpty ? $0.name : "\($0.name) — \($0.question)") }
        for (label, words) in lines {
            try console.print(
                Paragraph.wrap(Paragraph.harmless(words), indent: "    ", first: label.isEmpty ? "    " : "  \(label): ", width: width))
        }
    }
}
