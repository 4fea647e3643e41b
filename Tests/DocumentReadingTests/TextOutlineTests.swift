import LegalText
import Testing

@testable import DocumentReading

/// Units as `label@start-end` lines, so that a failure shows the whole reading.
private func paths(_ text: String) -> [String] {
    TextOutline.units(of: text).filter { !$0.label.isEmpty }.map { $0.path.joined(separator: " ") }
}

@Suite struct TextOutlineTests {
    /// The short way for a text without items, beside the long one.
    @Test(arguments: [
        "", " ", "a", " The Board meets. \n", "wrapped in the middle of a line that is long enough\nand goes on", "\u{A0}x\u{A0}",
    ])
    func oneParagraphIsBuiltAsAnyOther(_ text: String) {
        let bytes = Array(text.utf8)
        var builder = OutlineUnitBuilder(bytes, [])
        builder.readRunningText()
        let units = builder.finish()
        #expect(OutlineUnitBuilder.whole(bytes).map { [$0] } ?? [] == units)
    }

    @Test func lettersNumbersAndCapitalsNest() {
        let text =
            "§ 9-101. Fees.\n(a) The Board shall:\n(1) Set fees;\n(2) Publish them:\n(A) Online; and\n(B) In print.\n(b) Fees are due in May.\n"
        #expect(paths(text) == ["(a)", "(a) (1)", "(a) (2)", "(a) (2) (A)", "(a) (2) (B)", "(b)"])
    }

    @Test func anItemOfWrappedTextHoldsAllItsLines() throws {
        let item =
            "1. Delivery\n\nThe Supplier shall, within ten days after the\nreceipt of an order, deliver the goods to the\nplace that the Buyer names, and shall not bring\nthem anywhere else.\n"
        let units = TextOutline.units(of: item + "2. Term\n\nThis ends in May.")
        #expect(units.map { (item + "2. Term\n\nThis ends in May.")[$0.range] } == [item.dropLast(1), "2. Term\n\nThis ends in May."])
    }

    @Test func extentHoldsChildrenAndRangeDoesNot() throws {
        let text = "(a) Stem:\n(1) one;\n(2) two.\n(b) Rest.\n"
        let units = TextOutline.units(of: text)
        let stem = try #require(units.first)
        #expect(text[stem.range] == "(a) Stem:")
        #expect(text[stem.extent] == "(a) Stem:\n(1) one;\n(2) two.\n")
        #expect(units.map(\.parent) == [nil, 0, 0, nil])
    }

    @Test(arguments: [
        // The ninth letter, because (h) comes before and (j) behind.
        ("(g) a;\n(h) b;\n(i) c;\n(j) d.\n", ["(g)", "(h)", "(i)", "(j)"]),
        // The first Roman number, because (ii) follows.
        ("(h) b:\n(i) c;\n(ii) d;\n(i) e.\n", ["(h)", "(h) (i)", "(h) (ii)", "(i)"]),
        (
            "(v) x;\n(w) y:\n(i) c;\n(ii) d;\n(x) e;\n(y) f;\n(z) g;\n(aa) h;\n(bb) i.\n",
            ["(v)", "(w)", "(w) (i)", "(w) (ii)", "(x)", "(y)", "(z)", "(aa)", "(bb)"]
        ),
    ])
    func romanOrLetterIsDecidedBySequence(text: String, expected: [String]) {
        #expect(paths(text) == expected)
    }

    @Test func insertedLabelsFollowTheirNumber() {
        let text =
            "1 One is a rule.\n(1) It has a part.\n1.1 One point one came later.\n2 Two.\n(1) A.\n(1.1) B.\n(2) C.\n10 Ten.\n10A Ten A.\n11 Eleven.\n"
        #expect(paths(text) == ["1", "1 (1)", "1.1", "2", "2 (1)", "2 (1.1)", "2 (2)", "10", "10A", "11"])
    }

    @Test func decimalsUnderAHeadingAreItsChildren() {
        let text =
            "1. TERM\n1.1 It runs a year.\n1.2 It renews.\n2. FEES\n2.1 Fees are due:\n(a) yearly; or\n(b) monthly.\n2.2 No refunds.\n"
        #expect(paths(text) == ["1.", "1. 1.1", "1. 1.2", "2.", "2. 2.1", "2. 2.1 (a)", "2. 2.1 (b)", "2. 2.2"])
    }

