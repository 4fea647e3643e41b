/// Reads XML in one pass over its bytes, and never refuses any: what is malformed is reported, and read as it most likely was meant.
///
/// Nothing is built, resolved or fetched: entities are answered from our own table, depth costs one entry of a stack, the
/// text that events lend lies in the input itself. Line ends and white space are as written; `MarkupSink` says what is heard.
struct XMLScanner {
    /// How far above the innermost element the one that an end tag means is looked for.
    private static let reach = 64
    /// The first faults say what is wrong, the rest follow from them.
    private static let faultLimit = 20
    private static let nameLimit = 64

    private let sink: MarkupSink
    private let bytes: ByteView
    private let lines: LineCounter
    private var entities: EntityTable
    private var open: [Open] = []
    private var attributes = AttributeList()
    private var faults = 0

    /// An element that is open: its whole name, and its number.
    private struct Open {
        var name: ByteView
        var number: UInt16
    }

    /// Reads XML that is valid UTF-8, whatever its declaration says.
    static func scan(_ bytes: [UInt8], into sink: MarkupSink, entities: EntityTable = EntityTable()) {
        let lines = LineCounter(bytes)
        let outer = sink.lines
        sink.lines = lines
        ByteView.lend(bytes) { view in
            var scanner = XMLScanner(sink: sink, bytes: view, lines: lines, entities: entities)
            scanner.run()
        }
        sink.lines = outer
    }

    private init(sink: MarkupSink, bytes: ByteView, lines: LineCounter, entities: EntityTable) {
        self.sink = sink
        self.bytes = bytes
        self.lines = lines
        self.entities = entities
        open.reserveCapacity(32)
    }

    private mutating func run() {
        let (sink, bytes) = (sink, bytes)
        bytes.forEachRun({ sink.text($0) }, special: { bytes[$0] == UInt8(ascii: "&") ? reference($0) : markup($0) })
        if !open.isEmpty { fault("unclosed element", open[open.count - 1].name, at: bytes.count) }
    }

    // MARK: Mark-up

    /// Reads what begins with the `<` at `index`; returns where it ends.
    private mutating func markup(_ index: Int) -> Int {
        let next = bytes[index + 1]
        if Self.beginsName(next) { return startTag(index) }
        switch next {
        case UInt8(ascii: "/"): return endTag(index)
        case UInt8(ascii: "?"): return end(of: "?>", from: index + 2, "unclosed processing instruction")
        case UInt8(ascii: "!"):
            if bytes.starts(with: "<!--", at: index) { return end(of: "-->", from: index + 4, "unclosed comment") }
            if bytes.starts(with: "<![CDATA[", at: index) {
                let stop = end(of: "]]>", from: index + 9, "unclosed CDATA section")
                let isClosed = bytes.starts(with: "]]>", at: stop - 3)
                bytes.part(index + 9, isClosed ? stop - 3 : stop).lend { sink.text($0) }
                return stop
            }
            if bytes.starts(with: "<!DOCTYPE", at: index) { return documentType(index + 9) }
        default: break
        }
        // Not mark-up: it stays visible.
        fault("a < that begins no tag", at: index)
        bytes.part(index, index + 1).lend { sink.text($0) }
        return index + 1
    }

    private mutating func end(of text: StaticString, from index: Int, _ problem: StaticString) -> Int {
        if let place = bytes.find(text, from: index) { return place + text.utf8CodeUnitCount }
        fault(problem, at: index)
        return bytes.count
    }

