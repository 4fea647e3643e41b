import KnowledgeBase
import LegalText
import References

/// One clause for people: its words first, then what it does and what it hangs on.
struct ClausePrinter {
    var style: Style
    private var width: Int { Console.current.facts.width }

    init(style: Style) { self.style = style }

    func print(
        _ place: ClausePlace, of base: KnowledgeBase, on day: PartialDate, asked: ClausePlace, change: ExpressionDiff.Entry.Change?
    ) throws {
        let console = Console.current
        let analyzed = base.documents[place.document]
        let provision = base.provision(at: place)
        let citation = base.citation(of: place)
        try console.print(style.citation(citation.description))
        let headings = [analyzed.document.title] + analyzed.headings(above: place.provision)
        let number = provision.number.isEmpty ? "" : " › " + provision.number
        try console.print(style.faint(Paragraph.harmless(headings.joined(separator: " › ") + number)))
        if asked != place {
            let words = change == .kept || change == nil ? "the same text" : "\(change?.rawValue ?? "") between the two"
            try console.print(style.faint("in force on \(day); asked for: \(base.citation(of: asked)), \(words)"))
        } else if base.expressions(ofDocument: place.document).count > 1 {
            let expression = ExpressionAnswer(place.document, of: base, on: day)
            try console.print(
                style.faint(
                    expression.lines(DateWords.describe(base.standing(of: place.document, on: day))).prefix(2).joined(separator: "; ")))
        }
        if !provision.heading.isEmpty { try console.print(style.strong(Paragraph.harmless(provision.heading))) }
        for line in analyzed.wholeText(of: place.provision).split(separator: "\n") {
            try console.print(Paragraph.wrap(Paragraph.harmless(String(line)), indent: "  ", width: width))
        }
        for norm in base.norms(of: place) {
            try console.print()
            for line in NormWords.lines(base.norm(at: norm), indent: "  ", style: style, width: width) { try console.print(line) }
        }
        for amendment in base.amendments(of: place).map(base.citation(of:)).uniqued() {
            try console.print("\nAmended by " + style.citation(amendment.description))
        }
        let outgoing = analyzed.references.filter { $0.clause == place.provision }
        if !outgoing.isEmpty {
            try console.print("\nRelies on")
            for reference in outgoing { try console.print("  " + ReferenceWords.outgoing(reference, style)) }
        }
        let amendments = Set(base.amendments(of: place))
        let incoming = base.incoming(to: citation).filter { !amendments.contains($0) }
        if !incoming.isEmpty {
            try console.print("\nRelied on by")
            for line in incoming.map({ ReferenceWords.incoming($0, base, style, width) }) { try console.print(line) }
        }
        try console.print("\n" + style.faint(Links.page(of: citation, baseURL: base.register.baseURL)))
    }
}
