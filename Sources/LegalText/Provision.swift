/// Any addressable unit of a document: a part, an article, a section, a paragraph, a list item. One that holds text is a clause.
package struct Provision: Sendable, Codable {
    package var type: ProvisionType
    /// 0 for the top level; a child's depth is its parent's plus one.
    package var depth: Int
    /// The last step of the number as printed, with its brackets: "(b)", "5.", "Article 3". Empty when unnumbered.
    package var label = ""
    /// The full human number: "5(2)(b)". Empty when unnumbered.
    package var number = ""
    package var heading = ""
    /// The provision's own words, white space normalised, children not included.
    package var text = ""
    /// UTF-8 offset in `text` where the words that follow the children begin ("... and shall be liable accordingly").
    package var continuation: Int?
    /// Identifier by position in this expression, as in the UK profile of the Akoma Ntoso naming convention.
    package var eId = ""
    /// Identifier that stays when the text around it changes. Readers leave it empty; the ledger gives it.
    package var wId = ""
    /// The source's own identifiers for it.
    package var aliases: [String] = []
    /// Line of the source where it begins, from 1.
    package var line = 0
    package var marks: [Mark] = []
    /// Footnotes and side notes, lifted out of the sentence.
    package var notes: [Note] = []

    package init(_ type: ProvisionType, depth: Int, line: Int = 0) {
        self.type = type
        self.depth = depth
        self.line = line
    }

    package var isClause: Bool { !text.isEmpty }

    /// What a citation calls it: its wId, or its eId where the ledger has given none.
    package var identifier: String { wId.isEmpty ? eId : wId }
}

package enum ProvisionType: String, Sendable, Codable, CaseIterable {
    case title, part, chapter, division, subdivision, article, section, subsection, paragraph, subparagraph
    /// One item of a list, at any depth; `point` in European usage.
    case point
    case clause, subclause
    case schedule, annex, recital, preamble, definition, table, row, quotation, signature
    /// A heading with text below it but no number of its own (HTML prose).
    case heading
}

/// What the mark-up says of a stretch of a clause's text.
package struct Mark: Hashable, Sendable, Codable {
    package enum Kind: Hashable, Sendable, Codable {
        /// A reference; the target as the source writes it (an href, an eId, a citation path).
        case reference(target: String)
        /// A defined term at the place that defines it.
        case definedTerm
        /// A date in machine form, as the source writes it.
        case date(String)
        /// A party, person, organisation or role.
        case name
        case emphasis
    }

    package var kind: Kind
    package var range: TextRange

    package init(_ kind: Kind, _ range: TextRange) {
        self.kind = kind
        self.range = range
    }
}

package struct Note: Hashable, Sendable, Codable {
    /// UTF-8 offset in the clause's text where the note's mark stood.
    package var offset: Int
    package var label: String
    package var text: String

    package init(offset: Int, label: String, text: String) {
        self.offset = offset
        self.label = label
        self.text = text
    }
}
