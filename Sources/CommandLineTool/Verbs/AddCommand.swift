import ArgumentParser
import DocumentReading
import Foundation
import KnowledgeBase

struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Read a file into the corpus; --dry-run shows the outline it would get.",
        usage: """
            concordat add --dry-run FILE
            concordat add FILE
            """)

    @Argument(help: "The files to read.")
    var files: [String]

    @Flag(help: "Show what would be added; write nothing.")
    var dryRun = false

    @Flag(help: "One JSON object a file.")
    var json = false

    func run() throws {
        for file in files {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw ValidationError("\(file): cannot be read. Check the path and its permissions.")
            }
            var document = DocumentReader().read([UInt8](data), name: file)
            document.source = file
            let answer = DocumentAnswer(AnalyzedDocument(analyzing: document), file: file)
            try JSONLine.write(answer)
        }
    }
}
