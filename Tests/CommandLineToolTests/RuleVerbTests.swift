import Foundation
import Testing

@testable import CommandLineTool

/// `check`, `rules`, `explain`, `test`: verdicts with their exit codes and every step of the reasoning.
@Suite struct RuleVerbTests {
    private func check(_ facts: String, _ base: TestBase, _ arguments: String...) throws -> TestBase.Answer {
        try base.folder.write(facts, to: "facts.yaml")
        return base.run(["check", "facts.yaml"] + arguments)
    }

    @Test func violationCompliantAndUnknownHaveTheirCodes() throws {
        let base = try RegisterFixture.base()
        let accident = "accident: { on: 2026-01-01, reported: 2026-01-03 }\n"
        let violation = try check("fuel: { stored: yes, sealed: no }\n" + accident, base, "--json")
        #expect(violation.code == 1)
        #expect(violation.json["verdict"] as? String == "violation")
        let finding = try #require(violation.list("findings").first)
        #expect(finding["rule"] as? String == "no-fuel")
        #expect(finding["citation"] as? String == "lease#cl_6")
        #expect(finding["quote"] as? String == "must not store fuel on the quay")
        #expect(finding["remedy"] as? String == "The fuel is taken away.")
        #expect(finding["remedy_citation"] as? String == "lease#cl_5")
        #expect(finding["consequence"] as? String == "The Board may close the quay.")
        let compliant = try check("fuel: { stored: yes, sealed: yes }\n" + accident, base, "--json")
        #expect(compliant.code == 0)
        #expect(compliant.json["verdict"] as? String == "compliant")
        let unknown = try check("fuel.stored: yes\n" + accident, base, "--json")
        #expect(unknown.code == 3)
        #expect(unknown.list("findings").first?["missing"] as? [String] == ["fuel.sealed"])
        #expect(try check("fuel.stored: yes\n" + accident, base).output.contains("missing: fuel.sealed — Was it in sealed tanks?"))
        #expect(try check("accident: { on: 2026-01-01, reported: 2026-01-05 }", base, "--rule", "report-accidents").code == 1)
    }

