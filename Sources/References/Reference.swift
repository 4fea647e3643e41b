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
    /// Where it leads, once resolved against the base.
    package var resolved: Citation?

    package init(clause: Int, range: TextRange, text: String, target: String, scope: Scope, resolved: Citation? = nil) {
        self.clause = clause
        self.range = range
        self.text = text
        self.target = target
        self.scope = scope
        self.resolved = resolved
    }
}

/// Finds references: in the mark-up's own links, and in plain words.
package enum ReferenceFinder {
    /// All references of a document's clauses, unresolved.
    package static func find(in document: Document) -> [Reference] { [] }

    /// References of running text. `context` is the number of the provision the text stands in ("42-3141.05"), from which
    /// relative ones are completed; `units` are its paragraphs and items, as `TextOutline` finds them.
    package static func find(in text: String, units: [OutlineUnit], context: String?) -> [Reference] { [] }
}
