import LegalText

/// What a reader noticed, in words.
enum DiagnosticWords {
    static func describe(_ diagnostic: Diagnostic) -> String {
        let detail = Paragraph.harmless(diagnostic.detail)
        func with(_ words: String) -> String { detail.isEmpty ? words : "\(words): \(detail)" }
        return switch diagnostic.kind {
        case .empty: "no document: the file holds no text"
        case .scriptShell: "no document: a page that only a script would fill"
        case .contentsOnly: "no document: a table of contents without its text"
        case .metadataOnly: "no document: data about a document, without its text"
        case .feed: "no document: a feed or list of links"
        case .errorPage: "no document: an error page"
        case .malformed: with("the mark-up is broken here")
        case .unknownEntity: with("a character name nobody defines")
        case .unknownElement: with("an element that this reader does not know")
        case .guessedStructure: with("no known dialect; the structure is guessed")
        case .tooDeep: with("nested too deep; what is inside is taken as text")
        case .includeOutsideInput: with("an included file lies outside the corpus and was left out")
        case .includeCycle: with("a file that includes itself; the second time was left out")
        case .includeMissing: with("an included file is missing")
        case .undecodable: with("bytes that are no text in this encoding")
        case .encodingConflict: with("two statements about the encoding disagree")
        case .duplicateIdentifier: with("an identifier that stands twice")
        case .duplicateNumber: with("a number that stands twice")
        case .brokenNumbering: with("a number out of order")
        case .nothingNumbered: with("nothing is numbered")
        }
    }

    /// "12:5: warning: the mark-up is broken here"
    static func line(_ diagnostic: Diagnostic, file: String) -> String {
        let place = diagnostic.line > 0 ? "\(file):\(diagnostic.line):\(max(1, diagnostic.column))" : file
        return "\(place): \(diagnostic.severity.rawValue): \(describe(diagnostic))"
    }
}
