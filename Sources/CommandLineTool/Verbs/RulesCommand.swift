import ArgumentParser
import KnowledgeBase
import LegalText
import Norms
import Rules

struct RulesCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "The rules of the base; `rules draft NORM` begins one from a norm.",
        discussion: "`rules draft` alone begins one from every norm that a reviewer accepted or corrected and no rule rests on yet.")
    static let examples = [
        "concordat rules", "concordat rules draft", "concordat rules draft membership-policy#para_6~1 >> corpus/rules.yaml",
    ]

    @Argument(help: ArgumentHelp("Nothing, or: draft NORM", valueName: "draft norm"))
    var words: [String] = []

    @OptionGroup var options: CommonOptions

    private struct Answer: Encodable {
        struct Item: Encodable { var rule: String, citation: String, modality: String, bearer: String, action: String }
        var version = 1
        var rules: [Item]
    }

    func validate() throws {
        guard words.isEmpty || (words.count <= 2 && words[0] == "draft") else {
            throw ValidationError("rules \(words.joined(separator: " ")): say `rules`, or `rules draft NORM`.")
        }
    }

    func run() throws {
        let opened = try OpenedBase(options)
        let base = try opened.load()
        let rules = try RuleLoader.load(base, opened.folder).rules
        if !words.isEmpty { return try draft(words.dropFirst().first, in: base, besides: rules) }
        if options.json {
            try JSONLine.write(
                Answer(
                    rules: options.limited(rules).map {
                        Answer.Item(
                            rule: $0.id, citation: $0.citation.description, modality: $0.modality.rawValue, bearer: $0.bearer,
                            action: $0.action)
                    }))
        } else {
            for rule in options.limited(rules) {
                try Console.current.print("\(options.style.strong(rule.id))  \(rule.modality.rawValue) of \(rule.bearer): \(rule.action)")
                try Console.current.print("    \(options.style.citation(rule.citation.description)) “\(Paragraph.harmless(rule.quote))”")
            }
        }
        if rules.isEmpty { throw Problem(.nothing, "No rules here. Write them in corpus/\(RuleLoader.fileName).") }
    }

    private func draft(_ id: String?, in base: KnowledgeBase, besides rules: [Rule]) throws {
        let places = try id.map { [try require($0, in: base)] } ?? reviewed(in: base, besides: rules)
        if places.isEmpty {
            throw Problem(
                .nothing,
                "No norm is accepted that has no rule yet. `concordat review` lists what to look at; `rules draft NORM` drafts any.")
        }
        // The first rules of a base need the key that they stand under.
        if rules.isEmpty { try Console.current.write("facts:\n  # name: { type: yes-no, ask: What is the case? }\nrules:\n".utf8) }
        for place in places {
            let norm = base.norm(at: place)
            let text = base.provision(at: ClausePlace(document: place.document, provision: norm.clause)).text
            let yaml = RuleDraft.yaml(for: norm, citation: base.citation(of: place).description, quote: String(text[norm.quote]))
            try Console.current.write(yaml.utf8)
        }
    }

    private func require(_ id: String, in base: KnowledgeBase) throws -> NormPlace {
        guard let place = base.norm(id) else {
            throw Problem(.nothing, "\(id): no norm has this id. `concordat norms` lists them with theirs.")
        }
        let status = base.norm(at: place).status
        if status != .accepted && status != .corrected {
            options.note("Note: nobody has accepted this norm yet: concordat review \(id) --accept")
        }
        return place
    }

    private func reviewed(in base: KnowledgeBase, besides rules: [Rule]) -> [NormPlace] {
        let held = Set(rules.map(\.citation))
        return base.documents.indices.flatMap { index in base.documents[index].norms.indices.map { NormPlace(document: index, norm: $0) } }
            .filter { place in
                let status = base.norm(at: place).status
                return (status == .accepted || status == .corrected) && !held.contains(base.citation(of: place))
            }
    }
}
