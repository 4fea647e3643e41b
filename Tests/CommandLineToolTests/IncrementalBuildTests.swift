import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// One build after another against a build from nothing: index, base, ledger and site must be the same bytes, whatever changed in between.
@Suite struct IncrementalBuildTests {
    /// Documents that name one another and share parties, terms and headings.
    private static func sentence(_ random: inout SeededGenerator) -> String {
        let who = ["The Harbour Board", "Each member", "The Warden", "The Cooperative", "Nobody"].randomElement(using: &random)!
        let must = ["must", "may", "shall not", "will"].randomElement(using: &random)!
        let what = [
            "keep a record of every visit", "give notice to the Board by 5 May 2027", "review these rules every two years",
            "pay the fee within 30 days of the invoice", "close the quay under section 2 of the Rules of Pier 3",
            "follow section 4 of the Rules of Pier 5", "act as the Tide Tables Act 1990 says", "report under section 1",
            "appoint a Keeper of Small Boats (\"KSB\")", "inform the KSB",
        ].randomElement(using: &random)!
        return "\(who) \(must) \(what)."
    }

    private static func text(_ title: String, _ sentences: [String]) -> String {
        "\(title)\n\n" + sentences.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n\n") + "\n"
    }

    /// Everything below a folder but what says when and by which program files were read and pages made.
    private func published(_ base: TestBase) throws -> [String: Data] {
        var found: [String: Data] = [:]
        guard let walk = FileManager.default.enumerator(atPath: base.folder.url.path) else { return found }
        for case let path as String in walk
        where path != ".concordat/site" && !path.hasPrefix(".concordat/analyses") {
            let file = base.folder.url.appending(path: path)
            if (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true { found[path] = try Data(contentsOf: file) }
        }
        return found
    }

    @Test(arguments: [3, 4] as [UInt64]) func anythingThatChangesGivesWhatABuildFromNothingGives(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var documents: [String: (title: String, sentences: [String])] = [:]
        for number in 0..<7 {
            documents["pier-\(number).txt"] = ("Rules of Pier \(number)", (0..<5).map { _ in Self.sentence(&random) })
        }
        var register = RegisterFixture.register
        let base = try TestBase(RegisterFixture.files)
        for step in 0..<10 {
            for name in try FileManager.default.contentsOfDirectory(atPath: base.folder.url.appending(path: "corpus").path)
            where name.hasPrefix("pier-") && documents[name] == nil {
                try FileManager.default.removeItem(at: base.folder.url.appending(path: "corpus/" + name))
            }
            for (name, document) in documents { try base.folder.write(Self.text(document.title, document.sentences), to: "corpus/" + name) }
            try base.folder.write(register, to: "corpus/register.yaml")

            let twin = try TestBase()
            try FileManager.default.removeItem(at: twin.folder.url.appending(path: "corpus"))
            try FileManager.default.copyItem(
                at: base.folder.url.appending(path: "corpus"), to: twin.folder.url.appending(path: "corpus"))
            #expect(base.run("build", "--quiet").code == 0)
            #expect(twin.run("build", "--quiet").code == 0)
            let (here, anew) = (try published(base), try published(twin))
            #expect(Set(here.keys) == Set(anew.keys) && here.keys.contains("site/search/head-0.js"), "step \(step)")
            let different = anew.filter { here[$0.key] != $0.value }.keys.sorted()
            #expect(different.isEmpty, "step \(step): \(different)")

            let name = documents.keys.sorted().randomElement(using: &random)!
            let place = Int.random(in: 0..<documents[name]!.sentences.count, using: &random)
            switch Int.random(in: 0..<9, using: &random) {
            case 0: documents[name]!.sentences.insert(Self.sentence(&random), at: place)
            case 1 where documents[name]!.sentences.count > 1: documents[name]!.sentences.remove(at: place)
            case 2 where documents.count > 3: documents[name] = nil
            case 3: documents["pier-\(step)-new.txt"] = ("Rules of Pier \(step)", [Self.sentence(&random), Self.sentence(&random)])
            case 4: documents[name]!.title = "Rules of Pier \(Int.random(in: 0..<9, using: &random))"
            case 5:
                documents["pier-renamed-\(step).txt"] = documents[name]
                documents[name] = nil
            case 6:
                register += "  \(name): { title: \"Title \(step)\", supersedes: [order] }\n"
                documents[name]!.sentences.swapAt(0, documents[name]!.sentences.count - 1)
            case 7:
                let norms = base.run("norms", "--json").list("norms").compactMap { $0["id"] as? String }
                base.run("review", norms.randomElement(using: &random)!, "--accept")
            default: documents[name]!.sentences[place] = Self.sentence(&random)
            }
            // A document is spoken of once in the register.
            if register.components(separatedBy: "  \(name):").count > 2 { register = RegisterFixture.register }
        }
    }
}
