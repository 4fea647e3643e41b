package import LegalText

/// Reads the norms out of a document's clauses, stems and list items taken together.
package struct NormExtractor: Sendable {
    package init() {}

    /// What the clauses of a document say: its norms, and every sentence with its kind.
    package func read(_ document: Document) -> NormReading { NormReading() }

    /// The same for running text: `units` are its paragraphs and list items, as `TextOutline` finds them, and ranges count
    /// into `text`.
    /// `agent`, a party as named or a role such as "[landlord]", asks which modalities the text states of that party.
    package func read(text: String, units: [OutlineUnit], agent: String? = nil) -> NormReading { NormReading() }
}

package struct NormReading: Sendable {
    package var norms: [Norm] = []
    package var statements: [Statement] = []
    /// For the agent that was asked about: the modalities stated of it; empty for none.
    package var labels: [Modality] = []

    package init() {}
}
