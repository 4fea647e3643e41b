import ArgumentParser
import Foundation
import Interchange
import KnowledgeBase

struct ExportCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Hand the base on: akn, legalruleml, jsonld, ics, csv, jsonl, bulk.")
    static let examples = [
        "concordat export akn --document membership-policy > policy.xml", "concordat export csv > norms.csv",
        "concordat export bulk | curl --data-binary @- ...", "concordat export ics --as-of 2026-01-01 > calendar.ics",
    ]

    enum Format: String, ExpressibleByArgument, CaseIterable { case akn, legalruleml, jsonld, ics, csv, jsonl, bulk }

    @Argument(help: ArgumentHelp("One of these.", valueName: "format"))
    var format: Format

    @Option(help: ArgumentHelp("Only this document.", valueName: "id"))
    var document: [String] = []

    @OptionGroup var options: CommonOptions

    func run() throws {
        let base = try OpenedBase(options).load()
        let documents = try document.map { try CitationArgument(base).requireDocument($0, option: "--document") }
        let chosen = documents.isEmpty ? Array(base.documents.indices) : documents
        guard let format = ExportFormat(rawValue: format.rawValue) else {
            let asOf = try options.day()
            let items = base.due(asOf: asOf).filter { chosen.contains($0.document) }
            return try Console.current.write(DueCalendar.write(items, of: base, asOf: asOf, isEndless: true))
        }
        try Export.write(base, documents: chosen, as: format) { try Console.current.write($0.utf8) }
    }
}
