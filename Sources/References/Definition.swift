package import LegalText

/// A term, its expansion or meaning, and the clause that gives it.
package struct Definition: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable {
        /// "X means Y".
        case term
        /// "the Department of Health (DH)": the short form's expansion is `meaning`.
        case acronym
    }

    package var clause: Int
    package var term: String
    /// Of the term itself, where it is defined.
    package var range: TextRange
    /// Nil where the text names no expansion.
    package var meaning: String?
    package var kind: Kind

    package init(clause: Int, term: String, range: TextRange, meaning: String?, kind: Kind) {
        self.clause = clause
        self.term = term
        self.range = range
        self.meaning = meaning
        self.kind = kind
    }
}

/// A place where a defined term is used.
package struct TermUse: Hashable, Sendable, Codable {
    package var clause: Int
    package var range: TextRange
    /// Index into the document's definitions.
    package var definition: Int

    package init(clause: Int, range: TextRange, definition: Int) {
        self.clause = clause
        self.range = range
        self.definition = definition
    }
}
