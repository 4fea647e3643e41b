/// Something a reader noticed, as a fact with a place. `CommandLineTool` puts it into words.
package struct Diagnostic: Hashable, Sendable, Codable {
    package enum Severity: String, Sendable, Codable { case note, warning, error }

    package enum Kind: String, Sendable, Codable, CaseIterable {
        // What is no document; such a file is reported and indexed as nothing.
        case empty, scriptShell, contentsOnly, metadataOnly, feed, errorPage
        // Mark-up.
        case malformed, unknownEntity, unknownElement, guessedStructure, tooDeep, includeOutsideInput, includeCycle, includeMissing
        // Characters.
        case undecodable, encodingConflict
        // Structure.
        case duplicateIdentifier, duplicateNumber, brokenNumbering, nothingNumbered
    }

    package var kind: Kind
    package var severity: Severity
    /// The word in question: an entity's or element's name, an identifier, the parser's own message.
    package var detail: String
    /// From 1; 0 when the place is the whole file.
    package var line: Int
    package var column: Int

    package init(_ kind: Kind, _ severity: Severity = .warning, detail: String = "", line: Int = 0, column: Int = 0) {
        self.kind = kind
        self.severity = severity
        self.detail = detail
        self.line = line
        self.column = column
    }

    /// True for the kinds that say "this is no document".
    package var saysNoDocument: Bool {
        switch kind {
        case .empty, .scriptShell, .contentsOnly, .metadataOnly, .feed, .errorPage: true
        default: false
        }
    }
}
