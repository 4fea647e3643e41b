import Language
import LegalText

/// Lays items and the text between them out as units: what is whose own words, and where each one ends.
struct OutlineUnitBuilder: ~Copyable {
    private let bytes: [UInt8]
    private let items: [TextOutline.Item]
    private let scale: LevelScale
    private var units: [OutlineUnit] = []
    /// The unit of each item, -1 where it is a heading and has none.
    private var unitOfItem: [Int] = []
    private var open: [Int] = []
    /// Line breaks stand in mid-sentence and end nothing: an item goes on to the next.
    private var isRunning = false
    /// The unit that holds a list of definitions.
    private var holder: Int?

    init(_ bytes: [UInt8], _ items: [TextOutline.Item]) {
        self.bytes = bytes
        // A code's section sign over the whole text is its title.
        if let first = items.first, first.node.reading.shape == .section,
            !items.dropFirst().contains(where: { $0.node.reading.shape == .section })
        {
            self.items = items.dropFirst().map { item in
                var item = item
                item.node.parent -= 1
                return item
            }
        } else {
            self.items = items
        }
        scale = LevelScale(self.items.lazy.map { $0.node })
        units.reserveCapacity(self.items.count + 1)
        unitOfItem.reserveCapacity(self.items.count)
    }

    /// The text as one paragraph without items; nil for white space.
    static func whole(_ bytes: [UInt8]) -> OutlineUnit? {
        guard let start = bytes.firstIndex(where: { !$0.isSpace }), let last = bytes.lastIndex(where: { !$0.isSpace }) else { return nil }
        return OutlineUnit(
            range: TextRange(start, last + 1), label: "", path: [], level: 0, parent: nil, extent: TextRange(start, bytes.count))
    }

    // MARK: With line breaks

    mutating func read(_ lines: TextLines) {
        let ranges = lines.ranges
        var heading = [Bool](repeating: false, count: ranges.count)
        var item = items.count - 1
        var itemBelow = false
        for index in ranges.indices.reversed() {
            while item >= 0, items[item].start >= ranges[index].end { item -= 1 }
            let labelled = item >= 0 && items[item].start >= ranges[index].start
            let container = labelled && items[item].node.reading.shape.isContainer
            if !labelled, lines.looksLikeHeading(ranges[index]), !lines.looksLikeDefinition(ranges[index]) {
                let next = index + 1 < ranges.count ? bytes[ranges[index + 1].start] : 0
                heading[index] = itemBelow || (index + 1 < ranges.count && (heading[index + 1] || next.isUpper))
            }
            itemBelow = labelled && (container || items[item].node.reading.shape != .brackets)
        }
        item = 0
        for index in ranges.indices {
            let line = ranges[index]
            var labelled = false
            while item < items.count, items[item].start < line.end {
                openItem(item)
                labelled = true
                item += 1
            }
            if labelled { continue }
            if heading[index] {
                // Inside a bracketed list nothing is headed: such a line is more of the last item. Words above the list may hold it.
                if let top = open.first(where: { !units[$0].label.isEmpty }), units[top].label.utf8.first == UInt8(ascii: "(") {
                    openText(line, after: ranges[index - 1], lines)
                    continue
                }
                close(downTo: 0, at: line.start)
                add(line, label: "", level: 0, parent: nil)
                close(downTo: 0, at: line.end)
            } else {
                openText(line, after: index > 0 ? ranges[index - 1] : nil, lines)
            }
        }
    }

    /// A line without a label: a definition, the end of the sentence above a list, or more of the last item.
    private mutating func openText(_ line: TextRange, after previous: TextRange?, _ lines: TextLines) {
        if open.isEmpty { return add(line, label: "", level: 0, parent: nil) }
        if lines.looksLikeDefinition(line) {
            if let holder, let place = open.firstIndex(of: holder) {
                close(downTo: place + 1, at: line.start)
            } else {
                holder = open.last
            }
            return add(line, label: "", level: 0, parent: open.last)
        }
        let last = open[open.count - 1]
        let inList = open.count > 1 && !units[last].label.isEmpty
        // What an item with lines of its own goes on with is more of the item, not the end of the sentence above the list.
        if inList, bytes[line.start].isLower, let previous, !introduces(units[last].range.start),
            bytes[previous.end - 1] == 0x2C || bytes[previous.end - 1].isLetter || bytes[previous.end - 1] == 0x3B
        {
            close(downTo: open.count - 1, at: line.start)
            let unit = open[open.count - 1]
            units[unit].continuation = TextRange(units[unit].continuation?.start ?? line.start, line.end)
            return
        }
        if units[last].label.isEmpty {
            // Paragraph follows paragraph.
            let parent = units[last].parent
            close(downTo: open.count - 1, at: line.start)
            add(line, label: "", level: 0, parent: parent)
        } else {
            units[last].range.end = line.end
        }
    }

