import Language

/// What tells the name of a party from the words around it.
enum NameWords {
    /// Legal forms that end a company's name.
    static let forms = WordSet(
        """
        inc incorporated corp corporation llc ltd limited lp llp llp company co plc gmbh ag sa bv kg spa srl pty ltda oyj ab as aps kk na \
        pllc pc lllp trust fund bank association foundation university institute partners partnership aktiengesellschaft sarl sas se pte sdn bhd \
        cooperative holdings club
        """)
    /// What a public body's name begins with, where "of" follows.
    static let publicBodies = WordSet(
        "government republic kingdom principality commonwealth ministry department secretariat university college institute academy council"
    )
    /// Legal forms that are written small, too.
    static let smallForms = WordSet("plc gmbh llc oyj kft pte")
    /// "A/S", "I/S".
    static let nordicEnd = WordSet("s")
    /// Legal forms that may follow a comma.
    static let formsAfterComma = WordSet(
        "inc incorporated corp corporation llc ltd limited lp llp plc gmbh ag sa bv kg na pllc pc lllp co ltda spa srl pty as pte kk sl sas sarl"
    )
    static let connectors = WordSet("of for the de do da des der van von du la di e et y in on at and")
    /// Words that end a name, whatever their case.
    static let stops = WordSet(
        """
        a an with whose having located organized organised incorporated-under hereinafter this as on by at in its is being duly existing under effective dated made \
        entered into which who that each together collectively acting through or to from between among having address are be shall will hereby \
        wherein whereas jointly individually represented registered domiciled residing operating his her their maintaining solely
        """)
    /// Words that alone are no name.
    static let generic = WordSet(
        """
        the company corporation licensor licensee party parties agreement effective date exhibit supplier distributor customer client \
        purchaser seller buyer subscriber transporter shipper carrier vendor client-a president businessperson owner consultant contractor manufacturer provider franchisor franchisee sponsor member members undersigned \
        following of and by between among inc llc ltd recitals whereas witnesseth state county city delaware california new york i ii iii iv \
        united states america section article a an other others certain one us you we attention it its his affiliates subsidiaries group both \
        shareholders stockholders investors lenders borrower lender agent trustee issuer guarantor january february march april may june july \
        august september october november december date term england wales scotland ireland germany france canada china japan israel india australia \
        any neither either such services product products goods business
        """)
    /// Words of "stops" and "connectors" that may open a name.
    static let openers = WordSet("the de la")
    /// Words of headings and cross references, in no party's name.
    static let headings = WordSet(
        "agreement section article exhibit schedule annex appendix hereof thereof recitals definitions contract confidential source addendum attachment"
    )
    /// Words that open the description of a party: "a Delaware corporation", "an individual".
    static let articles = WordSet("a an the one")
    static let describers = WordSet(
        "corporation company partnership individual trust bank association organization organisation entity corp llc limited liability person resident subsidiary division municipality society cooperative body authority university institution foundation"
    )
    static let roleOpeners = WordSet(
        "hereinafter referred called the as collectively together individually each jointly also known defined")
}
