import ArgumentParser
import DocumentReading
import Foundation
import KnowledgeBase
import LegalText

struct AddCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Read a file into the corpus; --dry-run shows the outline it would get, and writes nothing.")
    static let examples = [
        "concordat add --dry-run policy.html", "concordat add policy.html && concordat build", "concordat add --dry-run --json *.xml",
    ]

    @Argument(help: ArgumentHelp("The files to read.", valueName: "file"))
    var files: [String]

    @Flag(help: "Show what would be added; write nothing. No base is needed.")
    var dryRun = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let folder = dryRun ? nil : try OpenedBase.folder(options)
        var failures: [String] = []
        for file in files {
            let source = URL(filePath: file, relativeTo: Console.current.facts.folder)
            guard let data = FileManager.default.contents(atPath: source.path) else {
                Console.current.say("concordat: \(file): cannot be read. Check the path and its permissions.")
                failures.append(file)
                continue
            }
            // Includes are read from the file's own folder and below.
            let own = source.deletingLastPathComponent()
            let loader = IncludeLoader(root: own, folder: own)
            var document = DocumentReader(load: { loader.load($0) }).read([UInt8](data), name: file)
            document.source = file
            if let folder, try !add(source, document, to: folder) { failures.append(file) }
            try show(document, file: file)
        }
        if !failures.isEmpty { throw Problem(.usage) }
        if !dryRun { options.note("Run `concordat build` to take it into the index and the site.") }
    }

    /// Copies the file into corpus/. A file that is there already is left as it is.
    private func add(_ source: URL, _ document: Document, to folder: BaseFolder) throws -> Bool {
        let console = Console.current
        let name = source.lastPathComponent
        if let nothing = document.diagnostics.first(where: \.saysNoDocument), document.provisions.isEmpty {
            console.say("concordat: \(name): \(DiagnosticWords.describe(nothing)). It was not added.")
            return false
        }
        let target = folder.corpus.appending(path: name)
        if FileManager.default.fileExists(atPath: target.path) {
            if FileManager.default.contentsEqual(atPath: source.path, andPath: target.path) { return true }
            console.say(
                "concordat: corpus/\(name) is there already and differs. Nothing was changed: rename the file, or replace it by hand.")
            return false
        }
        do { try FileManager.default.copyItem(at: source, to: target) } catch {
            console.say("concordat: corpus/\(name): cannot be written (\(error.localizedDescription)).")
            return false
        }
        return true
    }

    private func show(_ document: Document, file: String) throws {
        if options.json { return try JSONLine.write(DocumentAnswer(AnalyzedDocument(analyzing: document), file: file)) }
        let console = Console.current
        for diagnostic in document.diagnostics where !options.quiet { console.say(DiagnosticWords.line(diagnostic, file: file)) }
        if document.provisions.isEmpty { return try console.print("\(file): holds no document.") }
        if dryRun {
            try DocumentPrinter(style: options.style, isOutline: true).print(AnalyzedDocument(analyzing: document))
        } else {
            try console.print("\(file): added, \(document.provisions.count(where: \.isClause)) clauses.")
        }
    }
}
