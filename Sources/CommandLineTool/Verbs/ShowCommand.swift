import ArgumentParser
import KnowledgeBase
import LegalText

struct ShowCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A clause or a document: text, outline, metadata, norms, references.")
    static let examples = [
        "concordat show membership-policy#para_6", "concordat show membership-policy 6", "concordat show membership-policy --outline",
    ]

    @Argument(help: ArgumentHelp("A citation, a document, or a document and a number.", valueName: "citation"))
    var citation: [String]

    @Flag(help: "The outline only: numbers, headings, first words.")
    var outline = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let base = try OpenedBase(options).load()
        let typed = citation.joined(separator: " ")
        switch try CitationArgument(base).require(typed) {
        case .document(let index):
            if options.json { return try JSONLine.write(DocumentAnswer(base.documents[index])) }
            try DocumentPrinter(style: options.style, isOutline: outline).print(index, of: base)
        case .clause(let place):
            if options.json { return try JSONLine.write(ClauseAnswer(place, in: base)) }
            try ClausePrinter(style: options.style).print(place, of: base)
        case .gone(let stone):
            let successor = stone.successor.map { " It stood after \(stone.document)#\($0)." } ?? ""
            throw Problem(.nothing, "\(stone.document)#\(stone.wId): this text was taken out of the document.\(successor)")
        }
    }
}
