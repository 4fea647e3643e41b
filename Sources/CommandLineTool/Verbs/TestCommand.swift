import ArgumentParser
import Foundation
import KnowledgeBase
import LegalText
import Rules
import SearchCore
import SearchIndex
import YAMLReading

struct TestCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Put your own questions to the base, each with the answer it must have.")
    static let examples = ["concordat test", "concordat test corpus/questions.yaml --json"]

    @Argument(help: ArgumentHelp("The questions; corpus/questions.yaml when not given.", valueName: "file"))
    var file: String?

    @OptionGroup var options: CommonOptions

    private struct Answer: Encodable {
        struct Item: Encodable { var question: String, line: Int, passed: Bool, expected: String, found: String }
        var version = 1
        var passed: Int
        var failed: Int
        var questions: [Item]
    }

    func run() throws {
        let opened = try OpenedBase(options)
        let base = try opened.load()
        let name = file ?? "corpus/questions.yaml"
        let text = try file.map(TextFile.read(typed:)) ?? TextFile.read(opened.folder.root.appending(path: name).path, name: name)
        let questions = try Question.read(text, file: name)
        let rules = try RuleLoader.load(base, opened.folder)
        let index = try opened.index()
        let items = try questions.map { question in
            let (expected, found, passed) = try answer(question.kind, base, rules, index)
            return Answer.Item(question: question.words, line: question.place.line, passed: passed, expected: expected, found: found)
        }
        let failed = items.filter { !$0.passed }
        if options.json {
            try JSONLine.write(Answer(passed: items.count - failed.count, failed: failed.count, questions: items))
        } else {
            for item in failed {
                try Console.current.print("\(name):\(item.line): \(item.question)\n    expected \(item.expected), found \(item.found)")
            }
            try Console.current.print("\(items.count - failed.count) passed, \(failed.count) failed")
        }
        if !failed.isEmpty { throw Problem.nothing }
    }

    private func answer(
        _ kind: Question.Kind, _ base: KnowledgeBase, _ rules: RuleSet, _ index: IndexReader
    ) throws -> (expected: String, found: String, passed: Bool) {
        switch kind {
        case .search(let query, let expect, let within):
            var settings = SearchOptions()
            settings.limit = max(within, expect.count)
            let hits = index.search(query, options: settings).hits.map(\.key)
            let passed = expect.allSatisfy(hits.contains)
            return (expect.joined(separator: ", "), hits.isEmpty ? "nothing" : hits.joined(separator: ", "), passed)
        case .facts(let value, let expect, let clause):
            let evaluation = rules.evaluate(try FactsFile.read(value, declared: rules.facts))
            let deciding = evaluation.findings.filter { $0.verdict == evaluation.verdict }.map { $0.rule.citation.description }
            let passed = evaluation.verdict == expect && (clause.map(deciding.contains) ?? true)
            let found = evaluation.verdict.rawValue + (deciding.isEmpty ? "" : " (\(deciding.joined(separator: ", ")))")
            return (expect.rawValue + (clause.map { " (\($0))" } ?? ""), found, passed)
        case .norms(let citation, let expect):
            guard let place = base.place(of: Citation(citation)) else { return (expect.rawValue, "no such clause", false) }
            let found = base.norms(of: place).map { base.norm(at: $0).modality.rawValue }
            return (expect.rawValue, found.isEmpty ? "no norm" : found.joined(separator: ", "), found.contains(expect.rawValue))
        case .due(let citation, let asOf, let expect):
            let wanted = Citation(citation)
            let found = base.due(asOf: asOf).filter { item in
                let citation = base.citation(of: item)
                return citation == wanted || (wanted.provision == nil && citation.document == wanted.document)
            }.map { $0.date?.description ?? $0.kind.rawValue }.uniqued()
            return (expect, found.isEmpty ? "nothing due" : found.joined(separator: ", "), found.contains(expect))
        case .status(let name, let asOf, let expect):
            guard let document = base.index(of: name) else { return (expect.rawValue, "no such document", false) }
            let found = base.standing(of: document, on: asOf)
            return (expect.rawValue, found.rawValue, found == expect)
        }
    }
}
