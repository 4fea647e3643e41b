import LegalText
import Testing

@testable import References

/// Texts of our own. `⟦words→target⟧` marks a reference and what it should lead to; without an arrow the target is the words themselves.
/// A `!` before the closing bracket marks a work outside, a `?` one named as a document.
struct ReferenceFinderTests {
    @Test(arguments: [
        // Sections, subsections, clauses.
        "Subject to ⟦section 5→5⟧, the fee in ⟦subsection (3)(b)→(3)(b)⟧ is due.",
        "See Sections ⟦5(b)→5(b)⟧ or ⟦5(c)→5(c)⟧, and ⟦clause 4.2→4.2⟧.",
        "Under articles ⟦12→Article 12⟧ ou ⟦14→Article 14⟧ du code.",
        "It applies as in §§ ⟦3→3⟧, ⟦4→4⟧ and ⟦7(a)→7(a)⟧.",
        "Sections ⟦3→3⟧ to ⟦6→6⟧ and 30 days later.",
        "⟦Section 4.2→4.2⟧ applies for 5 years and 6 months.",
        "Voir ⟦article L. 121-4→Article L. 121-4⟧ du code.",
        "Sections ⟦412(a)→412(a)⟧, ⟦(b)→412(b)⟧ and ⟦(c)→412(c)⟧ differ.",
        // Attachments and divisions.
        "The groups are listed in ⟦Annex A⟧ and ⟦Schedule 2⟧; see ⟦Part IV⟧.",
        // What is no reference.
        "In this section and this Act, the parties to this Agreement meet in Part of the year.",
        "Article 5\nSection 2. Scope\nPART I\nThe rules apply.",
        "They serve on the 5th section, pay 10,000 dollars and 3.5% interest.",
        // What became of a provision.
        "(3) [Repealed, 2002, c. 8, s. 15]",
    ])
    func provisionsAreFoundByTheirNumbers(_ marked: String) { check(marked) }

    @Test(arguments: [
        "It is an offence under ⟦the Canal Act→Canal Act!⟧.",
        "By ⟦section 12(1)→Canal Act, section 12(1)?⟧ of the ⟦Canal Act!⟧ and the ⟦Locks and Weirs (Repair) Regulations!⟧.",
        "The ⟦Companies Act 2006!⟧, the ⟦Fish, Game and Parks Act, 1994!⟧ and the ⟦Species at Risk Act!⟧ apply.",
        "as advised by the ⟦Oldham Report?⟧ and ⟦clause 4.2→Framework Agreement, clause 4.2?⟧ of the ⟦Framework Agreement?⟧",
        "under the ⟦Convention on the Safety of Canals!⟧ or the ⟦Canal Trade Agreement Implementation Act!⟧",
        "the Minister of Health under the ⟦Food Act!⟧, and the ⟦Code of Federal Regulations!⟧",
        "This Licence Agreement, the Agreement, the Annual Report and a Purchase Order name no work.",
        "AGENCY AGREEMENT\nThe Board reviews Orders and Regulations, Private Acts and the Purpose of Act.",
        "⟦An Act respecting the river police!⟧, as amended",
        "⟦Article 23 of the Convention→Convention, article 23?⟧ and ⟦Article 8(9) TFEU→TFEU, article 8(9)?⟧; the ⟦Food, Drug, and Dye Act!⟧",
        "part of the ⟦Treaty on Shared Rivers!⟧",
        // French titles have one capital.
        "au sens de la ⟦Loi sur les écluses du Nord!⟧ ou du ⟦Règlement relatif aux péages!⟧.",
        "La ⟦Loi de l’impôt sur les bateaux!⟧ s’applique, et le ⟦Code criminel!⟧ aussi.",
        "la ⟦Loi sur la navigation et la sécurité des rives!⟧ prévoit que la présente Loi, le Code et cette Loi suffisent",
    ])
    func worksAreFoundByTheirTitles(_ marked: String) { check(marked) }

    @Test(arguments: [
        "See ⟦18 U.S.C. § 27(d)→18 U.S.C. § 27(d)!⟧ and ⟦37 C.F.R. §§ 3→37 C.F.R. § 3!⟧, ⟦4→37 C.F.R. § 4!⟧, and ⟦9→37 C.F.R. § 9!⟧.",
        "⟦Pub. L. No. 90-12!⟧, ⟦80 Stat. 7!⟧; ⟦71 Fed. Reg. 64→71 Fed. Reg. 64!⟧.",
        "⟦Article 5a(23) of Regulation (EU) No 910/2014→Regulation (EU) No 910/2014, article 5a(23)!⟧ and ⟦Directive 95/46/EC!⟧",
        "⟦Commission Implementing Regulation (EU) 2015/15!⟧ replaces ⟦Council Decision 2007/8/JHA!⟧.",
        "⟦SOR/98-4!⟧ and ⟦D.C. Law 13-24!⟧ and la ⟦loi n° 78-17!⟧",
        "Regulation 5 and Directive of the board".replacing("Regulation 5", with: "⟦Regulation 5⟧"),
    ])
    func lawsAreFoundByTheirNumbers(_ marked: String) { check(marked) }

