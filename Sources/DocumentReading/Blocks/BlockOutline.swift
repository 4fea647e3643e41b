import LegalText

/// Makes provisions of blocks: what is numbered nests by its numbers, lists hang on the paragraph above them, unnumbered
/// headings hold what follows up to the next heading of their rank.
struct BlockOutline {
    private let blocks: [Block]
    private let kind: DocumentKind
    /// The accepted labels, and for each block the ones it begins with.
    private let items: [TextOutline.Item]
    private let labels: [Range<Int>]
    private let offsets: [Int]
    private let scale: LevelScale

    private var provisions: [Provision] = []
    private var stack: [Entry] = []
    /// The provision whose heading is expected on the next line ("ARTICLE I").
    private var awaitsHeading: Int?
    private var inTable = false
    /// "Whereas:" has been read, and no article yet: what is numbered are recitals.
    private var inRecitals = false
    private(set) var signatures: [Int] = []

    /// An open provision and why it is open.
    private struct Entry {
        enum Role: Equatable {
            case heading(rank: Int)
            case item(Int)
            case paragraph, list(depth: Int), table
        }
        var role: Role
        var provision: Int
        /// For a numbered item that the page sets as a heading.
        var rank: Int?
    }

    /// Reads `blocks` and appends the provisions to `document`, numbered and identified.
    static func compose(_ blocks: [Block], into document: inout Document) {
        var blocks = LongBlocks.split(blocks)
        // "Exhibit 10.3" on top is the filing's mark, not a part of the document.
        for index in blocks.indices.prefix(3) where TextHeadings.isExhibit(blocks[index].text) { blocks[index].isCover = true }
        var outline = BlockOutline(blocks, kind: document.kind)
        for index in blocks.indices { outline.add(index) }
        SignatureReader.read(outline.signatures, in: outline.provisions, into: &document)
        Identity.assign(&outline.provisions)
        document.provisions = outline.provisions
        if !outline.provisions.isEmpty, outline.items.isEmpty, !outline.provisions.contains(where: { !$0.label.isEmpty }) {
            document.diagnostics.append(Diagnostic(.nothingNumbered, .note))
        }
    }

    private init(_ blocks: [Block], kind: DocumentKind) {
        self.blocks = blocks
        self.kind = kind
        var joined: [UInt8] = []
        var offsets: [Int] = []
        for block in blocks {
            offsets.append(joined.count)
            if block.label.isEmpty, !block.isRow, !block.isCover { joined.append(contentsOf: block.text.utf8) }
            joined.append(0x0A)
        }
        self.offsets = offsets
        items = TextOutline.items(in: joined, linesOnly: true)
        var labels: [Range<Int>] = []
        var item = 0
        for index in blocks.indices {
            let end = index + 1 < blocks.count ? offsets[index + 1] : joined.count
            let start = item
            while item < items.count, items[item].start < end { item += 1 }
            labels.append(start..<item)
        }
        self.labels = labels
        scale = LevelScale(items.map(\.node))
    }

    // MARK: One block

    private mutating func add(_ index: Int) {
        let block = blocks[index]
        guard !block.text.isEmpty else { return }
        if !block.isRow { inTable = false }
        if let waiting = awaitsHeading {
            awaitsHeading = nil
            if labels[index].isEmpty, isHeadingText(block) {
                provisions[waiting].heading = block.text
                return
            }
        }
        if !labels[index].isEmpty { return addNumbered(index) }
        switch block.kind {
        case .heading(let rank) where !block.isCover:
            inRecitals = Recitals.begin(block.text)
            closeHeadings(rank)
            open(.heading, .heading(rank: rank), block)
            provisions[provisions.count - 1].heading = block.text
        case .item(let depth): addItem(block, depth, headsList: headsList(index, depth))
        case .more(let depth): addMore(block, depth)
        case .row(let begins): addRow(block, begins)
        case .paragraph, .heading: addParagraph(block, after: index > 0 ? blocks[index - 1] : nil)
        }
    }

