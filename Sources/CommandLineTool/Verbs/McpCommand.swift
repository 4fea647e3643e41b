import ArgumentParser

struct McpCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract: "The same read-only answers for an assistant, over standard input and output (Model Context Protocol).")
    static let examples = ["concordat mcp --base DIR"]

    @OptionGroup var options: CommonOptions

    func run() throws {
        let server = AssistantServer(options: options.base.map { ["--base", $0] } ?? [])
        let console = Console.current
        while let line = readLine(strippingNewline: true) {
            if line.allSatisfy(\.isWhitespace) { continue }
            guard let answer = server.answer(line) else { continue }
            try JSONLine.write(answer)
            try console.flush()
        }
    }
}
