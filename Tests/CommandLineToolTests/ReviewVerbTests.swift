import Foundation
import Testing

@testable import CommandLineTool

/// `review`: what the machine is unsure of, what a person decides of it, and that the person wins everywhere.
@Suite struct ReviewVerbTests {
    @Test func theLeastCertainComeFirst() throws {
        let base = try RegisterFixture.base()
        let norms = base.run("review", "--json").list("norms").compactMap { $0["norm"] as? [String: Any] }
        let certainty = norms.compactMap { $0["confidence"] as? Double }
        #expect(certainty.count > 8)
        #expect(certainty == certainty.sorted())
    }

    @Test func aCorrectionWinsEverywhereAndTheMachineIsKept() throws {
        let base = try RegisterFixture.base()
        let answer = base.run(
            "review", "lease#cl_3~1", "--set", "bearers=Fishers Cooperative Limited", "--set", "strength=expectation", "--set",
            "recurrence=every two years", "--set", "participants=leads: the Harbour Master", "--by", "A. Reviewer")
        #expect(answer.code == 0, "\(answer.messages)")
        base.run("build", "--quiet")
        let norm = try #require(
            base.run("norms", "--json", "--document", "lease").list("norms").first { $0["id"] as? String == "lease#cl_3~1" })
        #expect(norm["bearers"] as? [String] == ["Fishers Cooperative Limited"])
        #expect(norm["strength"] as? String == "expectation")
        #expect(norm["status"] as? String == "corrected")
        let review = try #require(norm["review"] as? [String: Any])
        #expect(review["by"] as? String == "A. Reviewer")
        #expect((review["machine"] as? [String: [String]])?["bearers"] == ["Board"])
        // Due: the other bearer, the other interval.
        let due = try #require(
            base.run("due", "--json", "--as-of", "2026-05-01").list("items").first { $0["citation"] as? String == "lease#cl_3" })
        #expect(due["bearers"] as? [String] == ["Fishers Cooperative Limited"])
        #expect(due["date"] as? String == "2028-04-01")
        // Lookups, exports, site.
        #expect(base.run("norms", "--bearer", "Cooperative").output.contains("lease#cl_3~1"))
        #expect(!base.run("norms", "--bearer", "Board", "--document", "lease").output.contains("lease#cl_3~1"))
        #expect(base.run("export", "csv").output.contains("lease#cl_3~1,lease#cl_3,obligation,expectation,Fishers Cooperative Limited"))
        #expect(base.run("export", "legalruleml").output.contains("iri=\"expectation\""))
        #expect(base.run("review", "lease#cl_3~1").output.contains("the machine had read:\n    strength: binding\n    bearers: Board"))
        #expect(base.run("verify").code == 0, "what a person set need not stand in the clause")
        let page = try base.folder.read("site/d/lease/index.html")
        #expect(page.contains("corrected, A. Reviewer") && page.contains("The program read"))
    }

    @Test func whatWasRejectedIsNoNorm() throws {
        let base = try RegisterFixture.base()
        #expect(base.run("review", "lease#cl_3~1", "--reject").code == 0)
        base.run("build", "--quiet")
        #expect(!base.run("norms").output.contains("lease#cl_3~1"))
        #expect(base.run("norms", "--status", "rejected").output.contains("lease#cl_3~1"))
        #expect(!base.run("due", "--as-of", "2026-05-01").output.contains("lease#cl_3"))
        #expect(!base.run("export", "csv").output.contains("lease#cl_3~1"))
        #expect(!base.run("export", "legalruleml").output.contains("inspect the quay every"))
        #expect(!(try base.folder.read("site/calendar.ics")).contains("lease#cl_3"))
        #expect(!base.run("search", "inspect quay", "--modality", "obligation").output.contains("lease#cl_3"))
        let sentence = base.run("coverage", "lease", "--json").list("findings").first { $0["citation"] as? String == "lease#cl_3" }
        #expect(sentence?["kind"] as? String == "fact")
    }

    @Test func anEditMakesADecisionStaleAndNothingIsLost() throws {
        let base = try RegisterFixture.base()
        #expect(base.run("review", "lease#cl_3~1", "--set", "bearers=Cooperative").code == 0)
        #expect(base.run("review", "lease#cl_4~1", "--accept").code == 0)
        try base.folder.write(RegisterFixture.lease.replacing("every six months", with: "every four months"), to: "corpus/lease.txt")
        base.run("build", "--quiet")
        let answer = base.run("review", "--json")
        let stale = answer.list("stale")
        #expect(stale.map { $0["norm"] as? String } == ["lease#cl_3~1"])
        #expect((stale.first?["old_text"] as? String)?.contains("six months") == true)
        #expect((stale.first?["new_text"] as? String)?.contains("four months") == true)
        #expect(!answer.list("norms").contains { ($0["norm"] as? [String: Any])?["id"] as? String == "lease#cl_4~1" })
        let norm = base.run("norms", "--json", "--document", "lease").list("norms").first { $0["id"] as? String == "lease#cl_3~1" }
        #expect(norm?["bearers"] as? [String] == ["Board"], "applied to nothing")
        #expect(norm?["status"] as? String == "stale")
        #expect(base.run("lint", "--kind", "stale-review", "--strict").code == 1)
        // Decided again, it is settled; the old record stays in the file.
        #expect(base.run("review", "lease#cl_3~1", "--accept").code == 0)
        base.run("build", "--quiet")
        #expect(base.run("review", "--json").list("stale").isEmpty)
        #expect(try base.folder.read("corpus/reviews.yaml").contains("six months"))
    }

    @Test(arguments: [
        ["lease#cl_3~1", "--set", "modality=perhaps"], ["lease#cl_3~1", "--set", "colour=red"],
        ["lease#cl_3~1", "--set", "deadline=soonish"],
        ["lease#cl_3~1", "--set", "participants=the Master"], ["lease#cl_3~1", "--accept", "--reject"], ["--accept"],
        ["lease#cl_3~1", "--done", "2026-02-30"], ["lease#cl_3~1", "--set", "action="],
    ])
    func whatCannotBeDecidedIsNotWritten(_ arguments: [String]) throws {
        let base = try RegisterFixture.base()
        #expect(base.run(["review"] + arguments).code == 2)
        #expect(!FileManager.default.fileExists(atPath: base.folder.url.appending(path: "corpus/reviews.yaml").path))
    }

    @Test func aNormThatIsNotThereEndsWithOne() throws {
        #expect(try RegisterFixture.base().run("review", "lease#cl_99~1", "--accept").code == 1)
    }

    // MARK: Conflicts

    @Test func aPairThatWasFoundHarmlessIsRememberedUntilAClauseChanges() throws {
        let base = try RegisterFixture.base()
        func pairs(_ arguments: String...) -> [[String]] {
            base.run(["conflicts", "--json"] + arguments).list("findings").compactMap { $0["norms"] as? [String] }
        }
        let all = pairs()
        #expect(all == [["lease#cl_5~1", "rules#sec_1~1"], ["lease#cl_6~1", "rules#sec_2~1"], ["lease#cl_7~1", "rules#sec_3~1"]])
        let first = try #require(base.run("conflicts", "--json").list("findings").first)
        #expect((first["quotes"] as? [String])?.count == 2)
        for key in ["kind", "citation", "line", "message", "quotes"] { #expect(first[key] != nil, "\(key)") }
        #expect(base.run("conflicts", "--strict").code == 1)
        // Before either text was in force there was nothing to conflict.
        #expect(pairs("--as-of", "1990-01-01") == [])
        #expect(base.run("review", "rules#sec_1~1", "lease#cl_5~1", "--no-conflict").code == 0)
        base.run("build", "--quiet")
        #expect(pairs() == Array(all.dropFirst()))
        #expect(pairs("--all").count == 3)
        try base.folder.write(RegisterFixture.lease.replacing("during a storm", with: "at any time"), to: "corpus/lease.txt")
        base.run("build", "--quiet")
        #expect(pairs() == all)
        #expect(base.run("conflicts").output.contains("Reviewed before one of them changed"))
    }
}
