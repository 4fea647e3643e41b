import Foundation
import Testing
import TestSupport

@testable import CommandLineTool

/// What a verb does when it is used wrongly, or on nothing.
@Suite struct UsageTests {
    /// A relative path is seen from the folder a person stands in, not from the one above it.
    @Test func theCurrentFolderIsAFolder() { #expect(Console.Facts().folder.hasDirectoryPath) }

    @Test(arguments: Concordat.verbNames) func helpBeginsWithExamples(verb: String) throws {
        let answer = try TestBase().run(verb, "-h")
        #expect(answer.code == 0)
        #expect(answer.output.hasPrefix("EXAMPLES:\n  concordat \(verb)"))
        #expect(answer.output.contains("USAGE: "))
        #expect(answer.messages.isEmpty)
    }

    @Test(arguments: [
        (["serach", "x"], "serach"), (["norms", "--modality", "maybe"], "maybe"), (["due", "--within", "soon"], "--within soon"),
        (["due", "--from", "2026-02-30"], "2026-02-30"), (["search", "x", "--jsn"], "--jsn"), (["show"], "citation"),
        (["stats", "--as-of", "yesterday"], "yesterday"), (["stats", "--limit", "-1"], "limit"), (["completions", "tcsh"], "tcsh"),
        (["refs"], "--unresolved"), (["build", "--jobs", "0"], "--jobs"),
    ])
    func wrongUseIsToldAndEndsWithTwo(arguments: [String], named: String) throws {
        let base = try TestBase()
        let answer = base.run(arguments)
        #expect(answer.code == 2)
        #expect(answer.output.isEmpty)
        #expect(answer.messages.contains(named))
    }

    @Test func withoutABaseTheMessageSaysWhatToDo() throws {
        let base = try TestBase()
        try FileManager.default.removeItem(at: base.folder.url.appending(path: "corpus"))
        let answer = base.run("stats")
        #expect(answer.code == 2)
        #expect(answer.messages.contains("concordat init"))
        #expect(base.run("stats", "--base", "nowhere").messages.contains("--base nowhere"))
    }

    @Test func beforeTheFirstBuildTheMessageSaysWhatToDo() throws {
        let answer = try TestBase().run("norms")
        #expect(answer.code == 2)
        #expect(answer.messages.contains("concordat build"))
    }

    @Test func damagedStateIsAnIntegrityFailure() throws {
        let base = try TestBase()
        base.run("build", "--quiet")
        let stored = base.folder.url.appending(path: ".concordat/base")
        var bytes = try Data(contentsOf: stored)
        bytes[30] ^= 0xFF
        try bytes.write(to: stored)
        let answer = base.run("stats")
        #expect(answer.code == 4)
        #expect(answer.messages.contains("build --full"))
    }

    @Test func malformedRegisterNamesFileLineAndColumn() throws {
        let base = try TestBase(["corpus/register.yaml": "title: Rules\ndocuments:\n  a.txt:\n    kind: novel\n"])
        let answer = base.run("build")
        #expect(answer.code == 2)
        #expect(answer.messages.contains("corpus/register.yaml:4:11: expected one of announcement, agreement"))
        #expect(!FileManager.default.fileExists(atPath: base.folder.url.appending(path: "corpus/ledger.tsv").path))
    }

    @Test func malformedLedgerNamesItsLineAndIsNotOverwritten() throws {
        let base = try TestBase(["corpus/ledger.tsv": "# heading\n<<<<<<< ours\n"])
        let answer = base.run("build")
        #expect(answer.code == 2)
        #expect(answer.messages.contains("corpus/ledger.tsv:2:"))
        #expect(try base.folder.read("corpus/ledger.tsv").hasSuffix("<<<<<<< ours\n"))
    }

    @Test func initMakesABaseThatBuildsAndNeverTouchesOne() throws {
        let base = try TestBase()
        #expect(base.run("init", "new").code == 0)
        // The pages are the publisher's to change: a copy of all of them is there.
        let layout = try base.folder.read("new/templates/layout.mustache")
        try base.folder.write(
            layout.replacingOccurrences(of: "</body>", with: "<p>Of our own</p></body>"), to: "new/templates/layout.mustache")
        #expect(base.run("build", "--base", "new").code == 0)
        #expect(try base.folder.read("new/site/index.html").contains("Of our own"))
        #expect(base.run("init", "new").code == 2)
    }

    @Test func searchOnAnEmptyBaseFindsNothing() throws {
        let base = try TestBase()
        base.run("build", "--quiet")
        let answer = base.run("search", "anything", "--json")
        #expect(answer.code == 1)
        #expect(answer.json["total"] as? Int == 0)
    }
}
