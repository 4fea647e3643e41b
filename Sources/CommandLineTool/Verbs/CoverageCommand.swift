import ArgumentParser
import KnowledgeBase
import LegalText
import Norms

struct CoverageCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "Every sentence and what it was read as: norm, definition, fact, principle ... or unread.")
    static let examples = ["concordat coverage", "concordat coverage membership-policy --kind unread", "concordat coverage --json"]

    @Argument(help: ArgumentHelp("Only this document.", valueName: "doc"))
    var document: String?

    @Option(
        help: ArgumentHelp(
            "List the sentences of this kind: norm, definition, constitutive, principle, fact, question or unread.", valueName: "kind"))
    var kind: [Statement.Kind] = []

    @OptionGroup var options: CommonOptions

    private struct Answer: Encodable {
        var version = 1
        var summary: [String: [String: Int]]
        var findings: [FindingsAnswer.Item]
    }

    func run() throws {
        let base = try OpenedBase(options).load()
        var indices = Array(base.documents.indices)
        if let document {
            let index = try CitationArgument(base).requireDocument(document)
            indices = [index]
        }
        var summary: [String: [String: Int]] = [:]
        var sentences: [CoveredSentence] = []
        for index in indices {
            let found = base.coverage(of: index)
            summary[base.documents[index].document.id] = found.reduce(into: [:]) { $0[$1.kind.rawValue, default: 0] += 1 }
            sentences += found.filter { kind.isEmpty || kind.contains($0.kind) }
        }
        if options.json {
            return try JSONLine.write(Answer(summary: summary, findings: options.limited(sentences).map { item($0, base) }))
        }
        try describe(indices, summary, base)
        // Without a kind, what a reviewer must look at.
        for sentence in options.limited(sentences) where !kind.isEmpty || sentence.kind == .unread {
            let item = item(sentence, base)
            let console = Console.current
            let label = kind.count == 1 || sentence.kind == .unread && kind.isEmpty ? "" : item.kind + ": "
            try console.print(options.style.citation(item.citation))
            try console.print(Paragraph.wrap(Paragraph.harmless(label + "“\(item.quotes[0])”"), indent: "    ", width: console.facts.width))
        }
    }

    private func item(_ sentence: CoveredSentence, _ base: KnowledgeBase) -> FindingsAnswer.Item {
        let provision = base.provision(at: sentence.place)
        return FindingsAnswer.Item(
            kind: sentence.kind.rawValue, citation: base.citation(of: sentence.place).description, line: provision.line,
            message: "read as \(sentence.kind.rawValue)", quotes: [String(provision.text[sentence.range])])
    }

    private func describe(_ indices: [Int], _ summary: [String: [String: Int]], _ base: KnowledgeBase) throws {
        for index in indices {
            let id = base.documents[index].document.id
            let counts = summary[id] ?? [:]
            let total = counts.values.reduce(0, +)
            let read = total - (counts["unread"] ?? 0)
            let parts = Statement.Kind.allCases.compactMap { kind in counts[kind.rawValue].map { "\(kind.rawValue) \($0)" } }
            try Console.current.print("\(options.style.citation(id))  \(read) of \(total) sentences read: \(parts.joined(separator: ", "))")
        }
        try Console.current.print()
    }
}

extension Statement.Kind: ExpressibleByArgument {}
