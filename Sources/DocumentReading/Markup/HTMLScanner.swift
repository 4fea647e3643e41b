/// Reads HTML in one pass over its bytes, as forgivingly as browsers do: elements left open are closed where the next one cannot
/// stand in them, end tags without a beginning are passed over. Names are in small letters.
///
/// Nothing is built; depth costs one entry of a stack, and no search goes further up it than `reach`.
struct HTMLScanner {
    private static let reach = 256
    private static let nameLimit = 32

    private let sink: MarkupSink
    private let bytes: ByteView
    private var open: [HTMLNesting] = []
    /// How many elements are open with each of the traits that are searched for.
    private var counts = [Int](repeating: 0, count: 16)
    private var attributes = AttributeList()
    /// The name of the tag that is being read, in small letters.
    private var name: [UInt8] = []

    /// Reads HTML that is valid UTF-8.
    static func scan(_ bytes: [UInt8], into sink: MarkupSink) {
        sink.lines = LineCounter(bytes)
        ByteView.lend(bytes) { view in
            var scanner = HTMLScanner(sink: sink, bytes: view)
            scanner.run()
        }
    }

    private init(sink: MarkupSink, bytes: ByteView) {
        self.sink = sink
        self.bytes = bytes
    }

    private mutating func run() {
        let (sink, bytes) = (sink, bytes)
        bytes.forEachRun({ sink.text($0) }, special: { bytes[$0] == UInt8(ascii: "&") ? reference($0) : markup($0) })
        close(downTo: 0)
    }

