import LegalText
import Testing

@testable import Agreements

/// When an agreement begins, ends and renews.
@Suite struct TermTests {
    static let preamble = #"This Agreement is made as of July 11, 2006 (the "Effective Date") by and between One Inc. and Two Inc."#

    @Test func datesOfThePreamble() {
        let facts = AgreementReader.read(document(Self.preamble))
        #expect(facts.signed?.value.description == "2006-07-11")
        #expect(facts.effective?.value.description == "2006-07-11")
        #expect(facts.effective?.text == "July 11, 2006")
    }

    @Test(arguments: [
        ("The term of this Agreement shall commence on the Effective Date and terminate on June 30, 2010.", "2010-06-30", nil),
        ("This Agreement shall continue for a period of five (5) years from the Effective Date.", "2011-07-11", "2006-07-11 + 5 years"),
        ("The initial term of this Agreement ends on the second anniversary of the Effective Date.", "2008-07-11", "2006-07-11 + 2 years"),
        ("This agreement is for a term of ten (10) years.", "2016-07-11", "2006-07-11 + 10 years"),
        (
            "This Agreement shall commence on the Effective Date and shall extend for a period of Five (5) years, unless extended.",
            "2011-07-11",
            "2006-07-11 + 5 years"
        ),
        ("The term of this Agreement is eighteen (18) months.", "2008-01-11", "2006-07-11 + 18 months"),
        ("This Agreement shall be for a term of one year commencing on the date first above written.", "2007-07-11", "2006-07-11 + 1 year"),
        ("The term of this Agreement shall commence on the Effective Date and conclude on October 31, 2010.", "2010-10-31", nil),
        ("The Term shall begin on the date hereof and shall expire December 31, 2023.", "2023-12-31", nil),
        ("This Agreement shall terminate on December 31, 2020, unless terminated earlier.", "2020-12-31", nil),
        ("\"Term\" shall mean the Effective Date through June 15, 2007.", "2007-06-15", nil),
        (
            "This Agreement shall extend until the four (4) year anniversary of the Effective Date.", "2010-07-11",
            "2006-07-11 + 4 years"
        ),
        (
            "The initial term shall end five years after the launch, but in no event later than February 28, 2013.", "2013-02-28", nil
        ),
        ("The venture is a fixed term venture beginning July 20, 2006 and ending July 30, 2008.", "2008-07-30", nil),
    ])
    func expiry(sentence: String, value: String, arithmetic: String?) {
        guard case .date(let date)? = AgreementReader.read(document(Self.preamble, sentence)).expiry else {
            Issue.record("no expiry")
            return
        }
        #expect(date.value.description == value)
        #expect(date.arithmetic == arithmetic)
        #expect(date.provision == 1)
    }

    /// A treaty is dated where it was done, not by the agreements that it names.
    @Test func datesOfATreaty() {
        let facts = AgreementReader.read(
            document(
                "Agreement between the Government of Albia and the Government of Borea.",
                "The parties recall the Agreement signed on 20 April 1971 and the Charter dated 3 May 1973.",
                "This Agreement shall enter into force on 1 July 1990.",
                "DONE at Tarawa, in duplicate, this 14th day of July One thousand nine hundred and eighty."))
        #expect(facts.signed?.value.description == "1980-07-14")
        #expect(facts.effective?.value.description == "1990-07-01")
    }

    /// A term that is counted from a day that nobody told has an end all the same.
    @Test func anUndatedEndIsNotForever() {
        let facts = AgreementReader.read(
            document(
                Self.preamble, "This Agreement shall continue in force for three years from the commercial launch of the Service.",
                "The licence remains in effect so long as this Agreement continues."))
        #expect(facts.expiry == nil)
    }

    /// A sentence that begins on the Effective Date and goes on to the end does not date the beginning by the end.
    @Test func theEndIsNotTheBeginning() {
        let facts = AgreementReader.read(
            document(
                "This Agreement is made as of July 11, 2006 by and between One Inc. and Two Inc.",
                "The term of this Agreement shall commence on the Effective Date and shall terminate on December 31, 2034."))
        #expect(facts.effective?.value.description != "2034-12-31")
        guard case .date(let date)? = facts.expiry else {
            Issue.record("no expiry")
            return
        }
        #expect(date.value.description == "2034-12-31")
    }

