import Language
import LegalText
import Testing

@testable import Agreements

@Suite struct PatternTests {
    private func matches(_ notation: String, _ written: String) -> Bool {
        let text = text(written)
        return Pattern(notation).first(in: text, text.tokens.indices) != nil
    }

    @Test func notation() {
        #expect(matches("governed by", "It is GOVERNED by law."))
        #expect(!matches("governed by", "governed, by"))
        #expect(matches("term|period of", "a period of"))
        #expect(matches("the initial? term", "the term") && matches("the initial? term", "the initial term"))
        #expect(matches("from ..3 to", "from here, and to") && !matches("from ..2 to", "from one two three to"))
        #expect(matches("effective date means", "“Effective Date” means"))
    }

    @Test func manyAtOnceGiveWhatEachGives() {
        let notations = ["a b", "a ..2 c", "b", "b|c a", "c"]
        let words = ["a", "b", "c", "d"]
        for number in 0..<256 {
            let written = (0..<4).map { words[number >> (2 * $0) & 3] }.joined(separator: " ")
            let text = text(written)
            let found = Set(PatternSet(notations.map { Pattern($0) }).hits(in: text, text.tokens.indices).map(\.pattern))
            #expect(found == Set(notations.indices.filter { matches(notations[$0], written) }))
        }
    }
}

@Suite struct FineTokenTests {
    @Test func wordsNumbersMarks() {
        let text = text("The Licensor's U.S. fee: $1,000 (“Fee”) of “L.L.C.” fully—paid, non-compete (a) 21st O'Brien we'll")
        let words = text.tokens.indices.map { text.string($0..<$0 + 1) }
        #expect(
            words == [
                "The", "Licensor's", "U.S", ".", "fee", ":", "$", "1,000", "(", "“", "Fee", "”", ")", "of", "“", "L.L.C", ".", "”", "fully",
                "—", "paid", ",", "non", "-", "compete", "(", "a", ")", "21", "st", "O'Brien", "we'll",
            ])
        #expect(text.tokens[1].hash == TextBytes.hash("licensor"))
        #expect(text.tokens[2].hash == TextBytes.hash("us"))
        #expect(text.tokens[15].hash == TextBytes.hash("llc"))
    }

    @Test func aDenialIsAWord() {
        let text = text("They don't and can’t compete.")
        #expect(text.tokens.count { $0.hash == TextBytes.hash("not") } == 1)
        #expect(text.tokens.count { $0.hash == TextBytes.hash("cannot") } == 1)
    }

    @Test func anyBytesAreTokens() {
        for byte in UInt8.min...UInt8.max {
            for tail in [[], [byte], [0x80, byte], [0xE2, 0x80], [0x2E, byte], [0x27, byte]] as [[UInt8]] {
                var end: UInt32 = 0
                for token in TokenRefiner.refine(TokenizedText(bytes: [byte] + tail)) {
                    #expect(token.start >= end && token.start < token.end && token.end <= UInt32(tail.count + 1))
                    end = token.end
                }
            }
        }
    }
}

/// What Calendar reads, by the tokens of this room.
@Suite struct AgreementTimesTests {
    private func string(_ text: AgreementText, _ found: Range<Int>?) -> String? { found.map { text.string($0) } }

    @Test(arguments: [
        ("11th day of July, 2006", "2006-07-11"), ("1 August 2019", "2019-08-01"), ("3-14-18", "2018-03-14"), ("12/31/2004", "2004-12-31"),
        ("31.12.2004", "2004-12-31"), ("Sept. 9, 1999", "1999-09-09"), ("Sept 29, 2004", "2004-09-29"), ("2004-02-29", "2004-02-29"),
        ("April 2002", "2002-04"), ("first day of May, 2004", "2004-05-01"), ("24t h day of August 2018", "2018-08-24"),
        ("1 st day of March, 2018", "2018-03-01"), ("7t h day of April, 2020", "2020-04-07"),
        ("eighteenth day of November two thousand and five", "2005-11-18"),
    ])
    func dates(written: String, value: String) {
        let text = text(written + ".")
        let found = text.date(at: 0)
        #expect(found?.value.description == value)
        #expect(string(text, found?.range) == written)
    }

    @Test(arguments: [
        "February 30, 2004", "June , 2010", "day of March", "May", "13/13/2013", "99999999999/1/1", "2004-13-01", "24t t day",
    ])
    func noDates(written: String) {
        #expect(text(written).date(at: 0) == nil)
    }

    /// A form whose day was never filled in bears no date.
    @Test func blankDays() {
        let text = text("made this ____ day of March, 2012 by the parties")
        #expect(text.dates(in: text.tokens.indices).isEmpty)
    }

    /// Figures are read in the order in which the text writes its months.
    @Test func orderOfFigures() {
        #expect(text("Date: 3/4/11").date(at: 2)?.value.description == "2011-03-04")
        #expect(text("Signed on 11 July 2006. Date: 3/4/11").date(at: 8) == nil)
        #expect(text("Signed on July 11, 2006. Date: 3/4/11").date(at: 9)?.value.description == "2011-03-04")
    }

    @Test(arguments: [
        ("two (2) additional years", Period(2, .year)), ("one (I) year", Period(1, .year)), ("two (2)-year", Period(2, .year)),
        ("two (2) - year", Period(2, .year)), ("thirty (30) days", Period(30, .day)), ("twelve-month", Period(12, .month)),
        ("ten business days", Period(10, .businessDay)), ("five consecutive calendar years", Period(5, .year)),
    ])
    func periods(written: String, value: Period) {
        let text = text(written + " of it")
        let found = text.periods(in: text.tokens.indices)
        #expect(found.map(\.value) == [value])
        #expect(found.map { text.string($0.range) } == [written])
    }

    @Test func quartersAreNoTerm() { #expect(text("four consecutive fiscal quarters").period(at: 0) == nil) }

    @Test func ordinals() throws {
        let text = text("the fifth (5th) anniversary")
        let found = try #require(text.ordinal(at: 1))
        #expect(found == (5, 6))
    }
}
