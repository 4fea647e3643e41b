import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// Rules over the shared announcement, and a calendar of the shared alliance. The rules quote what the documents say at test time.
@Suite(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
struct SeedRegisterTests {
    private func base() throws -> TestBase {
        let base = try TestBase()
        guard let seeds = SharedData.folder?.appending(path: "seeds") else { return base }
        for name in ["heat-collaboration.html", "strategic-alliance.html"] {
            try FileManager.default.copyItem(at: seeds.appending(path: name), to: base.folder.url.appending(path: "corpus/" + name))
        }
        #expect(base.run("build", "--quiet").code == 0)
        return base
    }

    /// The words of the norm of a clause with this modality, for a rule to quote.
    private func quote(_ citation: String, _ modality: String, _ base: TestBase) throws -> String {
        let norms = base.run("show", citation, "--json").list("norms")
        return try #require(norms.first { $0["modality"] as? String == modality }?["quote"] as? String)
    }

    private func withRules() throws -> TestBase {
        let base = try base()
        func quoted(_ text: String) -> String { "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }
        let rules = """
            facts:
              provider.member: { type: yes-no, ask: Does the provider hold a subscription of its own? }
              given.what: { type: choice, values: [nothing, dashboard, report, tracking], ask: What was the provider given? }
              activity.joint: { type: yes-no }
              activity.shared: { type: yes-no, ask: Was the joint activity shared with the provider? }
            rules:
              - id: no-access-for-non-members
                clause: heat-collaboration#para_6
                quote: \(quoted(try quote("heat-collaboration#para_6", "prohibition", base)))
                modality: prohibition
                bearer: Uni Connect Partnership
                counterparty: HEP
                action: give access to data or reporting, or track data
                when: not provider.member
                act: given.what != nothing
                remedy: { do: The provider takes a subscription of its own., clause: heat-collaboration#para_7 }
              - id: share-joint-activity
                clause: heat-collaboration#para_7
                quote: \(quoted(try quote("heat-collaboration#para_7", "obligation", base)))
                modality: obligation
                bearer: Uni Connect Partnership
                action: share the activity with the provider
                when: activity.joint
                act: activity.shared

            """
        try base.folder.write(rules, to: "corpus/rules.yaml")
        let build = base.run("build", "--quiet")
        #expect(build.code == 0, "\(build.messages)")
        return base
    }

    @Test(arguments: [
        ("provider.member: no\ngiven.what: dashboard\nactivity.joint: no", Int32(1), "violation", [String]()),
        ("given.what: dashboard\nactivity.joint: no", 3, "unknown", ["provider.member"]),
        ("provider.member: yes\ngiven.what: report\nactivity.joint: no", 0, "compliant", []),
        ("given.what: nothing\nactivity: { joint: yes, shared: yes }", 0, "compliant", []),
        ("given.what: nothing\nactivity: { joint: yes, shared: no }", 1, "violation", []),
        ("given.what: nothing\nactivity.joint: yes", 3, "unknown", ["activity.shared"]),
    ])
    func aDashboardForWhoIsNoMember(_ facts: String, _ code: Int32, _ verdict: String, _ missing: [String]) throws {
        let base = try withRules()
        try base.folder.write(facts, to: "facts.yaml")
        let answer = base.run("check", "facts.yaml", "--json")
        #expect(answer.code == code)
        #expect(answer.json["verdict"] as? String == verdict)
        let finding = try #require(answer.list("findings").first)
        #expect(finding["missing"] as? [String] == missing)
        if facts.contains("dashboard"), verdict == "violation" {
            #expect(finding["citation"] as? String == "heat-collaboration#para_6")
            #expect(finding["remedy_citation"] as? String == "heat-collaboration#para_7")
        }
    }

    @Test func theAlliancesCalendar() throws {
        let base = try base()
        let text = base.run("export", "ics", "--document", "strategic-alliance", "--as-of", "2002-06-01").output.replacing(
            "\r\n ", with: "")
        let entries = text.components(separatedBy: "BEGIN:V").dropFirst(2).map { $0.split(separator: "\r\n").map(String.init) }
        func entry(_ words: String) throws -> [String] {
            try #require(entries.first { $0.contains { $0.hasPrefix("DESCRIPTION") && $0.contains(words) } })
        }
        let review = try entry("every three years")
        #expect(review.contains("DTSTART;VALUE=DATE:20050401") && review.contains("DTEND;VALUE=DATE:20050501"))
        #expect(review.contains("RRULE:FREQ=YEARLY;INTERVAL=3"))
        #expect(review.contains { $0.contains("The text gives the month") })
        let meeting = try entry("annual meetings")
        #expect(meeting.contains("RRULE:FREQ=YEARLY") && meeting.contains("DTSTART;VALUE=DATE:20030101"))
        let thrice = try entry("three times a year")
        #expect(thrice.first == "TODO")
        #expect(!thrice.contains { $0.hasPrefix("DTSTART") || $0.hasPrefix("RRULE") })
        for entry in entries { #expect(entry.contains { $0.hasPrefix("UID:strategic-alliance#") }, "\(entry)") }
    }

    @Test func theAnnouncementMakesNothingDueOnADay() throws {
        let items = try base().run("due", "--json", "--as-of", "2025-01-01").list("items")
        #expect(!items.contains { $0["document"] as? String == "heat-collaboration" && $0["date"] != nil })
    }

    @Test func acronymsOfHeadingsAndWordsAreNotUndefined() throws {
        let found = try base().run("lint", "strategic-alliance", "--kind", "undefined-acronym", "--json").list("findings")
            .compactMap { $0["message"] as? String }
        #expect(found.contains { $0.contains("SGUMDER") })
        for acronym in ["NWDB", "JMAC", "HEI "] { #expect(!found.contains { $0.contains(acronym) }, "\(acronym)") }
    }
}
