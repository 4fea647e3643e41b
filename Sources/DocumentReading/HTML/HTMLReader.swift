import LegalText

/// Web pages.
enum HTMLReader {
    static func read(_ text: DecodedText) -> Document { Document() }
}
