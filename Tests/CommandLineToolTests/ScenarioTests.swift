import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// The questions of the shared scenario table, asked of the two seed documents as web pages and, the same, as plain text.
@Suite(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
struct ScenarioTests {
    enum Form: String, CaseIterable, Sendable { case html, txt }

    private static let bases: [Form: TestBase] = Dictionary(uniqueKeysWithValues: Form.allCases.map { ($0, try! make($0)) })

    /// A built base of both seeds in one form.
    private static func make(_ form: Form) throws -> TestBase {
        let base = try TestBase()
        guard let seeds = SharedData.folder?.appending(path: "seeds") else { return base }
        for name in ["heat-collaboration", "strategic-alliance"] {
            try FileManager.default.copyItem(
                at: seeds.appending(path: "\(name).\(form.rawValue)"),
                to: base.folder.url.appending(path: "corpus/\(name).\(form.rawValue)"))
        }
        #expect(base.run("build", "--quiet").code == 0)
        return base
    }

    private func base(_ form: Form) -> TestBase { Self.bases[form]! }

    private func hits(_ query: String, _ form: Form) -> [[String: Any]] { base(form).run("search", query, "--json").list("hits") }

    private func citations(_ query: String, _ form: Form) -> [String] { hits(query, form).compactMap { $0["citation"] as? String } }

    // MARK: Members

    @Test(arguments: Form.allCases) func whoMayAccessDataWhenThePartnerIsNoMember(form: Form) throws {
        for query in ["Who may access data when the partner is not a member?", "access data partner not a member"] {
            let first = try #require(hits(query, form).first)
            #expect(first["citation"] as? String == "heat-collaboration#para_6")
            #expect((first["norms"] as? [String])?.isEmpty == false)
        }
        let answer = base(form).run("search", "Who may access data when the partner is not a member?").output
        #expect(answer.contains("prohibition, binding: Uni Connect Partnership"))
    }

    @Test(arguments: Form.allCases) func bothNeedAMembership(form: Form) {
        #expect(citations("separate subscription both partners", form).first == "heat-collaboration#para_4")
        #expect(citations("Do both need a membership?", form).prefix(3).contains("heat-collaboration#para_3"))
    }

    @Test(arguments: Form.allCases) func loggingActivityDoneWithAnotherProvider(form: Form) {
        let found = citations("May my partnership log activity done with another HEP?", form)
        #expect(found.prefix(3).contains("heat-collaboration#para_7"))
        #expect(found.prefix(3).contains("heat-collaboration#para_6"))
        let clause = base(form).run("show", "heat-collaboration", "7", "--json")
        let modalities = clause.list("norms").compactMap { $0["modality"] as? String }
        #expect(modalities.contains("permission") && modalities.contains("obligation"))
    }

    @Test(arguments: Form.allCases) func wordsWithPunctuationAndPhrases(form: Form) {
        #expect(["heat-collaboration#para_6", "heat-collaboration#para_10"].contains(citations("non-member", form).first))
        #expect(citations("\"not a HEAT member\"", form).first == "heat-collaboration#para_6")
        #expect(citations("HEP must share", form).first == "heat-collaboration#para_7")
        #expect(citations("NHS-U", form).first?.hasPrefix("strategic-alliance#") == true)
        let plans = hits("APP", form)
        #expect((plans.first?["citation"] as? String)?.hasPrefix("heat-collaboration#") == true)
        #expect(plans.allSatisfy { ($0["text"] as? String)?.contains("APP") == true })
    }

    @Test(arguments: [
        "", "\"", "((", "a OR", "-", "/s", "~", "*", ":", "document:", "due:<", "\u{0}", "“”", String(repeating: "(\"x y ", count: 20_000),
    ])
    func anyStringIsAQuery(query: String) {
        let answer = base(.html).run("search", "--json", "--", query)
        #expect(answer.code == 0 || answer.code == 1)
        #expect(answer.json["version"] as? Int == 1)
    }

    @Test(arguments: Form.allCases) func theAnnouncementHasNoDate(form: Form) {
        let dates = base(form).run("show", "heat-collaboration", "--json").json["dates"] as? [String: Any]
        #expect(dates?.isEmpty == true)
        #expect(base(form).run("show", "heat-collaboration").output.contains("no date stated"))
        #expect(base(form).run("lint", "heat-collaboration", "--kind", "undated-document").output.contains("no date stated"))
    }

    // MARK: Staff

    @Test(arguments: Form.allCases) func meetingsDueEachYearAndWhoAttends(form: Form) throws {
        let items = base(form).run("due", "--from", "2004-01-01", "--to", "2004-12-31", "--as-of", "2004-01-01", "--json").list("items")
        func item(_ words: String) throws -> [String: Any] {
            try #require(items.first { ($0["quote"] as? String)?.contains(words) == true })
        }
        func people(_ item: [String: Any], _ role: String) -> [String] {
            (item["participants"] as? [[String: String]] ?? []).filter { $0["role"] == role }.compactMap { $0["name"] }
        }
        let annual = try item("schedule annual meetings")
        #expect(annual["date"] as? String == "2004")
        #expect(annual["precision"] as? String == "year")
        #expect(annual["strength"] as? String == "commitment")
        #expect(people(annual, "leads").contains { $0.contains("Permanent Secretary") })
        #expect(people(annual, "leads").contains { $0.contains("Chief Executive") })
        #expect(people(annual, "attends").contains { $0.contains("Director of Human Resources") })
        #expect(people(annual, "may attend").contains { $0.contains("Chief Inspector of Social Services") })
        let directors = try item("at least once a year")
        #expect(directors["strength"] as? String == "expectation")
        #expect(directors["date"] as? String == "2004")
        let senior = try item("three times a year")
        #expect(senior["kind"] as? String == "unscheduled")
        #expect(senior["date"] == nil)
        #expect(senior["strength"] as? String == "expectation")
    }

    @Test(arguments: Form.allCases) func nextReview(form: Form) throws {
        func reviews(_ arguments: String...) -> [[String: Any]] {
            base(form).run(["due", "--json"] + arguments).list("items").filter {
                ($0["quote"] as? String)?.contains("reviewed every three years") == true && $0["norm"] != nil
            }
        }
        #expect(reviews("--as-of", "2003-01-01").compactMap { $0["date"] as? String } == ["2005-04"])
        #expect(reviews("--as-of", "2005-05-01").compactMap { $0["date"] as? String } == ["2008-04"])
        let all = reviews("--from", "2002-01-01", "--to", "2011-12-31")
        #expect(all.compactMap { $0["date"] as? String } == ["2005-04", "2008-04", "2011-04"])
        #expect(all.allSatisfy { $0["precision"] as? String == "month" })
        #expect(all.first?["arithmetic"] as? String == "April 2002 + 3 years = April 2005")
    }

    @Test(arguments: Form.allCases) func whoSignedInWhatRoleAndWhen(form: Form) throws {
        let document = base(form).run("show", "strategic-alliance", "--json").json
        let people = document["signatories"] as? [[String: String]] ?? []
        #expect(
            people.map { [$0["name"], $0["role"], $0["party"]] } == [
                ["Nigel Crisp", "Permanent Secretary", "DH"], ["Sir Howard Newby", "Chief Executive", "HEFCE"],
            ])
        let signed = (document["dates"] as? [String: [String: String]])?["signed"]
        #expect(signed?["value"] == "2002-04")
        #expect(signed?["precision"] == "month")
    }

    // MARK: Publishers and reviewers

    @Test(arguments: Form.allCases) func whichReferencesDoNotResolve(form: Form) {
        let findings = base(form).run("lint", "--json").list("findings")
        func has(_ kind: String, _ citation: String, _ words: String) -> Bool {
            findings.contains {
                $0["kind"] as? String == kind && ($0["citation"] as? String)?.hasPrefix(citation) == true
                    && ($0["message"] as? String)?.contains(words) == true
            }
        }
        #expect(has("absent-annex", "strategic-alliance#", "Annex A"))
        #expect(has("undefined-acronym", "strategic-alliance#", "SGUMDER"))
        #expect(has("dangling-colon", "heat-collaboration#para_13", "cost-savings:"))
        #expect(has("undated-document", "heat-collaboration", "no date stated"))
        #expect(has("work-not-held", "heat-collaboration#para_6", "Uni Connect Legal Agreement"))
        #expect(base(form).run("lint", "--strict").code == 1)
    }

    @Test(arguments: Form.allCases) func whatReliesOnAReportThatIsNotHeld(form: Form) throws {
        let incoming = base(form).run("refs", "Follett Report", "--reverse", "--json").list("incoming")
        #expect(incoming.count == 1)
        let citation = try #require(incoming.first?["citation"] as? String)
        let clause = base(form).run("show", citation, "--json").json
        #expect((clause["headings"] as? [String])?.last == "Combining academic and service roles")
    }

    @Test(arguments: Form.allCases) func everyQuoteStandsInItsSource(form: Form) {
        #expect(base(form).run("verify").code == 0)
    }

    /// The same words under the same citations; only a web page tells how deep a heading lies.
    @Test func bothFormsReadTheSame() {
        for document in ["heat-collaboration", "strategic-alliance"] {
            func clauses(_ form: Form) -> [[String]] {
                func flat(_ provisions: [[String: Any]]) -> [[String]] {
                    provisions.flatMap { one in
                        [["wId", "heading", "text", "label"].map { one[$0] as? String ?? "" }]
                            + flat(one["children"] as? [[String: Any]] ?? [])
                    }
                }
                return flat(base(form).run("show", document, "--json").list("provisions"))
            }
            #expect(clauses(.html) == clauses(.txt))
            #expect(clauses(.html).count > 15)
        }
    }
}
