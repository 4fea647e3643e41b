import Testing

@testable import Agreements

/// Who agrees with whom: the preamble above, the parties below.
@Suite struct PartyTests {
    /// What stands before the first line is the title, which is no part of the text.
    @Test(arguments: [
        (
            "between|Alder Data, Inc. 600 Elm Street, Suite 12|hereinafter referred to as \"Licensor\"|and|ELM MEDIA AG Birch Street 25",
            "Alder Data, Inc.|ELM MEDIA AG"
        ),
        ("between|ALDER PHARMA A/S of Industry Park 55, Ballerup (\"ALDER\") and|ELM LIMITED (\"ELM\")", "ALDER PHARMA A/S|ELM LIMITED"),
        (
            "This Agreement is made between:|(1) ALDER LIMITED, whose office is at 9 Elm Road (the \"Company\"); and|(2) ROWAN BIRCH of 2 Elm Road (the \"Employee\").",
            "ALDER LIMITED|ROWAN BIRCH"
        ),
        (
            "This Agreement is made by and between Alder Limited (\"A\" and its affiliates) and ELM plc, a public company (\"E\").",
            "Alder Limited|ELM plc"
        ),
        (
            "This Agreement is entered into by and between Elm North Operating, LLC (\"E\") and ALD_B Media AG (\"A\").",
            "Elm North Operating, LLC|ALD_B Media AG"
        ),
        (
            "This Agreement is entered into by and between a.l.d. Beauty, Inc. (the \"Company\") and Elm LLC (\"Elm\").",
            "a.l.d. Beauty, Inc.|Elm LLC"
        ),
        (
            "Agreement No. 7.|Party A:|Alder Science and Technology Co., Ltd.|Address: 9 Elm Road|Party B:|Elm Online (Hong Kong) Co., Ltd.",
            "Alder Science and Technology Co., Ltd.|Elm Online (Hong Kong) Co., Ltd."
        ),
        (
            "FREE TRADE AGREEMENT BETWEEN THE GOVERNMENT OF THE PEOPLE'S REPUBLIC OF ALBIA AND THE GOVERNMENT OF THE REPUBLIC OF BOREA|Preamble",
            "THE GOVERNMENT OF THE PEOPLE'S REPUBLIC OF ALBIA|THE GOVERNMENT OF THE REPUBLIC OF BOREA"
        ),
        (
            "This Memorandum of Understanding is made between the University of Alder and the Ministry of Health of Borea.",
            "the University of Alder|the Ministry of Health of Borea"
        ),
        (
            "This Agreement is made as of 2016-09-17 by Elm Facilitated Transactions, Inc., a corporation, and those who have signed (\"Sellers\").",
            "Elm Facilitated Transactions, Inc."
        ),
    ])
    func namesOfPreambles(_ lines: String, _ names: String) {
        let lines = lines.split(separator: "|").map(String.init)
        #expect(AgreementReader.read(document(of: lines)).parties.map(\.name).joined(separator: "|") == names)
    }

    /// A party without a name keeps its other names to itself.
    @Test func rolesOfTheNameless() {
        let facts = AgreementReader.read(
            document(
                "This Agreement is made by Elm Transactions, Inc. (“Buyer”), and those individuals who have signed (collectively, “Sellers”)."
            ))
        #expect(facts.parties.map(\.role) == ["Buyer"])
        #expect(facts.parties.map(\.aliases) == [[]])
    }

    /// Far from the head, an agreement that the text tells of has parties of its own; so has one that belongs to a company.
    @Test func agreementsOfOthers() {
        let statement = document(
            of: ["The two leaders met and hailed a new phase."]
                + [String](repeating: "They affirmed their commitment to peace and to trade in goods.", count: 40) + [
                    "They welcomed the memorandum of understanding, and the wider agreement that followed in June, between Alder Bank Corporation and Elm Finance Inc."
                ])
        #expect(AgreementReader.read(statement).parties.isEmpty)
        #expect(AgreementReader.read(document("The agreement is between you and Elm Ltd's customers, or Alder Ltd's.")).parties.isEmpty)
    }

    @Test func companiesWithAliasesAndRoles() {
        let parties = AgreementReader.read(
            document(
                """
                This Supply Agreement (the "Agreement") is entered into as of May 29, 2018 by and between Northwind Traders, Inc., a Delaware \
                corporation having its principal offices at 353 Hatch Drive, Foster City, CA 94404 ("Northwind") and Contoso GmbH, a company \
                organized under the laws of Germany ("Supplier").
                """)
        ).parties
        #expect(parties.map(\.name) == ["Northwind Traders, Inc.", "Contoso GmbH"])
        #expect(parties[0].aliases == ["Northwind"])
        #expect(parties[1].role == "Supplier")
    }

    @Test func capitalsNumbersAndMoreThanTwo() {
        let parties = AgreementReader.read(
            document(
                """
                THIS AGREEMENT IS MADE BETWEEN: (1) ALPHA & BETA LIMITED, a company incorporated in England ("Alpha"); (2) THE GAMMA TRUST \
                COMPANY, N.A. ("Gamma"); and (3) Delta Co., Ltd. (the "Carrier"). WHEREAS the parties wish to work together
                """)
        ).parties
        #expect(parties.map(\.name) == ["ALPHA & BETA LIMITED", "THE GAMMA TRUST COMPANY, N.A.", "Delta Co., Ltd."])
    }

