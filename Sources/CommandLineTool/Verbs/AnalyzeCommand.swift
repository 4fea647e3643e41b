import ArgumentParser
import Foundation
import KnowledgeBase

struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Read text on standard input: its norms, references, definitions and dates. No knowledge base needed.",
        usage: """
            concordat analyze < clause.txt
            concordat analyze --jsonl < clauses.jsonl
            """)

    @Flag(help: "Read one JSON object a line: {\"id\",\"text\",\"agent\"?,\"context\"?}; answer one a line.")
    var jsonl = false

    private struct Input: Decodable {
        var id: String?
        var text: String
        var agent: String?
        var context: String?
    }

    func run() throws {
        guard jsonl else {
            let bytes = FileHandle.standardInput.readDataToEndOfFile()
            let answer = TextAnalysisAnswer(TextAnalysis(text: String(decoding: bytes, as: UTF8.self)), id: nil, agentAsked: false)
            return try JSONLine.write(answer)
        }
        let decoder = JSONDecoder()
        var number = 0
        while let line = readLine(strippingNewline: true) {
            number += 1
            if line.allSatisfy(\.isWhitespace) { continue }
            let input: Input
            do {
                input = try decoder.decode(Input.self, from: Data(line.utf8))
            } catch {
                throw ValidationError("standard input, line \(number): not a JSON object with \"text\". Give one object a line.")
            }
            let analysis = TextAnalysis(text: input.text, agent: input.agent, context: input.context)
            try JSONLine.write(TextAnalysisAnswer(analysis, id: input.id, agentAsked: input.agent != nil))
        }
    }
}
