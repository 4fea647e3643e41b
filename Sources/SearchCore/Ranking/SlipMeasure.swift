/// Counts the slips between a word and others: letters missing, added or changed, or two neighbours swapped (each letter in one slip only).
struct SlipMeasure {
    private let wanted: [UInt32]
    private var rows: [Int]
    private var other: [UInt32] = []

    init(_ wanted: [UInt32]) {
        self.wanted = wanted
        rows = [Int](repeating: 0, count: 3 * (wanted.count + 1))
    }

    /// The number of slips, or any greater number than `most` where there are more.
    mutating func slips(to bytes: ArraySlice<UInt8>, most: Int) -> Int {
        other.removeAll(keepingCapacity: true)
        if bytes.allSatisfy({ $0 < 0x80 }) {
            for byte in bytes { other.append(UInt32(byte)) }
        } else {
            other = scalars(Array(bytes))
        }
        if abs(other.count - wanted.count) > most { return most + 1 }
        let width = wanted.count + 1
        for column in 0..<width { rows[column] = column }
        for row in 1..<(other.count + 1) {
            let here = row % 3 * width
            let above = (row + 2) % 3 * width
            let twoAbove = (row + 1) % 3 * width
            rows[here] = row
            var least = row
            for column in 1..<width {
                let same = other[row - 1] == wanted[column - 1]
                var slips = min(rows[above + column] + 1, rows[here + column - 1] + 1, rows[above + column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, other[row - 1] == wanted[column - 2], other[row - 2] == wanted[column - 1] {
                    slips = min(slips, rows[twoAbove + column - 2] + 1)
                }
                rows[here + column] = slips
                least = min(least, slips)
            }
            if least > most { return most + 1 }
        }
        return rows[other.count % 3 * width + width - 1]
    }
}
