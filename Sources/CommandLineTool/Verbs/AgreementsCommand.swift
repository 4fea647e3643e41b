import ArgumentParser
import KnowledgeBase
import LegalText

struct AgreementsCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "agreements",
        abstract: "The register: parties, kind, dates, renewal, notice, governing law, and how each stands on a day.")
    static let examples = [
        "concordat agreements", "concordat agreements --kind agreement --as-of 2026-01-01",
        "concordat agreements --status in-force --party HEFCE --json",
    ]

    @Option(help: ArgumentHelp("Only documents of this kind.", valueName: "kind"))
    var kind: [DocumentKind] = []

    @Option(help: ArgumentHelp("Only documents of this party, by any of its names.", valueName: "name"))
    var party: String?

    @Option(help: ArgumentHelp("not-yet, in-force, lapsed, superseded or unknown.", valueName: "status"))
    var status: DocumentTimes.Standing?

    @OptionGroup var options: CommonOptions

    func run() throws {
        let base = try OpenedBase(options).load()
        let day = try options.day()
        let filter = party.map { Set(base.parties(answeringTo: $0)) }
        let found = base.documents.indices.map { AgreementAnswer($0, of: base, on: day) }.filter { answer in
            (kind.isEmpty || kind.contains { $0.rawValue == answer.kind }) && (status == nil || status?.rawValue == answer.status)
                && (filter.map { !$0.isDisjoint(with: base.parties(to: answer.index)) } ?? true)
        }
        let shown = options.limited(found)
        if options.json {
            try JSONLine.write(AgreementsAnswer(asOf: day.description, agreements: shown))
        } else {
            for answer in shown { try describe(answer) }
            if found.isEmpty { try Console.current.print("No document is so.") }
        }
        if found.isEmpty { throw Problem.nothing }
    }

    private func describe(_ answer: AgreementAnswer) throws {
        let console = Console.current
        try console.print(options.style.citation(answer.id) + "  " + options.style.strong(Paragraph.harmless(answer.title)))
        var lines = ["\(answer.kind), \(answer.standing)" + (answer.version.map { ", version of \($0)" } ?? "")]
        if !answer.parties.isEmpty { lines.append("parties: " + NormWords.list(answer.parties)) }
        for (label, date) in [
            ("signed", answer.signed), ("effective", answer.effective), ("expires", answer.expiry), ("review", answer.review),
        ] {
            if let date { lines.append("\(label): \(date.words)\(date.arithmetic.map { " (\($0))" } ?? "")") }
        }
        if let renewal = answer.renewalWords { lines.append("renews for \(renewal)") }
        if let notice = answer.noticeWords { lines.append("notice: \(notice)") }
        if let term = answer.term, term.renews {
            lines.append(
                "this term ends: \(term.ends.words)\(term.ends.arithmetic.map { " (\($0))" } ?? ""), then it renews unless notice was given"
            )
            if let last = term.noticeBy {
                lines.append("to stop renewal, give notice by \(last.words)\(last.arithmetic.map { " (\($0))" } ?? "")")
            }
        }
        if let law = answer.governingLaw { lines.append("governing law: \(law)") }
        if !answer.versions.isEmpty { lines.append("other versions: \(NormWords.list(answer.versions))") }
        if !answer.amends.isEmpty { lines.append("amends \(NormWords.list(answer.amends))") }
        if !answer.amendedBy.isEmpty { lines.append("amended by \(NormWords.list(answer.amendedBy))") }
        if !answer.supersedes.isEmpty { lines.append("supersedes \(NormWords.list(answer.supersedes))") }
        if !answer.supersededBy.isEmpty { lines.append("superseded by \(NormWords.list(answer.supersededBy))") }
        for line in lines { try console.print("  " + Paragraph.harmless(line)) }
    }
}

extension DocumentTimes.Standing: ExpressibleByArgument {}