    // MARK: Without line breaks

    mutating func readRunningText() {
        isRunning = true
        let context = LabelContext(bytes: bytes, linesOnly: false)
        var begin = 0
        while begin < bytes.count, bytes[begin].isSpace { begin += 1 }
        if begin < (items.first?.start ?? bytes.count) { add(TextRange(begin, bytes.count), label: "", level: 0, parent: nil) }
        for item in items.indices {
            var end = items[item].start
            let last = trimmed(end)
            // A heading does not end: words that do are the end of the item before.
            if items[item].node.reading.shape != .brackets, last > 0, !Self.ends(bytes[last - 1]),
                let heading = context.headingStart(before: last), heading < end
            {
                close(downTo: 0, at: heading)
                end = heading
            }
            openItem(item)
        }
    }

    private static func ends(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2E, 0x3B, 0x3A, 0x2C, 0x29, 0x5D: true
        default: false
        }
    }

    // MARK: Units

    private mutating func openItem(_ index: Int) {
        let item = items[index]
        if item.node.reading.shape.isContainer {
            close(downTo: 0, at: item.start)
            unitOfItem.append(-1)
            return
        }
        let parent = item.node.parent >= 0 ? unitOfItem[item.node.parent] : -1
        var kept = 0
        if parent >= 0, let place = open.firstIndex(of: parent) { kept = place + 1 }
        // A paragraph whose list this is stays open: the stem of a list, or the definition it belongs to.
        if kept < open.count, units[open[kept]].label.isEmpty, isStem(open[kept], of: item) { kept += 1 }
        close(downTo: kept, at: item.start)
        let label = String(decoding: bytes[item.start..<item.end], as: UTF8.self)
        let above = open.last
        let level = scale.level(of: item.node.reading, in: open.last(where: { units[$0].level > 0 }).map { units[$0].level } ?? 0)
        let limit = index + 1 < items.count ? items[index + 1].start : bytes.count
        let end = isRunning ? limit : max(item.end, lineEnd(item.end, before: limit))
        add(TextRange(item.start, end), label: label, level: level, parent: above)
        unitOfItem.append(units.count - 1)
    }

    /// An unnumbered paragraph holds the bracketed list behind it, but no section.
    private func isStem(_ unit: Int, of item: TextOutline.Item) -> Bool {
        item.node.reading.shape == .brackets || item.node.reading.shape == .closing
    }

    /// The line that begins at `start` ends in a colon.
    private func introduces(_ start: Int) -> Bool {
        let end = trimmed(lineEnd(start, before: bytes.count))
        return end > start && bytes[end - 1] == UInt8(ascii: ":")
    }

    private func lineEnd(_ index: Int, before limit: Int) -> Int {
        ByteSearch.first(
            from: index, to: limit, in: bytes, eight: { ByteSearch.holds($0, below: 0x0E) }, one: { $0 == 0x0A || $0 == 0x0D })
    }

    private mutating func add(_ range: TextRange, label: String, level: Int, parent: Int?) {
        var path = parent.map { units[$0].path } ?? []
        if !label.isEmpty { path.append(label) }
        units.append(
            OutlineUnit(range: range, label: label, path: path, level: level, parent: parent, extent: TextRange(range.start, bytes.count)))
        open.append(units.count - 1)
    }

    /// Closes units until `count` are open; what they hold ends at `offset`.
    private mutating func close(downTo count: Int, at offset: Int) {
        while open.count > count {
            let unit = open.removeLast()
            units[unit].extent.end = offset
            if units[unit].range.end > offset { units[unit].range.end = offset }
        }
    }

    private func trimmed(_ end: Int) -> Int {
        var end = end
        while end > 0, bytes[end - 1].isSpace { end -= 1 }
        return end
    }

    /// The units in the order of the text, their own words without the white space behind them.
    consuming func finish() -> [OutlineUnit] {
        close(downTo: 0, at: bytes.count)
        var firstChild = [Int](repeating: Int.max, count: units.count)
        for unit in units {
            if let parent = unit.parent { firstChild[parent] = min(firstChild[parent], unit.range.start) }
        }
        for index in units.indices {
            let end = min(units[index].range.end, firstChild[index])
            units[index].range.end = max(trimmed(end), units[index].range.start)
        }
        return units
    }
}
