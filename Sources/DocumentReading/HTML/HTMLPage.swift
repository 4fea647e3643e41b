import LegalText

/// A page as its elements lay it out: blocks in order, furniture left out, lists counted, tables taken apart.
struct HTMLPage {
    private(set) var metadata = HTMLMetadata()
    /// The page's blocks, and which part of the page each stands in.
    private(set) var blocks: [Block] = []
    private(set) var regions: [Region] = []
    /// Bytes of words left out as furniture, and whether there was a script.
    private(set) var furnitureBytes = 0
    private(set) var hasScript = false

    /// Where on the page a block stands.
    struct Region: OptionSet {
        var rawValue: UInt8
        static let main = Region(rawValue: 1)
        static let article = Region(rawValue: 2)
    }

    /// Counts the lines of the page.
    var lines: LineCounter?

    /// Leave out what only its class or id calls furniture.
    private let goesByName: Bool
    private let elements = HTMLElement.all
    private var attributes = HTMLAttributes()
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
    private var gathering = BlockGatherer()

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

    init(goesByName: Bool) { self.goesByName = goesByName }

    // MARK: Events

    mutating func start(_ element: borrowing MarkupElement) {
        if skipped > 0 {
            skipped += 1
            return
        }
        let what = elements[Int(element.number)]
        if gathering.isEmpty { gathering.offset = element.offset }
        if what == .script { hasScript = true }
        if what == .furniture || what == .script || (what == .header && !region.contains(.article) && !region.contains(.main))
            || (what.mayBeFurniture && HTMLFurniture.isFurniture(element))
        {
            skipped = 1
            skipsWords = what != .script && what != .furniture
            return
        }
        var frame = Frame(element: what, number: element.number, savedRegion: region)
        let style = element.view("style").map { attributes.style($0) } ?? []
        let names = element.view("class").map { attributes.classes($0) } ?? HTMLClasses()
        let goesByName = goesByName && what.mayBeFurniture
        let id = gathering.wantsNames || goesByName ? element.view("id") ?? (what == .link ? element.view("name") : nil) : nil
        if style.contains(.hidden) || (goesByName && (names.isFurniture || id.map { attributes.isFurniture(id: $0) } ?? false)) {
            skipped = 1
            skipsWords = true
            return
        }
        if let id, gathering.wantsNames, what != .root, what != .body { gathering.names.append(id.string) }
        begin(what, element, &frame)
        if style.contains(.bold) { frame.isBold = true }
        if style.contains(.spaced), what == .font || what == .inline { gathering.space() }
        if what == .block {
            if names.headingRank > 0 { gathering.kind = .heading(rank: names.headingRank) }
        } else if what == .font, names.marksHeading {
            frame.isBold = true
        }
        if frame.isBold { bold += 1 }
        open.append(frame)
    }

    /// What the element itself does.
    private mutating func begin(_ what: HTMLElement, _ element: borrowing MarkupElement, _ frame: inout Frame) {
        switch what {
        case .root: if metadata.language.isEmpty { metadata.language = element["lang"] ?? element["xml:lang"] ?? "" }
        case .meta: metadata.read(meta: element)
        case .linkElement: metadata.read(link: element)
        case .title: captured = []
        case .main: beginRegion(.main)
        case .article: beginRegion(.article)
        case .block, .header, .caption, .body:
            flush()
            if element.has("role", "main") { region.insert(.main) }
        case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6:
            flush()
            gathering.kind = .heading(rank: what.headingRank ?? 6)
        case .list:
            flush()
            lists.append(List(ordered: element.name == "ol", type: element["type"] ?? "", next: Int(element["start"] ?? "") ?? 1))
        case .listItem: beginItem(element)
        case .definitionTerm:
            flush()
            mark(.definedTerm, &frame)
        case .definitionText: gathering.space()
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
        case .term: mark(.definedTerm, &frame)
        case .emphasis: mark(.emphasis, &frame)
        case .time:
            gathering.space()
            mark(element["datetime"].map { .date($0) }, &frame)
        case .strong: frame.isBold = true
        case .preformatted:
            flush()
            preformatted = []
        case .inline, .font, .superscript, .furniture, .script: break
        }
    }

    mutating func end(_ name: UInt16) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard let frame = open.last, frame.number == name else { return }
        open.removeLast()
        if frame.isBold { bold -= 1 }
        if frame.marks { gathering.endMark() }
        if frame.isNote { gathering.endNote() }
        switch frame.element {
        case .title:
            metadata.title = String(decoding: Whitespace.collapsed((captured ?? [])[...]), as: UTF8.self)
            captured = nil
        case .block, .header, .main, .article, .heading1, .heading2, .heading3, .heading4, .heading5, .heading6, .caption, .body, .root,
            .definitionText:
            flush()
        case .definitionTerm, .time: gathering.space()
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

    mutating func text(_ bytes: Span<UInt8>) {
        if skipped > 0 {
            if skipsWords { furnitureBytes += bytes.count }
        } else if var words = captured.take() {
            bytes.append(to: &words)
            captured = words
        } else if var words = preformatted.take() {
            bytes.append(to: &words)
            preformatted = words
        } else {
            gathering.append(bytes, isBold: bold > 0)
        }
    }

    /// Ends the last block; call when the parse is over.
    mutating func finish() {
        flush()
        while !tables.isEmpty { endTable() }
        preformatted = nil
    }

    // MARK: Inline

    private mutating func mark(_ kind: Mark.Kind?, _ frame: inout Frame) {
        gathering.beginMark(kind)
        frame.marks = true
    }

    private mutating func beginLink(_ element: borrowing MarkupElement, _ frame: inout Frame) {
        guard let target = element.view("href"), target.count > 0 else { return }
        if target[0] == 0x23, HTMLNotes.isNoteTarget(target, element.view("class")),
            gathering.beginNote(target.part(1, target.count).string)
        {
            frame.isNote = true
        } else {
            mark(.reference(target: target.string), &frame)
        }
    }

    private mutating func lineBreak() {
        if preformatted != nil { preformatted?.append(0x0A) }
        if !gathering.lineBreak() { flush() }
    }

    // MARK: Blocks

    private mutating func beginRegion(_ added: Region) {
        flush()
        region.insert(added)
    }

    private mutating func beginItem(_ element: borrowing MarkupElement) {
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
    private mutating func flush() {
        guard var block = gathering.take(listDepth: lists.count) else { return }
        block.line = lines?.line(at: gathering.offset) ?? 0
        emit(block)
    }

    private mutating func emit(_ block: Block) {
        var block = block
        if let list = lists.last, tables.isEmpty || !tables[tables.count - 1].isInCell {
            if list.fresh {
                lists[lists.count - 1].fresh = false
                if case .heading = block.kind {
                    // The list's number is the heading's.
                    if !list.label.isEmpty, !LineStart.isLabel(Array(block.text.utf8.prefix(48))[...]) { block.prepend(list.label + " ") }
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

    private mutating func endCell() {
        if !tables.isEmpty { tables[tables.count - 1].endCell() }
    }

    private mutating func endRow() {
        endCell()
        guard !tables.isEmpty else { return }
        let rows = tables[tables.count - 1].endRow()
        for block in rows { emitBelow(block) }
    }

    private mutating func endTable() {
        endRow()
        if !tables.isEmpty { tables.removeLast() }
    }

    /// A row's blocks go to the cell around the table, or to the page.
    private mutating func emitBelow(_ block: Block) {
        if tables.count > 1 {
            tables[tables.count - 2].add(block)
        } else {
            blocks.append(block)
            regions.append(region)
        }
    }
}
