/// The order in which people expect identifiers: `para_2` before `para_10`, `para_6` before `para_6A` before `para_7`.
enum NaturalOrder {
    static func sorted<Item>(_ items: [Item], by name: (Item) -> String) -> [Item] {
        items.map { (Array(name($0).utf8), $0) }.sorted { isBefore($0.0, $1.0) }.map(\.1)
    }

    static func isBefore(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if isDigit(left[i]), isDigit(right[j]) {
                let (p, q) = (run(left, from: &i), run(right, from: &j))
                if p.count != q.count { return p.count < q.count }
                if p != q { return p.lexicographicallyPrecedes(q) }
            } else {
                if left[i] != right[j] { return rank(left[i]) < rank(right[j]) }
                i += 1
                j += 1
            }
        }
        if i < left.count || j < right.count { return j < right.count }
        return left.lexicographicallyPrecedes(right)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// A step's separator comes before anything that goes on the same step.
    private static func rank(_ byte: UInt8) -> Int { byte == UInt8(ascii: "_") ? 0 : Int(byte) + 1 }

    /// The digits from `position`, leading zeros left out.
    private static func run(_ bytes: [UInt8], from position: inout Int) -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
        return bytes[start..<position].drop { $0 == 0x30 }
    }
}
