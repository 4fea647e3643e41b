import ArgumentParser
import Foundation
import LegalText

/// What every verb takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder that holds corpus/; found upward from here when not given.", valueName: "dir"))
    var base: String?

    @Flag(help: "Answer with one JSON object.")
    var json = false

    @Option(help: ArgumentHelp("Show at most this many.", valueName: "n"))
    var limit: Int?

    @Option(help: ArgumentHelp("Answer as on this day, such as 2026-01-31; today when not given.", valueName: "date"))
    var asOf: String?

    @Flag(help: "No messages, only the answer.")
    var quiet = false

    @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
    var color = Colouring.auto

    enum Colouring: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit \(limit): give a number from 0 up.") }
        _ = try day()
    }

    /// The day asked about.
    func day() throws -> PartialDate {
        guard let asOf else { return Console.current.today }
        return try Self.day(asOf, option: "--as-of")
    }

    static func day(_ text: String, option: String) throws -> PartialDate {
        guard let date = PartialDate(text), date.precision == .day else {
            throw ValidationError("\(option) \(text): not a date. Give year, month and day, such as 2026-01-31.")
        }
        return date
    }

    var style: Style {
        let facts = Console.current.facts
        let isColoured =
            switch color {
            case .always: true
            case .never: false
            case .auto: facts.outputIsTerminal && (facts.environment["NO_COLOR"] ?? "").isEmpty && facts.environment["TERM"] != "dumb"
            }
        return Style(isColoured: isColoured)
    }

    func note(_ message: String) { if !quiet { Console.current.say(message) } }

    func limited<Item>(_ items: [Item]) -> [Item] { limit.map { Array(items.prefix($0)) } ?? items }
}
