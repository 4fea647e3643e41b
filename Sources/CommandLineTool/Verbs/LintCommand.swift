import ArgumentParser
import Foundation
import KnowledgeBase
import LegalText

struct LintCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract:
            "What a careful reader would mend: dangling colons, absent annexes, undefined acronyms, undated documents, broken references and lists, stale reviews."
    )
    static let examples = ["concordat lint", "concordat lint membership-policy --strict", "concordat lint --kind absent-annex --json"]

    @Argument(help: ArgumentHelp("Only of this document.", valueName: "doc"))
    var document: String?

    @Option(help: ArgumentHelp("Only findings of this kind.", valueName: "kind"))
    var kind: [Finding.Kind] = []

    @Flag(help: "Exit 1 if anything is found.")
    var strict = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let opened = try OpenedBase(options)
        let base = try opened.load()
        let holdsFile = { (path: String) in FileManager.default.fileExists(atPath: opened.folder.root.appending(path: path).path) }
        var found = base.lint(holdsFile: holdsFile).filter { kind.isEmpty || kind.contains($0.kind) }
        if let document {
            let index = try CitationArgument(base).requireDocument(document)
            found = found.filter { $0.document == index }
        }
        let shown = options.limited(found)
        if options.json {
            try JSONLine.write(FindingsAnswer(findings: shown.map { FindingsAnswer.Item($0, of: base) }))
        } else {
            for finding in shown {
                let item = FindingsAnswer.Item(finding, of: base)
                let source =
                    finding.document.map { "corpus/" + base.documents[$0].document.source }
                    ?? "corpus/" + (finding.isOfReviews ? ReviewFile.name : RegisterFile.name)
                let place = item.line > 0 ? "\(source):\(item.line)" : source
                try Console.current.print(
                    "\(options.style.faint(place)): \(options.style.citation(item.citation)): \(Paragraph.harmless(item.message))")
            }
            if found.isEmpty { try Console.current.print("Nothing to mend.") }
        }
        if strict, !found.isEmpty { throw Problem.nothing }
    }
}

extension Finding.Kind: ExpressibleByArgument {}
