import LegalText

/// Reads files that a document includes, each in the place where it says so.
///
/// Only files that the loader hands out (those in the input folder), none inside itself, nested at most `depthLimit` deep,
/// and no more than `totalLimit` bytes in all: a file that includes another ten times ten times over ends there.
final class XInclude {
    static let depthLimit = 16
    static let totalLimit = 512 * 1024 * 1024

    /// Files being read, outermost first, by their paths from the document's folder.
    private var open: [String]
    private var total = 0

    /// - Parameter document: the document's own name or path, so that it cannot include itself.
    init(document: String) { open = [document.split(separator: "/").last.map(String.init) ?? document] }

    /// The included file that is being read; nil in the document itself.
    var current: String? { open.count > 1 ? open.last : nil }

    /// Reads `path`, relative to the file it is named in, into the sink; returns what keeps it from that.
    func read(_ path: String, into sink: MarkupSink, load: @escaping DocumentReader.Loader) -> Diagnostic.Kind? {
        guard let file = RelativePath.join(RelativePath.folder(of: open.last ?? ""), path) else { return .includeOutsideInput }
        guard !open.contains(file), open.count < Self.depthLimit else { return .includeCycle }
        guard let bytes = load(file) else { return file.hasPrefix("..") ? .includeOutsideInput : .includeMissing }
        total += bytes.count
        guard total <= Self.totalLimit else { return .tooDeep }
        let text = DecodedText(bytes)
        open.append(file)
        XMLScanner.scan(text.bytes, into: sink, entities: EntityDeclarations.read(MarkupProlog(text.bytes), load: load))
        open.removeLast()
        return nil
    }
}
