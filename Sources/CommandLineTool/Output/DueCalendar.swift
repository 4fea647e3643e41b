import Calendar
import KnowledgeBase
import LegalText
import Norms

/// What falls due as an iCalendar file. What recurs stands in it once, with its rule, when no end was asked for.
enum DueCalendar {
    static func write(_ items: [DueItem], of base: KnowledgeBase, asOf: PartialDate, isEndless: Bool) -> [UInt8] {
        let entries = items.filter { $0.kind != .contingent }.map { entry($0, of: base, isEndless: isEndless) }
        return ICalendar.write(entries, name: base.register.title, stamp: asOf)
    }

    private static func entry(_ item: DueItem, of base: KnowledgeBase, isEndless: Bool) -> CalendarEntry {
        let words = DueWords(item, of: base)
        let norm = item.norm.map(base.norm(at:))
        let citation = base.citation(of: item)
        let who = NormWords.list(norm?.bearers ?? [])
        let series = isEndless ? item.series : nil
        let name = item.series.map { base.id(of: item, in: $0) } ?? base.id(of: item)
        let isDated = series == nil && item.date != nil && (item.series != nil || item.norm == nil)
        let details = [
            words.when, item.arithmetic.map { DateWords.describe($0, result: item.date) } ?? "", precision(of: item.date),
            FulfilmentWords.describe(item.fulfilment) ?? "", "“\(words.quote)”", citation.description,
        ]
        return CalendarEntry(
            id: isDated ? "\(name)-\(item.date?.description ?? "")" : name, title: who.isEmpty ? words.action : "\(who): \(words.action)",
            details: details.filter { !$0.isEmpty }.joined(separator: "\n"),
            url: base.register.baseURL.isEmpty ? nil : Links.page(of: citation, baseURL: base.register.baseURL),
            start: series?.first ?? item.date, rrule: series?.rule)
    }

    /// The format knows whole days alone; an entry for a month or a year spans it, and says why.
    private static func precision(of date: PartialDate?) -> String {
        switch date?.precision {
        case .month: "The text gives the month, not the day."
        case .year: "The text gives the year, not the day."
        case .day, nil: ""
        }
    }
}
