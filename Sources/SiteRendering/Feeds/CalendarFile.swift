import Calendar
import KnowledgeBase
import LegalText
import Norms

/// `calendar.ics`: what recurs or falls due, each once, with its rule, its clause and a link. What hangs on an event is not in it.
enum CalendarFile {
    static func write(_ site: Site) -> [UInt8] {
        let years = DuePage.years(of: site)
        var seen: Set<String> = []
        let entries = DuePage.items(site).filter { $0.kind != .contingent }.map { entry($0, site) }.filter { seen.insert($0.id).inserted }
        return ICalendar.write(entries, name: site.title, stamp: PartialDate(year: years.lowerBound))
    }

    private static func entry(_ item: DueItem, _ site: Site) -> CalendarEntry {
        let analyzed = site.base.documents[item.document]
        let citation = analyzed.citation(of: item.place?.provision)
        let norm = item.norm.map(site.base.norm(at:))
        var details: [String] = []
        if let place = item.place {
            let text = site.base.provision(at: place).text
            details = [norm?.recurrence?.text ?? norm?.deadline?.text ?? "", "“\(norm.map { String(text[$0.quote]) } ?? text)”"]
        }
        var entry = CalendarEntry(
            id: site.base.id(of: item), title: DuePage.title(item, site),
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
