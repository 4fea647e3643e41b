import LegalText

/// Turns a page's events into blocks. Furniture is left out; inline elements neither glue nor split words.
final class HTMLBlockSink: MarkupSink {
    private(set) var metadata = HTMLMetadata()
    /// The page's blocks, and which part of the page each stands in.
    private(set) var blocks: [Block] = []
    private(set) var regions: [Region] = []
    /// Bytes of words left out as furniture, and whether there was a script.
    private(set) var furnitureBytes = 0
    private(set) var hasScript = false
    private(set) var headingCount = 0

    /// Where on the page a block stands.
    struct Region: OptionSet {
        var rawValue: UInt8
        static let main = Region(rawValue: 1)
        static let article = Region(rawValue: 2)
    }

    /// Leave out what only its class or id calls furniture.
    private let goesByName: Bool
    private let elements = HTMLElement.all
    private var styles: [String: HTMLStyle] = [:]
    private var classes: [String: HTMLClasses] = [:]
    private var open: [Frame] = []
    private var skipped = 0
    /// What is being skipped might be text after all: it was left out by an attribute.
    private var skipsWords = false
    private var region: Region = []
    private var bold = 0
    private var lists: [List] = []
    private var tables: [HTMLTable] = []
    private var captured: [UInt8]?
    private var preformatted: [UInt8]?

    // The block that is being gathered.
    private var text = TextBuffer()
    private var current = Block()
    private var kind = Block.Kind.paragraph
    private var openMarks: [(kind: Mark.Kind?, start: Int)] = []
    private var ids: [String] = []
    /// Line of the element that began it.
    private var blockLine = 0
    private var boldEnd = 0
    private var plainSeen = false
    private var lastWasBreak = false
    /// A link to a note: its words are the note's mark.
    private var note: (target: String, start: TextBuffer)?

    private struct Frame {
        var element: HTMLElement
        var number: UInt16
        var savedRegion: Region
        var isBold = false
        var marks = false
        var isNote = false
    }

    private struct List {
        var ordered: Bool
        var type: String
        var next: Int
        /// The item's label and whether its first block is still to come.
        var label = ""
        var fresh = false
    }

    init(goesByName: Bool) {
        self.goesByName = goesByName
        super.init(names: HTMLElement.names)
    }

    // MARK: Events

    override func start(_ element: borrowing MarkupElement) {
        if skipped > 0 {
            skipped += 1
            return
        }
        let what = elements[Int(element.number)]
        if text.isEmpty { blockLine = element.line }
        if what == .script { hasScript = true }
        if what == .furniture || what == .script || (what == .header && !region.contains(.article) && !region.contains(.main))
            || (what.mayBeFurniture && HTMLFurniture.isFurniture(element))
        {
            skipped = 1
            skipsWords = what != .script && what != .furniture
            return
        }
        var frame = Frame(element: what, number: element.number, savedRegion: region)
        let style = element["style"].map { styleFlags($0) } ?? []
        let names = element["class"].map { classFlags($0) } ?? HTMLClasses()
        let id = ids.count < 3 || goesByName && what.mayBeFurniture ? element["id"] ?? (what == .link ? element["name"] : nil) : nil
        if style.contains(.hidden)
            || (goesByName && what.mayBeFurniture
                && (names.isFurniture || id.map { $0.utf8.count >= 3 && HTMLFurniture.names($0) } ?? false))
        {
            skipped = 1
            skipsWords = true
            return
        }
        if let id, ids.count < 3, what != .root, what != .body { ids.append(id) }
        switch what {
        case .root: if metadata.language.isEmpty { metadata.language = element["lang"] ?? element["xml:lang"] ?? "" }
        case .meta: metadata.read(meta: element)
        case .linkElement: metadata.read(link: element)
        case .title:
            captured = []
        case .main: beginBlock(region: .main)
        case .article: beginBlock(region: .article)
        case .block, .header, .caption, .body:
            flush()
            if element["role"] == "main" { region.insert(.main) }
        case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6:
            flush()
            kind = .heading(rank: what.headingRank ?? 6)
        case .list:
            flush()
            let type = element["type"] ?? ""
            lists.append(
                List(
                    ordered: ["ol"].contains(HTMLElement.names.names[Int(element.number) - 1]), type: type,
                    next: Int(element["start"] ?? "") ?? 1))
        case .listItem: beginItem(element)
        case .definitionTerm:
            flush()
            openMarks.append((.definedTerm, text.count))
            frame.marks = true
        case .definitionText: text.space()
        case .table:
            flush()
            tables.append(HTMLTable())
        case .row:
            flush()
            endCell()
            if !tables.isEmpty { tables[tables.count - 1].beginRow() }
        case .cell:
            flush()
            endCell()
            if !tables.isEmpty { tables[tables.count - 1].beginCell() }
        case .lineBreak: lineBreak()
        case .link: beginLink(element, &frame)
        case .term:
            openMarks.append((.definedTerm, text.count))
            frame.marks = true
        case .emphasis:
            openMarks.append((.emphasis, text.count))
            frame.marks = true
        case .time:
            text.space()
            openMarks.append((element["datetime"].map { .date($0) }, text.count))
            frame.marks = true
        case .strong: frame.isBold = true
        case .preformatted:
            flush()
            preformatted = []
        case .inline, .font, .superscript, .furniture, .script: break
        }
        if style.contains(.bold) { frame.isBold = true }
        if style.contains(.spaced), what == .font || what == .inline { text.space() }
        if what == .block {
            if names.headingRank > 0 { kind = .heading(rank: names.headingRank) }
        } else if what == .font, names.marksHeading {
            frame.isBold = true
        }
        if frame.isBold { bold += 1 }
        open.append(frame)
    }

