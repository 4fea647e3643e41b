import Foundation
import Testing

@testable import CommandLineTool

/// `show --as-of`, `diff`, and links that last through versions and renumbering.
@Suite struct VersionVerbTests {
    @Test func theExpressionInForceOnADayIsShown() throws {
        let base = try RegisterFixture.base()
        func citation(_ asked: String, _ day: String) -> String? {
            base.run("show", asked, "--as-of", day, "--json").json["citation"] as? String
        }
        // The duty to report was the first section and became the second.
        #expect(citation("order#sec_2", "2022-01-01") == "order-2020#sec_1")
        #expect(citation("order-2020#sec_1", "2025-01-01") == "order#sec_2")
        #expect(citation("order-2020#sec_1", "2022-01-01") == "order-2020#sec_1")
        let answer = base.run("show", "order-2020#sec_1", "--as-of", "2025-01-01", "--json").json
        #expect(answer["asked"] as? String == "order-2020#sec_1")
        #expect(answer["change"] as? String == "changed")
        #expect((answer["expression"] as? [String: Any])?["status"] as? String == "in-force")
        #expect(base.run("show", "order", "--as-of", "2022-01-01", "--json").json["id"] as? String == "order-2020")
        #expect(base.run("show", "order", "2", "--as-of", "2022-01-01").output.contains("within two hours"))
    }

    @Test func whatTheVersionLacksIsSaid() throws {
        let base = try RegisterFixture.base()
        let gone = base.run("show", "order-2020#sec_2", "--as-of", "2025-01-01")
        #expect(gone.code == 1)
        #expect(gone.messages.contains("order, has no such clause"))
        let early = base.run("show", "order", "--as-of", "2019-12-31")
        #expect(early.code == 1)
        #expect(early.messages.contains("order-2020, was not in force yet"))
    }

    @Test func withoutADayTheVeryTextIsShown() throws {
        let base = try RegisterFixture.base()
        let answer = base.run("show", "order-2020#sec_2", "--json").json
        #expect(answer["citation"] as? String == "order-2020#sec_2")
        let expression = try #require(answer["expression"] as? [String: Any])
        #expect(expression["status"] as? String == "superseded")
        #expect(expression["in_force"] as? String == "order")
        let versions = base.run("show", "order#sec_2", "--json").list("versions")
        #expect(versions.map { $0["citation"] as? String } == ["order-2020#sec_1"])
    }

    @Test func normsOnADayAreThoseInForce() throws {
        let base = try RegisterFixture.base()
        func documents(_ day: String) -> Set<String> {
            Set(
                base.run("norms", "--json", "--as-of", day).list("norms").compactMap {
                    ($0["citation"] as? String)?.split(separator: "#").first.map(String.init)
                })
        }
        #expect(documents("2022-01-01") == ["order-2020", "rules"])
        #expect(documents("2026-01-01").isSuperset(of: ["order", "lease", "rules"]))
        #expect(!documents("2026-01-01").contains("order-2020"))
    }

    @Test func amendmentsAreLinkedBothWays() throws {
        let base = try RegisterFixture.base()
        #expect(base.run("show", "lease#cl_2", "--json").json["amended_by"] as? [String] == ["amendment#cl_1"])
        #expect(base.run("show", "lease#cl_2").output.contains("Amended by amendment#cl_1"))
        let expression = base.run("show", "lease", "--json").json["expression"] as? [String: Any]
        #expect(expression?["amended_by"] as? [String] == ["amendment"])
        #expect(base.run("show", "amendment").output.contains("amends: lease"))
    }

    @Test func aDiffTellsClausesAndNorms() throws {
        let base = try RegisterFixture.base()
        let answer = base.run("diff", "order", "--json")
        #expect(answer.code == 0)
        #expect(answer.json["old"] as? String == "order-2020")
        let changes = answer.list("changes")
        func change(_ citation: String) -> [String: Any]? {
            changes.first { (($0["new"] ?? $0["old"]) as? [String: Any])?["citation"] as? String == citation }
        }
        #expect(change("order#sec_1")?["change"] as? String == "added")
        #expect(change("order#sec_2")?["change"] as? String == "changed")
        #expect(change("order#sec_2")?["renumbered"] as? Bool == true)
        #expect(change("order-2020#sec_2")?["change"] as? String == "removed")
        let charge = try #require(change("order#sec_3")?["norms"] as? [[String: Any]])
        #expect(
            charge.contains {
                $0["kind"] as? String == "modality" && ($0["message"] as? String)?.contains("permission became an obligation") == true
            })
        let words = try #require(change("order#sec_2")?["words"] as? [[String: String]])
        #expect(words.contains { $0["change"] == "added" && $0["text"]?.contains("one hour") == true })
        #expect(base.run("diff", "order", "order").code == 1)
        #expect(base.run("diff", "order-2020").code == 1, "it is the first")
        #expect(base.run("diff", "ordre", "order").messages.contains("Perhaps: order"))
    }

    /// A number inserted above moves the numbers of all that follows; what was cited stays cited.
    @Test func linksOutliveRenumbering() throws {
        let before = "RULES\n\n1. Boats must moor at the quay.\n\n2. Skippers must report to the master.\n\n3. Dogs must be on a lead.\n"
        let after =
            "RULES\n\n1. Boats must moor at the quay.\n\n2. Nobody may swim in the harbour.\n\n3. Skippers must report to the master.\n\n4. Dogs must be on a lead.\n"
        let base = try TestBase(["corpus/rules.txt": before])
        base.run("build", "--quiet")
        let old = base.run("show", "rules", "2", "--json").json
        let citation = try #require(old["citation"] as? String)
        try base.folder.write(after, to: "corpus/rules.txt")
        base.run("build", "--quiet")
        let now = base.run("show", citation, "--json").json
        #expect(now["text"] as? String == old["text"] as? String)
        #expect(now["number"] as? String == "3")
        #expect(base.run("show", "rules", "3", "--json").json["citation"] as? String == citation)
        #expect(base.run("show", "rules", "2", "--json").json["citation"] as? String != citation)
    }
}
