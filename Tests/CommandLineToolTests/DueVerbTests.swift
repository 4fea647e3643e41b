import Foundation
import Testing

@testable import CommandLineTool

/// `due`, `agreements`, their calendar, and what is recorded as done; on documents of our own.
@Suite struct DueVerbTests {
    private func items(_ base: TestBase, _ arguments: String...) -> [[String: Any]] {
        base.run(["due", "--json"] + arguments).list("items")
    }

    private func dates(_ items: [[String: Any]], _ citation: String) -> [String] {
        items.filter { $0["citation"] as? String == citation }.map { $0["date"] as? String ?? $0["kind"] as? String ?? "" }
    }

    @Test func whatComesBackIsReckonedAndWhatHangsOnAnEventIsNeverDated() throws {
        let base = try RegisterFixture.base()
        let found = items(base, "--as-of", "2026-05-01")
        #expect(dates(found, "lease#cl_2") == ["2026-10-01", "2027-04-01"])
        #expect(dates(found, "lease#cl_3") == ["2026-10-01"])
        #expect(dates(found, "lease#cl_4") == ["contingent"])
        #expect(dates(found, "rules#sec_4") == ["unscheduled"])
        let inspection = try #require(found.first { $0["citation"] as? String == "lease#cl_3" })
        #expect(inspection["arithmetic"] as? String == "1 April 2024 + 5 × 6 months = 1 October 2026")
        #expect(inspection["previous"] as? String == "2026-04-01")
        #expect(inspection["rrule"] as? String == "FREQ=MONTHLY;INTERVAL=6")
        #expect(inspection["first"] as? String == "2024-10-01")
        #expect(inspection["precision"] as? String == "day")
        for key in ["norm", "citation", "kind", "status", "quote", "bearers"] { #expect(inspection[key] != nil, "\(key)") }
        #expect(!found.contains { $0["kind"] as? String != "scheduled" && $0["date"] != nil })
    }

    @Test func aRenewalHasItsNotice() throws {
        let base = try RegisterFixture.base()
        func events(_ arguments: String...) -> [String] {
            base.run(["due", "--json"] + arguments).list("items").compactMap { item in
                (item["event"] as? String).map { "\($0) \(item["date"] as? String ?? "")" }
            }
        }
        #expect(events("--as-of", "2025-01-01") == ["renewal-notice 2026-01-31", "renewal 2026-04-01"])
        #expect(events("--as-of", "2026-05-01") == ["renewal-notice 2027-01-31", "renewal 2027-04-01"])
        #expect(
            events("--as-of", "2025-01-01", "--to", "2027-12-31") == [
                "renewal-notice 2026-01-31", "renewal 2026-04-01", "renewal-notice 2027-01-31", "renewal 2027-04-01",
            ])
        let notice = base.run("due", "--as-of", "2026-05-01").output
        #expect(notice.contains("to stop renewal of QUAY LEASE AGREEMENT, give notice by this day"))
        #expect(notice.contains("reckoned: 1 April 2026 + 1 year − 60 days = 31 January 2027"))
    }

    @Test func howADocumentStandsOnADay() throws {
        let base = try RegisterFixture.base()
        func status(_ id: String, _ day: String) -> String? {
            base.run("agreements", "--json", "--as-of", day).list("agreements").first { $0["id"] as? String == id }?["status"] as? String
        }
        #expect(status("lease", "2024-03-31") == "not-yet")
        #expect(status("lease", "2024-04-01") == "in-force")
        #expect(status("lease", "2030-01-01") == "in-force", "it renews of itself")
        #expect(status("order-2020", "2024-05-31") == "in-force")
        #expect(status("order-2020", "2024-06-01") == "superseded")
        #expect(status("order", "2024-05-31") == "not-yet")
        #expect(status("order", "2024-06-01") == "in-force")
        #expect(status("rules", "2024-06-01") == "unknown")
        let ended = try RegisterFixture.base([
            "corpus/register.yaml": RegisterFixture.register + "  lease.txt: { expiry: 2026-04-01 }\n"
        ])
        let lease = ended.run("agreements", "--json", "--as-of", "2026-04-02", "--status", "lapsed").list("agreements")
        #expect(lease.map { $0["id"] as? String } == ["lease"], "a person knows that it was not renewed")
        #expect(ended.run("agreements", "--status", "lapsed", "--as-of", "2026-04-01").code == 1)
    }

    @Test func theRegisterTellsTheTermAndBothEndsOfALink() throws {
        let base = try RegisterFixture.base()
        let all = base.run("agreements", "--json", "--as-of", "2026-05-01").list("agreements")
        let lease = try #require(all.first { $0["id"] as? String == "lease" })
        let term = try #require(lease["term"] as? [String: Any])
        #expect(term["number"] as? Int == 1)
        #expect((term["ends"] as? [String: String])?["value"] == "2027-04-01")
        #expect((term["notice_by"] as? [String: String])?["value"] == "2027-01-31")
        #expect(lease["amended_by"] as? [String] == ["amendment"])
        #expect(all.first { $0["id"] as? String == "amendment" }?["amends"] as? [String] == ["lease"])
        #expect(all.first { $0["id"] as? String == "order" }?["versions"] as? [String] == ["order-2020"])
    }

    // MARK: Fulfilment