    private func isHeadingText(_ block: Block) -> Bool {
        if case .heading = block.kind { return true }
        guard block.kind == .paragraph, block.breaks.isEmpty else { return false }
        let shape = TextShape(block.text)
        return shape.looksLikeHeading && (shape.isShouted || shape.isTitleCase || block.leadIn >= block.text.utf8.count)
    }

    // MARK: Numbered blocks

    private mutating func addNumbered(_ index: Int) {
        let block = blocks[index]
        var consumed = 0
        for item in labels[index] {
            let reading = items[item].node.reading
            if inRecitals, !reading.isBracketed { inRecitals = false }
            closeFor(item, block)
            let label = String(block.text[TextRange(items[item].start - offsets[index], items[item].end - offsets[index])])
            var rank: Int?
            if case .heading(let value) = block.kind { rank = value }
            open(type(of: item, label: label), .item(item), block, rank: rank)
            provisions[provisions.count - 1].label = label
            consumed = items[item].end - offsets[index]
            if reading.shape.isWord, consumed >= block.text.utf8.count { awaitsHeading = provisions.count - 1 }
        }
        let reading = items[labels[index].upperBound - 1].node.reading
        let words = NumberedWords(block, from: consumed, behind: reading, leadsOn: leadsOn(index))
        provisions[provisions.count - 1].heading = words.heading
        if let start = words.textStart { setText(block, from: start) }
    }

    /// What comes next is part of the numbered block at `index`, not the item after it.
    private func leadsOn(_ index: Int) -> Bool {
        guard index + 1 < blocks.count else { return false }
        if labels[index + 1].isEmpty { return blocks[index + 1].kind == .paragraph }
        return items[labels[index + 1].lowerBound].node.parent == labels[index].upperBound - 1
    }

    private mutating func setText(_ block: Block, from start: Int) {
        let last = provisions.count - 1
        provisions[last].text = String(block.text[TextRange(start, block.text.utf8.count)])
        provisions[last].marks = block.marks.compactMap { mark in
            mark.range.start >= start ? Mark(mark.kind, mark.range.shifted(by: -start)) : nil
        }
        provisions[last].notes = block.notes.map { Note(offset: max(0, $0.offset - start), label: $0.label, text: $0.text) }
    }

    /// Closes what the item does not stand in.
    private mutating func closeFor(_ item: Int, _ block: Block) {
        let node = items[item].node
        let bracketed = node.reading.shape == .brackets || node.reading.shape == .closing
        var rank: Int?
        if case .heading(let value) = block.kind { rank = value }
        var keep = 0
        if node.parent >= 0, let place = stack.lastIndex(where: { $0.role == .item(node.parent) }) {
            keep = place + 1
        } else if node.reading.shape == .schedule {
            return close(downTo: 0)
        }
        // Headings between the parent and the item stay open; a heading of the page closes those of its own rank.
        while keep < stack.count, case .heading(let other) = stack[keep].role, !node.reading.shape.isContainer,
            rank.map({ other < $0 }) ?? true
        { keep += 1 }
        // A bracketed list hangs on the paragraph above it.
        if bracketed, !inRecitals, keep < stack.count, stack[keep].role == .paragraph,
            node.reading.isFirst || hasSibling(of: node, above: keep)
        {
            keep += 1
        }
        close(downTo: keep)
    }

    /// The list that `node` continues is open in the paragraph at `place` of the stack.
    private func hasSibling(of node: OutlineSearch.Node, above place: Int) -> Bool {
        guard place + 1 < stack.count, case .item(let other) = stack[place + 1].role else { return false }
        return items[other].node.parent == node.parent && items[other].node.reading.style == node.reading.style
    }

