import ArgumentParser
import Foundation
import KnowledgeBase

struct ShardCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "shard", abstract: "Read a part of the corpus, for a build on another machine.",
        discussion: """
            A corpus that is too large for one machine is read by many: each runs `shard` on its part, one runs `merge` on all of them. \
            What is built is what one machine alone would have built, to the byte.
            """)
    static let examples = ["concordat shard --part 1/4 one.shard", "concordat merge one.shard two.shard three.shard four.shard"]

    @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("Which part of how many: 1/4, 2/4, 3/4 or 4/4.", valueName: "k/n"))
    var part: String

    @OptionGroup var options: CommonOptions

    private struct Answer: Encodable {
        var version = 1
        var file: String
        var files: Int
        var documents: Int
    }

    func validate() throws { _ = try numbers() }

    func run() throws {
        let (number, count) = try numbers()
        let builder = BaseBuilder(folder: try OpenedBase.folder(options))
        let target = URL(filePath: output, relativeTo: Console.current.facts.folder)
        let (files, held) = try builder.writeShard(number, of: count, to: target)
        if options.json { return try JSONLine.write(Answer(file: output, files: files, documents: held)) }
        try Console.current.print("\(output): \(held) documents of \(files) files.")
    }

    private func numbers() throws -> (part: Int, count: Int) {
        let sides = part.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard sides.count == 2, let number = sides[0], let count = sides[1], (1...100_000).contains(count), (1...count).contains(number)
        else { throw ValidationError("--part \(part): give a part of how many, such as 1/4.") }
        return (number, count)
    }
}
