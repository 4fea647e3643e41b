import LegalText
import Rules
import Testing
import YAMLReading

@Suite struct RuleFileTests {
    private func failure(_ text: String) -> FileError? {
        do throws(FileError) {
            _ = try RuleFixtures.rules(text)
            return nil
        } catch { return error }
    }

    /// The fixture with one line replaced, which must be there.
    private func edited(_ line: String, _ replacement: String) -> String {
        precondition(RuleFixtures.text.contains(line))
        return RuleFixtures.text.replacing(line, with: replacement)
    }

    @Test func readsWhatIsRight() throws { #expect(try RuleFixtures.rules().rules.map(\.id) == ["no-access", "totals", "share-in-time"]) }

    @Test func aQuoteMustStandInItsClause() {
        let error = failure(edited("quote: must not give it access", "quote: must never give it access"))
        #expect(error?.problem == .quoteNotInClause(quote: "must never give it access", citation: "policy#para_6"))
        #expect(error?.place == FilePlace(file: "rules.yaml", line: 11, column: 12))
    }

    @Test func aMisspeltFactIsNamedWithItsColumn() {
        let error = failure(edited("when: not partner.member", "when: not partner.membr"))
        #expect(error?.problem == .unknownName("partner.membr", near: "partner.member"))
        #expect(error?.place == FilePlace(file: "rules.yaml", line: 16, column: 15))
    }

    @Test(arguments: [
        ("access.given and", "a fact"), ("(access.given", "\")\""), ("access.kind", "a comparison (=, !=, <, <=, >, >=, in)"),
        ("access.kind in dashboard", "\"[\""), ("record.shared <= record.entered + x days", "a number of days"),
        ("access.given access.given", "\"and\", \"or\" or the end"),
    ]) func aBrokenConditionSaysWhatWasExpected(_ condition: String, _ expected: String) {
        guard case .expected(.syntax(let words), _)? = failure(edited("act: access.given", "act: \(condition)"))?.problem else {
            Issue.record("no syntax error")
            return
        }
        #expect(words == expected)
    }

    @Test func aValueMustFitItsFact() {
        let error = failure(edited("act: access.given", "act: access.kind = graph"))
        #expect(error?.problem == .expected(.oneOf(["dashboard", "report"]), found: "graph"))
    }

    @Test func aRingOfOverridesIsNamed() {
        let error = failure(edited("act: access.given", "act: access.given\n    overrides: totals"))
        guard case .overrideLoop(let ring)? = error?.problem else {
            Issue.record("no loop found")
            return
        }
        #expect(Set(ring) == ["no-access", "totals"])
    }

    @Test func nestingIsBounded() {
        let deep = String(repeating: "(", count: 100_000)
        #expect(failure(edited("act: access.given", "act: \(deep)")) != nil)
    }

    @Test func factsFilesAreHeldToTheDeclarations() throws {
        let rules = try RuleFixtures.rules()
        func failure(_ text: String) -> FileError? {
            do throws(FileError) { _ = try RuleFixtures.facts(text, for: rules) } catch { return error }
            return nil
        }
        #expect(failure("partner.membr: yes")?.problem == .unknownName("partner.membr", near: "partner.member"))
        #expect(failure("partner: { member: perhaps }")?.problem == .expected(.yesOrNo, found: "perhaps"))
        #expect(failure("partner.member: yes\npartner: { member: no }")?.problem == .duplicate("partner.member"))
        #expect(failure("record: { shared: 2025-02-30 }")?.problem == .expected(.date, found: "2025-02-30"))
    }
}
