import ArgumentParser
import KnowledgeBase
import LegalText

struct ShowCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A clause or a document: text, outline, metadata, norms, references.",
        discussion: """
            With --as-of, the expression of the work that was in force on that day, wherever the clause stood in it; without it, the \
            very text that was asked for.
            """)
    static let examples = [
        "concordat show membership-policy#para_6", "concordat show membership-policy 6", "concordat show membership-policy --outline",
        "concordat show partnership-agreement#sec_6__subsec_2 --as-of 2024-05-01",
    ]

    @Argument(help: ArgumentHelp("A citation, a document, or a document and a number.", valueName: "citation"))
    var citation: [String]

    @Flag(help: "The outline only: numbers, headings, first words.")
    var outline = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let base = try OpenedBase(options).load()
        let day = try options.day()
        let target = try target(in: base)
        let expression = try expression(of: target.document(in: base), in: base, on: day)
        switch target {
        case .document(let asked):
            let index = expression ?? asked
            if options.json { return try JSONLine.write(DocumentAnswer(index, of: base, on: day)) }
            try DocumentPrinter(style: options.style, isOutline: outline).print(index, of: base, on: day)
        case .clause(let asked):
            let found = try expression.map { try counterpart(of: asked, in: $0, of: base) }
            let place = found?.place ?? asked
            if options.json {
                return try JSONLine.write(ClauseAnswer(place, in: base, on: day, asked: asked, change: found?.change))
            }
            try ClausePrinter(style: options.style).print(place, of: base, on: day, asked: asked, change: found?.change)
        case .gone(let stone):
            // What was taken out of this text may stand in the one of that day.
            if let expression,
                let provision = base.place(of: Citation(document: base.documents[expression].document.id, provision: stone.wId))
            {
                if options.json { return try JSONLine.write(ClauseAnswer(provision, in: base, on: day, asked: provision, change: nil)) }
                return try ClausePrinter(style: options.style).print(provision, of: base, on: day, asked: provision, change: nil)
            }
            let successor = stone.successor.map { " It stood after \(stone.document)#\($0)." } ?? ""
            throw Problem(.nothing, "\(stone.document)#\(stone.wId): this text was taken out of the document.\(successor)")
        }
    }

    /// What was asked for; a clause that this expression lacks is looked for in the one of the day.
    private func target(in base: KnowledgeBase) throws -> CitationArgument.Target {
        let typed = citation.joined(separator: " ")
        let names = CitationArgument(base)
        if let target = names.target(of: typed) { return target }
        let cited = Citation(typed)
        if options.asOf != nil, let provision = cited.provision, let index = names.document(named: cited.document) {
            for version in base.expressions(ofDocument: index).reversed() {
                let other = Citation(document: base.documents[version].document.id, provision: provision)
                if let place = base.place(of: other) { return .clause(place) }
            }
        }
        return try names.require(typed)
    }

    /// The document in force on the day, where one was named.
    private func expression(of document: Int?, in base: KnowledgeBase, on day: PartialDate) throws -> Int? {
        guard options.asOf != nil, let document else { return nil }
        if let found = base.expression(of: document, on: day) { return found }
        let first = base.expressions(ofDocument: document).first ?? document
        let begin = base.start(of: first).map { " It begins \(DateWords.describe($0))." } ?? ""
        throw Problem(
            .nothing,
            "--as-of \(day): the first version held, \(base.documents[first].document.id), was not in force yet.\(begin)")
    }

    private func counterpart(of place: ClausePlace, in document: Int, of base: KnowledgeBase) throws -> KnowledgeBase.Counterpart {
        if let found = base.counterpart(of: place, in: document) { return found }
        throw Problem(
            .nothing,
            "\(base.citation(of: place)): the version in force then, \(base.documents[document].document.id), has no such clause. `concordat diff \(base.documents[document].document.id) \(base.documents[place.document].document.id)` shows what changed."
        )
    }
}

extension CitationArgument.Target {
    fileprivate func document(in base: KnowledgeBase) -> Int? {
        switch self {
        case .document(let index): index
        case .clause(let place): place.document
        case .gone(let stone): base.index(of: stone.document)
        }
    }
}
