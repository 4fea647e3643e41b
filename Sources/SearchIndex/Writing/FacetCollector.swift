import SearchCore

/// A facet as bytes.
struct FacetValue: Hashable {
    var field: [UInt8]
    var value: [UInt8]

    init(field: [UInt8], value: [UInt8]) {
        self.field = field
        self.value = value
    }

    init(_ facet: Facet) { self.init(field: Array(facet.field.utf8), value: Array(facet.value.utf8)) }

    /// What the dictionary holds: kind, field, "=", folded value.
    var term: [UInt8] { [TermKind.facet] + field + [0x3D] + foldedValue(value) }
}

/// Gathers the records' facets; their values get numbers in sorted order when all are known.
struct FacetCollector {
    private var numbers: [FacetValue: Int] = [:]
    /// For each record how many values, and their numbers, as varints. Every record of the corpus has a row, so they wait in a file of their own.
    private let rows: OutputFile

    /// - Parameter path: of the file of rows, which is removed with `finish`.
    init(path: String) throws(IndexError) { rows = try OutputFile(path: path) }

    /// The value's number until all are known.
    mutating func number(of value: FacetValue) -> Int {
        if let known = numbers[value] { return known }
        numbers[value] = numbers.count
        return numbers.count - 1
    }

    /// The next record's values, by their numbers.
    mutating func add(_ numbers: [Int]) throws(IndexError) {
        var row: [UInt8] = []
        row.reserveCapacity(numbers.count * 3 + 1)
        row.appendVarint(numbers.count)
        for number in numbers { row.appendVarint(number) }
        try rows.append(row)
    }

    /// Appends the column of value numbers to a file; returns the values: how many, a u32 offset each, then field and value, each with its length.
    func finish(into file: OutputFile) throws(IndexError) -> [UInt8] {
        defer { remove(rows.path) }
        let sorted = numbers.sorted {
            $0.key.field != $1.key.field
                ? $0.key.field.lexicographicallyPrecedes($1.key.field) : $0.key.value.lexicographicallyPrecedes($1.key.value)
        }
        guard !sorted.isEmpty else { return [] }
        var final = [Int](repeating: 0, count: sorted.count)
        var offsets: [UInt8] = []
        var data: [UInt8] = []
        for (place, entry) in sorted.enumerated() {
            final[entry.value] = place
            offsets.appendLittle(UInt32(data.count))
            data.appendCounted(entry.key.field)
            data.appendCounted(entry.key.value)
        }
        try writeColumn(final, to: file)
        var values: [UInt8] = []
        values.appendLittle(UInt32(sorted.count))
        return values + offsets + data
    }

    /// - Parameter final: the number of each value, by the one it had until all were known.
    private func writeColumn(_ final: [Int], to file: OutputFile) throws(IndexError) {
        try rows.flush()
        let owner = try MappedFile.open(rows.path)
        let sorted = try OutputFile(path: rows.path + ".sorted")
        defer { remove(sorted.path) }
        var column = ColumnWriter()
        var (at, released) = (0, 0)
        while at < owner.count {
            var row = (0..<owner.bytes.varint(&at)).map { _ in final[owner.bytes.varint(&at)] }.sorted()
            var kept = 0
            for number in row where kept == 0 || row[kept - 1] != number {
                row[kept] = number
                kept += 1
            }
            row.removeLast(row.count - kept)
            column.add(row)
            guard at - released > Self.window else { continue }
            try sorted.append(column.takeRows())
            MappedFile.release(owner)
            released = at
        }
        try sorted.append(column.takeRows())
        try sorted.flush()
        try file.append(column.starts)
        try file.append(contentsOf: sorted.path)
    }

    private static let window = 1 << 18
}

/// The documents: how many, the first record and the place of each (u32), then id and title, each with its length.
struct DocumentTable {
    private(set) var title: [UInt8] = []
    private var firsts: [UInt32] = []
    private var offsets: [UInt32] = []
    private var data: [UInt8] = []

    var count: Int { firsts.count }

    mutating func begin(id: [UInt8], title: [UInt8], firstRecord: Int) {
        self.title = title
        firsts.append(UInt32(firstRecord))
        offsets.append(UInt32(data.count))
        data.appendCounted(id)
        data.appendCounted(title)
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.appendLittle(UInt32(firsts.count))
        for first in firsts { bytes.appendLittle(first) }
        for offset in offsets { bytes.appendLittle(offset) }
        return bytes + data
    }
}
