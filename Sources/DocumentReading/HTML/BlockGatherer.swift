import LegalText

/// The block that is being gathered from a page: its words, marks, notes and line breaks. Inline elements neither glue nor split words.
struct BlockGatherer {
    var kind = Block.Kind.paragraph
    /// Where the tag of the element that began it ends.
    var offset = 0
    /// The ids of the elements around it.
    var names: [String] = []

    private var text = TextBuffer()
    private var block = Block()
    private var openMarks: [(kind: Mark.Kind?, start: Int)] = []
    private var boldEnd = 0
    private var plainSeen = false
    private var lastWasBreak = false
    /// A link to a note: its words are the note's mark, and set aside is what stands before it.
    private var note: (target: String, before: TextBuffer)?

    var isEmpty: Bool { text.isEmpty }

    /// Three ids are enough to find a block by.
    var wantsNames: Bool { names.count < 3 }

    mutating func space() { text.space() }

    mutating func append(_ bytes: Span<UInt8>, isBold: Bool) {
        let before = text.count
        if let mended = HTMLCharacters.mended(bytes) { text.append(mended.span) } else { text.append(bytes) }
        guard text.count > before else { return }
        lastWasBreak = false
        if plainSeen { return }
        if isBold { boldEnd = text.count } else { plainSeen = Self.hasWords(bytes) }
    }

    /// A run with a letter or digit: what ends the bold beginning of a block.
    private static func hasWords(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where bytes[index].isWord && bytes[index] != 0xC2 && bytes[index] != 0xA0 { return true }
        return false
    }

    mutating func beginMark(_ kind: Mark.Kind?) { openMarks.append((kind, text.count)) }

    mutating func endMark() {
        guard let mark = openMarks.popLast(), let kind = mark.kind else { return }
        var start = mark.start
        guard note == nil, start < text.count else { return }
        if text[start] == 0x20 { start += 1 }
        // "From:" labels a line and defines nothing.
        if kind == .definedTerm, text[text.count - 1] == 0x3A { return }
        if start < text.count { block.marks.append(Mark(kind, TextRange(start, text.count))) }
    }

    /// What follows is the mark of a note; false inside another one.
    mutating func beginNote(_ target: String) -> Bool {
        guard note == nil else { return false }
        note = (target, text)
        text = TextBuffer()
        return true
    }

    /// A short mark is a note's; anything longer is a link within the page.
    mutating func endNote() {
        guard let (target, before) = note else { return }
        let label = text.string
        note = nil
        text = before
        // At the beginning of a block it is the note's own label, which leads back to the mark.
        if label.utf8.count <= 6, text.isEmpty { return }
        if label.utf8.count <= 6 {
            block.notes.append(Note(offset: text.count, label: HTMLNotes.label(label), text: "#" + target))
        } else {
            let start = text.count
            text.append(label)
            let from = start < text.count && text[start] == 0x20 ? start + 1 : start
            block.marks.append(Mark(.reference(target: "#" + target), TextRange(from, text.count)))
        }
    }

    /// Breaks the line; false where the line was broken just before, so that a paragraph ends here.
    mutating func lineBreak() -> Bool {
        if lastWasBreak { return false }
        if !text.isEmpty {
            block.breaks.append(text.count)
            text.space()
            lastWasBreak = true
        }
        return true
    }

    /// The finished block, and a new one begins; nil when nothing was gathered.
    mutating func take(listDepth: Int) -> Block? {
        let kind = self.kind
        self.kind = .paragraph
        lastWasBreak = false
        guard note == nil, !text.isEmpty else {
            if text.isEmpty, !block.breaks.isEmpty { block.breaks.removeAll() }
            return nil
        }
        var done = block
        block = Block()
        done.text = text.string
        done.kind = kind
        done.aliases = names
        done.leadIn = boldEnd
        if !done.notes.isEmpty { done.closeGapsAtNotes() }
        done.takeBullet(depth: listDepth)
        if !done.breaks.isEmpty {
            let end = done.text.utf8.count
            done.breaks.removeAll { $0 <= 0 || $0 >= end }
        }
        names.removeAll(keepingCapacity: true)
        text.clear()
        for index in openMarks.indices { openMarks[index].start = 0 }
        boldEnd = 0
        plainSeen = false
        return done
    }
}
