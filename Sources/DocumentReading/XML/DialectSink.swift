/// Hands a parse's events to a dialect's reader, and reads what the document includes.
final class DialectSink: MarkupSink {
    var reader: DialectReader
    private let load: DocumentReader.Loader
    private let includes = XInclude()

    init(_ dialect: Dialect, load: @escaping DocumentReader.Loader) {
        reader = DialectReader(dialect)
        self.load = load
        super.init(names: dialect.names)
    }

    override func start(_ element: borrowing MarkupElement) {
        reader.start(element)
        guard let path = reader.include else { return }
        reader.include = nil
        if let problem = includes.read(path, into: self, load: load) { reader.note(problem, detail: path) }
    }

    override func end(_ name: UInt16) { reader.end(name) }

    override func text(_ bytes: Span<UInt8>) { reader.text(bytes) }

    override func malformed(_ message: String, line: Int, column: Int) { reader.malformed(message, line: line, column: column) }

    override func unknownEntity(_ name: String, line: Int, column: Int) { reader.unknownEntity(name, line: line, column: column) }
}