    override func end(_ name: UInt16) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard let frame = open.last, frame.number == name else { return }
        open.removeLast()
        if frame.isBold { bold -= 1 }
        if frame.marks { endMark() }
        if frame.isNote { endNote() }
        switch frame.element {
        case .title:
            metadata.title = Self.normalised(captured ?? [])
            captured = nil
        case .block, .header, .main, .article, .heading1, .heading2, .heading3, .heading4, .heading5, .heading6, .caption, .body, .root,
            .definitionText:
            flush()
        case .definitionTerm, .time: text.space()
        case .list:
            flush()
            if !lists.isEmpty { lists.removeLast() }
        case .listItem:
            flush()
            if !lists.isEmpty { lists[lists.count - 1].fresh = false }
        case .cell:
            flush()
            endCell()
        case .row:
            flush()
            endRow()
        case .table:
            flush()
            endTable()
        case .preformatted:
            let lines = preformatted ?? []
            preformatted = nil
            for block in TextBlocks(lines).blocks { emit(block) }
        default: break
        }
        region = frame.savedRegion
    }

    override func text(_ bytes: Span<UInt8>) {
        if skipped > 0 {
            if skipsWords { furnitureBytes += bytes.count }
            return
        }
        if captured != nil {
            for index in bytes.indices { captured?.append(bytes[index]) }
            return
        }
        if preformatted != nil {
            for index in bytes.indices { preformatted?.append(bytes[index]) }
            return
        }
        let before = text.count
        if let mended = HTMLCharacters.mended(bytes) { text.append(mended.span) } else { text.append(bytes) }
        guard text.count > before else { return }
        lastWasBreak = false
        if bold > 0 {
            if !plainSeen { boldEnd = text.count }
        } else if !plainSeen {
            plainSeen = Self.hasWords(bytes)
        }
    }

    /// A run with a letter or digit: what ends the bold beginning of a block.
    private static func hasWords(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where bytes[index].isWord && bytes[index] != 0xC2 && bytes[index] != 0xA0 { return true }
        return false
    }

    /// Ends the last block; call when the parse is over.
    func finish() {
        flush()
        while !tables.isEmpty { endTable() }
        preformatted = nil
    }

    // MARK: Inline

    private func beginLink(_ element: borrowing MarkupElement, _ frame: inout Frame) {
        guard let target = element["href"], !target.isEmpty else { return }
        if note == nil, target.utf8.first == 0x23, HTMLNotes.isNoteTarget(target, element["class"]) {
            note = (String(target.dropFirst()), text)
            text = TextBuffer()
            frame.isNote = true
            return
        }
        openMarks.append((.reference(target: target), text.count))
        frame.marks = true
    }

    private func endMark() {
        guard let mark = openMarks.popLast(), let kind = mark.kind else { return }
        var start = mark.start
        guard note == nil, start < text.count else { return }
        if text[start] == 0x20 { start += 1 }
        if start < text.count { current.marks.append(Mark(kind, TextRange(start, text.count))) }
    }

    /// A short mark is a note's; anything longer is a link within the page.
    private func endNote() {
        guard let (target, before) = note else { return }
        let label = text.string
        note = nil
        text = before
        // At the beginning of a block it is the note's own label, which leads back to the mark.
        if label.utf8.count <= 6, text.isEmpty { return }
        if label.utf8.count <= 6 {
            current.notes.append(Note(offset: text.count, label: HTMLNotes.label(label), text: "#" + target))
        } else {
            let start = text.count
            text.append(label)
            let from = start < text.count && text[start] == 0x20 ? start + 1 : start
            current.marks.append(Mark(.reference(target: "#" + target), TextRange(from, text.count)))
        }
    }

    private func lineBreak() {
        if preformatted != nil { preformatted?.append(0x0A) }
        if lastWasBreak { return flush() }
        if !text.isEmpty {
            current.breaks.append(text.count)
            text.space()
            lastWasBreak = true
        }
    }

    /// Styles and classes repeat all over a page: each spelling is read once.
    private func styleFlags(_ style: String) -> HTMLStyle {
        if let known = styles[style] { return known }
        let flags = HTMLStyle(style)
        if styles.count < 4096 { styles[style] = flags }
        return flags
    }

    private func classFlags(_ name: String) -> HTMLClasses {
        if let known = classes[name] { return known }
        let flags = HTMLClasses(name)
        if classes.count < 4096 { classes[name] = flags }
        return flags
    }

    // MARK: Blocks

    private func beginBlock(region added: Region) {
        flush()
        region.insert(added)
    }

    private func beginItem(_ element: borrowing MarkupElement) {
        flush()
        if lists.isEmpty { lists.append(List(ordered: false, type: "", next: 1)) }
        var list = lists[lists.count - 1]
        if let value = element["value"], let number = Int(value) { list.next = number }
        list.label = list.ordered ? HTMLNotes.ordinal(list.next, type: element["type"] ?? list.type) : ""
        list.next = list.next < Int.max ? list.next + 1 : list.next
        list.fresh = true
        lists[lists.count - 1] = list
    }

    /// Ends the block that is being gathered.
    private func flush() {
        defer {
            kind = .paragraph
            lastWasBreak = false
        }
        guard note == nil, !text.isEmpty else {
            if text.isEmpty { current.breaks.removeAll() }
            return
        }
        current.text = text.string
        current.kind = kind
        current.line = blockLine
        current.aliases = ids
        current.leadIn = boldEnd
        if !current.notes.isEmpty { current.closeGapsAtNotes() }
        current.takeBullet(depth: lists.count)
        let end = current.text.utf8.count
        current.breaks.removeAll { $0 <= 0 || $0 >= end }
        emit(current)
        ids.removeAll(keepingCapacity: true)
        current = Block()
        text.clear()
        for index in openMarks.indices { openMarks[index].start = 0 }
        boldEnd = 0
        plainSeen = false
    }

    private func emit(_ block: Block) {
        var block = block
        if case .heading = block.kind { headingCount += 1 }
        if let list = lists.last, tables.isEmpty || !tables[tables.count - 1].isInCell {
            if list.fresh {
                lists[lists.count - 1].fresh = false
                if case .heading = block.kind {
                    // The list's number is the heading's.
                    if !list.label.isEmpty, !LineStart.isLabel(Array(block.text.utf8)[...]) { block.prepend(list.label + " ") }
                } else {
                    block.kind = .item(depth: lists.count)
                    if !LineStart.isLabel(Array(block.text.utf8.prefix(48))[...]) { block.label = list.label }
                }
            } else if block.kind == .paragraph, !list.label.isEmpty || !list.ordered {
                block.kind = .more(depth: lists.count)
            }
        }
        if !tables.isEmpty, tables[tables.count - 1].isInCell { return tables[tables.count - 1].add(block) }
        blocks.append(block)
        regions.append(region)
    }

    // MARK: Tables

    private func endCell() {
        if !tables.isEmpty { tables[tables.count - 1].endCell() }
    }

    private func endRow() {
        endCell()
        guard !tables.isEmpty else { return }
        let rows = tables[tables.count - 1].endRow()
        for block in rows { emitBelow(block) }
    }

    private func endTable() {
        endRow()
        if !tables.isEmpty { tables.removeLast() }
    }

    /// A row's blocks go to the cell around the table, or to the page.
    private func emitBelow(_ block: Block) {
        if tables.count > 1 {
            tables[tables.count - 2].add(block)
        } else {
            blocks.append(block)
            regions.append(region)
        }
    }

    private static func normalised(_ bytes: [UInt8]) -> String {
        var buffer = TextBuffer()
        buffer.append(bytes.span)
        return buffer.string
    }
}
