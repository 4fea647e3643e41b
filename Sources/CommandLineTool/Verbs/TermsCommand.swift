import ArgumentParser
import KnowledgeBase
import LegalText

struct TermsCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "terms", abstract: "Definitions and acronyms, and where each is used.")
    static let examples = ["concordat terms", "concordat terms APP", "concordat terms \"Effective Date\" --json"]

    @Argument(help: ArgumentHelp("A term or an acronym; all of them when not given.", valueName: "term"))
    var term: [String] = []

    @Option(help: ArgumentHelp("Only of this document.", valueName: "id"))
    var document: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        let base = try OpenedBase(options).load()
        let wanted = term.joined(separator: " ")
        let key = PhraseKey.make(wanted)
        var found = base.terms
        if !wanted.isEmpty {
            // An acronym in its own case first; else any term so called, plural or not.
            found = base.terms.filter { $0.term == wanted }
            if found.isEmpty {
                found = base.terms.filter { [key, key + "s"].contains(PhraseKey.make($0.term)) || PhraseKey.make($0.term) + "s" == key }
            }
        }
        if let document {
            let index = try CitationArgument(base).requireDocument(document, option: "--document")
            found = found.filter { $0.definitions.contains { $0.document == index } }
        }
        let shown = options.limited(found)
        if options.json {
            try JSONLine.write(TermsAnswer(terms: shown.map { TermsAnswer.Term($0, of: base) }))
        } else {
            for record in shown { try describe(TermsAnswer.Term(record, of: base), isOnly: !wanted.isEmpty) }
            if found.isEmpty { try Console.current.print("No such term is defined.") }
        }
        if found.isEmpty { throw Problem.nothing }
    }

    private func describe(_ answer: TermsAnswer.Term, isOnly: Bool) throws {
        let console = Console.current
        let style = options.style
        for definition in answer.definitions {
            let meaning = definition.meaning.map { ": " + $0 } ?? ""
            try console.print(
                Paragraph.wrap(
                    Paragraph.harmless(meaning), indent: "    ", first: style.strong(Paragraph.harmless(answer.term)),
                    width: console.facts.width))
            try console.print("    " + style.citation(definition.citation) + style.faint("  used in \(answer.uses.count) clauses"))
        }
        if isOnly { for use in answer.uses { try console.print("      " + style.citation(use)) } }
    }
}

struct TermsAnswer: Encodable {
    struct Definition: Encodable { var citation: String, meaning: String?, kind: String }

    struct Term: Encodable {
        var term: String
        var definitions: [Definition]
        /// Citations of the clauses that use it.
        var uses: [String]

        init(_ record: TermRecord, of base: KnowledgeBase) {
            term = record.term
            definitions = record.definitions.map { place in
                let analyzed = base.documents[place.document]
                let definition = analyzed.definitions[place.index]
                return Definition(
                    citation: analyzed.citation(of: definition.clause).description, meaning: definition.meaning,
                    kind: definition.kind.rawValue)
            }
            uses = record.uses.map {
                base.documents[$0.document].citation(of: base.documents[$0.document].termUses[$0.index].clause).description
            }
            .uniqued()
        }
    }

    var version = 1
    var terms: [Term]
}
