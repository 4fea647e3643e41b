import ArgumentParser
import KnowledgeBase
import LegalText

struct DiffCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "What changed between two expressions: text and norms, clause by clause.")
    static let examples = [
        "concordat diff partnership-agreement-2023 partnership-agreement", "concordat diff partnership-agreement   # its last two versions",
    ]

    @Argument(help: ArgumentHelp("The older document; or the newer one alone, to compare it with the version before.", valueName: "a"))
    var first: String

    @Argument(help: ArgumentHelp("The newer document.", valueName: "b"))
    var second: String?

    @Flag(help: "Show the clauses that stayed the same, too.")
    var all = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let base = try OpenedBase(options).load()
        let (old, new) = try pair(in: base)
        let diff = ExpressionDiff(from: base.documents[old], to: base.documents[new])
        let entries = diff.entries.filter { all || $0.change != .kept || !$0.norms.isEmpty }
        if options.json {
            try JSONLine.write(DiffAnswer(options.limited(entries), old: old, new: new, of: base))
        } else {
            try DiffPrinter(style: options.style).print(options.limited(entries), old: old, new: new, of: base)
        }
        if entries.isEmpty { throw Problem.nothing }
    }

    private func pair(in base: KnowledgeBase) throws -> (Int, Int) {
        let names = CitationArgument(base)
        if let second { return (try names.requireDocument(first), try names.requireDocument(second)) }
        let new = try names.requireDocument(first)
        let versions = base.expressions(ofDocument: new)
        guard let place = versions.firstIndex(of: new), place > 0 else {
            throw Problem(
                .nothing, "\(first): no earlier version is held. Give two documents, or `work` and `version` in corpus/register.yaml.")
        }
        return (versions[place - 1], new)
    }
}
