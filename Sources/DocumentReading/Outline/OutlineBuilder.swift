import LegalText

/// Builds a document's provisions from what a reader hears: openings, closings, text, marks and notes, in the order of the source.
///
/// Text goes to the innermost open provision; what follows a child goes to the parent, whose `continuation` says where it begins.
/// White space is normalised on the way in, so a reader passes on what it hears and says `space()` only where a block begins or ends.
/// `finish` gives every provision its number and eId (`Identity`). Misuse is harmless: closing what is not open does nothing.
struct OutlineBuilder {
    /// What is nested deeper keeps its words, in the deepest provision there is.
    static let depthLimit = 64

    private(set) var provisions: [Provision] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var open: [Open] = []
    /// Some heading without words only wraps what is in it.
    private var hasWrappers = false
    /// Openings beyond `depthLimit` that still have to be closed.
    private var tooDeep = 0
    /// The first gathers the current provision's text since its last child; the others are captures, innermost last.
    private var buffers = [TextBuffer()]
    /// Buffers to use again, so that a capture costs no allocation.
    private var spare: [TextBuffer] = []
    private var marks: [OpenMark] = []
    /// Marks in the first buffer, offsets not yet shifted to the provision's text.
    private var finishedMarks: [Mark] = []

    private struct Open {
        var index: Int
        /// A child has been closed since this provision's text was last added to.
        var followsChild = false
    }

    /// Where a note was put.
    struct NotePlace {
        fileprivate var provision: Int
        fileprivate var note: Int
    }

    private struct OpenMark {
        var start: Int
        var buffer: Int
    }

    /// The number of provisions that are open.
    var depth: Int { open.count + tooDeep }

    /// Index of the innermost open provision.
    var current: Int? { open.last?.index }

    /// The innermost open provision's type.
    var currentType: ProvisionType? { open.last.map { provisions[$0.index].type } }

    /// Whether text would go to a capture (a label, a heading, a note).
    var isCapturing: Bool { buffers.count > 1 }

    // MARK: Structure

    /// Begins a provision inside the one that is open.
    mutating func begin(_ type: ProvisionType, line: Int) {
        flush()
        guard open.count < Self.depthLimit else {
            if tooDeep == 0 { diagnostics.append(Diagnostic(.tooDeep, .warning, detail: String(Self.depthLimit), line: line)) }
            tooDeep += 1
            return
        }
        open.append(Open(index: provisions.count))
        provisions.append(Provision(type, depth: open.count - 1, line: line))
    }

    /// Ends the innermost open provision.
    mutating func end() {
        if tooDeep > 0 {
            tooDeep -= 1
            space()
            return
        }
        flush()
        guard let closed = open.popLast() else { return }
        if closed.index == provisions.count - 1, isBlank(closed.index) {
            // It held nothing.
            provisions.removeLast()
            return
        }
        if provisions[closed.index].type == .heading, isBlank(closed.index) { hasWrappers = true }
        if !open.isEmpty { open[open.count - 1].followsChild = true }
    }

    private func isBlank(_ index: Int) -> Bool {
        provisions[index].text.isEmpty && provisions[index].label.isEmpty && provisions[index].heading.isEmpty
            && provisions[index].notes.isEmpty
    }

    /// Takes everything back: the file turns out to hold no document.
    mutating func removeAll() {
        (provisions, open, marks, finishedMarks, tooDeep) = ([], [], [], [], 0)
        buffers = [TextBuffer()]
    }

    /// Ends provisions until `depth` are open.
    mutating func end(downTo depth: Int) {
        while self.depth > max(depth, 0) { end() }
    }

    // MARK: What a provision has beside its text

    mutating func setType(_ type: ProvisionType) { change { $0.type = type } }

    /// Sets the label as printed, or adds to it.
    mutating func addLabel(_ label: String) {
        guard !label.isEmpty else { return }
        change { $0.label = $0.label.isEmpty ? label : $0.label + " " + label }
    }

    mutating func addHeading(_ heading: String) {
        guard !heading.isEmpty else { return }
        change { $0.heading = $0.heading.isEmpty ? heading : $0.heading + " " + heading }
    }

    /// Keeps one of the source's own identifiers.
    mutating func addAlias(_ alias: String) {
        guard !alias.isEmpty else { return }
        change {
            if $0.aliases.isEmpty {
                $0.aliases = [alias]
            } else if !$0.aliases.contains(alias) {
                $0.aliases.append(alias)
            }
        }
    }