    @Test(arguments: [
        ("12-3041.05(b)(1)", "as ⟦paragraph (2) of this subsection→12-3041.05(b)(2)⟧ says"),
        ("12-3041.05(b)(1)", "as ⟦paragraph (2)→12-3041.05(b)(2)⟧ says, or ⟦subsection (c)→12-3041.05(c)⟧"),
        (
            "7(2)(a)",
            "as ⟦paragraph (b)→7(2)(b)⟧, ⟦subsection (3)→7(3)⟧, ⟦paragraph (1)(c)→7(1)(c)⟧ or ⟦subparagraph (ii)→7(2)(a)(ii)⟧ says"
        ),
        ("Article 9(1)", "by ⟦paragraph 2 of this Article→Article 9(2)⟧"),
        ("12-3041.05", "⟦paragraph (7) of subsection (a)→12-3041.05(a)(7)⟧"),
    ])
    func relativeReferencesAreCompletedFromTheirPlace(_ context: String, _ marked: String) { check(marked, context: context) }

    @Test func whatStaysInTheTextAtHandIsAside() {
        let text =
            "§ 12-304. Fees.\n(a) The fee in paragraph (2) of this subsection is due under § 12-306(b) and 5 U.S.C. § 9.\n(b) See the Canal Act."
        let references = ReferenceFinder.find(in: text, units: [], context: "12-304")
        #expect(references.filter { !$0.isAside }.map(\.target) == ["12-306(b)"])
        #expect(references.filter(\.isAside).map(\.text) == ["paragraph (2) of this subsection", "5 U.S.C. § 9", "Canal Act"])
        // Without a context nothing is aside.
        #expect(ReferenceFinder.find(in: text, units: [], context: nil).allSatisfy { !$0.isAside })
    }

    @Test func divisionsOfACodeAreOneReference() {
        check(
            "under ⟦subchapter II of Chapter 5 of Title 2⟧, ⟦Chapter 8 of this title→Chapter 8 of Title 2⟧ and Chapter 53 of Title 5, United States Code",
            context: "2-301",
            listed: true)
    }

    @Test func aDivisionOfThisTitleIsCompletedFromTheNumberOfTheSection() {
        let text = "See subchapter I of Chapter 10 of this title, Chapter 3 of Title 16, § 12-306(b)(2) and Chapter 4 of this chapter."
        let references = ReferenceFinder.find(in: text, units: [], context: "32-803")
        #expect(references.prefix(3).map(\.target) == ["subchapter I of Chapter 10 of Title 32", "Chapter 3 of Title 16", "12-306(b)(2)"])
        #expect(references.prefix(3).map(\.path) == [["32", "10", "I"], ["16", "3"], ["12-306", "(b)", "(2)"]])
        // Without a number that holds its title, the words stay as they are.
        #expect(ReferenceFinder.find(in: text, units: [], context: "803").first?.target == "subchapter I of Chapter 10 of this title")
    }

    @Test(arguments: [
        "under the ⟦S.C. 1996, c. 10!⟧ and", "the ⟦R.S.C., 1985, c. B-3!⟧, as amended", "la ⟦L.R.C. (1985), ch. P-4.1!⟧.",
        "⟦S.O. 2006, c. 33!⟧;",
        "U.S. 1996, as such", "S.C. 1996 was a year; a. b. c. 10",
    ])
    func actsAreCitedByTheirChapter(_ marked: String) { check(marked) }

    @Test func linksOfTheMarkUpJoinWhatTheWordsSay() {
        var document = Document()
        var clause = Provision(.paragraph, depth: 0)
        clause.text = "See section 3 and our help pages."
        clause.marks = [
            Mark(.reference(target: "#sec_3"), TextRange(4, 13)), Mark(.reference(target: "https://example.org/help"), TextRange(22, 32)),
        ]
        document.provisions = [clause]
        let references = ReferenceFinder.find(in: document)
        #expect(references.map(\.text) == ["section 3", "help pages"])
        #expect(references.map(\.target) == ["3", "https://example.org/help"])
        #expect(references.map(\.link) == ["#sec_3", "https://example.org/help"])
        #expect(references.map(\.scope) == [.internal, .external])
    }

    private func check(_ marked: String, context: String? = nil, listed: Bool = false) {
        var text = ""
        var expected: [String] = []
        var rest = marked[...]
        while let open = rest.firstIndex(of: "⟦"), let close = rest.firstIndex(of: "⟧") {
            text += rest[..<open]
            var inside = String(rest[rest.index(after: open)..<close])
            let scope = inside.hasSuffix("!") ? "external" : inside.hasSuffix("?") ? "document" : "internal"
            if scope != "internal" { inside.removeLast() }
            let parts = inside.split(separator: "→").map(String.init)
            let start = text.utf8.count
            // An article before a title is no part of it.
            let words = parts[0].hasPrefix("the ") ? String(parts[0].dropFirst(4)) : parts[0]
            text += parts[0]
            expected.append("\(start + parts[0].utf8.count - words.utf8.count) \(words) → \(parts.last ?? words) \(scope)")
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        let found = ReferenceFinder.find(in: text, units: [], context: context)
            .filter { !listed || !$0.isAside }
            .map { "\($0.range.start) \($0.text) → \($0.target) \($0.scope.rawValue)" }
        #expect(found == expected)
    }
}
