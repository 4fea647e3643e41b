/// Footnotes whose mark and text stand apart, tied by a name.
struct NoteLinks {
    private var marks: [(name: String, place: OutlineBuilder.NotePlace)] = []
    private var texts: [String: String] = [:]

    mutating func mark(_ name: String, in builder: inout OutlineBuilder) {
        if let place = builder.addNote() { marks.append((name, place)) }
    }

    /// The last mark's words, known when its element ends.
    func label(_ label: String, in builder: inout OutlineBuilder) {
        if !label.isEmpty, let last = marks.last { builder.setNote(last.place, label: label) }
    }

    mutating func text(_ name: String, _ text: String) { if texts[name] == nil { texts[name] = text } }

    func resolve(in builder: inout OutlineBuilder) {
        for (name, place) in marks { if let text = texts[name] { builder.setNote(place, text: text) } }
    }
}
