import LegalText

/// Puts text whose structure is only in its words and lines into an outline.
enum RunningText {
    /// Adds the paragraphs and numbered items of `text` below the provision that is open.
    static func add(_ text: String, to builder: inout OutlineBuilder, line: Int) {
        let units = TextOutline.units(of: text)
        guard !units.isEmpty else {
            builder.append(text)
            return
        }
        let base = builder.depth
        var depths = [Int](repeating: 0, count: units.count)
        for (index, unit) in units.enumerated() {
            if let parent = unit.parent, parent < index { depths[index] = depths[parent] + 1 }
            builder.end(downTo: base + depths[index])
            var words = text[unit.range]
            words = words.drop { $0.isWhitespace }
            if !unit.label.isEmpty, words.hasPrefix(unit.label) { words = words.dropFirst(unit.label.count) }
            if units.count == 1, unit.label.isEmpty {
                builder.append(String(words))
                return
            }
            builder.begin(depths[index] == 0 ? .paragraph : .point, line: line)
            builder.addLabel(unit.label)
            builder.append(String(words))
        }
        builder.end(downTo: base)
    }
}
