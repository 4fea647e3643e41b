import LegalText
import Testing

@testable import References

/// Every text is an enemy's: nothing may trap, and no text may cost more than its length.
struct HostileTextTests {
    @Test func anyJunkIsRead() {
        let pieces = [
            "", "\n", " ", "§", "§§ ", "section ", "5", "(", "(a)", ")", "[", "[Repealed", "“", "”", "\"", ",", ".", "of ", "of the ",
            "this ", "Act", "An Act to ", " means ",
            "In this ", "For ", "The ", "sub-", "sub-sub", "L. ", "U.S.C.", "Pub", "Law ", "é", "\u{2019}", "—", "(A", "AB", "(EU) ",
            "Regulation ", "No ", "1/2", "12-3", "&", "É",
        ]
        for a in pieces {
            for b in pieces {
                for text in [a + b, b + a + b, "x " + a + b + a, a + "5" + b + "(a) " + a] {
                    let end = text.utf8.count
                    for reference in ReferenceFinder.find(in: text, units: [], context: "12-3(a)") {
                        #expect(
                            reference.range.start >= 0 && reference.range.end <= end && !reference.range.isEmpty, "\(text.debugDescription)"
                        )
                    }
                    for definition in DefinitionFinder.find(in: text, units: []) {
                        #expect(definition.range.end <= end && !definition.range.isEmpty, "\(text.debugDescription)")
                    }
                }
            }
        }
    }

    @Test(arguments: [
        "section 5 of ", "(", "“", "\"", "A ", "Act ", "the Act of ", "1, ", "§ 1-1, ", "5 of section ", "AB (", "(AB)", "(A", "means ",
        "x, ", "In this, ", "sub-", "[Repealed", "An Act to amend ", "a",
        "1", "A, ", "paragraph (1) of ", "“a” or ",
    ])
    func costGrowsWithLengthOnly(_ unit: String) {
        let clock = ContinuousClock()
        let text = String(repeating: unit, count: 400_000 / unit.utf8.count)
        let time = clock.measure {
            _ = ReferenceFinder.find(in: text, units: [], context: nil)
            _ = DefinitionFinder.find(in: text, units: [])
        }
        #expect(time < .seconds(20), "\(unit.debugDescription) took \(time)")
    }
}
