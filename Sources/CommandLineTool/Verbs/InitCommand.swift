import ArgumentParser
import Foundation
import KnowledgeBase

struct InitCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "A new knowledge base: corpus/, templates/ and a register.yaml with comments.")
    static let examples = ["concordat init my-register", "cd my-register && concordat add ~/policy.html && concordat build"]

    @Argument(help: ArgumentHelp("The folder to make it in; here when not given.", valueName: "dir"))
    var folder = "."

    @OptionGroup var options: CommonOptions

    func run() throws {
        let console = Console.current
        let base = BaseFolder(root: URL(filePath: folder, relativeTo: console.facts.folder).standardizedFileURL)
        if base.exists { throw Problem(.usage, "\(folder): holds a knowledge base already. Nothing was changed.") }
        do {
            try FileManager.default.createDirectory(at: base.corpus, withIntermediateDirectories: true)
            try copyTemplates(to: base.templates)
            try Data(Self.register.utf8).write(to: base.register, options: .withoutOverwriting)
            let ignored = base.root.appending(path: ".gitignore")
            if !FileManager.default.fileExists(atPath: ignored.path) { try Data(".concordat/\n".utf8).write(to: ignored) }
        } catch {
            throw Problem(.usage, "\(folder): cannot be made (\(error.localizedDescription)). Check the folder's permissions.")
        }
        if options.json {
            return try JSONLine.write(["corpus": base.corpus.relativePath, "register": base.register.relativePath])
        }
        try console.print("A new knowledge base in \(folder).")
        if !hasTemplates(base.templates) {
            console.say("No templates/ stand by this program, so none were copied: put your own into templates/ before you build a site.")
        }
        try console.print(
            "Put documents into corpus/ (or: concordat add FILE), say in corpus/register.yaml what they do not say of themselves, then: concordat build"
        )
    }

    /// The pages and the style sheet, for the publisher to change.
    private func copyTemplates(to target: URL) throws {
        if hasTemplates(target) { return }
        guard let source = TemplateFolder.shipped() else {
            return try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        }
        try? FileManager.default.removeItem(at: target)
        try FileManager.default.copyItem(at: source, to: target)
    }

    private func hasTemplates(_ folder: URL) -> Bool {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).contains { !$0.hasPrefix(".") }
    }

    private static let register = """
        # What the documents do not say of themselves. Every key is optional.

        # The site's title, its address (for feeds and permanent links), and its languages, the site's own first.
        title: Register
        # base_url: https://example.org/register/
        languages: [en]

        # Who the documents speak of. Aliases are the other names it goes by, acronyms too.
        parties: []
        #  - name: Department of Harbours
        #    aliases: [DoH, the Department]
        #    role: owner

        # By path below corpus/. What stands here wins over what the document says.
        documents: {}
        #  harbour-policy.html:
        #    id: harbour-policy          # the name in citations; the file's name when not given
        #    title: Policy on the Use of the Harbour
        #    kind: announcement          # announcement, agreement, alliance, statute, terms or other
        #    language: en
        #    signed: 2024-03             # signed, effective, expiry, review: 2024, 2024-03 or 2024-03-01
        #    work: harbour-policy        # documents of one work are dated versions of the same text
        #    version: 2024-03-01
        #    amends: [harbour-order]     # ids of documents
        #    supersedes: [harbour-policy-2019]
        #    parties: [DoH]

        """
}