    /// Reads what begins with the `<` at `index`; returns where it ends.
    private mutating func markup(_ index: Int) -> Int {
        let next = bytes[index + 1]
        if next.isLetter { return startTag(index) }
        if next == UInt8(ascii: "/"), bytes[index + 2].isLetter { return endTag(index) }
        if bytes.starts(with: "<!--", at: index) { return bytes.find("-->", from: index + 2).map { $0 + 3 } ?? bytes.count }
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") {
            return min(bytes.find(UInt8(ascii: ">"), from: index + 1) + 1, bytes.count)
        }
        // A less-than sign.
        bytes.part(index, index + 1).lend { sink.text($0) }
        return index + 1
    }

    // MARK: Tags

    /// Reads the name at `start` into `name`; returns where it ends.
    private mutating func readName(_ start: Int) -> Int {
        name.removeAll(keepingCapacity: true)
        var index = start
        while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "/"),
            bytes[index] != UInt8(ascii: "<")
        {
            if name.count < Self.nameLimit { name.append(bytes[index].isUpper ? bytes[index] | 0x20 : bytes[index]) }
            index += 1
        }
        return index
    }

    private func nesting() -> HTMLNesting {
        var nesting = HTMLNesting(hash: 0, number: 0)
        ByteView.lend(name) { nesting = HTMLNesting(hash: $0.hash, number: sink.names.number(of: $0)) }
        return nesting
    }

    private mutating func startTag(_ start: Int) -> Int {
        var index = readName(start + 1)
        let element = nesting()
        attributes.removeAll()
        var isEmpty = false
        scanning: while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ">"):
                index += 1
                break scanning
            case UInt8(ascii: "<"): break scanning
            case UInt8(ascii: "/"):
                isEmpty = bytes[index + 1] == UInt8(ascii: ">")
                index += 1
            case let byte where isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"):
                index += 1
            default: index = attribute(index)
            }
        }
        let traits = element.traits
        if traits.contains(.once), open.prefix(4).contains(where: { $0.hash == element.hash }) { return index }
        makeWay(for: traits)
        let name = name
        let prefix = bytes.part(0, 0)
        ByteView.lend(name) { attributes.announce(element.number, $0, prefix: prefix, offset: index, to: sink) }
        if isEmpty || traits.contains(.void) {
            sink.end(element.number)
            return index
        }
        open.append(element)
        counts[traits.searched] += 1
        return traits.contains(.raw) ? rawText(index) : index
    }

    /// Past the words of a script or style sheet, which are none of the page's.
    private func rawText(_ start: Int) -> Int {
        var index = start
        while index < bytes.count {
            index = bytes.find(UInt8(ascii: "<"), from: index)
            if bytes[index + 1] == UInt8(ascii: "/") {
                var offset = 0
                while offset < name.count, bytes[index + 2 + offset] | 0x20 == name[offset] { offset += 1 }
                if offset == name.count { return index }
            }
            index += 1
        }
        return bytes.count
    }

    /// Reads `name="value"`, `name=value` or `name`.
    private mutating func attribute(_ start: Int) -> Int {
        var index = start
        var hasCapitals = false
        while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: "="), bytes[index] != UInt8(ascii: ">"),
            bytes[index] != UInt8(ascii: "/")
        {
            if bytes[index].isUpper { hasCapitals = true }
            index += 1
        }
        let name = bytes.part(start, index)
        let end = index
        while isSpace(bytes[index]) { index += 1 }
        guard bytes[index] == UInt8(ascii: "=") else {
            add(name, hasCapitals, bytes.part(end, end))
            return end
        }
        index += 1
        while isSpace(bytes[index]) { index += 1 }
        let quote = bytes[index]
        var first = index
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            first += 1
            index = bytes.find(quote, from: first)
            add(name, hasCapitals, bytes.part(first, index))
            return min(index + 1, bytes.count)
        }
        while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
        add(name, hasCapitals, bytes.part(first, index))
        return index
    }

    private mutating func add(_ name: ByteView, _ hasCapitals: Bool, _ value: ByteView) {
        attributes.append(name, value)
        if hasCapitals { attributes.lowerName() }
        guard value.find(UInt8(ascii: "&"), from: 0) < value.count else { return }
        var replaced: [UInt8] = []
        HTMLReference.replace(in: value, &replaced)
        attributes.changeValue(replaced)
    }

    private mutating func endTag(_ start: Int) -> Int {
        let end = readName(start + 2)
        let after = min(bytes.find(UInt8(ascii: ">"), from: end) + 1, bytes.count)
        let element = nesting()
        // The page's own end is the end of the input.
        if element.traits.contains(.once) { return after }
        let weight = element.weight
        for place in open.indices.reversed().prefix(Self.reach) {
            if open[place].hash == element.hash {
                close(downTo: place)
                return after
            }
            // What matters more is not closed by the end of what matters less.
            if open[place].weight > weight { break }
        }
        if element.traits.contains(.paragraph) {
            attributes.removeAll()
            makeWay(for: element.traits)
            let prefix = bytes.part(0, 0)
            let name = name
            ByteView.lend(name) { attributes.announce(element.number, $0, prefix: prefix, offset: after, to: sink) }
            sink.end(element.number)
        }
        return after
    }

    // MARK: What is open

    /// Closes what an element that begins cannot stand in.
    private mutating func makeWay(for traits: HTMLNesting.Traits) {
        if traits.contains(.block) { close(.paragraph, inside: .scope) }
        if traits.contains(.heading), let last = open.last, last.traits.contains(.heading) { close(downTo: open.count - 1) }
        if traits.contains(.listItem) { close(.listItem, inside: .list) }
        if traits.contains(.entry) { close(.entry, inside: .list) }
        if traits.contains(.cell) { close(.cell, inside: .table) }
        if traits.contains(.row) { close(.row, inside: .table) }
        if traits.contains(.rowGroup) { close(.rowGroup, inside: .table) }
        if traits.contains(.anchor), let last = open.last, last.traits.contains(.anchor) { close(downTo: open.count - 1) }
    }

    /// Closes the innermost element with `trait`, if it is open inside the innermost one with `boundary`.
    private mutating func close(_ trait: HTMLNesting.Traits, inside boundary: HTMLNesting.Traits) {
        guard counts[trait.searched] > 0 else { return }
        for place in open.indices.reversed().prefix(Self.reach) {
            let traits = open[place].traits
            if traits.contains(trait) { return close(downTo: place) }
            if !traits.isDisjoint(with: boundary) { return }
        }
    }

    private mutating func close(downTo count: Int) {
        while open.count > count {
            let element = open.removeLast()
            counts[element.traits.searched] -= 1
            sink.end(element.number)
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C }

    /// Hands on the character that the reference at `index` stands for; what stands for none stays as written.
    private func reference(_ index: Int) -> Int {
        let (scalar, end) = HTMLReference.read(bytes, index)
        if let scalar {
            let text = Array(String(scalar).utf8)
            sink.text(text.span)
        } else {
            bytes.part(index, end).lend { sink.text($0) }
        }
        return end
    }
}
