import LegalText

/// Reads a file that a document includes, in the place where it says so.
///
/// Only files that the loader hands out (those in the input folder), none inside itself, nested at most `depthLimit` deep,
/// and no more than `totalLimit` bytes in all: a file that includes another ten times ten times over ends there.
enum XInclude {
    static let depthLimit = 16
    static let totalLimit = 512 * 1024 * 1024

    static func read(_ path: String, into reader: DialectReader) {
        let here = (line: reader.line, column: reader.column)
        func note(_ kind: Diagnostic.Kind) {
            reader.builder.note(Diagnostic(kind, .warning, detail: path, line: here.line, column: here.column))
        }
        guard let file = RelativePath.join(RelativePath.folder(of: reader.includes.last ?? ""), path) else { return note(.includeOutsideInput) }
        guard !reader.includes.contains(file), reader.includes.count < depthLimit else { return note(.includeCycle) }
        guard let bytes = reader.load(file) else { return note(file.hasPrefix("..") ? .includeOutsideInput : .includeMissing) }
        reader.includedBytes += bytes.count
        guard reader.includedBytes <= totalLimit else { return note(.tooDeep) }
        let text = DecodedText(bytes)
        reader.includes.append(file)
        MarkupParser.parseXML(text.bytes, into: reader, entities: EntityDeclarations.read(MarkupProlog(text.bytes), load: reader.load))
        reader.includes.removeLast()
        (reader.line, reader.column) = here
    }
}