    @Test(arguments: [
        "This Agreement commences on the Effective Date and continues in perpetuity.",
        "This Agreement is entered into for an unlimited period of time.",
        "Your employment shall commence on the Effective Date and shall continue unless and until either party gives notice.",
        "This Agreement shall continue in full force and effect for so long as both parties remain shareholders of the company.",
    ])
    func perpetual(sentence: String) {
        let facts = AgreementReader.read(document(Self.preamble, sentence))
        guard case .perpetual? = facts.expiry else {
            Issue.record("not perpetual")
            return
        }
    }

    @Test(arguments: [
        "This Agreement shall continue for three years from the first commercial sale.",
        "During the term of this Agreement and for a period of two (2) years thereafter, the Receiving Party keeps it secret.",
        "Either party may terminate this Agreement within ninety (90) days of a material breach.",
        "\"Exclusivity Period\" shall mean the period from the Effective Date until December 31, 2018.",
    ])
    func noExpiry(sentence: String) {
        #expect(AgreementReader.read(document(Self.preamble, sentence)).expiry == nil)
    }

    @Test(arguments: [
        (
            """
            This Agreement shall automatically renew for successive one (1) year terms unless a party gives written notice of non-renewal at \
            least sixty (60) days prior to the end of the term.
            """, Period(1, .year) as Period?, Period(60, .day) as Period?
        ),
        ("Thereafter this Agreement will automatically renew on a month-to-month basis.", Period(1, .month), nil),
        ("The Agreement shall renew for one additional three (3) year period (the \"Renewal Term\").", Period(3, .year), nil),
        (
            "This Agreement is for a term of thirty (30) years, which shall automatically renew from year to year thereafter.",
            Period(1, .year), nil
        ),
        (
            """
            This Agreement shall automatically renew for additional successive one (1) year periods, unless written notice of non-renewal is \
            received no later than six (6) months prior to the expiration of the then current term.
            """, Period(1, .year), Period(6, .month)
        ),
        (
            "This Agreement shall continue thereafter until terminated by either party upon thirty (30) days' prior written notice.",
            nil as Period?,
            Period(30, .day)
        ),
        (
            "The franchisor shall notify the franchisee of the nonrenewal not less than six (6) months prior to the expiration of the term.",
            nil, Period(6, .month)
        ),
        ("Each policy shall require thirty (30) days' prior notice of cancellation, non-renewal or material modification.", nil, nil),
        (
            """
            Unless either party gives written notice to terminate this Agreement at least six (6) months prior to the end of the Initial Term, \
            this Agreement shall continue on a year to year basis.
            """, Period(1, .year), Period(6, .month)
        ),
        (
            "This Agreement shall be valid for a period of five (5) years with automatic renewal of one year thereafter.", Period(1, .year),
            nil
        ),
        (
            "The Franchisee has the option to renew this Agreement for an additional five (5) year term upon six (6) months' prior notice.",
            Period(5, .year), nil
        ),
    ])
    func renewal(sentence: String, value: Period?, notice: Period?) {
        let facts = AgreementReader.read(document(Self.preamble, sentence))
        #expect(facts.renewal?.value == value)
        #expect(facts.notice?.value == notice)
    }

    @Test func whenReviewsBeginIsNoEffectiveDate() {
        let facts = AgreementReader.read(
            document("Protocol on placements", "The parties will review this Protocol every two years, beginning in October 2025."))
        #expect(facts.effective == nil)
    }

    @Test func anAnnouncementHasNoDate() {
        let facts = AgreementReader.read(
            document("Members may share data. The service began in 2019 and grows each year, by 30 users in May."))
        #expect(facts.signed == nil)
        #expect(facts.effective == nil)
        #expect(facts.expiry == nil)
    }
}
