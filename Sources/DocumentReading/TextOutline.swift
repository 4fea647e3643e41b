package import LegalText

/// Finds the paragraphs and numbered items of running text, with or without line breaks.
package enum TextOutline {
    package static func units(of text: String) -> [OutlineUnit] { [] }
}
