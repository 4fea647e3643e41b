import ArgumentParser
import Foundation
import KnowledgeBase

struct MergeCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Build from what other machines read: the shards that `shard` wrote.",
        discussion: "A file of the corpus that no shard holds, or that has changed since, is read here.")
    static let examples = ["concordat merge one.shard two.shard", "concordat merge shards/*.shard --json"]

    @Argument(help: ArgumentHelp("Files that `shard` wrote.", valueName: "shard"))
    var shards: [String]

    @OptionGroup var options: CommonOptions

    func run() throws {
        let folder = try OpenedBase.folder(options)
        let builder = BaseBuilder(folder: folder)
        let contents = try shards.map { name in
            guard let data = FileManager.default.contents(atPath: URL(filePath: name, relativeTo: Console.current.facts.folder).path) else {
                throw Problem(.usage, "\(name): cannot be read.")
            }
            return [UInt8](data)
        }
        let taken: Int
        do throws(BaseError) { taken = try builder.takeIn(shards: contents) } catch {
            guard case .stored(let fault) = error else { throw error }
            let words = fault == .otherVersion ? "was written by another build of concordat; use one program for all" : "is no whole shard"
            throw Problem(
                fault == .otherVersion ? .usage : .integrity, "one of \(shards.joined(separator: ", ")) \(words). Nothing was taken in.")
        }
        options.note("\(taken) analyses taken in.")
        let bar = ProgressBar("Reading", quiet: options.quiet)
        let (answer, report) = try Building(folder: folder, isFull: false, jobs: 0).run { bar.report($0, of: $1) }
        bar.finish()
        try BuildPrinter(options: options).print(answer, report)
    }
}
