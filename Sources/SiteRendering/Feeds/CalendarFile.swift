import Calendar
import KnowledgeBase
import LegalText
import Norms

/// `calendar.ics`: what recurs or falls due, each once, with its rule, its clause and a link. What hangs on an event is not in it.
enum CalendarFile {
    static func entry(_ item: DueItem, _ site: Site) -> CalendarEntry {
        let citation = site.base.citation(of: item)
        let norm = item.norm.flatMap(site.normLine(at:))
        var details: [String] = []
        if let norm {
            details = [norm.recurrence.isEmpty ? norm.deadline : norm.recurrence, "“\(norm.quote)”"]
        } else if let place = item.place {
            details = ["“\(site.base.provision(at: place).text)”"]
        }
        var entry = CalendarEntry(
            id: site.base.id(of: item), title: DueList.title(item, site),
            details: (details + ["\(citation)"]).filter { !$0.isEmpty }.joined(separator: "\n"),
            url: site.canonical("").map { $0 + Links(depth: 0).citation(citation) }, start: item.date)
        if let series = item.series {
            entry.id = site.base.id(of: item, in: series)
            entry.rrule = series.rule
            entry.start = series.first
        } else if let date = item.date, item.norm == nil {
            entry.id += "-\(date)"
        }
        if let precision = item.date?.precision, precision != .day {
            entry.details += "\n" + site.words("precision." + precision.rawValue)
        }
        return entry
    }
}
