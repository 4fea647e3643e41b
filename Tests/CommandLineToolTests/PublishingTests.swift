import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// Links that stay, and the same bytes from the same input; on documents of our own.
@Suite struct PublishingTests {
    private static let rules = [
        "The harbour board keeps the quay open from dawn to dusk on every day of the year.",
        "Skippers must report to the harbour master within two hours of arrival, in person or by radio.",
        "Nobody may refuel a vessel at the quay between sunset and sunrise without the consent of the board.",
        "Fees are due on the first day of each quarter and are set out in the schedule of fees.",
        "The board will review these rules every two years from May 2020 and publish what it finds.",
    ]

    private static func text(_ paragraphs: [String]) -> String {
        "Rules of the Old Harbour\n\n" + paragraphs.joined(separator: "\n\n") + "\n"
    }

    /// Text by citation.
    private func clauses(_ base: TestBase) -> [String: String] {
        let provisions = base.run("show", "rules", "--json").list("provisions")
        return Dictionary(uniqueKeysWithValues: provisions.map { ($0["wId"] as? String ?? "", $0["text"] as? String ?? "") })
    }

    @Test func insertingEditingDeletingAndMovingKeepAllOtherCitations() throws {
        var paragraphs = Self.rules
        let base = try TestBase(["corpus/rules.txt": Self.text(paragraphs)])
        base.run("build", "--quiet")
        var before = clauses(base)
        #expect(before.count >= 5)
        func rebuild() throws -> [String: String] {
            try base.folder.write(Self.text(paragraphs), to: "corpus/rules.txt")
            #expect(base.run("build", "--quiet").code == 0)
            return clauses(base)
        }
        func name(_ words: String, _ clauses: [String: String]) -> String? { clauses.first { $0.value.contains(words) }?.key }

        let fuel = try #require(name("refuel", before))
        paragraphs.insert("Dogs are to be kept on a lead everywhere in the harbour.", at: 2)
        var after = try rebuild()
        #expect(before.allSatisfy { after[$0.key] == $0.value })
        #expect(try #require(name("Dogs", after)).hasSuffix("A"))

        before = after
        paragraphs[0] = "The harbour board keeps the quay open from six to ten on every day of the year but Christmas."
        after = try rebuild()
        #expect(before.count { after[$0.key] != $0.value } == 1)
        #expect(Set(before.keys) == Set(after.keys))

        before = after
        paragraphs.swapAt(1, 4)
        after = try rebuild()
        #expect(before == after)

        paragraphs.removeAll { $0.contains("refuel") }
        after = try rebuild()
        #expect(after[fuel] == nil)
        #expect(before.filter { $0.key != fuel } == after)
        let gone = base.run("show", "rules#" + fuel)
        #expect(gone.code == 1)
        #expect(gone.messages.contains("taken out"))
    }

