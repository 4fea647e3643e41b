package import Agreements
package import LegalText
package import Norms
package import References

/// A document with all that the floor below read out of it. Indices named `clause` count into `document.provisions`.
package struct AnalyzedDocument: Sendable, Codable {
    package var document: Document
    package var agreement: AgreementFacts
    package var norms: [Norm]
    package var statements: [Statement]
    package var references: [Reference]
    package var definitions: [Definition]
    package var termUses: [TermUse]

    package init(
        document: Document, agreement: AgreementFacts, norms: [Norm], statements: [Statement], references: [Reference],
        definitions: [Definition], termUses: [TermUse]
    ) {
        self.document = document
        self.agreement = agreement
        self.norms = norms
        self.statements = statements
        self.references = references
        self.definitions = definitions
        self.termUses = termUses
    }

    /// Runs every reader of floor 2 over `document`; references are not resolved yet.
    package init(analyzing document: Document) {
        let definitions = DefinitionFinder.find(in: document)
        let reading = NormExtractor().read(document)
        self.init(
            document: document, agreement: AgreementReader.read(document), norms: reading.norms, statements: reading.statements,
            references: ReferenceFinder.find(in: document), definitions: definitions,
            termUses: DefinitionFinder.uses(of: definitions, in: document))
    }
}