    @Test func runningTextNeedsNoLineBreaks() {
        let text =
            "The parties will: (a) meet each year; (b) share data under paragraph (a); and (c) review clause 5(2) and section 7(a) of the Act."
        #expect(paths(text) == ["(a)", "(b)", "(c)"])
    }

    @Test func headingsBetweenSectionsBelongToNone() throws {
        let text =
            "1 This Act may be cited as the Ponds Act. Purpose of Act 2 The purpose is to keep ponds under section 1. Duties 3 (1) Owners must: (a) fence ponds; and (b) sign them. (2) Subsection (1) binds tenants."
        #expect(paths(text) == ["1", "2", "3", "3 (1)", "3 (1) (a)", "3 (1) (b)", "3 (2)"])
        let first = try #require(TextOutline.units(of: text).first)
        #expect(text[first.extent] == "1 This Act may be cited as the Ponds Act. ")
    }

    @Test func mentionsOpenNothing() {
        #expect(paths("Under subsection (1) of section 2, a person described in paragraph (a) or (b) may act.") == [])
        #expect(paths("It began on January 1 The fee is 20.") == [])
    }

    @Test(arguments: [
        "The Supplier shall keep records by 1 June 2027.", "On 1 March 2027 the Supplier shall pay.",
        "Le fermier paie avant le 1 août 2027.",
        "Within 1 Business Day the agent replies.", "The Supplier shall provide Tier 1 Support.", "The Buyer shall pay 1 Million Euro.",
        "Rent is due on 1 June and on 2 December.",
    ])
    func numbersOfASentenceOpenNothing(text: String) {
        #expect(paths(text) == [])
    }

    @Test func aListGoesOnBehindAHeadingThatEndsInANamedThing() {
        #expect(paths("Name of this Act 1 This Act is the Fees Act. Fiscal Year 2 The year begins in May.") == ["1", "2"])
    }

    @Test func levelsFollowTheRankOfTheNumbering() {
        let text = "1 Heads:\n(a) one;\n(b) two.\n2 More:\n(1) x:\n(a) y:\n(i) z.\n"
        #expect(TextOutline.units(of: text).map(\.level) == [1, 3, 3, 1, 2, 3, 4])
    }

    @Test func flushWordsGoOnFromTheStem() throws {
        let text = "1 A person who\n(a) lies, or\n(b) hides the truth,\nis guilty of an offence.\n"
        let units = TextOutline.units(of: text)
        let stem = try #require(units.first)
        #expect(stem.continuation.map { String(text[$0]) } == "is guilty of an offence.")
        #expect(text[units[2].extent] == "(b) hides the truth,\n")
    }

    @Test func aTableInsideAnItemHeadsNothing() throws {
        let text = "§ 3-101. Weirs.\n(a) Weights are:\nHeight of Weir Weight\nAll other weirs weigh nothing.\n(b) No more.\n"
        let units = TextOutline.units(of: text)
        #expect(units.map(\.label) == ["", "(a)", "(b)"])
        #expect(text[units[1].extent].hasSuffix("weigh nothing.\n"))
    }

    @Test func wordsBehindAnItemsOwnLinesAreTheItems() throws {
        let text = "(a) A fee is due:\n(1) where these meet:\nBarge A Barge B\nor, in other cases, where they part.\n(2) never else.\n"
        let units = TextOutline.units(of: text)
        #expect(text[units[1].extent].hasSuffix("where they part.\n"))
        #expect(units.allSatisfy { $0.continuation == nil })
    }

    @Test(arguments: ["", "\n\n", "(", "(((((((", ")", "1", "1.", "(a)", "§", "(a)(a)(a)", "é.", "9999999999999999999. X"])
    func scrapsDoNotTrap(text: String) {
        #expect(TextOutline.units(of: text).allSatisfy { $0.extent.end <= text.utf8.count })
    }

    @Test func junkTakesLinearTime() {
        func seconds(_ count: Int) -> Double {
            let text = String(repeating: "(a) (i) 1. x; ", count: count)
            let clock = ContinuousClock()
            let time = clock.measure { _ = TextOutline.units(of: text) }
            return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        }
        let small = max(seconds(300), 0.001)
        #expect(seconds(2_400) < 40 * small)
    }
}
