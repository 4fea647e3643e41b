import ArgumentParser
import KnowledgeBase
import LegalText

struct RefsCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "refs", abstract: "What a clause or document relies on and, with --reverse, what relies on it.")
    static let examples = [
        "concordat refs membership-policy#para_6", "concordat refs --reverse \"Follett Report\"   # a work need not be held",
        "concordat refs --unresolved",
    ]

    @Argument(help: ArgumentHelp("A citation, a document, or with --reverse the name of any work.", valueName: "citation"))
    var citation: [String] = []

    @Flag(help: "What relies on it.")
    var reverse = false

    @Flag(help: "Every reference of the base that leads nowhere in it.")
    var unresolved = false

    @OptionGroup var options: CommonOptions

    private struct Answer: Encodable {
        var version = 1
        var outgoing: [ReferenceAnswer]
        var incoming: [ReferenceAnswer]
    }

    func validate() throws {
        if citation.isEmpty && !unresolved { throw ValidationError("Give a citation, such as membership-policy#para_6, or --unresolved.") }
    }

    func run() throws {
        let base = try OpenedBase(options).load()
        var outgoing: [ReferencePlace] = []
        var incoming: [ReferencePlace] = []
        let typed = citation.joined(separator: " ")
        if unresolved {
            outgoing = base.unresolved
            if !typed.isEmpty, case .document(let index) = try CitationArgument(base).require(typed) {
                outgoing = outgoing.filter { $0.document == index }
            }
        } else {
            switch CitationArgument(base).target(of: typed) {
            case .document(let index):
                outgoing = base.documents[index].references.indices.map { ReferencePlace(document: index, reference: $0) }
                incoming = base.incoming(to: Citation(document: base.documents[index].document.id))
            case .clause(let place):
                outgoing = base.references(in: place)
                incoming = base.incoming(to: base.citation(of: place))
            case .gone, nil:
                incoming = base.incoming(toWorkNamed: typed)
                if incoming.isEmpty { _ = try CitationArgument(base).require(typed) }
            }
            if incoming.isEmpty { incoming = base.incoming(toWorkNamed: typed) }
        }
        let (out, into) = (options.limited(outgoing), options.limited(incoming))
        if options.json {
            try JSONLine.write(
                Answer(outgoing: out.map { ReferenceAnswer($0, in: base) }, incoming: into.map { ReferenceAnswer($0, in: base) }))
        } else {
            try describe(out, into, in: base)
        }
        if reverse ? incoming.isEmpty : unresolved ? outgoing.isEmpty : outgoing.isEmpty && incoming.isEmpty { throw Problem.nothing }
    }

    private func describe(_ outgoing: [ReferencePlace], _ incoming: [ReferencePlace], in base: KnowledgeBase) throws {
        let console = Console.current
        let style = options.style
        if !reverse {
            for place in outgoing {
                try console.print(
                    style.citation(base.citation(of: place).description) + "  " + ReferenceWords.outgoing(base.reference(at: place), style))
            }
            if outgoing.isEmpty { try console.print(unresolved ? "Every reference leads somewhere." : "It relies on nothing.") }
        }
        if reverse {
            try console.print(incoming.isEmpty ? "Nothing relies on it." : "Relied on by")
            for place in incoming { try console.print(ReferenceWords.incoming(place, base, style, console.facts.width)) }
        } else if !incoming.isEmpty {
            try console.print(style.faint("Relied on by \(incoming.count) (concordat refs --reverse)."))
        }
    }
}
