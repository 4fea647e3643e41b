import LegalText

/// Footnotes of a page: marks in sentences, and the blocks at the end that they point to.
enum HTMLNotes {
    /// A link within the page ("#...") that leads to a note by its name.
    static func isNoteTarget(_ target: ByteView, _ className: ByteView?) -> Bool {
        for name in names where target.starts(with: name, at: 1) { return true }
        return className.map { $0.starts(with: "footnote", at: 0) || $0.starts(with: "Footnote", at: 0) } ?? false
    }

    private static let names: [StaticString] = [
        "fn", "footnote", "ntr", "ntc", "note", "_ftn", "_edn", "endnote", "sdfootnote", "cite_note", "end",
    ]

    /// Moves the notes' words to their marks and takes their blocks out.
    static func resolve(_ blocks: inout [Block], _ regions: inout [HTMLPage.Region]) {
        var wanted = Set<String>()
        for block in blocks { for note in block.notes where note.text.first == "#" { wanted.insert(String(note.text.dropFirst())) } }
        guard !wanted.isEmpty else { return }
        var words: [String: String] = [:]
        var taken = Set<Int>()
        for index in blocks.indices {
            guard let name = blocks[index].aliases.first(where: { wanted.contains($0) && words[$0] == nil }) else { continue }
            words[name] = withoutLabel(blocks[index].text)
            taken.insert(index)
        }
        for index in blocks.indices {
            for place in blocks[index].notes.indices {
                let name = String(blocks[index].notes[place].text.dropFirst())
                blocks[index].notes[place].text = words[name] ?? ""
            }
        }
        var kept: [Block] = []
        var keptRegions: [HTMLPage.Region] = []
        for index in blocks.indices where !taken.contains(index) {
            kept.append(blocks[index])
            keptRegions.append(regions[index])
        }
        blocks = kept
        regions = keptRegions
    }

    /// "(1)" and "[1]" are "1".
    static func label(_ text: String) -> String { String(text.filter { !"()[] ".contains($0) }) }

    /// A note's words without the label or arrow that leads back.
    private static func withoutLabel(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var index = 0
        while index < min(bytes.count, 8), !bytes[index].isLetter, bytes[index] < 0xC3 || bytes[index] == 0xE2 { index += 1 }
        return String(decoding: index < bytes.count ? bytes[index...] : bytes[...], as: UTF8.self)
    }

    /// The label that a browser would show: "3.", "c.", "iii.".
    static func ordinal(_ number: Int, type: String) -> String {
        guard number > 0, number < 4000 else { return String(number) + "." }
        switch type {
        case "a", "A":
            var letters = ""
            var rest = number
            while rest > 0 {
                letters = String(UnicodeScalar(UInt8((type == "a" ? 0x61 : 0x41) + (rest - 1) % 26))) + letters
                rest = (rest - 1) / 26
            }
            return letters + "."
        case "i": return RomanNumber.spelled(number) + "."
        case "I": return RomanNumber.spelled(number).uppercased() + "."
        default: return String(number) + "."
        }
    }
}
