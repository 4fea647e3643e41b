import LegalText

/// XML of any dialect.
enum XMLReader {
    static func read(_ text: DecodedText, prolog: MarkupProlog, load: @escaping DocumentReader.Loader) -> Document { Document() }
}
