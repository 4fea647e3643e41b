import LegalText
import Norms
import References

/// What the tables of a base take from a document: whom and what it names, and where it leads. Small enough to be read of every document
/// in each build (`EarlierBuild`).
struct DocumentGist: Sendable {
    /// A norm that names somebody, by its number in the document.
    struct NamedNorm: Sendable {
        var number: Int
        var bearers: [String]
        var counterparties: [String]
    }

    struct Definition: Sendable {
        var clause: Int
        var term: String
        /// What an acronym stands for; nil for every other term.
        var expansion: String?
        var isAcronym: Bool
    }

    struct Use: Sendable {
        var clause: Int
        /// Into the document's definitions.
        var definition: Int
    }

    struct Link: Sendable {
        var clause: Int
        var resolved: Citation?
        /// What it names, where it leads nowhere; else empty.
        var target: String
        var isExternal: Bool
    }

    struct Heading: Sendable {
        var provision: Int
        var text: String
    }

    var source: String
    var kind: DocumentKind
    var parties: [Party]
    /// For whom it is signed.
    var signatories: [String]
    var norms: [NamedNorm]
    var definitions: [Definition]
    var uses: [Use]
    var links: [Link]
    var headings: [Heading]

    init(_ analyzed: AnalyzedDocument) {
        let (document, agreement) = (analyzed.document, analyzed.agreement)
        source = document.source
        kind = document.kind
        parties = agreement.parties.isEmpty ? document.parties : agreement.parties
        signatories = (agreement.signatories.isEmpty ? document.signatories : agreement.signatories).compactMap(\.party)
        norms = analyzed.norms.enumerated().compactMap { number, norm in
            if norm.status == .rejected || norm.bearers.isEmpty && norm.counterparties.isEmpty { return nil }
            return NamedNorm(number: number, bearers: norm.bearers, counterparties: norm.counterparties)
        }
        definitions = analyzed.definitions.map {
            let isAcronym = $0.kind == .acronym
            return Definition(clause: $0.clause, term: $0.term, expansion: isAcronym ? $0.meaning : nil, isAcronym: isAcronym)
        }
        uses = analyzed.termUses.map { Use(clause: $0.clause, definition: $0.definition) }
        links = analyzed.references.map {
            Link(
                clause: $0.clause, resolved: $0.resolved, target: $0.resolved == nil ? Self.name($0) : "", isExternal: $0.scope == .external
            )
        }
        headings = document.provisions.enumerated().compactMap { number, provision in
            provision.heading.isEmpty || provision.type == .title ? nil : Heading(provision: number, text: provision.heading)
        }
    }

    /// What the reference names, as a person would: its target, or the words of the text where that is a bare number ("section 16", not "16") or
    /// an address.
    private static func name(_ reference: Reference) -> String {
        let target = reference.target.utf8
        let beginsWithLetter = target.first.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x80 } ?? false
        let isAddress = target.contains(UInt8(ascii: "/")) && !target.contains(UInt8(ascii: " "))
        return beginsWithLetter && !isAddress || reference.text.isEmpty ? reference.target : reference.text
    }
}
