import ArgumentParser
import Foundation
import KnowledgeBase
import SiteServing
import Synchronization

struct ServeCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Show the site in a browser on this machine, built again whenever a file changes.")
    static let examples = ["concordat serve", "concordat serve --port 8000"]

    @Option(help: ArgumentHelp("The port to listen on, on 127.0.0.1; 0 for any that is free.", valueName: "n"))
    var port: UInt16 = 8017

    @OptionGroup var options: CommonOptions

    func run() throws {
        let folder = try OpenedBase.folder(options)
        var watch = Self.watch(folder)
        try build(folder)
        let server = SiteServer(folder: folder.site)
        let failure = Mutex<String?>(nil)
        Task {
            do {
                try await server.run(port: port) { port in
                    Console.current.say(
                        "The site is at http://127.0.0.1:\(port)/ and is built again when a file changes. Stop with Ctrl-C.")
                }
            } catch {
                let reason = (error as? POSIXError).map { String(cString: strerror($0.code.rawValue)) }
                failure.withLock { $0 = reason ?? String(describing: error) }
            }
        }
        while true {
            Thread.sleep(forTimeInterval: 0.4)
            if let reason = failure.withLock({ $0 }) {
                throw Problem(
                    .usage, "cannot listen on 127.0.0.1:\(port) (\(reason)). Give another with --port, or 0 for any that is free.")
            }
            guard watch.hasChanged() else { continue }
            // An editor writes several files, or one in several steps.
            repeat { Thread.sleep(forTimeInterval: 0.1) } while watch.hasChanged()
            // A mistake in a file is said; the site stays as it was, and the next change is another chance.
            do { try build(folder) } catch { Console.current.say("concordat: " + Concordat.words(for: error)) }
            Task { await server.reload() }
        }
    }

    private func build(_ folder: BaseFolder) throws {
        let answer = try Building(folder: folder).run().answer
        guard let site = answer.site else { throw Problem(.usage, "No templates/ found, so there is no site to serve.") }
        options.note("\(answer.documents) documents; \(site.made) pages made, \(site.written) written, \(site.removed) removed.")
    }

    private static func watch(_ folder: BaseFolder) -> FolderWatch {
        FolderWatch([folder.corpus, folder.templates], ignoring: [LedgerFile.name])
    }
}
