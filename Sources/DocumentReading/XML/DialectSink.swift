import LegalText

/// Hands a parse's events to a dialect's reader, and reads what the document includes.
///
/// The reader's state lies behind a pointer of our own: as a stored property each event would pay for a check of exclusive
/// access, together a twentieth of the time. Events come one after the other on one thread, never one inside another:
/// an included file is read after the event that names it has been dealt with.
@safe final class DialectSink: MarkupSink {
    private let state: UnsafeMutablePointer<DialectReader>
    private let load: DocumentReader.Loader
    private let name: String
    private lazy var includes = XInclude(document: name)

    init(_ dialect: Dialect, name: String, load: @escaping DocumentReader.Loader) {
        unsafe state = .allocate(capacity: 1)
        unsafe state.initialize(to: DialectReader(dialect))
        self.load = load
        self.name = name
        super.init(names: dialect.names)
    }

    deinit {
        // SAFETY: initialised above, and freed here only.
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    // SAFETY: `state` is initialised as long as the sink lives, and no method below is entered while another is at work on it.

    override var lines: LineCounter? { didSet { unsafe state.pointee.lines = lines } }

    override func start(_ element: borrowing MarkupElement) {
        unsafe state.pointee.start(element)
        guard let path = unsafe state.pointee.include else { return }
        unsafe state.pointee.include = nil
        if let problem = includes.read(path, into: self, load: load) { unsafe state.pointee.note(problem, detail: path) }
    }

    override func end(_ name: UInt16) { unsafe state.pointee.end(name) }

    override func text(_ bytes: Span<UInt8>) { unsafe state.pointee.text(bytes) }

    override func malformed(_ message: String, line: Int, column: Int) {
        unsafe state.pointee.malformed(within(message), line: line, column: column)
    }

    override func unknownEntity(_ name: String, offset: Int) {
        unsafe state.pointee.unknownEntity(within(name), line: lines?.line(at: offset) ?? 0, column: lines?.column(at: offset) ?? 0)
    }

    /// What is noticed in an included file names that file.
    private func within(_ detail: String) -> String { includes.current.map { $0 + ": " + detail } ?? detail }

    func finish() -> Document { unsafe state.pointee.finish() }
}
