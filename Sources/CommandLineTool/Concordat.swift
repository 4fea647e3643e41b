package import ArgumentParser

/// The command tree. One verb a file in `Verbs/`.
package struct Concordat: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "concordat",
        abstract: "A knowledge base and registry for agreements and policies.",
        subcommands: [AddCommand.self, AnalyzeCommand.self])

    package init() {}
}
