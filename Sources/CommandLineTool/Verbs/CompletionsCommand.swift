import ArgumentParser

struct CompletionsCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "A script that completes concordat's verbs and options in your shell.")
    static let examples = [
        "concordat completions bash > ~/.local/share/bash-completion/completions/concordat",
        "concordat completions zsh > ~/.zfunc/_concordat",
    ]

    @Argument(help: "bash, zsh or fish.")
    var shell: String

    func validate() throws {
        guard CompletionShell(rawValue: shell) != nil else {
            throw ValidationError("\(shell): not a shell known here. Known are: bash, zsh, fish.")
        }
    }

    func run() throws {
        guard let shell = CompletionShell(rawValue: shell) else { return }
        try Console.current.print(Concordat.completionScript(for: shell))
    }
}
