import ArgumentParser
import KnowledgeBase
import LegalText

struct DueCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "What falls due and when, with the arithmetic; what has no date, apart and never dated.")
    static let examples = [
        "concordat due --within 90d", "concordat due --overdue --from 2025-01-01",
        "concordat due --from 2026-01-01 --to 2026-12-31 --party HEFCE", "concordat due --ics > calendar.ics",
    ]

    @Option(help: ArgumentHelp("From --as-of this far: 90d, 8w, 6m or 1y.", valueName: "span"))
    var within: String?

    @Option(help: ArgumentHelp("The first day looked at; --as-of when not given.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("The last day looked at.", valueName: "date"))
    var to: String?

    @Option(help: ArgumentHelp("Only what this party or role bears or is owed.", valueName: "name"))
    var party: String?

    @Flag(help: "What fell due before --as-of and nobody recorded as done or waived; of the last two years where --from is not given.")
    var overdue = false

    @Flag(help: "As an iCalendar file.")
    var ics = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        _ = try window(asOf: PartialDate(year: 2000, month: 1, day: 1))
    }

    func run() throws {
        let base = try OpenedBase(options).load()
        let asOf = try options.day()
        let (start, end) = try window(asOf: asOf)
        let filter = party.map { PartyFilter($0, in: base) }
        let items = base.due(asOf: asOf, from: start, to: end).filter { item in
            if overdue, item.status != .past || !item.isOpen { return false }
            guard let filter else { return true }
            guard let place = item.norm else {
                return filter.matches([], resolved: base.parties(to: item.document))
            }
            let norm = base.norm(at: place)
            return filter.matches(norm.bearers + norm.counterparties, resolved: base.bearers(of: place) + base.counterparties(of: place))
        }
        let shown = options.limited(items)
        if ics {
            try Console.current.write(DueCalendar.write(shown, of: base, asOf: asOf, isEndless: end == nil))
        } else if options.json {
            try JSONLine.write(DueAnswer(shown, of: base, asOf: asOf, from: start, to: end))
        } else {
            try DuePrinter(style: options.style).print(shown, of: base)
        }
        if items.isEmpty { throw Problem.nothing }
    }

    private func window(asOf: PartialDate) throws -> (from: PartialDate?, to: PartialDate?) {
        if within != nil, from != nil || to != nil { throw ValidationError("--within and --from or --to: give one or the other.") }
        let start = try from.map { try CommonOptions.day($0, option: "--from") }
        var end = try to.map { try CommonOptions.day($0, option: "--to") }
        if let start, let end, start.dayNumbers.lowerBound > end.dayNumbers.lowerBound {
            throw ValidationError("--from \(start) --to \(end): the end lies before the beginning.")
        }
        if overdue {
            if within != nil || to != nil { throw ValidationError("--overdue looks back from --as-of: leave --within and --to out.") }
            return (start ?? asOf.adding(Period(-2, .year)), asOf)
        }
        if let within {
            let units: [Character: Period.Unit] = ["d": .day, "w": .week, "m": .month, "y": .year]
            guard let letter = within.last, let unit = units[letter], let count = Int(within.dropLast()), (0...100_000).contains(count)
            else {
                throw ValidationError("--within \(within): give a number and d, w, m or y, such as 90d.")
            }
            end = asOf.adding(Period(count, unit))
        }
        return (start, end)
    }
}
