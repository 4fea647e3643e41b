import KnowledgeBase
import LegalText
import Norms

/// What falls due, for people: dated items by date, then those without one.
struct DuePrinter {
    var style: Style

    func print(_ items: [DueItem], of base: KnowledgeBase) throws {
        let console = Console.current
        if items.isEmpty { return try console.print("Nothing falls due.") }
        var last: DueItem.Kind?
        for item in items {
            if item.kind != last {
                if last != nil { try console.print() }
                if item.kind == .contingent {
                    try console.print(style.strong("When something happens") + style.faint("  (no date can be told)"))
                }
                if item.kind == .unscheduled { try console.print(style.strong("No date stated")) }
                last = item.kind
            }
            for line in lines(item, base) { try console.print(line) }
        }
    }

    private func lines(_ item: DueItem, _ base: KnowledgeBase) -> [String] {
        let words = DueWords(item, of: base)
        let width = Console.current.facts.width
        let norm = item.norm.map(base.norm(at:))
        let citation = base.citation(of: item)
        var head = item.date.map { style.strong(DateWords.describe($0)) } ?? style.strong(words.when)
        if item.status == .past { head += " (past)" }
        if let norm {
            head += "  " + NormWords.name(norm.modality) + ", " + norm.strength.rawValue
            if !norm.bearers.isEmpty { head += ": " + Paragraph.harmless(NormWords.list(norm.bearers)) }
        }
        var lines = [head, Paragraph.wrap(Paragraph.harmless(words.action), indent: "    ", width: width)]
        for detail in norm.map(NormWords.details) ?? []
        where ["leads", "attends", "or nominee", "may attend", "condition"].contains(detail.label) {
            lines.append(Paragraph.wrap(Paragraph.harmless(detail.words), indent: "      ", first: "    \(detail.label): ", width: width))
        }
        if let arithmetic = item.arithmetic { lines.append("    reckoned: " + DateWords.describe(arithmetic, result: item.date)) }
        if let previous = item.previous, let date = item.date, previous.dayNumbers.upperBound < date.dayNumbers.lowerBound {
            lines.append("    last time: " + DateWords.describe(previous))
        }
        if let record = FulfilmentWords.describe(item.fulfilment) {
            lines.append(Paragraph.wrap(Paragraph.harmless(record), indent: "      ", first: "    ", width: width))
        } else if item.status == .past || item.status == .current {
            lines.append(
                "    " + style.warning("nobody recorded that it was done")
                    + style.faint("  (concordat review \(base.id(of: item)) --done \(item.date?.description ?? "all"))"))
        }
        lines.append(
            "    \(style.citation(citation.description)) "
                + style.faint("“\(Paragraph.harmless(Paragraph.beginning(of: words.quote, limit: 160)))”"))
        return lines
    }
}
