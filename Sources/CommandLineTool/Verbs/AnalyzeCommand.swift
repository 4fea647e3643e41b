import ArgumentParser
import Foundation
import KnowledgeBase

struct AnalyzeCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Read text on standard input: its norms, references, definitions and dates. No knowledge base needed.")
    static let examples = ["concordat analyze < clause.txt", "concordat analyze --jsonl < clauses.jsonl"]

    @Flag(help: "Read one JSON object a line: {\"id\",\"text\",\"agent\"?,\"context\"?}; answer one a line.")
    var jsonl = false

    private struct Input: Decodable {
        var id: String?
        var text: String
        var agent: String?
        var context: String?
    }

    @OptionGroup var options: CommonOptions

    func run() throws {
        let bytes = Console.current.readInput()
        guard jsonl else {
            let analysis = TextAnalysis(text: String(decoding: bytes, as: UTF8.self))
            if options.json { return try JSONLine.write(TextAnalysisAnswer(analysis, id: nil, agentAsked: false)) }
            return try AnalysisPrinter(style: options.style).print(analysis)
        }
        let decoder = JSONDecoder()
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy({ $0 <= 0x20 }) { continue }
            let input: Input
            do {
                input = try decoder.decode(Input.self, from: Data(line))
            } catch {
                throw Problem(.usage, "standard input, line \(number + 1): not a JSON object with \"text\". Give one object a line.")
            }
            let analysis = TextAnalysis(text: input.text, agent: input.agent, context: input.context)
            try JSONLine.write(TextAnalysisAnswer(analysis, id: input.id, agentAsked: input.agent != nil))
        }
    }
}
