import Foundation
import LegalText
import Synchronization
import TestSupport

@testable import CommandLineTool

/// A knowledge base in a folder of its own, on which verbs are run in-process.
final class TestBase: Sendable {
    let folder: TemporaryFolder

    /// - Parameter files: by path below the base, such as `corpus/rules.txt`.
    init(_ files: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(at: folder.url.appending(path: "corpus"), withIntermediateDirectories: true)
        for (path, text) in files { try folder.write(text, to: path) }
    }

    struct Answer {
        var code: Int32
        var output: String
        var messages: String

        /// The answer as JSON; an empty object where it is none.
        var json: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any] ?? [:] }

        func list(_ key: String) -> [[String: Any]] { json[key] as? [[String: Any]] ?? [] }
    }

    /// Runs one command line, as if typed in the base's folder on 15 March 2026.
    @discardableResult
    func run(_ arguments: String..., input: String = "", facts: (inout Console.Facts) -> Void = { _ in }) -> Answer {
        run(arguments, input: input, facts: facts)
    }

    @discardableResult
    func run(_ arguments: [String], input: String = "", facts: (inout Console.Facts) -> Void = { _ in }) -> Answer {
        let output = Mutex([UInt8]())
        let messages = Mutex("")
        var world = Console.Facts()
        world.folder = folder.url
        facts(&world)
        let pieces = Mutex([Array(input.utf8)])
        let console = Console(
            facts: world, send: { bytes in output.withLock { $0 += bytes } }, complain: { text in messages.withLock { $0 += text } },
            receive: { pieces.withLock { $0.popLast() ?? [] } }, clock: { PartialDate(year: 2026, month: 3, day: 15) })
        let code = Console.$current.withValue(console) { Concordat.run(arguments) }
        return Answer(code: code, output: output.withLock { String(decoding: $0, as: UTF8.self) }, messages: messages.withLock { $0 })
    }
}
