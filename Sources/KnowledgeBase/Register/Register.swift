package import LegalText

/// What `corpus/register.yaml` says: of the site, of the parties, and of each document what it does not say of itself.
package struct Register: Sendable, Codable, Equatable {
    package var title = "Register"
    /// Where the site will stand, with a trailing slash; empty when not stated, and then only relative links are written.
    package var baseURL = ""
    /// BCP 47, the site's own language first.
    package var languages = ["en"]
    package var parties: [Party] = []
    /// By the document's path below `corpus/`, as written.
    package var documents: [String: Entry] = [:]

    package init() {}

    /// What a person states of one document; it wins over what the document says.
    package struct Entry: Sendable, Codable, Equatable {
        package var id: String?
        package var title: String?
        package var kind: DocumentKind?
        package var language: String?
        package var uri: String?
        package var signed: PartialDate?
        package var effective: PartialDate?
        package var expiry: PartialDate?
        package var review: PartialDate?
        /// Documents of one work are dated versions (expressions) of the same text.
        package var work: String?
        /// The date of this version.
        package var version: PartialDate?
        /// Ids of the documents it amends, and of those it takes the place of.
        package var amends: [String] = []
        package var supersedes: [String] = []
        /// Names or aliases of parties.
        package var parties: [String] = []

        package init() {}
    }

    /// The entry of a document, by its path below `corpus/`.
    package func entry(for source: String) -> Entry? { documents[source] }
}
