/// One expression of a work: what a reader makes of a file. Values only; nothing here knows a format or a disk.
package struct Document: Sendable, Codable {
    /// The name in citations, a slug such as `membership-policy`. Given by the knowledge base; readers leave it empty.
    package var id = ""
    package var title = ""
    package var kind = DocumentKind.other
    /// BCP 47; empty when neither the mark-up nor the words tell.
    package var language = ""
    /// Where the text came from: the file's path relative to the corpus.
    package var source = ""
    /// The dialect it was read as: `html`, `akn`, `clml`, `uslm`, `text`, `xml` (guessed) and so on.
    package var format = ""
    /// The document's own identifier, and any others it carries.
    package var uri: String?
    package var aliases: [String] = []
    package var dates = DocumentDates()
    package var parties: [Party] = []
    package var signatories: [Signatory] = []
    /// Every provision, parents before children, in the order of the text; `depth` carries the tree.
    package var provisions: [Provision] = []
    package var diagnostics: [Diagnostic] = []

    package init() {}
}

package enum DocumentKind: String, Sendable, Codable, CaseIterable {
    case announcement, agreement, alliance, statute, terms, other
}

/// A date a document states of itself, with the words that state it.
package struct StatedDate: Hashable, Sendable, Codable {
    package var value: PartialDate
    package var text: String
    /// Index into `Document.provisions`, nil when it comes from metadata.
    package var provision: Int?
    /// How it was computed, where the text computes it: "2006-07-11 + 4 years".
    package var arithmetic: String?

    package init(value: PartialDate, text: String, provision: Int? = nil, arithmetic: String? = nil) {
        self.value = value
        self.text = text
        self.provision = provision
        self.arithmetic = arithmetic
    }
}

package struct DocumentDates: Hashable, Sendable, Codable {
    package var signed: StatedDate?
    package var effective: StatedDate?
    package var expiry: StatedDate?
    package var review: StatedDate?

    package init() {}
}

/// A named organisation or person, the other names it goes by, and its role ("Licensor", "member").
package struct Party: Hashable, Sendable, Codable {
    package var name: String
    package var aliases: [String]
    package var role: String?

    package init(name: String, aliases: [String] = [], role: String? = nil) {
        self.name = name
        self.aliases = aliases
        self.role = role
    }
}

package struct Signatory: Hashable, Sendable, Codable {
    package var name: String
    /// The office it signs in ("Permanent Secretary").
    package var role: String?
    /// For whom it signs ("DH").
    package var party: String?
    package var date: PartialDate?

    package init(name: String, role: String? = nil, party: String? = nil, date: PartialDate? = nil) {
        self.name = name
        self.role = role
        self.party = party
        self.date = date
    }
}
