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
    /// For each record how many values, and their numbers, as varints: every record of the corpus has a row.
    private var rows: [UInt8] = []

    /// The value's number until all are known.
    mutating func number(of value: FacetValue) -> Int {
        if let known = numbers[value] { return known }
        numbers[value] = numbers.count
        return numbers.count - 1
    }

    /// The next record's values, by their numbers.
    mutating func add(_ numbers: [Int]) {
        rows.appendVarint(numbers.count)
        for number in numbers { rows.appendVarint(number) }
    }

    /// The column of value numbers, and the values: how many, a u32 offset each, then field and value, each with its length.
    func finish() -> (column: [UInt8], values: [UInt8]) {
        let sorted = numbers.sorted {
            $0.key.field != $1.key.field
                ? $0.key.field.lexicographicallyPrecedes($1.key.field) : $0.key.value.lexicographicallyPrecedes($1.key.value)
        }
        var final = [Int](repeating: 0, count: sorted.count)
        var offsets: [UInt8] = []
        var data: [UInt8] = []
        for (place, entry) in sorted.enumerated() {
            final[entry.value] = place
            offsets.appendLittle(UInt32(data.count))
            data.appendCounted(entry.key.field)
            data.appendCounted(entry.key.value)
        }
        guard !sorted.isEmpty else { return ([], []) }
        var column = ColumnWriter()
        var at = 0
        while at < rows.count {
            var row = (0..<rows.varint(&at)).map { _ in final[rows.varint(&at)] }.sorted()
            var kept = 0
            for number in row where kept == 0 || row[kept - 1] != number {
                row[kept] = number
                kept += 1
            }
            row.removeLast(row.count - kept)
            column.add(row)
        }
        var values: [UInt8] = []
        values.appendLittle(UInt32(sorted.count))
        return (column.bytes, values + offsets + data)
    }
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
