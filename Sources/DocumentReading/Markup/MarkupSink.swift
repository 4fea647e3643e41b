import LegalText

/// What hears a document's mark-up: the parser calls these methods in the order of the text.
///
/// A class to inherit from, not a protocol: a virtual call costs two nanoseconds, and there is one an element.
class MarkupSink {
    /// The names that get numbers; every other element has number 0.
    let names: NameTable
    /// Of the file that is being read.
    var lines: LineCounter?

    init(names: NameTable) { self.names = names }

    /// An element begins. `element` is only valid during the call.
    func start(_ element: borrowing MarkupElement) {}

    /// The innermost element ends. Not called for what is still open at the end of the input.
    func end(_ name: UInt16) {}

    /// Text as the source has it, entities replaced, white space not normalised; a run may come in pieces, never cut inside a character.
    func text(_ bytes: Span<UInt8>) {}

    /// The parser met an error and goes on. Lines and columns count from 1.
    func malformed(_ message: String, line: Int, column: Int) {}

    /// An entity that nothing declares; `&name;` is given as text after this.
    func unknownEntity(_ name: String, offset: Int) {}
}