    @Test func whatWasDoneIsShownAndTheRestIsOpen() throws {
        let base = try RegisterFixture.base()
        #expect(
            base.run("review", "lease#cl_3~1", "--done", "2024-10-01", "--by", "A. Reviewer", "--evidence", "minutes/2024-10.txt").code == 0
        )
        #expect(base.run("review", "lease#cl_2~1", "--waived", "2025-04-01").code == 0)
        #expect(base.run("review", "lease#cl_2~1", "--disputed", "2025-10-01", "--by", "B").code == 0)
        base.run("build", "--quiet")
        let found = items(base, "--as-of", "2026-01-01", "--from", "2024-01-01", "--to", "2025-12-31")
        func state(_ citation: String, _ date: String) -> [String: Any]? {
            found.first { $0["citation"] as? String == citation && $0["date"] as? String == date }?["fulfilment"] as? [String: Any]
        }
        let done = try #require(state("lease#cl_3", "2024-10-01"))
        #expect(done["state"] as? String == "done")
        #expect(done["by"] as? String == "A. Reviewer")
        #expect(done["evidence"] as? String == "minutes/2024-10.txt")
        #expect(done["on"] as? String == "2026-03-15")
        #expect(state("lease#cl_3", "2025-04-01")?["state"] as? String == "open")
        #expect(state("lease#cl_2", "2025-04-01")?["state"] as? String == "waived")
        let overdue = items(base, "--overdue", "--as-of", "2026-01-01", "--from", "2024-01-01")
        #expect(dates(overdue, "lease#cl_3") == ["2025-04-01", "2025-10-01"])
        #expect(dates(overdue, "lease#cl_2") == ["2024-04-01", "2024-10-01", "2025-10-01"], "what is disputed is open")
        #expect(base.run("due", "--overdue", "--as-of", "2026-01-01").output.contains("nobody recorded that it was done"))
        // Evidence that is nowhere is a finding.
        #expect(base.run("lint", "--kind", "missing-evidence").output.contains("minutes/2024-10.txt"))
        try base.folder.write("met", to: "minutes/2024-10.txt")
        #expect(base.run("lint", "--kind", "missing-evidence", "--strict").code == 0)
    }

    @Test func anEventOfTheDocumentCanBeDone() throws {
        let base = try RegisterFixture.base()
        #expect(base.run("review", "lease#cl_1~renewal-notice", "--waived", "2026-01-31").code == 0)
        #expect(base.run("review", "lease#cl_99~renewal-notice", "--waived", "all").code == 1)
        base.run("build", "--quiet")
        let notice = try #require(items(base, "--as-of", "2026-01-01").first { $0["event"] as? String == "renewal-notice" })
        #expect((notice["fulfilment"] as? [String: Any])?["state"] as? String == "waived")
    }

    // MARK: Calendar

    @Test func theCalendarHasRulesClausesAndLinks() throws {
        let base = try RegisterFixture.base()
        let answer = base.run("due", "--ics", "--as-of", "2026-05-01")
        let text = answer.output.replacing("\r\n ", with: "")
        for line in [
            "UID:lease#cl_3~1", "DTSTART;VALUE=DATE:20241001", "RRULE:FREQ=MONTHLY;INTERVAL=6", "UID:lease#cl_2~1-4-1",
            "UID:lease#cl_2~1-10-1",
            "RRULE:FREQ=YEARLY", "URL:https://harbour.example/d/lease/#cl_3", "BEGIN:VTODO", "UID:lease#cl_1~renewal-notice-2027-01-31",
        ] { #expect(text.contains(line + "\r\n"), "\(line)") }
        #expect(text.contains("“The Board shall inspect the quay every six months.”"))
        #expect(!text.contains("lease#cl_4"), "what hangs on an event has no place in a calendar")
        #expect(answer.output.utf8.split(separator: 0x0A).allSatisfy { $0.count <= 76 })
        #expect(base.run("export", "ics", "--as-of", "2026-05-01").output == answer.output)
        // A window gives each date by itself.
        let window = base.run("due", "--ics", "--as-of", "2026-05-01", "--to", "2027-12-31").output.replacing("\r\n ", with: "")
        #expect(window.contains("UID:lease#cl_3~1-2026-10-01\r\n") && !window.contains("RRULE"))
    }

    @Test func aMonthStaysAMonth() throws {
        let pact = """
            STATEMENT OF ALLIANCE

            The Alliance takes effect from May 2023 and will be reviewed every three years.

            """
        let base = try TestBase(["corpus/pact.txt": pact, "corpus/register.yaml": "documents:\n  pact.txt: { effective: 2023-05 }\n"])
        base.run("build", "--quiet")
        let item = try #require(items(base, "--as-of", "2026-05-20").first)
        #expect(item["date"] as? String == "2026-05")
        #expect(item["precision"] as? String == "month")
        #expect(item["status"] as? String == "current")
        let text = base.run("export", "ics", "--as-of", "2024-01-01").output.replacing("\r\n ", with: "")
        #expect(text.contains("DTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260601\r\nRRULE:FREQ=YEARLY;INTERVAL=3\r\n"))
        #expect(text.contains("The text gives the month\\, not the day."))
    }

    @Test func nothingDueEndsWithOne() throws {
        let base = try RegisterFixture.base()
        #expect(base.run("due", "--party", "Nobody at all").code == 1)
        #expect(base.run("due", "--overdue", "--to", "2026-01-01").code == 2)
    }
}
