import LegalText

/// A reference as the words give it, before it is completed from the place where it stands.
struct Mention {
    /// The way it is cited.
    enum Form {
        /// A number of a code by its own sign: "§ 42-3141.02(b)".
        case numbered
        /// Part of a code from the top: "subchapter IV of Chapter 5 of Title 2", "Chapter 8 of this title".
        case division
        /// A law by its number: "D.C. Law 13-241", "Pub. L. No. 99-508", "Directive 95/46/EC".
        case law
        /// A provision by the name of its rank: "paragraph (2) of this subsection", "Article 5".
        case provision
        /// A work by its title: "the Companies Act 2006".
        case title
    }

    var form: Form
    var range: TextRange
    /// What the words say, cleaned: "section 5(2)", "18 U.S.C. § 2703(d)", "Bank Act".
    var target: String
    /// A provision's own steps and what they count from.
    var pinpoint: Pinpoint?
    var work: String?
    var scope: Reference.Scope

    /// Only steps are given: "paragraph (2)", "this subsection"; where it leads depends on where it stands.
    var isRelative: Bool { work == nil && pinpoint?.base.isEmpty == true }
}

/// A provision's number as cited: of which rank, from which base, down which steps.
struct Pinpoint {
    var rank: Rank
    /// "5", "42-3141.02", "IV"; empty where only steps are given: "paragraph (2)".
    var base: String
    /// "(b)", "(1)".
    var steps: [String]
    /// The rank of "this subsection" in "paragraph (2) of this subsection".
    var container: Rank?
}
