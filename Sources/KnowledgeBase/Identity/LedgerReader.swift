/// The ledger's file, checked whole when it is opened and then read a document at a time: it has a line for every clause there ever was.
struct LedgerReader: Sendable {
    /// Where the lines of a document are, by its id; together but for what a merge has left apart.
    private var places: [String: [Range<Int>]] = [:]
    private let file: ReadableFile?

    /// An empty ledger.
    init() { file = nil }

    /// - Parameter isKnown: the file is as a build left it, so that it need not be checked.
    /// - Throws: the first line that is not as the program writes it.
    init(_ file: ReadableFile, isKnown: Bool = false) throws(LedgerFile.Fault) {
        self.file = file
        if isKnown {
            try findKnown(file)
            return
        }
        var seen: [String: Set<String>] = [:]
        var document = (id: "", bytes: [UInt8]())
        try Self.forEachLine(of: file) { (line, offset, number) throws(LedgerFile.Fault) in
            guard let (name, entry) = try LedgerFile.line(line, number: number) else { return }
            if !name.elementsEqual(document.bytes) {
                // Identifiers of a document whose lines stand together need not be known any longer.
                if places[document.id]?.count == 1 { seen[document.id] = nil }
                document = (String(decoding: name, as: UTF8.self), Array(name))
                if let known = places[document.id], seen[document.id] == nil {
                    seen[document.id] = Set(entries(of: document.id, at: known).map(\.wId))
                }
                places[document.id, default: []].append(offset..<offset)
            }
            guard seen[document.id, default: []].insert(entry.wId).inserted else { throw LedgerFile.Fault(kind: .repeated, line: number) }
            let last = (places[document.id]?.count ?? 1) - 1
            let start = places[document.id]?[last].lowerBound ?? offset
            places[document.id]?[last] = start..<(offset + line.count + 1)
        }
    }

    /// The lines of a document stand together in a file that a build left.
    private mutating func findKnown(_ file: ReadableFile) throws(LedgerFile.Fault) {
        var document = (name: [UInt8](), range: 0..<0)
        func end() { if !document.name.isEmpty { places[String(decoding: document.name, as: UTF8.self)] = [document.range] } }
        try Self.forEachLine(of: file) { (line, offset, _) throws(LedgerFile.Fault) in
            guard line.first != UInt8(ascii: "#") else { return }
            // Names of one length are nearly always those of two documents; a line begins with its document's and a tab.
            let count = document.name.count
            if line.count > count, line[line.startIndex + count] == UInt8(ascii: "\t"), line.prefix(count).elementsEqual(document.name) {
                document.range = document.range.lowerBound..<(offset + line.count + 1)
            } else {
                end()
                document = (Array(line.prefix { $0 != UInt8(ascii: "\t") }), offset..<(offset + line.count + 1))
            }
        }
        end()
    }

    /// The bytes of a part of the file; nil where it has no such part.
    func bytes(_ range: Range<Int>) -> [UInt8]? { file?.read(at: range.lowerBound, count: range.count) }

    /// Every document that ever was.
    var documents: [String] { places.keys.sorted() }

    func knows(_ document: String) -> Bool { places[document] != nil }

    /// In natural order.
    func entries(of document: String) -> [Ledger.Entry] {
        guard let known = places[document] else { return [] }
        return NaturalOrder.sorted(entries(of: document, at: known), by: \.wId)
    }

    private func entries(of document: String, at ranges: [Range<Int>]) -> [Ledger.Entry] {
        var entries: [Ledger.Entry] = []
        for range in ranges {
            // The last line may lack its end.
            guard let file, let bytes = file.read(at: range.lowerBound, count: min(range.upperBound, file.size) - range.lowerBound) else {
                continue
            }
            for line in bytes.split(separator: UInt8(ascii: "\n")) {
                if let found = (try? LedgerFile.line(line, number: 0)) ?? nil { entries.append(found.entry) }
            }
        }
        return entries
    }

    private static func forEachLine(
        of file: ReadableFile, _ body: (_ line: ArraySlice<UInt8>, _ offset: Int, _ number: Int) throws(LedgerFile.Fault) -> Void
    ) throws(LedgerFile.Fault) {
        let size = file.size
        var (offset, number) = (0, 0)
        var step = 1 << 18
        while offset < size, let bytes = file.read(at: offset, count: min(step, size - offset)) {
            let isLast = offset + bytes.count == size
            guard let end = isLast ? bytes.count : bytes.lastIndex(of: UInt8(ascii: "\n")).map({ $0 + 1 }) else {
                step *= 2
                continue
            }
            var start = 0
            while start < end {
                let cut = bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
                number += 1
                try body(bytes[start..<cut], offset + start, number)
                start = cut + 1
            }
            offset += end
        }
    }
}

extension LedgerReader {
    /// Of a ledger's bytes; 0 for none.
    static func fingerprint(ofFile path: String) -> Fingerprint {
        guard let file = ReadableFile(path) else { return Fingerprint(value: 0) }
        var prints: [UInt8] = []
        let size = file.size
        for offset in stride(from: 0, to: size, by: 1 << 18) {
            guard let bytes = file.read(at: offset, count: min(1 << 18, size - offset)) else { return Fingerprint(value: 0) }
            prints += Fingerprint(bytes).bytes
        }
        return Fingerprint(prints)
    }
}
