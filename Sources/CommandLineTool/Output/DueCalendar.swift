import Calendar
import KnowledgeBase
import LegalText
import Norms

/// What falls due as an iCalendar file. What recurs stands in it once, with its rule, when no end was asked for.
enum DueCalendar {
    static func write(_ items: [DueItem], of base: KnowledgeBase, asOf: PartialDate, isEndless: Bool) -> [UInt8] {
        let entries = items.map { item in
            let words = DueWords(item, of: base)
            let norm = item.norm.map(base.norm(at:))
            let citation = item.place.map(base.citation(of:)) ?? Citation(document: base.documents[item.document].document.id)
            let name = norm?.id ?? "\(citation)~\(item.event?.rawValue ?? "due")"
            let who = NormWords.list(norm?.bearers ?? [])
            let date = item.date.map { "-\($0)" } ?? ""
            let arithmetic = item.arithmetic.map { DateWords.describe($0, result: item.date) } ?? ""
            return CalendarEntry(
                id: isEndless ? name : name + date, title: who.isEmpty ? words.action : "\(who): \(words.action)",
                details: [words.when, arithmetic, "“\(words.quote)”", citation.description].filter { !$0.isEmpty }.joined(separator: "\n"),
                url: base.register.baseURL.isEmpty ? nil : Links.page(of: citation, baseURL: base.register.baseURL), start: item.date,
                rrule: isEndless && item.date != nil ? norm?.recurrence?.rrule : nil)
        }
        return ICalendar.write(entries, name: base.register.title, stamp: asOf)
    }
}
