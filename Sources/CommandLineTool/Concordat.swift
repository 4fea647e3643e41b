package import ArgumentParser
import Foundation
import KnowledgeBase
import SearchIndex
import SiteRendering
import YAMLReading

/// The command tree. One verb a file in `Verbs/`.
package struct Concordat: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "concordat",
        abstract: "A knowledge base and registry for agreements and policies.",
        version: "0.1.0",
        // One at a time: converting the array as a whole looks each type's conformance up among all of the program's, 2 ms at every start.
        subcommands: verbs.map { $0 })

    static let verbs: [any Verb.Type] = [
        InitCommand.self, BuildCommand.self, AddCommand.self, SearchCommand.self, ShowCommand.self, NormsCommand.self, DueCommand.self,
        AgreementsCommand.self, RefsCommand.self, TermsCommand.self, LintCommand.self, CoverageCommand.self, VerifyCommand.self,
        StatsCommand.self, AnalyzeCommand.self, DiffCommand.self, ConflictsCommand.self, ReviewCommand.self, CheckCommand.self,
        RulesCommand.self, ExplainCommand.self, ShardCommand.self, MergeCommand.self, TestCommand.self, ExportCommand.self,
        ServeCommand.self, McpCommand.self,
        CompletionsCommand.self,
    ]

    static var verbNames: [String] { verbs.map { $0.configuration.commandName ?? "" } }

    package init() {}

    /// Runs one command line, without the program's name, and returns its exit code.
    package static func run(_ arguments: [String]) -> Int32 {
        let console = Console.current
        do {
            if let help = try help(for: arguments) {
                try console.print(help)
            } else {
                var command = try parseAsRoot(arguments)
                try command.run()
            }
            try console.flush()
            return 0
        } catch let problem as Problem {
            // What was answered so far still goes out.
            try? console.flush()
            if let message = problem.message { console.say("concordat: " + message) }
            return problem.code.rawValue
        } catch let error as CocoaError where isClosedPipe(error) {
            return 0
        } catch {
            if exitCode(for: error).isSuccess {
                try? console.print(fullMessage(for: error))
                try? console.flush()
                return 0
            }
            try? console.flush()
            console.say("concordat: " + words(for: error))
            return Problem.Code.usage.rawValue
        }
    }

    /// What went wrong, for a person.
    static func words(for error: any Error) -> String {
        switch error {
        case let problem as Problem: problem.message ?? ""
        case let error as BaseError: ErrorWords.describe(error)
        case let error as FileError: ErrorWords.describe(error)
        case let error as TemplateError: ErrorWords.describe(error)
        case let error as StorageFault: ErrorWords.describe(error)
        case let error as IndexError: ErrorWords.describe(error)
        case let error as SitePathError: ErrorWords.describe(error)
        default: withoutPrefix(fullMessage(for: error))
        }
    }

    private static func withoutPrefix(_ message: String) -> String {
        message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message
    }

    private static func isClosedPipe(_ error: CocoaError) -> Bool {
        let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error
        return (cause as? POSIXError)?.code == .EPIPE || (cause as NSError?)?.code == Int(EPIPE)
    }

    /// The help of a verb, its examples first; nil when none is asked for.
    private static func help(for arguments: [String]) throws -> String? {
        guard arguments.contains(where: { $0 == "-h" || $0 == "--help" }) || arguments.first == "help" else { return nil }
        let name = arguments.first { !$0.hasPrefix("-") && $0 != "help" }
        guard let verb = verbs.first(where: { $0.configuration.commandName == name }) else {
            return examples(verbs.compactMap { $0.examples.first }) + helpMessage()
        }
        return examples(verb.examples) + helpMessage(for: verb)
    }

    private static func examples(_ lines: [String]) -> String { "EXAMPLES:\n" + lines.map { "  \($0)\n" }.joined() + "\n" }
}

/// A verb, with the examples that its help begins with.
protocol Verb: ParsableCommand {
    static var examples: [String] { get }
}
