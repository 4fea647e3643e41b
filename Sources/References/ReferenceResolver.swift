package import LegalText

/// Leads references to citations, once every document of the base is known.
package struct ReferenceResolver: Sendable {
    package init(documents: [Document]) {}

    /// The references of `document` with `resolved` filled in where the base holds the target.
    package func resolve(_ references: [Reference], of document: Document) -> [Reference] { references }
}
