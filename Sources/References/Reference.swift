package import LegalText

/// A mention of another provision or work.
package struct Reference: Hashable, Sendable, Codable {
    package enum Scope: String, Sendable, Codable {
        /// A provision of the same document.
        case `internal`
        /// Another document of the base, or one named as such.
        case document
        /// A work outside: another act, a report that is not held.
        case external
    }

    /// Index into `Document.provisions`.
    package var clause: Int
    package var range: TextRange
    package var text: String
    /// As a person would cite it, relative ones completed: "42-3141.02(b)(1)", "5(2)(b)", "Annex A", "Follett Report".
    package var target: String
    package var scope: Scope
    /// The work in whose numbering `target` counts, where it is not the text's own: "Bank Act" for "section 2 of the Bank Act",
    /// whose target is "Bank Act, section 2".
    package var work: String?
    /// What the mark-up gives as the target: an href, an identifier, a citation path. Nil for what only the words say.
    package var link: String?
    /// True for what leads nowhere else: "paragraph (2) of this subsection" in a text that holds that paragraph, when the text's own number was
    /// given; and, in the provision of a code, for what is no cross reference within that code.
    package var isAside: Bool
    /// Where it leads, once resolved against the base.
    package var resolved: Citation?

    package init(
        clause: Int, range: TextRange, text: String, target: String, scope: Scope, work: String? = nil, link: String? = nil,
        isAside: Bool = false, resolved: Citation? = nil
    ) {
        self.clause = clause
        self.range = range
        self.text = text
        self.target = target
        self.scope = scope
        self.work = work
        self.link = link
        self.isAside = isAside
        self.resolved = resolved
    }
}
