import Language

/// The words by which the titles of works are known.
enum TitleLexicon {
    enum Head {
        /// A law or treaty: "Act", "Code". Its title is a work outside.
        case law
        /// A document among others: "Agreement", "Report".
        case document
    }

    /// What a word is in a run of a title's words.
    struct Role {
        var head: Head?
        var isConnector = false
        /// "the".
        var isArticle = false
        /// "this", "such": another sentence begins.
        var isDemonstrative = false
    }

    /// One look tells all that is asked of every word of a run; by `TextBytes.hash`.
    static let roles: WordMap<Role> = {
        var roles: [UInt64: Role] = [:]
        for (word, head) in heads { roles[word, default: Role()].head = head }
        for word in connectors { roles[word, default: Role()].isConnector = true }
        for word in TextBytes.hashList("the") { roles[word, default: Role()].isArticle = true }
        for word in TextBytes.hashList("this these such") { roles[word, default: Role()].isDemonstrative = true }
        return WordMap(roles.lazy.map { ($0.key, $0.value) })
    }()

    /// Nouns that titles end in, or begin with ("Convention on ...").
    private static var heads: [(UInt64, Head)] {
        TextBytes.hashList(
            """
            act acts code regulation regulations rules order constitution convention treaty charter protocol gazette statute ordinance tariff
            decree measure bill by-law by-laws bylaws
            """
        ).map { ($0, Head.law) }
            + TextBytes.hashList(
                """
                agreement report plan policy memorandum directive guide guidelines guidance declaration statement strategy handbook manual
                lease contract deed journal specification licence license concordat compact accord standard standards bulletin circular principles
                """
            ).map { ($0, Head.document) }
    }

    /// Heads that a title may begin with: "Convention on the Rights ...", "Code of Practice".
    static let opening = TextBytes.hashes(
        "convention treaty charter protocol declaration statute constitution code agreement guide memorandum report statement guidelines principles bill"
    )

    /// What joins the words of a title.
    private static let connectors = TextBytes.hashList(
        "of and or for in on to at de la le les du des et with respecting concerning against between relating governing establishing from by à au aux en sur pour & the amending"
    )

    /// Capitalised words that begin a sentence or point, and are no part of a title.
    static let leading = TextBytes.hashes(
        """
        the a an this that these those such said any each every no all both either if in on at by for from of to under upon with without where when
        while whether see pursuant notwithstanding despite subject except unless until after before as its our their his her your other same
        section sections subsection paragraph article schedule part chapter title means includes and or but neither nor per also
        """)

    /// A word right before a title that says it is the text's own or some other already named: "this Licence Agreement".
    static let pointing = TextBytes.hashes("this such said these our present any each every no an a either another")

    /// Words that alone do not make a name: "Former Act", "Annual Report", "Purchase Order".
    static let generic = TextBytes.hashes(
        """
        former new principal said original main amended restated enabling model uniform federal provincial territorial state local national same first
        second third final initial interim draft definitive annual quarterly monthly weekly periodic business marketing work project change purchase
        court service services task written other existing prior current entire such relevant applicable proposed standard special general
        status progress expense financial audit inspection test compliance development implementation management insurance miscellaneous benefit benefits
        zip postal area source object bar dress access executive binding legal model material related ancillary transaction production term payment delivery training policy this the
        """)

    /// Connectors after a head that lead out of its title: "Licence Agreement with Acme".
    static let parting = TextBytes.hashes("and or with between by from under à au aux et")

    /// Heads whose "between" names the parties, no part of the title.
    static let contracts = TextBytes.hashes("agreement memorandum report statement code guide")

    /// Heads that end a title even where another capital follows: "the Bank Act Minister".
    static let firm = TextBytes.hashes("act code regulations")

    /// Nouns for what is done to a work: "Enactment of Service Fees Act".
    static let deeds = TextBytes.hashes(
        "enactment repeal amendment amendments review purpose validity application administration contravention publication filing provisions terms title"
    )

    static let months = TextBytes.hashes("january february march april may june july august september october november december")

    /// Before "of the" in a title: "Department of the Environment Act".
    static let bodies = TextBytes.hashes("department ministry office bank library board court rights union law use protection prevention")
}
