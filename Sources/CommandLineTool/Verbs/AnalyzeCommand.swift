import ArgumentParser
import Interchange
import KnowledgeBase

struct AnalyzeCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Read text on standard input: its norms, references, definitions and dates. No knowledge base needed.")
    static let examples = ["concordat analyze < clause.txt", "concordat analyze --jsonl < clauses.jsonl"]

    @Flag(help: "Read one JSON object a line: {\"id\",\"text\",\"agent\"?,\"context\"?}; answer one a line.")
    var jsonl = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        if jsonl { return try answerLines() }
        let analysis = TextAnalysis(text: String(decoding: try Console.current.readInput(), as: UTF8.self))
        if options.json { return try JSONLine.write(TextAnalysisAnswer(analysis, id: nil, agentAsked: false)) }
        try AnalysisPrinter(style: options.style).print(analysis)
    }

    private func answerLines() throws {
        let console = Console.current
        var json = JSONText()
        try console.readLines { number, bytes, line in
            if bytes[line].allSatisfy({ $0 <= 0x20 }) { return }
            guard let request = AnalysisRequest(bytes, line) else {
                throw Problem(.usage, "standard input, line \(number): not a JSON object with \"text\". Give one object a line.")
            }
            let analysis = TextAnalysis(text: request.text, agent: request.agent, context: request.context)
            json.removeAll()
            TextAnalysisAnswer(analysis, id: request.id, agentAsked: request.agent != nil).write(to: &json)
            json.endLine()
            try console.write(json.bytes)
        }
    }
}