    /// Past the internal subset, which `MarkupProlog` has read.
    private mutating func documentType(_ start: Int) -> Int {
        var index = start
        var isInSubset = false
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): index = bytes.find(bytes[index], from: index + 1)
            case UInt8(ascii: "["): isInSubset = true
            case UInt8(ascii: "]"): isInSubset = false
            case UInt8(ascii: ">") where !isInSubset: return index + 1
            case UInt8(ascii: "<") where bytes.starts(with: "<!--", at: index):
                index = (bytes.find("-->", from: index + 4) ?? bytes.count) + 2
            default: break
            }
            index += 1
        }
        fault("unclosed document type", at: start)
        return bytes.count
    }

    // MARK: Tags

    private mutating func startTag(_ start: Int) -> Int {
        let end = bytes.findNameEnd(from: start + 1)
        let whole = bytes.part(start + 1, end)
        let colon = whole.find(UInt8(ascii: ":"), from: 1)
        let isPrefixed = colon < whole.count - 1
        let local = isPrefixed ? whole.part(colon + 1, whole.count) : whole
        let prefix = isPrefixed ? whole.part(0, colon) : whole.part(0, 0)
        let number = sink.names.number(of: local)
        guard let close = plainTagEnd(end) else { return unusualTag(start, end, whole, number, local, prefix) }
        let isEmpty = bytes[close - 1] == UInt8(ascii: "/")
        unsafe sink.start(
            // SAFETY: the input lives until the scan is over.
            MarkupElement(
                number: number, name: local, prefix: prefix, offset: close + 1, attributes: UnsafeBufferPointer(start: nil, count: 0),
                unread: bytes.part(end, isEmpty ? close - 1 : close)))
        if isEmpty { sink.end(number) } else { open.append(Open(name: whole, number: number)) }
        return close + 1
    }

    /// The place of the `>` that ends a tag whose name ends at `start`, where all between is `name="value"`; nil where it takes a closer look.
    @inline(__always) private func plainTagEnd(_ start: Int) -> Int? {
        var index = start
        while true {
            if bytes[index] == UInt8(ascii: ">") { return index }
            if bytes[index] == UInt8(ascii: "/"), bytes[index + 1] == UInt8(ascii: ">") { return index + 1 }
            guard isSpace(bytes[index]) else { return nil }
            repeat { index += 1 } while isSpace(bytes[index])
            let quote = bytes.findNameEnd(from: index)
            if quote == index { continue }
            guard bytes[quote] == UInt8(ascii: "\"") || bytes[quote] == UInt8(ascii: "'"), quote > index + 1,
                bytes[quote - 1] == UInt8(ascii: "="), Self.beginsName(bytes[index])
            else { return nil }
            let end = bytes.find(bytes[quote], or: UInt8(ascii: "&"), from: quote + 1)
            guard bytes[end] == bytes[quote] else { return nil }
            index = end + 1
        }
    }

    /// A tag with references in its attributes, or anything that is not well formed.
    private mutating func unusualTag(
        _ start: Int, _ end: Int, _ whole: ByteView, _ number: UInt16, _ local: ByteView, _ prefix: ByteView
    ) -> Int {
        attributes.removeAll()
        var index = end
        var isEmpty = false
        scanning: while true {
            while isSpace(bytes[index]) { index += 1 }
            switch bytes[index] {
            case UInt8(ascii: ">"):
                index += 1
                break scanning
            case UInt8(ascii: "/") where bytes[index + 1] == UInt8(ascii: ">"):
                isEmpty = true
                index += 2
                break scanning
            case UInt8(ascii: "<"):
                // The tag was never closed.
                fault("unclosed tag", whole, at: start)
                break scanning
            case 0 where index >= bytes.count:
                fault("unclosed tag", whole, at: start)
                break scanning
            case let byte where Self.beginsName(byte): index = attribute(index)
            default:
                fault("unexpected character in a tag", at: index)
                index += 1
            }
        }
        attributes.announce(number, local, prefix: prefix, offset: index, to: sink)
        if isEmpty { sink.end(number) } else { open.append(Open(name: whole, number: number)) }
        return index
    }

    /// Reads `name="value"`, `name=value` or `name`.
    private mutating func attribute(_ start: Int) -> Int {
        var index = nameEnd(start)
        let end = index
        while isSpace(bytes[index]) { index += 1 }
        guard bytes[index] == UInt8(ascii: "=") else {
            fault("no value for the attribute", bytes.part(start, end), at: start)
            add(start, end, value: bytes.part(end, end), hasReferences: false)
            return end
        }
        index += 1
        while isSpace(bytes[index]) { index += 1 }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let first = index + 1
            var stop = bytes.find(quote, or: UInt8(ascii: "&"), from: first)
            let hasReferences = bytes[stop] == UInt8(ascii: "&")
            if hasReferences { stop = bytes.find(quote, from: stop) }
            if stop == bytes.count { fault("unclosed attribute value", at: first) }
            add(start, end, value: bytes.part(first, stop), hasReferences: hasReferences)
            return min(stop + 1, bytes.count)
        }
        fault("attribute value without quotation marks", at: index)
        let first = index
        while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<") {
            index += 1
        }
        add(start, end, value: bytes.part(first, index), hasReferences: true)
        return max(index, end)
    }

    private mutating func add(_ start: Int, _ end: Int, value: ByteView, hasReferences: Bool) {
        // Declarations of namespaces are no attributes.
        if bytes[start] == UInt8(ascii: "x"), bytes.starts(with: "xmlns", at: start),
            end == start + 5 || bytes[start + 5] == UInt8(ascii: ":")
        {
            return
        }
        attributes.append(bytes.part(start, end), value)
        guard hasReferences else { return }
        var replaced: [UInt8] = []
        replaceReferences(in: value, &replaced)
        attributes.changeValue(replaced)
    }

    private mutating func endTag(_ start: Int) -> Int {
        if let last = open.last {
            // Nearly always the innermost element's, and nothing but its name.
            let end = start + 2 + last.name.count
            if bytes[end] == UInt8(ascii: ">"), bytes.part(start + 2, end).equals(last.name) {
                open.removeLast()
                sink.end(last.number)
                return end + 1
            }
        }
        let end = nameEnd(start + 2)
        let name = bytes.part(start + 2, end)
        let close = bytes.find(UInt8(ascii: ">"), or: UInt8(ascii: "<"), from: end)
        let after = bytes[close] == UInt8(ascii: ">") ? close + 1 : close
        if let last = open.last, last.name.equals(name) {
            open.removeLast()
            sink.end(last.number)
            return after
        }
        fault("an end tag that closes nothing open here:", name, at: start)
        // What it means may lie further up; else it means nothing.
        guard let place = open.suffix(Self.reach).lastIndex(where: { $0.name.equals(name) }) else { return after }
        while open.count > place { sink.end(open.removeLast().number) }
        return after
    }

    /// Where the name that begins at `start` ends: at white space or one of " ' / < = >
    private func nameEnd(_ start: Int) -> Int {
        let end = bytes.findNameEnd(from: start)
        return min(bytes.part(start, end).find(UInt8(ascii: "="), from: 0) + start, end)
    }

    private static func beginsName(_ byte: UInt8) -> Bool {
        byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
    }

    @inline(__always) private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

    // MARK: References

    /// What stands behind an ampersand.
    private enum Reference {
        case character(Unicode.Scalar)
        case known([UInt8])
        case unknown
        /// An ampersand that begins no reference.
        case none
    }

    /// Reads the reference at `index`; `end` is behind it.
    private mutating func read(_ view: ByteView, _ index: Int) -> (Reference, end: Int) {
        var end = index + 1
        while end - index <= Self.nameLimit,
            view[end].isWord || view[end] == UInt8(ascii: "#") || view[end] == UInt8(ascii: "_")
                || view[end] == UInt8(ascii: ".") || view[end] == UInt8(ascii: "-") || view[end] == UInt8(ascii: ":")
        { end += 1 }
        guard view[end] == UInt8(ascii: ";"), end > index + 1 else { return (.none, index + 1) }
        let name = view.part(index + 1, end)
        switch name {
        case "amp": return (.character("&"), end + 1)
        case "lt": return (.character("<"), end + 1)
        case "gt": return (.character(">"), end + 1)
        case "quot": return (.character("\""), end + 1)
        case "apos": return (.character("'"), end + 1)
        default: break
        }
        if name[0] == UInt8(ascii: "#") {
            let digits = Array(name.string.utf8.dropFirst())
            return (EntityTable.scalar(digits[...]).map { .character($0) } ?? .unknown, end + 1)
        }
        return (entities.text(of: name.string).map { .known($0) } ?? .unknown, end + 1)
    }

    /// Hands on what the reference at `index` stands for; what stands for nothing stays as written.
    private mutating func reference(_ index: Int) -> Int {
        let (found, end) = read(bytes, index)
        switch found {
        case .character(let scalar):
            if scalar.value < 0x80 {
                let text: [1 of UInt8] = [UInt8(scalar.value)]
                sink.text(text.span)
            } else {
                let text = Array(String(scalar).utf8)
                sink.text(text.span)
            }
        case .known(let text): sink.text(text.span)
        case .unknown:
            sink.unknownEntity(bytes.part(index + 1, end - 1).string, offset: index)
            bytes.part(index, end).lend { sink.text($0) }
        case .none:
            fault("an & that begins no reference", at: index)
            bytes.part(index, end).lend { sink.text($0) }
        }
        return end
    }

    /// Appends a value, its references replaced.
    private mutating func replaceReferences(in value: ByteView, _ result: inout [UInt8]) {
        var index = 0
        while true {
            let next = value.find(UInt8(ascii: "&"), from: index)
            value.part(index, next).append(to: &result)
            guard next < value.count else { return }
            let (found, end) = read(value, next)
            switch found {
            case .character(let scalar): result += Array(String(scalar).utf8)
            case .known(let text): result += text
            case .unknown, .none: value.part(next, end).append(to: &result)
            }
            index = end
        }
    }

    private mutating func fault(_ message: StaticString, _ name: ByteView? = nil, at offset: Int) {
        faults += 1
        guard faults <= Self.faultLimit else { return }
        let name = name.map { " " + $0.part(0, Self.nameLimit).string } ?? ""
        sink.malformed(message.description + name, line: lines.line(at: offset), column: lines.column(at: offset))
    }
}
