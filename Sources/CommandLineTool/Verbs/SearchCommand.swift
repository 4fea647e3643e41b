import ArgumentParser
import KnowledgeBase
import LegalText
import Norms
import SearchCore
import SearchIndex

struct SearchCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Ranked clauses for a query.",
        discussion: """
            The query: words (all of them, ranked)   "a phrase"   a OR b   -word   start*   mispelt~   a /s b (same sentence)   a /p b (same clause)   a /5 b (within five words)   \
            heading:word   party:NAME   modality:prohibition   kind:alliance   document:ID   due:<2027
            """)
    static let examples = [
        "concordat search access not a member", "concordat search '\"not a member\" modality:prohibition'",
        "concordat search 'review /s years' --kind alliance --json",
    ]

    @Argument(parsing: .allUnrecognized, help: "Any words; see above.")
    var query: [String] = []

    @Option(help: ArgumentHelp("Only in this document.", valueName: "id"))
    var document: [String] = []

    @Option(help: ArgumentHelp("Only in documents of this kind.", valueName: "kind"))
    var kind: [DocumentKind] = []

    @Option(help: ArgumentHelp("Only clauses of or about this party.", valueName: "name"))
    var party: [String] = []

    @Option(help: ArgumentHelp("Only clauses with such a norm.", valueName: "modality"))
    var modality: [Modality] = []

    @Option(help: ArgumentHelp("Only clauses with a norm this strong.", valueName: "strength"))
    var strength: [Strength] = []

    @Option(name: .customLong("in"), help: ArgumentHelp("Look in headings or in text only.", valueName: "field"))
    var field: Field?

    @Flag(help: "Answer with the number of clauses only.")
    var count = false

    @Flag(help: "Say how each score came about.")
    var explain = false

    @Option(help: ArgumentHelp("Show this many clauses before and after each.", valueName: "n"))
    var context = 0

    @OptionGroup var options: CommonOptions

    enum Field: String, ExpressibleByArgument, CaseIterable { case headings, text }

    func validate() throws {
        if let option = query.first(where: { $0.hasPrefix("--") && $0.count > 2 && !$0.contains(" ") }) {
            throw ValidationError("\(option): not an option of search. To look for it as a word, put it in quotes with others.")
        }
        if !(0...100).contains(context) { throw ValidationError("--context \(context): give a number from 0 to 100.") }
    }

    func run() throws {
        let base = try OpenedBase(options)
        var settings = SearchOptions()
        settings.limit = options.limit ?? 10
        settings.field = field.map { $0 == .headings ? .heading : .text }
        settings.filters =
            document.map { Facet("document", $0) } + kind.map { Facet("kind", $0.rawValue) } + party.map { Facet("party", $0) }
            + modality.map { Facet("modality", $0.rawValue) } + strength.map { Facet("strength", $0.rawValue) }
        settings.countedFields = ["document", "kind", "party", "modality", "strength"]
        settings.explains = explain
        let text = query.joined(separator: " ")
        let clock = ContinuousClock()
        let start = clock.now
        let results = base.stored.lines.isEmpty ? SearchResults() : try base.index().search(text, options: settings)
        let answer = SearchAnswer(
            results, query: text, elapsed: start.duration(to: clock.now), baseURL: base.stored.register.baseURL, explains: explain)
        if options.json {
            try JSONLine.write(answer)
        } else if count {
            try Console.current.print(String(results.total))
        } else {
            try SearchPrinter(style: options.style, context: context).print(results, base)
        }
        if results.total == 0 { throw Problem.nothing }
    }
}

extension DocumentKind: ExpressibleByArgument {}
extension Modality: ExpressibleByArgument {}
extension Strength: ExpressibleByArgument {}