    @Test func anAndInsideANameShowsByItsInitialsOrByALine() {
        let initials = AgreementReader.read(
            document("This Agreement is made between Field Survey and Mapping Limited (“FSM”), a company, and Contoso GmbH (“Contoso”).")
        ).parties
        #expect(initials.map(\.name) == ["Field Survey and Mapping Limited", "Contoso GmbH"])
        let line = AgreementReader.read(
            document(
                "Agreement dated March 3, 2000 by and between Contoso GmbH (“Contoso”) and Field Survey and Mapping Limited (“Customer”).",
                "FIELD SURVEY AND MAPPING LIMITED")
        ).parties
        #expect(line.map(\.name) == ["Contoso GmbH", "Field Survey and Mapping Limited"])
        let two = AgreementReader.read(document("Agreement made between Contoso Inc. and Mapping Limited (“Customer”).")).parties
        #expect(two.map(\.name) == ["Contoso Inc.", "Mapping Limited"])
    }

    @Test func aPreambleEndsWithItsSentence() {
        let parties = AgreementReader.read(
            document(
                "This Agreement is made between Contoso Limited (“Contoso”) and Reach Partnership (the “Partnership”), acting through "
                    + "its lead institution, Westmoor University.",
                "(A) Contoso Limited provides a service.", "(B) The Partnership wishes to use it.", "The Head of Partnership attends.")
        ).parties
        #expect(parties.map(\.name) == ["Contoso Limited", "Reach Partnership"])
    }

    @Test func addressesAndSubsidiariesAreNoParties() {
        let parties = AgreementReader.read(
            document(
                """
                Agreement dated March 3, 2000 between Ones Corp., a Nevada corporation with offices at 1440 Broadway, 19th Floor, New York, NY 10018, \
                and Twos LLC, a wholly-owned subsidiary of Threes Holdings, Inc., having its place of business in Ontario, Canada.
                """)
        ).parties
        #expect(parties.map(\.name) == ["Ones Corp.", "Twos LLC"])
    }

    @Test func signaturesWhereNoPreambleNamesThem() {
        let facts = AgreementReader.read(
            document(
                "The undersigned agree to file jointly.", "FIRST FUND LP", "By: /s/ Ann Lee Name: Ann Lee Title: Manager",
                "SECOND FUND LP", "By: /s/ Bo Chan Name: Bo Chan Title: Director"))
        #expect(facts.parties.map(\.name) == ["FIRST FUND LP", "SECOND FUND LP"])
        #expect(facts.signatories.map(\.name) == ["Ann Lee", "Bo Chan"])
        #expect(facts.signatories.map(\.role) == ["Manager", "Director"])
        #expect(facts.signatories.map(\.party) == ["FIRST FUND LP", "SECOND FUND LP"])
    }

    /// What names nobody: common words, a phrase about a party, the end of a name that was cut.
    @Test(
        arguments: [
            ("business of the Company", nil), ("neither the Company", nil), ("L.P.", nil), ("COMPANY LIMITED", nil), ("England", nil),
            ("e-centives, Inc.", "e-centives, Inc."), ("element 5 GmbH", "element 5 GmbH"), ("Bank of England", "Bank of England"),
        ] as [(String, String?)])
    func names(written: String, name: String?) {
        let text = text(written)
        #expect(NameParser(text: text).name(at: 0, limit: text.tokens.count).map { text.string($0.range) } == name)
    }

    @Test(arguments: [
        ("DH", "Department of Health"), ("HEFCE", "Higher Education Funding Council for England"),
        ("IBM", "International Business Machines"),
    ])
    func acronyms(short: String, name: String) {
        #expect(Acronym.isAcronym(short, of: name))
        #expect(!Acronym.isAcronym("XYZ", of: name))
    }

    @Test func bodiesThatAnnounceAnAlliance() {
        let parties = AgreementReader.read(
            document("The Board of Trade (BT) and the Council for Rural Learning (CRL) are pleased to announce their alliance.")
        ).parties
        #expect(parties.map(\.name) == ["The Board of Trade", "the Council for Rural Learning"])
        #expect(parties.map(\.aliases) == [["BT"], ["CRL"]])
    }

    @Test func anAnnouncementNamesNoParties() {
        let text =
            "Members may share data under the agreement. Access and Participation Plans (APPs) are written by each Higher Education Provider."
        #expect(AgreementReader.read(document(text)).parties.isEmpty)
    }

    @Test func hostileTextNeitherTrapsNorNamesAnyone() {
        for junk in [
            "between", "by and between (", "between (1", "between ((((((", "By:", "between \"", "party a", "in witness whereof", ",",
        ] {
            #expect(AgreementReader.read(document(junk)).parties.isEmpty)
        }
        _ = AgreementReader.read(document(String(repeating: "agreement between ( and , \" 1 ", count: 5_000)))
    }
}