    mutating func note(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    private mutating func change(_ body: (inout Provision) -> Void) {
        guard tooDeep == 0, let index = open.last?.index else { return }
        body(&provisions[index])
    }

    /// Whether the innermost open provision has no label, heading or text of its own.
    var currentIsBlank: Bool { open.last.map { isBlank($0.index) } ?? true && buffers[0].isEmpty }

    /// Whether the innermost open provision has text, or other provisions in it.
    var currentHoldsText: Bool {
        guard let last = open.last else { return false }
        return !buffers[0].isEmpty || !provisions[last.index].text.isEmpty || last.index != provisions.count - 1
    }

    /// Whether a provision of this type is open.
    func isInside(_ type: ProvisionType) -> Bool { open.contains { provisions[$0.index].type == type } }

    /// The type of the provision that the innermost open one stands in.
    var parentType: ProvisionType? { open.count < 2 ? nil : provisions[open[open.count - 2].index].type }

    /// Whether the innermost open provision stands in nothing or in a container.
    var parentIsContainer: Bool { parentType.map(TypeNames.isContainer) ?? true }

    var currentLabel: String { open.last.map { provisions[$0.index].label } ?? "" }

    var currentHeading: String { open.last.map { provisions[$0.index].heading } ?? "" }

    // MARK: Text

    mutating func append(_ text: Span<UInt8>) { buffers[buffers.count - 1].append(text) }

    mutating func append(_ text: String) { buffers[buffers.count - 1].append(text) }

    /// A block begins or ends here: the words on both sides must not touch.
    mutating func space() { buffers[buffers.count - 1].space() }

    /// A quotation ends here: closing punctuation that follows belongs to it.
    mutating func tighten() { buffers[buffers.count - 1].tighten() }

    /// An opening mark was written: what follows belongs to it.
    mutating func glue() { buffers[buffers.count - 1].glue() }

    /// From here text is set aside, until `endCapture` returns it.
    mutating func beginCapture() {
        var buffer = spare.popLast() ?? TextBuffer()
        buffer.clear()
        buffers.append(buffer)
    }

    mutating func endCapture() -> String {
        guard buffers.count > 1, let buffer = buffers.popLast() else { return "" }
        while let mark = marks.last, mark.buffer >= buffers.count { marks.removeLast() }
        spare.append(buffer)
        return buffer.string
    }

    // MARK: Marks and notes

    mutating func beginMark() { marks.append(OpenMark(start: buffers[buffers.count - 1].count, buffer: buffers.count - 1)) }

    /// Ends the innermost mark; one without words, or inside a label, heading or note, is not kept. Returns the marked words.
    @discardableResult mutating func endMark(_ kind: Mark.Kind?) -> String { endMark { _ in kind } }

    /// The same, the kind depending on the words.
    @discardableResult mutating func endMark(_ kind: (String) -> Mark.Kind?) -> String {
        guard let mark = marks.popLast(), mark.buffer == buffers.count - 1 else { return "" }
        let buffer = buffers[mark.buffer]
        var start = mark.start
        if start < buffer.count, buffer[start] == 0x20 { start += 1 }
        guard start < buffer.count else { return "" }
        let words = buffer.string(from: start)
        if mark.buffer == 0, tooDeep == 0, let kind = kind(words) { finishedMarks.append(Mark(kind, TextRange(start, buffer.count))) }
        return words
    }

    /// A note's text follows; it is lifted out of the sentence.
    mutating func beginNote() { beginCapture() }

    mutating func endNote(label: String = "") {
        let text = endCapture()
        buffers[buffers.count - 1].part()
        if !text.isEmpty { _ = addNote(label: label, text: text) }
    }

    /// Adds a note whose mark stands here; its text may follow later, by `setNote`. nil where no provision is open.
    mutating func addNote(label: String = "", text: String = "") -> NotePlace? {
        guard let index = open.last?.index else { return nil }
        let gathered = buffers[0].count
        let before = provisions[index].text.utf8.count
        provisions[index].notes.append(
            Note(offset: before + (before > 0 && gathered > 0 ? gathered + 1 : gathered), label: label, text: text))
        return NotePlace(provision: index, note: provisions[index].notes.count - 1)
    }

    mutating func setNote(_ place: NotePlace, label: String? = nil, text: String? = nil) {
        // What held the mark may have been taken out since: a part that turned out to be furniture or quoted law.
        guard provisions.indices.contains(place.provision), provisions[place.provision].notes.indices.contains(place.note) else { return }
        if let label { provisions[place.provision].notes[place.note].label = label }
        if let text {
            let label = provisions[place.provision].notes[place.note].label
            provisions[place.provision].notes[place.note].text = NoteLinks.withoutLabel(text, label)
        }
    }

    /// A cell of a table row begins.
    mutating func cell() {
        guard !buffers[buffers.count - 1].isEmpty else { return }
        append(" | ")
    }

    /// Moves the gathered text to the provision it belongs to.
    private mutating func flush() {
        if !buffers[0].isEmpty {
            if open.isEmpty {
                // Words that stand outside every provision get one of their own.
                open.append(Open(index: provisions.count))
                provisions.append(Provision(.paragraph, depth: 0))
                fill()
                open.removeLast()
            } else {
                fill()
            }
        }
        buffers[0].clear()
        if !finishedMarks.isEmpty { finishedMarks.removeAll(keepingCapacity: true) }
        if !marks.isEmpty { shiftOpenMarks() }
    }

    private mutating func fill() {
        let place = open.count - 1
        let index = open[place].index
        let text = buffers[0].string
        var base = 0
        if provisions[index].text.isEmpty {
            provisions[index].text = text
            if open[place].followsChild { provisions[index].continuation = 0 }
        } else {
            base = provisions[index].text.utf8.count + 1
            if open[place].followsChild, provisions[index].continuation == nil { provisions[index].continuation = base }
            provisions[index].text += " " + text
        }
        open[place].followsChild = false
        for mark in finishedMarks { provisions[index].marks.append(Mark(mark.kind, mark.range.shifted(by: base))) }
    }

    /// A mark that is open while its provision's text moves on begins again in what follows.
    private mutating func shiftOpenMarks() {
        for place in marks.indices where marks[place].buffer == 0 { marks[place].start = 0 }
    }

    // MARK: The end

    /// Takes a label away that the text repeats ("I. –" before "I. – Le code"): some publishers write it twice.
    private mutating func dropRepeatedLabel(_ index: Int) {
        let length = provisions[index].label.utf8.count
        guard length > 1, let last = provisions[index].label.utf8.last, !last.isWord || last >= 0x80,
            provisions[index].text.utf8.starts(with: provisions[index].label.utf8),
            provisions[index].text.utf8.dropFirst(length).first == 0x20
        else { return }
        let cut = length + 1
        provisions[index].text.removeSubrange(..<provisions[index].text.utf8.index(provisions[index].text.startIndex, offsetBy: cut))
        func moved(_ offset: Int) -> Int { max(0, offset - cut) }
        provisions[index].marks = provisions[index].marks.compactMap { mark in
            let range = TextRange(moved(mark.range.start), moved(mark.range.end))
            return range.isEmpty ? nil : Mark(mark.kind, range)
        }
        for place in provisions[index].notes.indices {
            provisions[index].notes[place].offset = moved(provisions[index].notes[place].offset)
        }
        provisions[index].continuation = provisions[index].continuation.map(moved)
    }

    /// Marks the term of a definition where the mark-up says only that it is one.
    private mutating func markTerms() {
        for index in provisions.indices {
            guard case .definition = provisions[index].type, !provisions[index].marks.contains(where: { $0.kind == .definedTerm }),
                let term = DefinitionEntry.openingTerm(in: provisions[index].text)
            else { continue }
            provisions[index].marks.insert(Mark(.definedTerm, term), at: 0)
        }
    }

    /// Closes what is open and moves everything into `document`, numbered and identified. Provisions without any words are dropped,
    /// headings without words give way to what stands in them.
    mutating func finish(into document: inout Document) {
        while buffers.count > 1 { _ = endCapture() }
        end(downTo: 0)
        flush()
        if hasWrappers { Wrappers.dissolve(&provisions) }
        for index in provisions.indices { dropRepeatedLabel(index) }
        markTerms()
        Identity.assign(&provisions)
        document.provisions = provisions
        document.diagnostics += diagnostics
    }
}
