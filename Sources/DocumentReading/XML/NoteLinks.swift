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

    /// A note's words without its own mark in front: "2 The amendment" is "The amendment" where the mark is "2".
    static func withoutLabel(_ text: String, _ label: String) -> String {
        guard !label.isEmpty, text.utf8.starts(with: label.utf8) else { return text }
        let rest = text.utf8.dropFirst(label.utf8.count).drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
        guard rest.first == 0x20 else { return text }
        return String(decoding: rest.dropFirst(), as: UTF8.self)
    }
}
