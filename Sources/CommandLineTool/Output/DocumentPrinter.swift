import Agreements
import KnowledgeBase
import LegalText

/// A document for people: what the register knows of it, then its text with every citation.
struct DocumentPrinter {
    var style: Style
    var isOutline: Bool
    private var width: Int { Console.current.facts.width }

    init(style: Style, isOutline: Bool) {
        self.style = style
        self.isOutline = isOutline
    }

    func print(_ index: Int, of base: KnowledgeBase, on day: PartialDate) throws {
        let expression = ExpressionAnswer(index, of: base, on: day)
        try print(base.documents[index], more: expression.lines(DateWords.describe(base.standing(of: index, on: day))))
    }

    /// - Parameter more: lines about it that only a base knows.
    func print(_ analyzed: AnalyzedDocument, more: [String] = []) throws {
        let console = Console.current
        let document = analyzed.document
        try console.print(style.strong(Paragraph.harmless(document.title)))
        let language = document.language.isEmpty ? "" : ", \(document.language)"
        try console.print(
            style.faint(
                "\(document.id.isEmpty ? document.source : document.id): \(document.kind.rawValue)\(language), read as \(document.format)"))
        if !isOutline { for line in more + facts(analyzed) { try console.print("  " + Paragraph.harmless(line)) } }
        try console.print()
        for provision in document.provisions {
            let indent = String(repeating: "  ", count: min(provision.depth, 12))
            let name = provision.identifier
            let words = [provision.label, provision.heading, provision.text].filter { !$0.isEmpty }.joined(separator: " ")
            let shown = isOutline ? Paragraph.beginning(of: words, limit: 70) : words
            try console.print(
                Paragraph.wrap(
                    Paragraph.harmless(shown), indent: indent + "  ", first: "\(indent)\(style.citation(name))  ",
                    width: isOutline ? 10_000 : width))
        }
    }

    private func facts(_ analyzed: AnalyzedDocument) -> [String] {
        let document = analyzed.document
        let times = DocumentTimes(analyzed)
        var lines: [String] = []
        let parties = analyzed.agreement.parties.isEmpty ? document.parties : analyzed.agreement.parties
        if !parties.isEmpty { lines.append("parties: " + NormWords.list(parties.map(\.name))) }
        for (label, date) in [
            ("signed", times.signed), ("effective", times.effective), ("expires", times.expiry), ("review", document.dates.review),
        ] {
            if let date { lines.append("\(label): \(DateWords.describe(date.value))\(date.arithmetic.map { " (\($0))" } ?? "")") }
        }
        if times.isPerpetual { lines.append("expires: no end") }
        if times.signed == nil, times.effective == nil { lines.append("date: no date stated") }
        if let renewal = analyzed.agreement.renewal { lines.append("renews for \(DateWords.describe(renewal.value)): “\(renewal.text)”") }
        if let notice = analyzed.agreement.notice { lines.append("notice: \(DateWords.describe(notice.value)): “\(notice.text)”") }
        if let law = analyzed.agreement.governingLaw { lines.append("governing law: \(law.value)") }
        let signatories = analyzed.agreement.signatories.isEmpty ? document.signatories : analyzed.agreement.signatories
        for person in signatories {
            lines.append(
                "signed by "
                    + [person.name, person.role, person.party, person.date.map(DateWords.describe)].compactMap { $0 }.joined(
                        separator: ", "))
        }
        return lines
    }
}
