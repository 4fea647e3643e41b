import ArgumentParser
import KnowledgeBase
import LegalText
import Norms

struct ConflictsCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "conflicts", abstract: "Pairs of clauses that pull against each other, both quoted.",
        discussion: """
            Listed are norms of one bearer about one act, where one demands or allows what the other forbids or narrows. A pair that was \
            looked at and found harmless is left out once corpus/reviews.yaml says so: concordat review NORM NORM --no-conflict.
            """)
    static let examples = ["concordat conflicts", "concordat conflicts --document membership-terms --json", "concordat conflicts --all"]

    @Option(help: ArgumentHelp("Only pairs that involve this document.", valueName: "id"))
    var document: String?

    @Flag(help: "Also pairs whose own words reconcile them, and those that a reviewer found harmless.")
    var all = false

    @Flag(help: "Exit with 1 when there are any.")
    var strict = false

    @OptionGroup var options: CommonOptions

    private struct Finding: Encodable {
        var kind: String
        var citation: String
        var line: Int
        var message: String
        var quotes: [String]
        var citations: [String]
        var norms: [String]
        var bearers: [String]
        var reconciled: Bool
        var decision: String?
        /// A reviewer looked at the pair before one of the clauses changed.
        var stale: Bool
    }

    private struct Answer: Encodable {
        var version = 1
        var total: Int
        var findings: [Finding]
    }

    func run() throws {
        let base = try OpenedBase(options).load()
        let wanted = try document.map { try CitationArgument(base).requireDocument($0, option: "--document") }
        let day = try options.asOf.map { _ in try options.day() }
        let found = base.conflicts(asOf: day).filter { conflict in
            let isOfDocument = wanted.map { conflict.first.document == $0 || conflict.second.document == $0 } ?? true
            let isOpen = !conflict.isReconciled && decision(on: conflict, in: base) != .noConflict
            return isOfDocument && (all || isOpen)
        }
        let stale = stale(in: base)
        let shown = options.limited(found).map { finding($0, in: base, stale: stale) }
        if options.json {
            try JSONLine.write(Answer(total: found.count, findings: shown))
        } else {
            try describe(shown, of: found.count)
        }
        if found.isEmpty || strict { throw Problem.nothing }
    }

    private func decision(on conflict: Conflict, in base: KnowledgeBase) -> Review.Decision? {
        base.reviews.decision(onConflict: base.norm(at: conflict.first).id, base.norm(at: conflict.second).id)
    }

    /// Pairs whose decision a changed text left behind.
    private func stale(in base: KnowledgeBase) -> Set<Set<String>> {
        Set(
            base.reviews.unsettled.compactMap { outcome in
                if case .conflict(let first, let second) = outcome.review.subject { [first, second] } else { nil }
            })
    }

    private func finding(_ conflict: Conflict, in base: KnowledgeBase, stale: Set<Set<String>>) -> Finding {
        let places = [conflict.first, conflict.second]
        let norms = places.map(base.norm(at:))
        let clauses = places.map { base.provision(at: ClausePlace(document: $0.document, provision: base.norm(at: $0).clause)) }
        return Finding(
            kind: conflict.reason.rawValue, citation: base.citation(of: conflict.first).description, line: clauses[0].line,
            message: ConflictWords.describe(conflict.reason, norms[0], norms[1]),
            quotes: zip(norms, clauses).map { String($1.text[$0.quote]) }, citations: places.map { base.citation(of: $0).description },
            norms: norms.map(\.id), bearers: conflict.bearers.map { base.parties[$0].name }, reconciled: conflict.isReconciled,
            decision: decision(on: conflict, in: base)?.rawValue, stale: stale.contains(Set(norms.map(\.id))))
    }

    private func describe(_ findings: [Finding], of total: Int) throws {
        let console = Console.current
        for finding in findings {
            try console.print(options.style.strong("\(NormWords.list(finding.bearers)): \(finding.message)"))
            for (norm, quote) in zip(finding.norms, finding.quotes) {
                try console.print("  " + options.style.citation(norm))
                let words = "“" + Paragraph.harmless(quote) + "”"
                try console.print(Paragraph.wrap(words, indent: "    ", width: console.facts.width))
            }
            if finding.reconciled { try console.print("  The one clause refers to the other.") }
            if let decision = finding.decision { try console.print("  Reviewed: \(decision).") }
            if finding.stale { try console.print("  " + options.style.warning("Reviewed before one of them changed; look again.")) }
            try console.print()
        }
        try console.print(total == 0 ? "No two clauses pull against each other." : "\(total) \(total == 1 ? "pair" : "pairs").")
    }
}

/// Why two norms pull against each other, in words.
enum ConflictWords {
    static func describe(_ reason: Conflict.Reason, _ a: Norm, _ b: Norm) -> String {
        switch reason {
        case .forbiddenAndAllowed: "one clause forbids what the other allows"
        case .forbiddenAndDemanded: "one clause forbids what the other demands"
        case .demandedAndExempt: "one clause demands what the other releases from"
        case .grantedAndDenied: "one clause grants what the other denies"
        case .differentDeadlines: "two deadlines for one duty: “\(a.deadline?.text ?? "")” and “\(b.deadline?.text ?? "")”"
        case .differentRecurrences: "one duty at two intervals: “\(a.recurrence?.text ?? "")” and “\(b.recurrence?.text ?? "")”"
        }
    }
}