    @Test func everyStepRestsOnAClauseThatIsQuoted() throws {
        let base = try RegisterFixture.base()
        let answer = try check("fuel: { stored: yes, sealed: yes }", base, "--json", "--rule", "no-fuel")
        let steps = try #require(answer.list("findings").first?["steps"] as? [[String: String]])
        #expect(steps.allSatisfy { $0["citation"]?.isEmpty == false && $0["quote"]?.isEmpty == false })
        #expect(
            steps.contains {
                $0["rule"] == "sealed-tanks" && $0["citation"] == "rules#sec_2" && $0["text"] == "sealed-tanks: fuel.sealed is yes"
            })
        #expect(steps.contains { $0["text"]?.hasPrefix("sealed-tanks takes its place, by rules#sec_2") == true })
    }

    @Test func aRuleIsExplained() throws {
        let base = try RegisterFixture.base()
        let answer = base.run("explain", "no-fuel", "--json").json
        #expect(answer["overridden_by"] as? [String] == ["sealed-tanks"])
        #expect(answer["remedy_quote"] as? String == "The Board may close the quay during a storm.")
        #expect(base.run("explain", "no-fuel").output.contains("gives way to: sealed-tanks, rules#sec_2"))
        let missing = base.run("explain", "no-fule")
        #expect(missing.code == 1)
        #expect(missing.messages.contains("Perhaps: no-fuel"))
        #expect(base.run("rules", "--json").list("rules").map { $0["rule"] as? String } == ["no-fuel", "sealed-tanks", "report-accidents"])
    }

    @Test func aLoopOfOverridesIsNamed() throws {
        let base = try RegisterFixture.base()
        try base.folder.write(
            RegisterFixture.ruleFile.replacing("    breach: The Board may close the quay.", with: "    overrides: sealed-tanks"),
            to: "corpus/rules.yaml")
        let answer = base.run("check", "facts.yaml")
        #expect(answer.code == 2)
        #expect(
            answer.messages.contains("in a ring: ") && answer.messages.contains("no-fuel -> sealed-tanks")
                || answer.messages.contains("sealed-tanks -> no-fuel"))
    }

    @Test func aQuoteThatIsNotThereStopsTheBuildBeforeAnythingIsWritten() throws {
        let base = try RegisterFixture.base()
        let before = try Data(contentsOf: base.folder.url.appending(path: ".concordat/base"))
        let ledger = try base.folder.read("corpus/ledger.tsv")
        try base.folder.write(RegisterFixture.lease.replacing("store fuel", with: "keep fuel"), to: "corpus/lease.txt")
        let answer = base.run("build", "--quiet")
        #expect(answer.code == 2)
        #expect(
            answer.messages.contains("corpus/rules.yaml:9:12: lease#cl_6 does not say “must not store fuel on the quay”"),
            "\(answer.messages)")
        #expect(try Data(contentsOf: base.folder.url.appending(path: ".concordat/base")) == before)
        #expect(try base.folder.read("corpus/ledger.tsv") == ledger)
    }

    @Test func aDraftOfAnAcceptedNormWantsOnlyItsFacts() throws {
        let base = try RegisterFixture.base(["corpus/rules.yaml": "# none yet\n"])
        #expect(base.run("rules").code == 1)
        #expect(base.run("rules", "draft").code == 1, "nothing is accepted yet")
        let unreviewed = base.run("rules", "draft", "lease#cl_3~1")
        #expect(unreviewed.messages.contains("nobody has accepted this norm"))
        base.run("review", "lease#cl_4~1", "--accept")
        base.run("review", "lease#cl_6~1", "--accept")
        base.run("build", "--quiet")
        let draft = base.run("rules", "draft").output
        #expect(draft.contains("clause: \"lease#cl_4\"") && draft.contains("modality: prohibition"))
        // What the draft leaves to the person is said with its place; filled in, it builds.
        try base.folder.write(draft, to: "corpus/rules.yaml")
        #expect(base.run("build", "--quiet").messages.contains("`act` is missing"))
        let finished = draft.replacing("    # act: the facts that say it was done", with: "    act: done")
            .replacing("  # name: { type: yes-no, ask: What is the case? }", with: "  done: { type: yes-no }")
        try base.folder.write(finished, to: "corpus/rules.yaml")
        let build = base.run("build", "--quiet")
        #expect(build.code == 0, "\(build.messages)")
        #expect(try check("done: no", base, "--json").json["verdict"] as? String == "violation")
    }

    // MARK: Questions

    @Test func questionsHoldAnEditOfTheCorpusToItsAnswers() throws {
        let questions = """
            - ask: Who stores fuel?
              search: store fuel quay
              expect: lease#cl_6
              within: 2
            - norms: lease#cl_6
              expect: prohibition
            - due: lease#cl_3
              as-of: 2026-05-01
              expect: 2026-10-01
            - due: lease#cl_4
              as-of: 2026-05-01
              expect: contingent
            - status: order-2020
              as-of: 2025-01-01
              expect: superseded
            - facts: { fuel: { stored: yes, sealed: no } }
              expect: violation
              clause: lease#cl_6

            """
        let base = try RegisterFixture.base(["corpus/questions.yaml": questions])
        let good = base.run("test")
        #expect(good.code == 0, "\(good.output)")
        #expect(good.output.contains("6 passed, 0 failed"))
        try base.folder.write(RegisterFixture.lease.replacing("every six months", with: "every four months"), to: "corpus/lease.txt")
        base.run("build", "--quiet")
        let bad = base.run("test", "--json")
        #expect(bad.code == 1)
        #expect(bad.json["failed"] as? Int == 1)
        let failed = try #require(bad.list("questions").first { $0["passed"] as? Bool == false })
        #expect(failed["line"] as? Int == 7)
        #expect(failed["expected"] as? String == "2026-10-01")
        #expect(failed["found"] as? String == "2026-08-01")
    }

    // MARK: Findings

    @Test func lintAndCoverageHaveTheFieldsOfTheContract() throws {
        let base = try RegisterFixture.base()
        for arguments in [["lint", "--json"], ["coverage", "--json"]] {
            let findings = base.run(arguments).list("findings")
            #expect(!findings.isEmpty)
            for finding in findings {
                for key in ["kind", "citation", "line", "message", "quotes"] { #expect(finding[key] != nil, "\(key)") }
            }
        }
        #expect(base.run("lint", "--strict").code == 1)
        #expect(base.run("lint", "lease", "--strict").code == 0)
        #expect(base.run("coverage", "leese").messages.contains("Perhaps: lease"))
    }

    @Test func acronymsThatAreSpelledOutAreNotUndefined() throws {
        let text = """
            RULES OF THE PORT

            Port Safety Board (PSBD)

            1. The PSBD meets each month with every HEI that sends students.

            2. Higher education institutions send a list to the board. A higher education institution may send two.

            3. The XQZV must be told.

            """
        let base = try TestBase(["corpus/port.txt": text])
        base.run("build", "--quiet")
        let found = base.run("lint", "--kind", "undefined-acronym", "--json").list("findings").compactMap { $0["message"] as? String }
        #expect(found.count == 1)
        #expect(found.first?.contains("XQZV") == true)
    }
}
