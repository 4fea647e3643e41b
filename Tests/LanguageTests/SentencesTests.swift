import LegalText
import Testing

@testable import Language

/// Texts of our own; `‖` marks where one sentence ends and the next begins.
struct SentencesTests {
    @Test(arguments: [
        // Ordinary prose.
        "The Board meets in May. ‖ It reports in June!",
        "May we share data? ‖ Yes. ‖ Both sides keep a copy.",
        "He wrote: \"Nothing changes.\" ‖ The clerk agreed.",
        "The rule is clear (see below). ‖ (It was not always so.)",
        "They left … and came back. ‖ Work went on …",
        // Abbreviations.
        "Staff join the NHS-U. ‖ For example, nurses do. ‖ Mr. J.-P. Hale left.",
        "Acme Inc. and Brook Ltd. sign the form. ‖ The Supplier pays Acme Inc. ‖ However, it keeps a copy.",
        "Mr. J. R. Hale and Dr. Lin met at 9 a.m. on Monday. ‖ No minutes were kept.",
        "Use plain words, e.g. Monday, i.e. not jargon. ‖ See annex B.",
        "The answer is no. ‖ Item No. 4 and Nos. 5 and 6 were struck.",
        "The U.S. Treasury agreed. ‖ It left the U.S. ‖ The others stayed.",
        "Fees, taxes, etc. are due. ‖ Costs, fees, etc. ‖ The rest is free.",
        "Visit example.com. ‖ Members sign in there.",
        // Citations.
        "See Oak Mfg. Co. v. Elm Sys. Corp., 12 F. Supp. 2d 34, 36 (S.D.N.Y. 1998). ‖ The court agreed.",
        "It fails under 18 U.S.C. § 9 (1970). ‖ Id. at 14. ‖ Cf. Ash v. Int'l Bd. of Trade, 7 F.3d 1 (2d Cir. 1993).",
        "Pub. L. No. 90-12, 80 Stat. 7 (Oct. 3, 1966) governs. ‖ 5 C.F.R. § 2 does not.",
        "The duty is old.[4] ‖ It is \"absolute.\"7 ‖ Courts differ.",
        "It was filed in 1981. ‖ 17 letters followed.",
        "Section 4.2 applies. ‖ Para. 3 does not. ‖ So does § 1.4.6, at 12.",
        // Other languages.
        "Voir l'art. 5 al. 2. ‖ L'article 6 s'applique. ‖ État et communes paient.",
        "Das Amt zahlt am 1. Januar nach Art. 5 Abs. 2. ‖ Die Frist endet.",
        // Nothing to split.
        "no stop at all", "3.5", "...", "v.",
    ])
    func sentencesEndWhereTheyEnd(_ marked: String) { check(marked, separator: " ") }

    @Test(arguments: [
        "Terms of use ‖ 1. ‖ Scope ‖ The terms apply to members. ‖ II. ‖ COSTS",
        "The parties agree: ‖ (a) to meet yearly; ‖ (b) to share minutes. ‖ - and to write",
        "OAK LTD., Plaintiff,\nv.\nELM INC. Defendant. ‖ No. 12-3 ‖ OPINION",
        "(b) ‖ The Mayor may act. ‖ (c) without delay",
        "*214 ‖ The page turned. ‖ [2] ‖ A note.",
        "This paragraph was broken by the page it\n\nstood on, and goes on.",
        "Court of Appeal,\nSecond Division. ‖ 4 May 1990",
    ])
    func linesEndSentencesUnlessTheWordsRunOn(_ marked: String) { check(marked, separator: "\n") }

    @Test func hardWrappedLinesAreJoined() {
        let text = """
            The Lender shall keep the books of account at its principal place of
            business. The Borrower may inspect them on any working day between
            nine and five, upon giving notice in writing. Copies are free for Oak
            Holdings and its agents, whatever the number of pages that they ask
            for in a year.
            NOTICES
            A notice is given when it is received at the address that the party
            last named. Silence is no consent, and no delay in the exercise of a
            right is a waiver of that right.
            """
        let sentences = Sentences.split(text).map { String(text[$0]).replacing("\n", with: " ") }
        #expect(sentences.count == 6)
        #expect(sentences.first == "The Lender shall keep the books of account at its principal place of business.")
        #expect(sentences.contains("NOTICES"))
        #expect(sentences.last?.hasPrefix("Silence is no consent") == true)
    }

    @Test func sentencesCoverEveryWordOnceAndInOrder() {
        let junk = [
            "", " ", "\n\n", "....", "\"\"\"", "?!?!", "(((", "[[[[", "1*1*", "\u{2028}\u{A0}", "é.É.", "…", "“", "[1][2]", "A.\u{2019}",
        ]
        for a in junk {
            for b in junk {
                for c in ["", "x", " B c. ", "\n"] {
                    let text = a + c + b
                    let sentences = Sentences.split(text)
                    var kept = ""
                    var last = 0
                    for sentence in sentences {
                        #expect(sentence.start >= last && sentence.end > sentence.start, "\(text.debugDescription)")
                        last = sentence.end
                        kept += text[sentence]
                    }
                    func bare(_ s: String) -> [Unicode.Scalar] { s.unicodeScalars.filter { !$0.properties.isWhitespace } }
                    #expect(bare(kept) == bare(text), "\(text.debugDescription)")
                }
            }
        }
    }

    @Test func hostileTextCostsNoMoreThanItsLength() {
        let clock = ContinuousClock()
        for unit in ["(", "[", ".", "\"", "A.", "1*1 ", "[1]", "v.\n", "a,\n", "\u{2019}", "... ", "No. "] {
            let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
            let time = clock.measure { _ = Sentences.split(text) }
            #expect(time < .seconds(10), "\(unit.debugDescription)")
        }
    }

    private func check(_ marked: String, separator: String) {
        let expected = marked.split(separator: " ‖ ").map(String.init)
        let text = expected.joined(separator: separator)
        #expect(Sentences.split(text).map { String(text[$0]) } == expected)
    }
}
