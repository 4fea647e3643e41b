import LegalText

/// A party of the base: who it is, in which documents, what it owes and what is owed to it.
package struct PartyRecord: Sendable {
    package enum Kind: String, Sendable {
        /// A named organisation or person.
        case party
        /// An office or a class of persons that norms speak of ("Uni Connect Partnership", "member").
        case role
    }

    /// A slug, unique in the base.
    package var id: String
    package var name: String
    package var kind: Kind
    package var aliases: [String]
    package var role: String?
    /// Indices of the documents it is a party to.
    package var documents: [Int] = []
    /// Norms that bind or entitle it: it is a bearer.
    package var bears: [NormPlace] = []
    /// Norms whose action goes to it: it is a counterparty.
    package var owed: [NormPlace] = []

    package init(id: String, name: String, kind: Kind, aliases: [String] = [], role: String? = nil) {
        self.id = id
        self.name = name
        self.kind = kind
        self.aliases = aliases
        self.role = role
    }
}
