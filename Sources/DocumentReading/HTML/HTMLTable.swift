import LegalText

/// A table as it is heard. Each row tells whether it holds data or only lays out a page: a filing sets "(a)" in one cell and
/// its words in the next.
struct HTMLTable {
    private var cells: [[Block]] = []
    private var cell: [Block]?
    private var inRow = false
    private var hasDataRows = false

    var isInCell: Bool { cell != nil }

    mutating func beginRow() {
        cells.removeAll(keepingCapacity: true)
        inRow = true
    }

    mutating func beginCell() { cell = [] }

    mutating func endCell() {
        if let cell { cells.append(cell) }
        cell = nil
    }

    mutating func add(_ block: Block) {
        if cell != nil { cell?.append(block) } else { cells.append([block]) }
    }

    /// The row's blocks: one `row` where it holds data, else what its cells hold, labels in front of their words.
    mutating func endRow() -> [Block] {
        endCell()
        defer {
            cells.removeAll(keepingCapacity: true)
            inRow = false
        }
        let filled = cells.filter { !$0.isEmpty }
        guard filled.count > 1 else { return filled.first ?? [] }
        if filled[0].count == 1, isLabel(filled[0][0].text), filled.count <= 3,
            filled.count == 2 || filled[1].allSatisfy({ isLabel($0.text) })
        {
            var rest = filled.dropFirst().flatMap { $0 }
            let label = filled[0][0]
            if Bullet.isBullet(label.text) {
                if rest[0].kind == .paragraph { rest[0].kind = .item(depth: 1) }
            } else {
                rest[0].prepend(label.text + " ")
            }
            rest[0].aliases = label.aliases + rest[0].aliases
            return rest
        }
        let layout = filled.contains { $0.count > 2 || $0.contains { $0.isHeading || $0.text.utf8.count > 600 } }
        if layout, !hasDataRows { return filled.flatMap { $0 } }
        return [row(filled.flatMap { $0 })]
    }

    /// "(a)", "1.", "•", "2.1".
    private func isLabel(_ text: String) -> Bool {
        guard text.utf8.count <= 12 else { return false }
        if Bullet.isBullet(text) { return true }
        let bytes = Array(text.utf8)
        return LabelScanner.scan(bytes).first.map { $0.start == 0 && $0.end >= bytes.count } ?? false
    }

    private mutating func row(_ parts: [Block]) -> Block {
        var row = Block(kind: .row(beginsTable: !hasDataRows))
        hasDataRows = true
        for part in parts {
            if !row.text.isEmpty { row.text += " | " }
            let base = row.text.utf8.count
            row.text += part.text
            row.marks += part.marks.map { Mark($0.kind, $0.range.shifted(by: base)) }
            row.notes += part.notes.map { Note(offset: $0.offset + base, label: $0.label, text: $0.text) }
            row.aliases += part.aliases
            if row.line == 0 { row.line = part.line }
        }
        return row
    }
}

extension Block {
    var isHeading: Bool { if case .heading = kind { true } else { false } }
}

extension Bullet {
    /// The text is a bullet and nothing else.
    static func isBullet(_ text: String) -> Bool { ["•", "·", "-", "–", "—", "▪", "●", "○", "◦", "*", "", "", "o", "§"].contains(text) }
}
