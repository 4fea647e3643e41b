import LegalText

extension Block {
    /// Puts words in front; marks and notes move along.
    mutating func prepend(_ words: String) {
        let shift = words.utf8.count
        text = words + text
        marks = marks.map { Mark($0.kind, $0.range.shifted(by: shift)) }
        notes = notes.map { Note(offset: $0.offset + shift, label: $0.label, text: $0.text) }
        breaks = breaks.map { $0 + shift }
        if leadIn > 0 { leadIn += shift }
    }

    /// Takes `length` bytes away at `start`; marks, notes and breaks move along.
    mutating func remove(_ length: Int, at start: Int) {
        var bytes = Array(text.utf8)
        guard length > 0, start >= 0, start + length <= bytes.count else { return }
        bytes.removeSubrange(start..<start + length)
        text = String(decoding: bytes, as: UTF8.self)
        func moved(_ offset: Int) -> Int { offset <= start ? offset : max(start, offset - length) }
        marks = marks.map { Mark($0.kind, TextRange(moved($0.range.start), moved($0.range.end))) }.filter { !$0.range.isEmpty }
        notes = notes.map { Note(offset: moved($0.offset), label: $0.label, text: $0.text) }
        breaks = breaks.map(moved)
        leadIn = moved(leadIn)
    }

    /// The space before a note's mark goes with the mark, where punctuation follows.
    mutating func closeGapsAtNotes() {
        for index in notes.indices.reversed() {
            let bytes = Array(text.utf8)
            let offset = notes[index].offset
            guard offset + 1 < bytes.count, bytes[offset] == 0x20 else { continue }
            let next = bytes[offset + 1]
            if next == 0x2E || next == 0x2C || next == 0x3B || next == 0x3A || next == 0x29 { remove(1, at: offset) }
        }
    }

    /// A paragraph that begins with a bullet is an item of a list.
    mutating func takeBullet(depth: Int) {
        guard kind == .paragraph, label.isEmpty, let length = Bullet.signLength(text) else { return }
        remove(length, at: 0)
        kind = .item(depth: depth + 1)
    }
}
