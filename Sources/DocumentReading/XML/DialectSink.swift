import LegalText

/// Hands a parse's events to a dialect's reader, and reads what the document includes.
///
/// The reader's state lies behind a pointer of our own: as a stored property each event would pay for a check of exclusive
/// access, together a twentieth of the time. Events come one after the other on one thread, never one inside another:
/// an included file is read after the event that names it has been dealt with.
@safe final class DialectSink: MarkupSink {
    private let state: UnsafeMutablePointer<DialectReader>
    private let load: DocumentReader.Loader
    private let includes: XInclude

    init(_ dialect: Dialect, name: String, load: @escaping DocumentReader.Loader) {
        unsafe state = .allocate(capacity: 1)
        unsafe state.initialize(to: DialectReader(dialect))
        self.load = load
        includes = XInclude(document: String(decoding: name.utf8.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self))
        super.init(names: dialect.names)
    }

    deinit {
        // SAFETY: initialised above, and freed here only.
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    // SAFETY: `state` is initialised as long as the sink lives, and no method below is entered while another is at work on it.

    override func start(_ element: borrowing MarkupElement) {
        unsafe state.pointee.start(element)
        guard let path = unsafe state.pointee.include else { return }
        unsafe state.pointee.include = nil
        if let problem = includes.read(path, into: self, load: load) { unsafe state.pointee.note(problem, detail: path) }
    }

    override func end(_ name: UInt16) { unsafe state.pointee.end(name) }

    override func text(_ bytes: Span<UInt8>) { unsafe state.pointee.text(bytes) }

    override func malformed(_ message: String, line: Int, column: Int) {
        unsafe state.pointee.malformed(message, line: line, column: column)
    }

    override func unknownEntity(_ name: String, line: Int, column: Int) {
        unsafe state.pointee.unknownEntity(name, line: line, column: column)
    }

    func finish() -> Document { unsafe state.pointee.finish() }
}
