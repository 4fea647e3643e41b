/// Hands a page's events to `HTMLPage`.
///
/// As in `DialectSink` the state lies behind a pointer of our own: as a stored property each event would pay for checks of
/// exclusive access. Events come one after the other on one thread, never one inside another.
@safe final class HTMLBlockSink: MarkupSink {
    private let state: UnsafeMutablePointer<HTMLPage>

    init(goesByName: Bool) {
        unsafe state = .allocate(capacity: 1)
        unsafe state.initialize(to: HTMLPage(goesByName: goesByName))
        super.init(names: HTMLElement.names)
    }

    deinit {
        // SAFETY: initialised above, and freed here only.
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    // SAFETY: `state` is initialised as long as the sink lives, and no method below is entered while another is at work on it.

    override var lines: LineCounter? { didSet { unsafe state.pointee.lines = lines } }

    override func start(_ element: borrowing MarkupElement) { unsafe state.pointee.start(element) }

    override func end(_ name: UInt16) { unsafe state.pointee.end(name) }

    override func text(_ bytes: Span<UInt8>) { unsafe state.pointee.text(bytes) }

    /// The page, once the parse is over.
    func finish() -> HTMLPage {
        unsafe state.pointee.finish()
        return unsafe state.pointee
    }
}
