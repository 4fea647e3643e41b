import Calendar
import KnowledgeBase
import LegalText
import Norms

/// `calendar.ics`: what recurs or falls due, each with its clause and a link.
enum CalendarFile {
    static func write(_ site: Site) -> [UInt8] {
        var entries: [CalendarEntry] = []
        var latest: PartialDate?
        for (index, analyzed) in site.base.documents.enumerated() {
            if let date = site.date(of: index), date.description > latest?.description ?? "" { latest = date }
            for norm in analyzed.norms {
                guard norm.recurrence != nil || norm.deadline != nil, analyzed.document.provisions.indices.contains(norm.clause) else {
                    continue
                }
                entries.append(entry(norm, analyzed, site))
            }
        }
        return ICalendar.write(entries, name: site.title, stamp: site.asOf ?? latest ?? PartialDate(year: 1970))
    }

    private static func entry(_ norm: Norm, _ analyzed: AnalyzedDocument, _ site: Site) -> CalendarEntry {
        let clause = analyzed.document.provisions[norm.clause]
        let times = [norm.recurrence?.text ?? "", norm.deadline?.text ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
        let who = norm.bearers.joined(separator: ", ")
        let url = site.canonical("").map { $0 + Links(depth: 0).citation(analyzed.citation(of: norm.clause)) }
        return CalendarEntry(
            id: norm.id.isEmpty ? analyzed.citation(of: norm.clause).description : norm.id,
            title: [who, norm.action.text].filter { !$0.isEmpty }.joined(separator: ": "),
            details: "\(times)\n“\(clause.text[norm.quote])”\n\(analyzed.citation(of: norm.clause))", url: url)
    }
}