    /// Everything below a folder, by path, but for the record of the last rendering, which holds the times of files.
    private func contents(_ folder: URL) throws -> [String: Data] {
        var found: [String: Data] = [:]
        guard let walk = FileManager.default.enumerator(atPath: folder.path) else { return found }
        for case let path as String in walk where path != ".concordat/site" {
            let file = folder.appending(path: path)
            if (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true { found[path] = try Data(contentsOf: file) }
        }
        return found
    }

    @Test func oneThreadAndTwoAndASecondBuildGiveTheSameBytes() throws {
        let files = Dictionary(
            uniqueKeysWithValues: (0..<6).map { number in
                ("corpus/rules-\(number).txt", Self.text(Self.rules.map { $0 + " Number \(number)." }))
            })
        let (one, two) = (try TestBase(files), try TestBase(files))
        one.run("build", "--quiet", "--jobs", "1")
        two.run("build", "--quiet", "--jobs", "2")
        func published(_ base: TestBase) throws -> [String: Data] {
            try contents(base.folder.url).filter { !$0.key.hasPrefix(".concordat/analyses") }
        }
        let first = try published(one)
        #expect(first.keys.contains(".concordat/base") && first.keys.contains("corpus/ledger.tsv"))
        #expect(try published(two) == first)
        one.run("build", "--quiet", "--full")
        #expect(try published(one) == first)
        #expect(!first.values.contains { $0.range(of: Data(one.folder.url.lastPathComponent.utf8)) != nil })
    }

    @Test func partsReadAnywhereMakeTheSameBytes() throws {
        let files = RegisterFixture.files.merging(
            (0..<5).map { ("corpus/rules-\($0).txt", Self.text(Self.rules.map { $0 + " Again." })) }, uniquingKeysWith: { $1 })
        let (alone, parted) = (try TestBase(files), try TestBase(files))
        alone.run("build", "--quiet")
        let shards = try (1...3).map { part in
            // Each part is read by a base of its own, as by a machine of its own.
            let machine = try TestBase(files)
            #expect(machine.run("shard", "--part", "\(part)/3", "part.shard", "--json").json["documents"] as? Int ?? 0 > 1)
            let name = "part-\(part).shard"
            try FileManager.default.copyItem(
                at: machine.folder.url.appending(path: "part.shard"), to: parted.folder.url.appending(path: name))
            return name
        }
        let answer = parted.run(["merge", "--json"] + shards)
        #expect(answer.code == 0, "\(answer.messages)")
        #expect(answer.json["read"] as? Int == 0, "all was read already")
        func published(_ base: TestBase) throws -> [String: Data] {
            try contents(base.folder.url).filter { !$0.key.hasPrefix(".concordat/analyses") && !$0.key.hasSuffix(".shard") }
        }
        #expect(try published(parted) == published(alone))
    }

    @Test func aBrokenShardIsRefusedWhole() throws {
        let base = try TestBase(RegisterFixture.files)
        base.run("shard", "--part", "1/1", "all.shard")
        var bytes = try Data(contentsOf: base.folder.url.appending(path: "all.shard"))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: base.folder.url.appending(path: "broken.shard"))
        #expect(base.run("merge", "all.shard", "broken.shard").code == 4)
        bytes[9] ^= 1
        try bytes.write(to: base.folder.url.appending(path: "foreign.shard"))
        #expect(base.run("merge", "foreign.shard").code == 2)
        #expect(base.run("merge", "nowhere.shard").code == 2)
        #expect(base.run("shard", "--part", "3/2", "x.shard").code == 2)
        #expect(!FileManager.default.fileExists(atPath: base.folder.url.appending(path: ".concordat/base").path))
    }

    @Test func onlyWhatChangedIsReadAgain() throws {
        let base = try TestBase(["corpus/a.txt": Self.text(Self.rules), "corpus/b.txt": Self.text(Self.rules.reversed())])
        base.run("build", "--quiet")
        try base.folder.write(Self.text(Self.rules.dropLast()), to: "corpus/b.txt")
        let answer = base.run("build", "--json").json
        #expect(answer["read"] as? Int == 1)
        #expect(answer["reused"] as? Int == 1)
    }

    @Test func whatIsNoDocumentIsToldAndTheRestIsBuilt() throws {
        let base = try TestBase([
            "corpus/rules.txt": Self.text(Self.rules), "corpus/empty.html": "<html><script>go()</script></html>", "corpus/scan.pdf": "%PDF",
        ])
        let answer = base.run("build")
        #expect(answer.code == 0)
        #expect(answer.messages.contains("corpus/empty.html: "))
        #expect(answer.messages.contains("corpus/scan.pdf: not read"))
        #expect(clauses(base).count >= 5)
    }

    @Test func editedSourceIsAnIntegrityFailureUntilItIsBuilt() throws {
        let base = try TestBase(["corpus/rules.txt": Self.text(Self.rules)])
        base.run("build", "--quiet")
        #expect(base.run("verify").code == 0)
        try base.folder.write(Self.text(Self.rules).replacing("two hours", with: "three hours"), to: "corpus/rules.txt")
        let answer = base.run("verify")
        #expect(answer.code == 4)
        #expect(answer.output.contains("two hours"))
    }

    @Test func unreadableFileEndsWithTwoAndTheOthersGoOn() throws {
        let base = try TestBase(["a.txt": Self.text(Self.rules)])
        let answer = base.run("add", "--dry-run", "missing.txt", "a.txt", "--json")
        #expect(answer.code == 2)
        #expect(answer.messages.contains("missing.txt: cannot be read"))
        #expect(answer.json["file"] as? String == "a.txt")
        #expect(!FileManager.default.fileExists(atPath: base.folder.url.appending(path: "corpus/a.txt").path))
    }

    @Test func addCopiesAndNeverOverwrites() throws {
        let base = try TestBase(["a.txt": Self.text(Self.rules)])
        #expect(base.run("add", "a.txt").code == 0)
        #expect(try base.folder.read("corpus/a.txt") == Self.text(Self.rules))
        #expect(base.run("add", "a.txt").code == 0)
        try base.folder.write("Another text altogether, one line.", to: "a.txt")
        #expect(base.run("add", "a.txt").code == 2)
        #expect(try base.folder.read("corpus/a.txt") == Self.text(Self.rules))
    }
}
