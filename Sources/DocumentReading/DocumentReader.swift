package import LegalText

/// Turns a file's bytes into a `Document`. Never refuses malformed mark-up: what it noticed is in `Document.diagnostics`.
package struct DocumentReader: Sendable {
    /// Loads a file that the document includes (XInclude, a DTD with entities), by a path relative to the document;
    /// nil when there is none or it lies outside the input folder. The reader itself never touches a disk or a network.
    package typealias Loader = @Sendable (_ path: String) -> [UInt8]?

    private let load: Loader

    package init(load: @escaping Loader = { _ in nil }) { self.load = load }

    /// - Parameters:
    ///   - bytes: the file, in any encoding.
    ///   - name: its name or path, of which the ending counts where the bytes do not tell the format; a file cannot include itself by it.
    package func read(_ bytes: [UInt8], name: String) -> Document {
        let text = DecodedText(bytes)
        let prolog = MarkupProlog(text.bytes)
        var document =
            switch FileFormat(text.bytes, prolog: prolog, name: name) {
            case .html: HTMLReader.read(text)
            case .text: PlainTextReader.read(text)
            case .xml: XMLReader.read(text, name: name, prolog: prolog, load: load)
            }
        document.diagnostics = text.diagnostics + document.diagnostics
        if document.provisions.isEmpty, !document.diagnostics.contains(where: \.saysNoDocument) {
            document.diagnostics.append(Diagnostic(.empty, .warning))
        }
        return document
    }
}
