/// The element names a reader knows, each with a small number: what a parser hands out instead of strings.
///
/// Built once a dialect. 0 is any other name.
final class NameTable: Sendable {
    let names: [String]
    /// Open addressing by the hash of a name's bytes; -1 is free.
    private let slots: [Int16]
    private let mask: Int
    private let bytes: [[UInt8]]

    /// - Parameter names: without repeats; the first gets number 1.
    init(_ names: [String]) {
        self.names = names
        bytes = names.map { Array($0.utf8) }
        var capacity = 16
        while capacity < names.count * 3 { capacity *= 2 }
        mask = capacity - 1
        var slots = [Int16](repeating: -1, count: capacity)
        for (index, name) in bytes.enumerated() {
            var slot = Self.hash(name.span) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int16(index)
        }
        self.slots = slots
    }

    /// The number of a name, 0 when it is not in the table.
    func number(of name: Span<UInt8>) -> UInt16 {
        var slot = Self.hash(name) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            let candidate = bytes[index]
            if Self.equal(candidate.span, name) { return UInt16(index + 1) }
            slot = (slot + 1) & mask
        }
        return 0
    }

    func number(of name: String) -> UInt16 {
        let bytes = Array(name.utf8)
        return number(of: bytes.span)
    }

    private static func hash(_ name: Span<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in name.indices { hash = (hash ^ UInt64(name[index])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF)
    }

    private static func equal(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        for index in a.indices where a[index] != b[index] { return false }
        return true
    }
}