    private func type(of item: Int, label: String) -> ProvisionType {
        let node = items[item].node
        switch node.reading.shape {
        case .schedule: return label.utf8.first.map { $0 | 0x20 == 0x61 } == true ? .annex : .schedule
        case .title: return .title
        case .part: return .part
        case .chapter: return .chapter
        case .division: return .division
        case .article: return .article
        case .section: return .section
        case .clause: return .clause
        default: break
        }
        let parent = stack.last(where: { if case .item = $0.role { true } else { false } }).map { provisions[$0.provision].type }
        let bracketed = node.reading.isBracketed
        if inRecitals, bracketed, parent == nil { return .recital }
        switch parent {
        case nil, .part, .chapter, .title, .division, .schedule, .annex:
            if bracketed {
                return stack.last?.role == .paragraph
                    ? .point : parent == nil && scale.level(of: node.reading, in: 0) < 4 ? .subsection : .paragraph
            }
            if parent == .schedule || parent == .annex { return .paragraph }
            return kind == .agreement || kind == .terms ? .clause : .section
        case .article:
            return node.reading.numbering == .decimal ? .section : bracketed && node.reading.numbering == .arabic ? .subsection : .paragraph
        case .section: return bracketed && node.reading.numbering != .arabic ? .paragraph : .subsection
        case .clause: return bracketed && node.reading.numbering != .arabic ? .paragraph : .subclause
        case .subsection, .subclause: return .paragraph
        case .paragraph: return bracketed && node.reading.numbering == .lowerAlpha ? .point : .subparagraph
        default: return .point
        }
    }

    // MARK: Unnumbered blocks

    private mutating func addParagraph(_ block: Block, after previous: Block?) {
        if Recitals.begin(block.text) { inRecitals = true } else if inRecitals, Recitals.end(block.text) { endRecitals() }
        if SignatureReader.isTestimonium(block.text) { closeItems() }
        if SignatureReader.isSignature(block) {
            closeItems()
            open(.signature, .paragraph, block)
            setText(block, from: 0)
            provisions[provisions.count - 1].text = block.lines.joined(separator: "\n")
            signatures.append(provisions.count - 1)
            stack.removeLast()
            return
        }
        if let top = stack.last, case .item = top.role, provisions[top.provision].text.isEmpty, top.provision == provisions.count - 1,
            !TypeNames.isContainer(provisions[top.provision].type), DefinitionEntry.term(in: block.text) == nil
        {
            return appendText(block, to: top.provision)
        }
        // Small letters after a list finish the sentence above it.
        let shape = TextShape(block.text)
        if shape.startsLower, stack.count > 1, let previous, !previous.text.hasSuffix("."), isListItem(stack[stack.count - 1]) {
            close(downTo: stack.count - 1)
            let stem = stack[stack.count - 1].provision
            if provisions[stem].continuation == nil {
                provisions[stem].continuation = provisions[stem].text.utf8.count + (provisions[stem].text.isEmpty ? 0 : 1)
            }
            return appendText(block, to: stem)
        }
        closeToSection()
        if let term = DefinitionEntry.term(in: block.text) {
            open(.definition, .paragraph, block)
            setText(block, from: 0)
            if !provisions[provisions.count - 1].marks.contains(where: { $0.kind == .definedTerm }) {
                provisions[provisions.count - 1].marks.append(Mark(.definedTerm, term))
            }
            return
        }
        open(.paragraph, .paragraph, block)
        setText(block, from: 0)
    }

    /// The formula behind the recitals belongs to none of them.
    private mutating func endRecitals() {
        inRecitals = false
        closeItems()
    }

    private func isListItem(_ entry: Entry) -> Bool {
        switch entry.role {
        case .list: return true
        case .item(let item):
            let shape = items[item].node.reading.shape
            // An item with a heading of its own holds paragraphs, as a section does.
            return (shape == .brackets || shape == .closing) && provisions[entry.provision].heading.isEmpty
        default: return false
        }
    }

