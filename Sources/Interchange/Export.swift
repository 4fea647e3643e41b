package import KnowledgeBase

/// The formats that a base can be handed on in. Each writes text piece by piece, so a large base needs no large string.
package enum ExportFormat: String, Sendable, CaseIterable {
    /// Akoma Ntoso 3.0, the documents.
    case akn
    /// LegalRuleML 1.0, the norms.
    case legalruleml
    /// schema.org Legislation.
    case jsonld
    /// The norms as a table.
    case csv
    /// A clause a line.
    case jsonl
    /// The bulk format of OpenSearch and its kin: an action line and a source line for each clause.
    case bulk
}

package enum Export {
    package typealias Sink = (String) throws -> Void

    /// - Parameter documents: indices into `base.documents`, in the order wanted.
    package static func write(_ base: KnowledgeBase, documents: [Int], as format: ExportFormat, to sink: Sink) throws {
        switch format {
        case .akn: try AkomaNtosoExport.write(base, documents, to: sink)
        case .legalruleml: try LegalRuleMLExport.write(base, documents, to: sink)
        case .jsonld: try LinkedDataExport.write(base, documents, to: sink)
        case .csv: try NormTableExport.write(base, documents, to: sink)
        case .jsonl: try ClauseLinesExport.write(base, documents, bulk: false, to: sink)
        case .bulk: try ClauseLinesExport.write(base, documents, bulk: true, to: sink)
        }
    }
}
