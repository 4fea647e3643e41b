import ArgumentParser
import KnowledgeBase
import LegalText
import Rules

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
        var consequence: String?
        var facts: [Fact]

        enum CodingKeys: String, CodingKey {
            case version, rule, citation, quote, modality, bearer, counterparty, action, when, act, unless, overrides, remedy, consequence,
                facts
            case overriddenBy = "overridden_by"
        }
    }

    func run() throws {
        let opened = try OpenedBase(options)
        let rules = try RuleLoader.require(try opened.load(), opened.folder)
        guard let found = rules.rule(rule) else { throw Problem(.nothing, "\(rule): no rule has this id. `concordat rules` lists them.") }
        let conditions = [found.when] + found.unless + [found.act].compactMap { $0 }
        let names = conditions.reduce(into: Set<String>()) { $0.formUnion($1.facts) }.sorted()
        let answer = Answer(
            rule: found.id, citation: found.citation.description, quote: found.quote, modality: found.modality.rawValue,
            bearer: found.bearer, counterparty: found.counterparty, action: found.action, when: RuleWords.describe(found.when),
            act: found.act.map(RuleWords.describe), unless: found.unless.map(RuleWords.describe), overrides: found.overrides,
            overriddenBy: rules.rules.filter { $0.overrides.contains(found.id) }.map(\.id), remedy: found.remedy,
            consequence: found.consequence, facts: names.map { Answer.Fact(name: $0, question: rules.facts[$0]?.question ?? "") })
        if options.json { return try JSONLine.write(answer) }
        try describe(answer)
    }

    private func describe(_ answer: Answer) throws {
        let console = Console.current
        let width = console.facts.width
        try console.print(options.style.strong(answer.rule) + ": \(answer.modality) of \(answer.bearer), \(answer.action)")
        try console.print(options.style.citation(answer.citation))
        try console.print(Paragraph.wrap("“" + Paragraph.harmless(answer.quote) + "”", indent: "  ", width: width))
        var lines = [("applies when", answer.when)]
        if let act = answer.act { lines.append((answer.modality == "prohibition" ? "broken when" : "kept when", act)) }
        lines += answer.unless.map { ("not when", $0) }
        lines += answer.overrides.map { ("takes the place of", $0) } + answer.overriddenBy.map { ("gives way to", $0) }
        if let remedy = answer.remedy { lines.append(("remedy", remedy)) }
        if let consequence = answer.consequence { lines.append(("what follows a breach", consequence)) }
        lines += answer.facts.map { ("fact", $0.question.isEmpty ? $0.name : "\($0.name) — \($0.question)") }
        for (label, words) in lines { try console.print(Paragraph.wrap(words, indent: "    ", first: "  \(label): ", width: width)) }
    }
}