    /// Closes paragraphs and lists; what is left open is a heading, or the section that the next paragraph belongs to.
    private mutating func closeToSection() {
        var keep = stack.count
        while keep > 0 {
            switch stack[keep - 1].role {
            case .heading: return close(downTo: keep)
            case .item where !isListItem(stack[keep - 1]): return close(downTo: keep)
            default: keep -= 1
            }
        }
        close(downTo: 0)
    }

    /// Closes everything but headings: the text above is at its end.
    private mutating func closeItems() {
        while let top = stack.last {
            if case .heading = top.role { return }
            stack.removeLast()
        }
    }

    /// The item is the title of the list that hangs on it.
    private func headsList(_ index: Int, _ depth: Int) -> Bool {
        let block = blocks[index]
        guard !block.label.isEmpty, index + 1 < blocks.count, case .item(let next) = blocks[index + 1].kind, next > depth else {
            return false
        }
        let shape = TextShape(block.text)
        return shape.count <= 80 && shape.looksLikeHeading && (shape.isTitleCase || shape.isShouted)
    }

    private mutating func addItem(_ block: Block, _ depth: Int, headsList: Bool) {
        while let top = stack.last {
            if case .list(let other) = top.role, other >= depth { stack.removeLast() } else { break }
        }
        open(.point, .list(depth: depth), block)
        provisions[provisions.count - 1].label = block.label
        if headsList { provisions[provisions.count - 1].heading = block.text } else { setText(block, from: 0) }
    }

    private mutating func addMore(_ block: Block, _ depth: Int) {
        while let top = stack.last, case .list(let other) = top.role, other > depth { stack.removeLast() }
        guard let top = stack.last, case .list = top.role else { return addParagraph(block, after: nil) }
        if top.provision != provisions.count - 1, provisions[top.provision].continuation == nil {
            provisions[top.provision].continuation = provisions[top.provision].text.utf8.count + 1
        }
        appendText(block, to: top.provision)
    }

    private mutating func addRow(_ block: Block, _ begins: Bool) {
        if begins || !inTable {
            closeToSection()
            open(.table, .table, block)
            inTable = true
        }
        open(.row, .table, block)
        setText(block, from: 0)
        stack.removeLast()
    }

    private mutating func appendText(_ block: Block, to index: Int) {
        let base = provisions[index].text.isEmpty ? 0 : provisions[index].text.utf8.count + 1
        provisions[index].text += (base > 0 ? " " : "") + block.text
        provisions[index].marks += block.marks.map { Mark($0.kind, $0.range.shifted(by: base)) }
        provisions[index].notes += block.notes.map { Note(offset: $0.offset + base, label: $0.label, text: $0.text) }
        provisions[index].aliases += block.aliases
    }

    // MARK: The stack

    private mutating func open(_ type: ProvisionType, _ role: Entry.Role, _ block: Block, rank: Int? = nil) {
        var provision = Provision(type, depth: min(stack.count, OutlineBuilder.depthLimit), line: block.line)
        provision.aliases = block.aliases
        provisions.append(provision)
        stack.append(Entry(role: role, provision: provisions.count - 1, rank: rank))
    }

    private mutating func close(downTo count: Int) { stack.removeLast(max(0, stack.count - count)) }

    /// Closes everything but headings of an outer rank.
    private mutating func closeHeadings(_ rank: Int) {
        while let top = stack.last {
            if case .heading(let other) = top.role, other < rank { return }
            if let other = top.rank, other < rank { return }
            if case .item(let item) = top.role, items[item].node.reading.shape.isContainer, top.rank == nil { return }
            stack.removeLast()
        }
    }
}

extension Block {
    var isRow: Bool { if case .row = kind { true } else { false } }
}

extension TextShape {
    /// Ends with a colon: what follows is its list, so it is no heading.
    var isOpenEndedList: Bool { lastByte == 0x3A }
}
