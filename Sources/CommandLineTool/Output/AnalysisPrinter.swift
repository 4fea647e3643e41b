import KnowledgeBase
import LegalText
import Norms

/// What `analyze` found, for people.
struct AnalysisPrinter {
    var style: Style

    func print(_ analysis: TextAnalysis) throws {
        let console = Console.current
        let width = console.facts.width
        if analysis.reading.norms.isEmpty { try console.print("No norm: nobody must, may or must not do anything here.") }
        for norm in analysis.reading.norms {
            for line in NormWords.lines(norm, indent: "", style: style, width: width) { try console.print(line) }
            try console.print(Paragraph.wrap("“" + Paragraph.harmless(String(analysis.text[norm.quote])) + "”", indent: "  ", width: width))
        }
        func list(_ label: String, _ items: [String]) throws {
            if !items.isEmpty {
                try console.print(
                    Paragraph.wrap(
                        Paragraph.harmless(items.joined(separator: "; ")), indent: "  ", first: style.strong(label) + ": ", width: width))
            }
        }
        try list("references", analysis.references.map(\.text))
        try list("terms", analysis.definitions.map { [$0.term, $0.meaning].compactMap { $0 }.joined(separator: " = ") })
        try list("dates", analysis.dates.map { DateWords.describe($0.value) })
        try list("periods", analysis.periods.map { DateWords.describe($0.value) })
    }
}
