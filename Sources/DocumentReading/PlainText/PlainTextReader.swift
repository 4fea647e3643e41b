import LegalText

/// Text without mark-up.
enum PlainTextReader {
    static func read(_ text: DecodedText) -> Document { Document() }
}
